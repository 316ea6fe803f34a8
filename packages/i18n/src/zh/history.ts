import type { history as english } from '../en/history.js';
import type { TranslationOf } from '../translation.js';

export const history: TranslationOf<typeof english> = {};
