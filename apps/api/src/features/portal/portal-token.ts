/** The secret of a portal link, worked out from the link's id and a key of the installation: it stands in no table and can still be put into every later mail. Called by the links service. */
import { createHmac } from 'node:crypto';

/** 256 bits as letters that need no escaping in an address. @param key the installation's key `portal_token`, from which no other secret can be learnt */
export function portalTokenOf(key: Uint8Array, linkId: string): string {
  return createHmac('sha256', key).update(linkId, 'utf8').digest('base64url');
}
