import type { problems as english } from '../en/problems.js';
import type { TranslationOf } from '../translation.js';

export const problems: TranslationOf<typeof english> = {};
