/** The secret of a portal link, worked out from the link's id and a key of the installation: it stands in no table and can still be put into every later mail. Called by the links service. */
import { createHmac, hkdfSync } from 'node:crypto';

/** The key that portal tokens hang on; its own, so that no other secret of the installation says anything about them. */
export function portalTokenKey(fileKey: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', fileKey, Buffer.alloc(0), 'daiban/portal-link/1', 32));
}

/** 256 bits as letters that need no escaping in an address. */
export function portalTokenOf(key: Uint8Array, linkId: string): string {
  return createHmac('sha256', key).update(linkId, 'utf8').digest('base64url');
}
