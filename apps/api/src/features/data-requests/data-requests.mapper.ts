/** Writes a request about one's own data as the contract's, for whoever asked and for the agency. Called by `DataRequestsService`. */
import type { DataRequest, StaffDataRequest } from '@daiban/contracts';
import type { DataRequestRow } from './data-requests.repository.js';

/** What was asked and answered, opened. `message` is '' once it is erased, `answer` null then and while there is none. */
export type Words = Pick<DataRequest, 'message' | 'answer'>;

export function toDataRequest(row: DataRequestRow, { message, answer }: Words): DataRequest {
  const { id, kind, state, askedAt, dueOn, closedAt } = row;
  return { id, kind, state, message, askedAt, dueOn, answer, closedAt };
}

/** @param today Shanghai date */
export function toStaffDataRequest(row: DataRequestRow, words: Words, today: string): StaffDataRequest {
  const { contactId, personId, askerName, clientId, clientName, closedBy, version } = row;
  return {
    ...toDataRequest(row, words),
    asker: {
      kind: contactId === null ? 'admin_person' : 'contact',
      id: contactId ?? personId ?? '',
      name: askerName,
      clientId,
      clientName,
    },
    overdue: row.state === 'open' && row.dueOn < today,
    closedBy,
    version,
  };
}
