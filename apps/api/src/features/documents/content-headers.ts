/** The headers a document's file goes out with. What else a browser must not do with it, every answer of the API says already. */
import { contentDisposition } from '../../platform/http/content-disposition.js';
import type { DocumentContent } from './document-content.service.js';

/** Endings that fit a content; the first is added where none of them stands. A picture that was written anew may have come under another. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'application/pdf': ['pdf'],
};

function withEnding(name: string, mediaType: string): string {
  const endings = ENDINGS[mediaType] ?? [];
  return endings.some((ending) => name.toLowerCase().endsWith(`.${ending}`)) ? name : `${name}.${endings[0] ?? 'bin'}`;
}

export function contentHeaders(
  { mediaType, name }: Pick<DocumentContent, 'mediaType' | 'name'>,
  disposition: 'attachment' | 'inline',
): Record<string, string> {
  return {
    'Content-Type': mediaType,
    'Content-Disposition': contentDisposition(disposition, withEnding(name, mediaType)),
  };
}
