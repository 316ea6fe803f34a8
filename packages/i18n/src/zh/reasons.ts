import type { reasons as english } from '../en/reasons.js';
import type { TranslationOf } from '../translation.js';

export const reasons: TranslationOf<typeof english> = {};
