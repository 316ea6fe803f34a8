/** What an inspection asks of a file and what it can answer. Used by the inspector and by who keeps what it let through. */
import type { DocumentMediaType } from '@daiban/domain/enumerations';

/** Why a file is not taken; each has its words and its remedy in the catalogue. `file.hash_mismatch` is said by who receives the bytes. */
export const FILE_REFUSAL_CODES = [
  'file.empty',
  'file.too_big',
  'file.wrong_type',
  'file.name_lies',
  'file.damaged',
  'file.too_many_pixels',
  'file.too_small',
  'file.encrypted_pdf',
  'file.active_pdf',
  'file.too_many_pages',
  'file.infected',
  'file.hash_mismatch',
  'file.heic',
] as const;
export type FileRefusalCode = (typeof FILE_REFUSAL_CODES)[number];

/** What is asked of a file; from the rules of the day. */
export interface FileLimits {
  readonly types: readonly DocumentMediaType[];
  /** Bytes. */
  readonly maxBytes: number;
  /** Shorter side of a picture, pixels. */
  readonly imageMinPixels: number;
  readonly pdfPagesMax: number;
}

export type FileInspection =
  | {
      readonly accepted: true;
      readonly mediaType: DocumentMediaType;
      /** A picture is written anew, upright and without its metadata; a PDF is as it came. */
      readonly bytes: Buffer;
      /** 1 for a picture. */
      readonly pageCount: number;
    }
  | { readonly accepted: false; readonly code: FileRefusalCode };

/** The file could not be judged now: it stays in quarantine and is tried again. */
export class InspectionUnavailable extends Error {
  override name = 'InspectionUnavailable';
}

/** A scanner is set and gave no verdict. */
export class ScannerUnavailable extends InspectionUnavailable {
  override name = 'ScannerUnavailable';
}
