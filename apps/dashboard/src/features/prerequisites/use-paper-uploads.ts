/** Gives a paper on the case's page its upload queue: what staff drop or choose goes part by part, as a visitor's files do. */
import { uploadDocument, UploadQueue, type BroughtPaper, type Upload } from '@daiban/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import { callApi } from '../../lib/call-api.js';
import { casePapersQuery } from './api/case-papers.js';

export interface PaperUploads {
  readonly list: readonly Upload[];
  add(files: readonly File[]): void;
  dismiss: UploadQueue['dismiss'];
  resume: UploadQueue['resume'];
}

export function usePaperUploads(registrationId: string, prerequisiteId: string): PaperUploads {
  const queries = useQueryClient();
  const { queue, add } = useMemo(() => {
    const query = casePapersQuery(registrationId);
    const paper = async (): Promise<BroughtPaper> => {
      const { items, limits } = await queries.fetchQuery({ ...query, staleTime: 0 });
      const found = items.find(({ prerequisite }) => prerequisite.id === prerequisiteId);
      if (!found) throw new Error(`The case has no paper ${prerequisiteId} any more.`);
      return { documents: found.documents.filter(({ version }) => version === found.uploadVersion), limits };
    };
    const made = new UploadQueue({
      paper,
      pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      put: ({ name, sha256, page }, part, range) =>
        callApi(uploadDocument, {
          params: { id: prerequisiteId, name },
          headers: {
            'x-content-sha256': sha256,
            'x-document-page': page,
            ...(range ? { 'content-range': range } : {}),
          },
          body: part,
        }),
      // The case itself has changed too: an arrival moves its version.
      onArrived: () => void queries.invalidateQueries({ queryKey: ['registrations', 'one', registrationId] }),
    });
    const addFiles = (files: readonly File[]): void => void paper().then((now) => made.add(files, now));
    return { queue: made, add: addFiles };
  }, [registrationId, prerequisiteId, queries]);
  const list = useSyncExternalStore(queue.subscribe, queue.uploads);
  return { list, add, dismiss: queue.dismiss, resume: queue.resume };
}
