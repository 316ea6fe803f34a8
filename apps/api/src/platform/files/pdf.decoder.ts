/** Looks whether a PDF is whole, open to read, short enough, and does nothing by itself. The file is kept as it came. Runs in the decoding process only. */
import { getDocument, PasswordException } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Decoder } from './decoding-process.js';
import type { FileRefusalCode } from './file-inspection.js';
import { isDictionary, PdfObjects } from './pdf-objects.js';
import { PdfName, withoutEscapes, type PdfValue } from './pdf-syntax.js';

/** Keys and kinds by which a PDF runs something, carries another file, or sends what was typed. `AA`: actions by themselves. */
const ACTIVE = new Set([
  'AA',
  'EF',
  'EmbeddedFile',
  'EmbeddedFiles',
  'FileAttachment',
  'GoToE',
  'GoToR',
  'ImportData',
  'JS',
  'JavaScript',
  'Launch',
  'Movie',
  'Rendition',
  'RichMedia',
  'Sound',
  'SubmitForm',
  'XFA',
]);
/** The long ones among them, anywhere in the bytes: readers that repair a file may find an object that no table names. Never there by chance. */
const ACTIVE_ANYWHERE =
  /\/(?:EmbeddedFiles?|FileAttachment|ImportData|JavaScript|Launch|RichMedia|SubmitForm)(?=[\0\t\n\f\r ()<>[\]{}/%]|$)/;
/** What makes the same bytes a web page or a program to somebody else's reader. */
const WEB_PAGE = /<(?:!doctype|html|script|svg|iframe)[\s>]|<\?php/i;
/** Marks of archives. A ZIP has all of its three: the head of a file, its line in the list, the end of the list. */
const ARCHIVES = [['PK\x03\x04', 'PK\x01\x02', 'PK\x05\x06'], ['Rar!\x1a\x07'], ['7z\xbc\xaf\x27\x1c']];

export const decode: Decoder = async (bytes, { pdfPagesMax }) => {
  const text = withoutEscapes(bytes.toString('latin1'));
  if (isAnotherFileToo(text)) return refused('file.name_lies');
  const objects = new PdfObjects(bytes);
  if (objects.trailers.some((trailer) => trailer.has('Encrypt'))) return refused('file.encrypted_pdf');
  if (ACTIVE_ANYWHERE.test(text)) return refused('file.active_pdf');
  for (const value of objects.all()) if (isActive(value, objects)) return refused('file.active_pdf');
  for (const stray of objects.strayObjects())
    if (ACTIVE_ANYWHERE.test(withoutEscapes(stray))) return refused('file.active_pdf');
  const pages = objects.countPages();
  if (pages > pdfPagesMax) return refused('file.too_many_pages');
  const decoding = await openByReader(bytes, pdfPagesMax);
  // Who looks at it must see all that others see.
  return decoding.accepted && decoding.pageCount !== pages ? refused('file.damaged') : decoding;
};

function isAnotherFileToo(text: string): boolean {
  return WEB_PAGE.test(text) || ARCHIVES.some((marks) => marks.every((mark) => text.includes(mark)));
}

function isActive(value: PdfValue, objects: PdfObjects): boolean {
  if (value instanceof PdfName) return ACTIVE.has(value.name);
  if (Array.isArray(value)) return value.some((item) => isActive(item, objects));
  if (!isDictionary(value)) return false;
  for (const [key, inner] of value) {
    if (ACTIVE.has(key) || isActive(inner, objects)) return true;
    if (key === 'OpenAction' && !isPlaceInDocument(inner, objects)) return true;
  }
  return false;
}

/** Word processors let a file open at its first page: an array, or an action that only goes there. */
function isPlaceInDocument(action: PdfValue, objects: PdfObjects): boolean {
  const value = objects.resolve(action);
  if (Array.isArray(value)) return !value.some(isDictionary);
  // What leads nowhere may lead somewhere for a reader that repairs the file.
  if (!isDictionary(value)) return action === null;
  const kind = value.get('S');
  return kind instanceof PdfName && kind.name === 'GoTo' && !value.has('Next');
}

/** A second opinion by the reader that staff will look through. */
async function openByReader(bytes: Buffer, pdfPagesMax: number) {
  const loading = getDocument({
    data: new Uint8Array(bytes),
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: true,
    enableXfa: false,
    verbosity: 0,
  });
  try {
    const pdf = await loading.promise;
    if (pdf.numPages > pdfPagesMax) return refused('file.too_many_pages');
    const found = [await pdf.getJSActions(), await pdf.getAttachments(), pdf.isPureXfa || null];
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      found.push(await page.getJSActions());
      if ((await page.getAnnotations()).some(isUnsafeLink)) return refused('file.active_pdf');
    }
    if (found.some((active) => active !== null)) return refused('file.active_pdf');
    return pdf.numPages > 0
      ? ({ accepted: true, rewritten: null, pageCount: pdf.numPages } as const)
      : refused('file.damaged');
  } catch (error) {
    if (error instanceof PasswordException) return refused('file.encrypted_pdf');
    throw error;
  }
}

/** The reader takes a link for one only to the web, a mailbox or a telephone; any other scheme runs or opens something. */
function isUnsafeLink({ url, unsafeUrl }: { readonly url?: string; readonly unsafeUrl?: string }): boolean {
  return url === undefined && /^[\0- ]*[a-z][a-z0-9+.-]*[\0- ]*:/i.test(unsafeUrl ?? '');
}

function refused(code: FileRefusalCode) {
  return { accepted: false, code } as const;
}
