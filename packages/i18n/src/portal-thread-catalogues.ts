/** The texts of the client's messages, downloaded after the page they stand on. */
import { thread as threadEn } from './en/portal-thread.js';
import { thread as threadZh } from './zh/portal-thread.js';

export const portalThreadCatalogues = { en: { thread: threadEn }, zh: { thread: threadZh } } as const;
