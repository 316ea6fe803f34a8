/** The keys of the words around a rule, which both apps ship and the shared components ask for. */
import type { why } from './en/why.js';
import type { KeyOf } from './translation.js';

export type WhyKey = `why.${KeyOf<typeof why>}`;
