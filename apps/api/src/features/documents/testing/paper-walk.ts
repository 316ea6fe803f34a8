/** Brings papers over HTTP as people do: pictures that no other call makes, whole or in parts. For tests of documents and reviews. */
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { listCasePapers, listPrerequisites, uploadDocument, type Document, type Paper } from '@daiban/contracts';
import sharp from 'sharp';
import type { TestApi } from '../../../testing/test-api.js';
import type { CaseWalk } from '../../registrations/testing/case-walk.js';

/** A photograph of nothing, of its own each time. */
export function aPicture(width = 900): Promise<Buffer> {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 40 };
  return sharp({ create: { width, height: 600, channels: 3, background: 'white', noise } })
    .jpeg({ quality: 80 })
    .toBuffer();
}

export const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** How a file is sent, where it is not the first page of a licence by the walk's own key. */
export interface Sending {
  page?: number;
  name?: string;
  key?: string;
  /** Another hash than the file's own. */
  hash?: string;
  /** First and last byte of the part, and the whole length. */
  range?: [from: number, to: number, total: number];
}

/** What a request brings: for `uploadDocument` and `uploadPortalDocument`. */
export function uploadOf(
  paperId: string,
  bytes: Buffer,
  { page = 1, name = 'licence.jpg', hash, range }: Sending = {},
) {
  return {
    params: { id: paperId, name },
    headers: {
      'x-content-sha256': hash ?? sha256(bytes),
      'x-document-page': page,
      ...(range && { 'content-range': `bytes ${range[0]}-${range[1]}/${range[2]}` }),
    },
    body: new Uint8Array(range ? bytes.subarray(range[0], range[1] + 1) : bytes),
  };
}

export class PaperWalk {
  constructor(
    readonly api: TestApi,
    readonly walk: CaseWalk,
  ) {}

  send(paperId: string, bytes: Buffer, sending: Sending = {}): Promise<Document> {
    return this.api.call(sending.key ?? this.walk.key, uploadDocument, uploadOf(paperId, bytes, sending));
  }

  /** A case that waits for its papers, and the id of one of them. */
  async aPaper(code = 'business_licence'): Promise<{ caseId: string; clientId: string; paperId: string }> {
    const known = await this.walk.caseAt('awaiting_prerequisites');
    return { caseId: known.id, clientId: known.client.id, paperId: await this.paperId(known.id, code) };
  }

  async paperId(caseId: string, code: string): Promise<string> {
    const { items } = await this.api.call(this.walk.key, listPrerequisites, { params: { id: caseId } });
    return items.find((paper) => paper.code === code)?.id ?? '';
  }

  async paper(caseId: string, paperId: string): Promise<Paper> {
    const { items } = await this.api.call(this.walk.key, listCasePapers, { params: { id: caseId } });
    const found = items.find(({ prerequisite }) => prerequisite.id === paperId);
    if (!found) throw new Error(`The case has no paper ${paperId}.`);
    return found;
  }

  /** What lies in the store of a document: its file and its parts. */
  objectsOf(documentId: string): string[] {
    try {
      const names = readdirSync(join(this.api.settings.dataDir, 'files', this.walk.agency.id));
      return names.filter((name) => name.startsWith(documentId)).toSorted();
    } catch {
      return [];
    }
  }
}
