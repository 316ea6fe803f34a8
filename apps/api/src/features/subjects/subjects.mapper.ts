/** Builds the contract's subject from a row and what is counted against its limit. */
import type { Subject } from '@daiban/contracts';
import type { SlotUse } from '../quotas/quotas.service.js';
import type { SubjectRow } from './subjects.repository.js';

export function toSubject(row: SubjectRow, slots: SlotUse): Subject {
  return {
    id: row.id,
    type: row.type,
    class: row.class,
    name: row.name,
    code: row.code,
    countryCode: row.countryCode,
    licenceOf: row.licenceOf,
    standing: row.standing,
    licenceExpiresOn: row.licenceExpiresOn,
    accountsElsewhere: row.accountsElsewhere.map(({ accountType, state, since, note }) => ({
      accountType,
      state,
      since,
      note,
    })),
    slots,
    version: row.version,
  };
}
