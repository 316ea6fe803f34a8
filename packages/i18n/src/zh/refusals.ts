import type { refusals as english } from '../en/refusals.js';
import type { TranslationOf } from '../translation.js';

export const refusals: TranslationOf<typeof english> = {};
