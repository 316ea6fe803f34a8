/** The eight digits of a mailed code, worked out from its row's id and a key of the installation, so that no table and no kept mail holds them. Pure; called by the codes' services. */
import { createHmac, timingSafeEqual } from 'node:crypto';

const DIGITS = 8;

/** The digits of the code with that id. @param key the installation's key `portal_token`; the words before the id keep codes apart from the tokens of links */
export function portalCodeOf(key: Uint8Array, codeId: string): string {
  const number = createHmac('sha256', key).update(`portal code ${codeId}`, 'utf8').digest().readBigUInt64BE();
  return String(number % 10n ** BigInt(DIGITS)).padStart(DIGITS, '0');
}

/** As it is stored: useless without the key, and for another contact. */
export function portalCodeHash(key: Uint8Array, contactId: string, code: string): Buffer {
  return createHmac('sha256', key).update(`portal code of ${contactId} ${code}`, 'utf8').digest();
}

export function isSameHash(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}

/** The digits as somebody typed them: blanks, hyphens and full-width digits do not matter. Null: not eight digits. */
export function readCode(typed: string): string | null {
  const digits = typed.normalize('NFKC').replace(/[\s\u200b-\u200d\u2060.–—-]/gu, '');
  return /^\d{8}$/.test(digits) ? digits : null;
}

/** For the eye: `1234 5678`. */
export function spacedCode(code: string): string {
  return `${code.slice(0, DIGITS / 2)} ${code.slice(DIGITS / 2)}`;
}

const PLACE = /\[code ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\]/g;

/** What stands for the code in a kept mail. */
export function codePlace(codeId: string): string {
  return `[code ${codeId}]`;
}

/** Puts the codes into a kept mail's text. */
export function fillCodes(key: Uint8Array, text: string): string {
  return text.replace(PLACE, (_, codeId: string) => spacedCode(portalCodeOf(key, codeId)));
}
