/** Lets the apps live under the strict Content-Security-Policy: both call `prepareForStrictPolicy` before they render anything. */
import { setNonce } from 'get-nonce';

/** The part of the browser's Trusted Types factory that we use; absent in browsers without it. */
interface TrustedTypesFactory {
  createPolicy(
    name: string,
    rules: {
      createHTML(input: string): string | null;
      createScript(): null;
      createScriptURL(input: string): string | null;
    },
  ): unknown;
}

/** True when a string may become HTML: it holds no markup at all (Mantine's style sheets are such strings). */
export function isHarmlessMarkup(input: string): boolean {
  return !input.includes('<');
}

/** The nonce the server put into this answer's `<meta property="csp-nonce">`; empty when there is none (a test, a static host). */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}

/**
 * Gives the answer's nonce to the style elements that dialogs add (get-nonce), and registers the default Trusted Types policy:
 * strings with markup, scripts from text and scripts from another origin are refused.
 */
export function prepareForStrictPolicy(): void {
  const nonce = styleNonce();
  if (nonce) setNonce(nonce);
  const factory = (globalThis as { trustedTypes?: TrustedTypesFactory }).trustedTypes;
  factory?.createPolicy('default', {
    createHTML: (input) => (isHarmlessMarkup(input) ? input : null),
    createScript: () => null,
    createScriptURL: (input) => (new URL(input, location.href).origin === location.origin ? input : null),
  });
}
