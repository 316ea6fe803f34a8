/** Reads what erasing a client would take away, and what stands against it. */
import { previewErasure } from '@daiban/contracts';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';

export const erasurePreviewQuery = (id: string) =>
  queryOptions({
    queryKey: [...queryKeys.client(id), 'erasure'],
    queryFn: ({ signal }) => callApi(previewErasure, { params: { id } }, { signal }),
    // It is about what is there now.
    staleTime: 0,
  });
