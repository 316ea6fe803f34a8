/** Gives the page of a paper its upload queue, and the pictures of files chosen in this visit. */
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import {
  getPortalPaper,
  uploadPortalDocument,
  UploadQueue,
  type Document,
  type PortalPaper,
  type Upload,
} from '@daiban/contracts';
import { callPortal } from '../../../lib/call-portal.js';

export interface Uploads {
  readonly list: readonly Upload[];
  add: UploadQueue['add'];
  dismiss(key: string): void;
  resume: UploadQueue['resume'];
  /** Address of a picture chosen in this visit, by the hash the API knows it by; null: we have none. */
  pictureOf(document: Document): string | null;
}

export function useUploads(prerequisiteId: string): Uploads {
  const queries = useQueryClient();
  const [pictures, setPictures] = useState<ReadonlyMap<string, string>>(new Map());
  const addresses = useRef<string[]>([]);
  useEffect(() => () => addresses.current.splice(0).forEach((address) => URL.revokeObjectURL(address)), []);
  const queue = useMemo(() => {
    const queryKey = ['portal-paper', prerequisiteId];
    const paper = async (): Promise<PortalPaper> => {
      const now = await callPortal(getPortalPaper, { params: { id: prerequisiteId } });
      queries.setQueryData(queryKey, now);
      return now;
    };
    return new UploadQueue({
      paper,
      pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      put: ({ name, sha256, page }, part, range) =>
        callPortal(uploadPortalDocument, {
          params: { id: prerequisiteId, name },
          headers: {
            'x-content-sha256': sha256,
            'x-document-page': page,
            ...(range ? { 'content-range': range } : {}),
          },
          body: part,
        }),
      onArrived: (document, file) => {
        if (file.type.startsWith('image/')) {
          const address = URL.createObjectURL(file);
          addresses.current.push(address);
          setPictures((known) => new Map(known).set(document.sha256, address));
        }
        void queries.invalidateQueries({ queryKey });
      },
    });
  }, [prerequisiteId, queries]);
  const list = useSyncExternalStore(queue.subscribe, queue.uploads);
  useEffect(() => {
    const resume = () => void queue.resume();
    addEventListener('online', resume);
    return () => removeEventListener('online', resume);
  }, [queue]);
  const isBusy = list.some(({ state }) => state !== 'problem');
  useEffect(() => {
    if (!isBusy) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isBusy]);
  return {
    list,
    add: queue.add,
    dismiss: queue.dismiss,
    resume: queue.resume,
    pictureOf: ({ sha256 }) => pictures.get(sha256) ?? null,
  };
}
