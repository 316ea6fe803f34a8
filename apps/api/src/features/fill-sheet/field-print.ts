/** Prints (SHA-256) of what a field reads, so that a tick holds only while it reads the same. Pure; called by `FillSheetService`. */
import { createHash } from 'node:crypto';
import type { FillSheetField } from '@daiban/domain';
import type { Case } from '../registrations/case.js';

/** Of what stands in the field, as anybody may see it. */
export function shownPrint({ value, copyValue }: FillSheetField): string {
  return printOf([value, copyValue]);
}

/** The same, and of a masked number its blind index too: two numbers may look alike behind their mask. */
export function fieldPrint(field: FillSheetField, { admin }: Case['particulars']): string {
  const index =
    field.key === 'adminIdNumber' ? admin?.idNumberIndex : field.key === 'adminPhone' ? admin?.phoneIndex : null;
  return index ? `${shownPrint(field)}.${printOf(index)}` : shownPrint(field);
}

function printOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
