/** Builds the contract's delivery from a row: a whitelist. */
import type { Delivery } from '@daiban/contracts';
import type { DeliveryRow } from './deliveries.repository.js';

export function toDelivery(row: DeliveryRow): Delivery {
  return {
    id: row.id,
    kind: row.kind,
    step: row.step,
    registrationId: row.registrationId,
    accountName: row.accountName,
    contact: row.contactId === null ? null : { id: row.contactId, name: row.contactName ?? '' },
    receiverName: row.receiverName,
    locale: row.locale,
    state: row.state,
    dueOn: row.dueOn,
    sendAfter: row.sendAfter,
    attempts: row.attempts,
    messageId: row.messageId,
    toAddress: row.toAddress,
    subject: row.subject,
    response: row.response,
    skippedReason: row.skippedReason,
    acceptedAt: row.acceptedAt,
    createdAt: row.createdAt,
  };
}
