import type { prerequisites as english } from '../en/prerequisites.js';
import type { TranslationOf } from '../translation.js';

export const prerequisites: TranslationOf<typeof english> = {};
