/** What a row keeps for itself alone: its cells as they stood in the sheet, and what was decided of them. Sealed, since both may hold ID numbers; a run that was cut off goes on from here. */
import type { ImportRowPlan } from '@daiban/domain';
import type { Encryption } from '../../platform/encryption/encryption.js';

export interface RowOriginal {
  readonly cells: readonly string[];
  /** Null: the row does not come in. */
  readonly plan: ImportRowPlan | null;
}

const placeOf = (agencyId: string, rowId: string) => ({ agencyId, place: 'import_row.original', id: rowId });

export function sealRow(
  encryption: Encryption,
  agencyId: string,
  rowId: string,
  original: RowOriginal,
): Promise<Buffer> {
  return encryption.seal(JSON.stringify(original), placeOf(agencyId, rowId));
}

/** @throws TamperedValue when it was changed behind our back */
export async function openRow(
  encryption: Encryption,
  agencyId: string,
  rowId: string,
  sealed: Uint8Array,
): Promise<RowOriginal> {
  const original = await encryption.open(sealed, placeOf(agencyId, rowId));
  return JSON.parse(original.toString('utf8')) as RowOriginal;
}
