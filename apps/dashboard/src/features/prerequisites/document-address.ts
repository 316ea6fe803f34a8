/** Where the browser finds a paper's file: as pictures, page by page, or to be saved. */
import { getDocumentContent } from '@daiban/contracts';

const contentOf = (documentId: string): string => getDocumentContent.fullPath.replace('{id}', documentId);

/** @param page of a PDF, from 1; a picture has one */
export function pictureAddress(documentId: string, page: number): string {
  return `${contentOf(documentId)}?view=picture&page=${page}`;
}

export function savingAddress(documentId: string): string {
  return contentOf(documentId);
}
