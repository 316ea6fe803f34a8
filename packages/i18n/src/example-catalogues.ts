/** The words under the example pictures; only the pages that show pictures download them. */
import { examples as examplesEn } from './en/examples.js';
import { examples as examplesZh } from './zh/examples.js';

export const exampleCatalogues = {
  en: { examples: examplesEn },
  zh: { examples: examplesZh },
} as const;
