/** The texts the dashboard ships; everything here takes its words from this one place. */
export { text, type TextKey, type TextParams } from '@daiban/i18n';
