import type { clearedBy as english } from '../en/cleared-by.js';
import type { TranslationOf } from '../translation.js';

export const clearedBy: TranslationOf<typeof english> = {};
