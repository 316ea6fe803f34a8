/**
 * Puts a mail's HTML into an empty frame under our own Content-Security-Policy, which the frame inherits: styles are set through the style
 * objects instead of being parsed, and whatever could load, send or lead the page elsewhere is left out. Used by the outbox.
 */

/** The part of the browser's Trusted Types factory used here; absent in browsers without it. */
interface TrustedTypesFactory {
  createPolicy(name: string, rules: { createHTML(input: string): string }): { createHTML(input: string): unknown };
}

/** Elements that a mail of ours never needs and a foreign one must not have. */
const LEFT_OUT = 'script,noscript,link,meta,base,iframe,frame,object,embed,form,input,button,svg,template';
/** Where a style attribute waits while nothing may parse it. */
const STYLE = 'data-mail-style';
const STYLE_ATTRIBUTE = /(<[a-z][^<>]*?\s)style=/gi;
const STYLE_ELEMENT = /<style\b[^>]*>([\s\S]*?)<\/style\s*>/gi;
const SAFE_ADDRESS = /^(https?:|mailto:|tel:|#)/i;

let policy: { createHTML(input: string): unknown } | undefined;

/** Parses into a document that is never shown: nothing in it runs or loads. */
function parse(html: string): Document {
  const factory = (globalThis as { trustedTypes?: TrustedTypesFactory }).trustedTypes;
  policy ??= factory?.createPolicy('daiban', { createHTML: (input) => input }) ?? { createHTML: (input) => input };
  return new DOMParser().parseFromString(policy.createHTML(html) as string, 'text/html');
}

/** Empties the frame's document and fills it with the mail. The frame must forbid scripts by its `sandbox`. */
export function fillWithMail(frame: Document, html: string): void {
  // Parsed as written, a style would already be judged, and reported, by the policy.
  const sheets = [...html.matchAll(STYLE_ELEMENT)].map(([, text = '']) => text);
  const mail = parse(html.replace(STYLE_ELEMENT, '').replace(STYLE_ATTRIBUTE, `$1${STYLE}=`));
  for (const element of mail.querySelectorAll(`${LEFT_OUT},style`)) element.remove();
  const body = frame.importNode(mail.body, true);
  for (const element of [body, ...body.querySelectorAll<HTMLElement>('*')]) clean(element);
  frame.body.replaceWith(body);
  frame.documentElement.lang = mail.documentElement.lang;
  // The frame's own kind of sheet: one of ours cannot be adopted by another document.
  const Sheet = frame.defaultView?.CSSStyleSheet;
  if (!Sheet) return;
  frame.adoptedStyleSheets = sheets.map((text) => {
    const sheet = new Sheet();
    sheet.replaceSync(text);
    return sheet;
  });
}

function clean(element: HTMLElement): void {
  for (const name of element.getAttributeNames()) {
    const value = element.getAttribute(name) ?? '';
    if (name === STYLE) element.style.cssText = value;
    const isAddress = name === 'href' || name === 'src' || name === 'background';
    if (name === STYLE || name.startsWith('on') || (isAddress && !isSafe(element, name, value)))
      element.removeAttribute(name);
  }
  if (element.tagName === 'A') {
    element.setAttribute('target', '_blank');
    element.setAttribute('rel', 'noopener noreferrer');
  }
}

/** A link may lead anywhere a mail's link leads; a picture must not tell its sender that it was looked at. */
function isSafe(element: HTMLElement, name: string, value: string): boolean {
  if (name === 'href') return SAFE_ADDRESS.test(value.trim());
  return element.tagName === 'IMG' && /^(data:image\/|\/)(?!\/)/.test(value.trim());
}
