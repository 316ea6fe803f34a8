/** Every version the shipped book has had, with the fingerprint of its rules: a test fails while the data and the last line differ. */

/** Oldest first. A line is added with each change of a rule and never rewritten: cases name the version they were advised under. */
export const RULEBOOK_VERSIONS = [
  { version: '2026.11.2', fingerprint: '39533dfac20c16f3' },
  { version: '2026.11.3', fingerprint: '5ed0299cbc2f764d' },
  { version: '2026.11.4', fingerprint: '60fe251d5853abca' },
  { version: '2026.11.5', fingerprint: '8e22b1b1c13c02f9' },
] as const satisfies readonly {
  version: string;
  fingerprint: string;
}[];

/** The version shipped now; a case keeps the one it was advised under. */
export const RULEBOOK_VERSION = RULEBOOK_VERSIONS.at(-1)!.version;
