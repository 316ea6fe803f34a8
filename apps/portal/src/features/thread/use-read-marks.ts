/** Tells the agency that its messages are read once they stand on the screen of somebody who may act. */
import { useEffect } from 'react';
import type { Message } from '@daiban/contracts';
import { useMarkPortalMessagesRead } from './api/messages.js';

/** @param messages newest first */
export function useReadMarks(registrationId: string | null, messages: readonly Message[], isPreview: boolean): void {
  const { mutate } = useMarkPortalMessagesRead(registrationId);
  const newest = messages.find(({ author, readAt }) => author.side === 'agency' && readAt === null)?.id;
  useEffect(() => {
    if (newest && !isPreview) mutate(newest);
  }, [newest, isPreview, mutate]);
}
