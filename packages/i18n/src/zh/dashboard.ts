/** Chinese texts of the agency's screens. */
import type { dashboard as english } from '../en/dashboard.js';
import type { TranslationOf } from '../translation.js';

export const dashboard: TranslationOf<typeof english> = {};
