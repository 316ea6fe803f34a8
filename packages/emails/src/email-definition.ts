/** What a file of one mail exports. `renderEmail` compiles it once per language and fills it per receiver. */
import type { Locale } from '@daiban/domain/enumerations';
import type { ReactElement } from 'react';
import type { TemplateValues } from './template.js';

export interface EmailDefinition<Params> {
  /** The HTML, with placeholders; drawn once per language. */
  draw(locale: Locale): ReactElement;
  /** The plain-text twin, with the same placeholders. */
  plainText: string;
  /** Everything the placeholders stand for, written in the receiver's language; `subject` among it. */
  values(params: Params, locale: Locale): TemplateValues & { readonly subject: string };
}
