/** Version of the text that people sign off. Raised whenever its text in the catalogues changes: what was agreed to stays provable. */
export const SIGN_OFF_TEXT_VERSION = '2026-11';
