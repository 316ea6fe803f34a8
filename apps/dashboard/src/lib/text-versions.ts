/** Versions of the texts that people agree to. Raise one whenever its text in the catalogues changes: what was agreed to stays provable. */
export const CONSENT_TEXT_VERSION = '2026-11';
export const SIGN_OFF_TEXT_VERSION = '2026-11';
