import type { rules as english } from '../en/rules.js';
import type { TranslationOf } from '../translation.js';

export const rules: TranslationOf<typeof english> = {};
