/** Reads an upload's headers into what the uploads service takes. Called for staff and for visitors. */
import type { OperationInput, uploadDocument } from '@daiban/contracts';
import type { Upload } from './uploads.service.js';

type Input = Pick<OperationInput<typeof uploadDocument>, 'params' | 'headers' | 'body'>;

/** The form of the headers is the contract's; whether they fit the bytes is seen when those arrive. */
export function uploadOf({ params, headers, body }: Input): Upload {
  const [from, to, total] = headers['content-range']?.match(/\d+/g)?.map(Number) ?? [];
  const isPart = from !== undefined && to !== undefined && total !== undefined;
  return {
    name: params.name,
    page: headers['x-document-page'],
    sha256: headers['x-content-sha256'].toLowerCase(),
    range: isPart ? { from, to, total } : null,
    bodyLength: headers['content-length'] ?? null,
    body: body ?? NOTHING,
  };
}

/** A request without a body brings no bytes. */
const NOTHING: AsyncIterable<Uint8Array> = {
  // eslint-disable-next-line @typescript-eslint/require-await
  async *[Symbol.asyncIterator]() {},
};
