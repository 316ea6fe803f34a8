/** Where a document's name is sealed: it often holds a person's name, so it is kept like the file itself. */
import type { SealContext } from '../../platform/encryption/encryption.js';

export function nameContext(
  agencyId: string,
  { id, clientId }: { readonly id: string; readonly clientId: string },
): SealContext {
  return { agencyId, clientId, place: 'document.name_sealed', id };
}
