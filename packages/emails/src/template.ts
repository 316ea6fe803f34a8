/** Fills a compiled mail: `{{name}}` with a value, `{{#name}}…{{/name}}` once per row, or once when the value is there. */

/** A row's or a mail's values. Null, '' and [] hide their section. Text is data: it is never read as a template. */
export interface TemplateValues {
  readonly [name: string]: string | null | readonly TemplateValues[];
}

const PART = /\{\{#(\w+)\}\}([\s\S]*?)\{\{\/\1\}\}|\{\{(\w+)\}\}/g;

/**
 * One pass, so that a value which itself looks like a placeholder stays text. Sections do not nest.
 * @param escape made safe for where it goes: `escapeHtml` or `oneLine`
 * @throws Error when a placeholder has no value: a mistake of ours, seen by the first test that renders the mail
 */
export function fillTemplate(template: string, values: TemplateValues, escape: (value: string) => string): string {
  return template.replace(PART, (_, section: string | undefined, inner: string, name: string) => {
    if (section === undefined) {
      const value = values[name];
      if (typeof value !== 'string') throw new Error(`The mail has no value for {{${name}}}.`);
      return escape(value);
    }
    const value = values[section];
    if (value === undefined) throw new Error(`The mail has no value for {{#${section}}}.`);
    if (value === null || value.length === 0) return '';
    const rows = typeof value === 'string' ? [{ [section]: value }] : value;
    return rows.map((row) => fillTemplate(inner, { ...values, ...row }, escape)).join('');
  });
}

// Controls and marks that turn the direction of writing: a name must neither end a header line nor disguise itself.
const UNPRINTABLE = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

function printable(value: string): string {
  return value.replace(UNPRINTABLE, ' ').replace(/ {2,}/g, ' ').trim();
}

/** For a subject and for plain text: one line, no control characters, ordinary spaces. */
export function oneLine(value: string): string {
  return printable(value.replaceAll('\u00a0', ' '));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** For text and attribute values in HTML. */
export function escapeHtml(value: string): string {
  return printable(value).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
