/** An own value as it is typed into a form, and back: every shape that the rulebook knows, as plain texts by field. Used by the value's fields alone. */
import type { ValueForm } from '@daiban/contracts';

/** Texts by field. Lists stand one entry a line. */
export type ValueDraft = Readonly<Record<string, string>>;

/** What is typed so far cannot be a value yet. */
export const UNREADABLE = Symbol('unreadable');

type Fields = Readonly<Record<string, unknown>>;

/** The fields of a form, filled with a value of its shape. */
export function draftOf(form: ValueForm, value: unknown): ValueDraft {
  switch (form.kind) {
    case 'yes_no':
    case 'number':
    case 'time':
    case 'month_day':
      return { value: textOf(value) };
    case 'numbers':
    case 'words':
      return { value: (value as readonly unknown[]).join('\n') };
    case 'range':
    case 'bounds':
    case 'allowance':
      return textsOf(value as Fields);
    case 'money':
      return { amount: String((value as { amountMinor: number }).amountMinor / 100) };
    case 'number_by_key':
      return textsOf(value as Fields);
    case 'tiers':
      return Object.fromEntries(
        (value as readonly Fields[]).flatMap((tier, at) => [
          [`upTo.${at}`, textOf(tier['upTo'])],
          [`days.${at}`, textOf(tier['days'])],
        ]),
      );
  }
}

/** The value that the fields make; bounds and order are the API's to judge. */
export function valueOf(form: ValueForm, draft: ValueDraft): unknown {
  const text = (draft['value'] ?? '').trim();
  switch (form.kind) {
    case 'yes_no':
      return text === 'true';
    case 'number':
      return wholeOf(text);
    case 'time':
    case 'month_day':
      return text === '' ? UNREADABLE : text;
    case 'numbers':
      return listOf(linesOf(text).map(wholeOf));
    case 'words':
      return linesOf(text);
    case 'range':
      return fieldsOf({ from: wholeOf(draft['from']), to: wholeOf(draft['to']) });
    case 'bounds':
      return fieldsOf({ min: wholeOf(draft['min']), max: wholeOf(draft['max']) });
    case 'allowance':
      return fieldsOf({ count: wholeOf(draft['count']), per: draft['per'] ?? UNREADABLE });
    case 'money':
      return fieldsOf({ amountMinor: minorOf(draft['amount']), currency: form.currency });
    case 'number_by_key':
      return fieldsOf(Object.fromEntries(Object.entries(draft).map(([key, typed]) => [key, wholeOrNull(typed)])));
    case 'tiers':
      return listOf(
        Object.keys(draft)
          .filter((key) => key.startsWith('upTo.'))
          .map((key) =>
            fieldsOf({
              upTo: wholeOrNull(draft[key]),
              days: wholeOf(draft[key.replace('upTo', 'days')]),
            }),
          ),
      );
  }
}

function textsOf(value: Fields): ValueDraft {
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, textOf(each)]));
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function linesOf(text: string): string[] {
  return text
    .split(/[\n,，、]/)
    .map((line) => line.trim())
    .filter(Boolean);
}

function wholeOf(text: string | undefined): number | typeof UNREADABLE {
  return text !== undefined && /^\d{1,9}$/.test(text.trim()) ? Number(text) : UNREADABLE;
}

function wholeOrNull(text: string | undefined): number | null | typeof UNREADABLE {
  return text === undefined || text.trim() === '' ? null : wholeOf(text);
}

/** "300" and "300.5" in whole minor units, without a float on the way. */
function minorOf(text: string | undefined): number | typeof UNREADABLE {
  const [, whole, cents = ''] = /^(\d{1,7})(?:\.(\d{1,2}))?$/.exec((text ?? '').trim()) ?? [];
  return whole === undefined ? UNREADABLE : Number(whole) * 100 + Number(cents.padEnd(2, '0'));
}

function fieldsOf(fields: Fields): Fields | typeof UNREADABLE {
  return Object.values(fields).includes(UNREADABLE) ? UNREADABLE : fields;
}

function listOf(values: readonly unknown[]): readonly unknown[] | typeof UNREADABLE {
  return values.includes(UNREADABLE) ? UNREADABLE : values;
}
