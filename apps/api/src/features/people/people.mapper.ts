/** Builds the contract's person from a row: masked numbers only. */
import type { Person } from '@daiban/contracts';
import type { PersonRow } from './people.repository.js';

export function toPerson(row: PersonRow, counters: Person['counters']): Person {
  return {
    id: row.id,
    name: row.name,
    idKind: row.idKind,
    idNumberMasked: row.idNumber?.masked ?? null,
    phoneMasked: row.phone?.masked ?? null,
    wechatHasPhone: row.wechatHasPhone,
    wechatHasOwnCard: row.wechatHasOwnCard,
    employer: row.employer,
    email: row.email,
    locale: row.locale,
    timeZone: row.timeZone,
    idUploadedBy: row.idUploadedBy,
    idCheckedBy: row.idCheckedBy,
    counters,
    accountsElsewhere: row.accountsElsewhere.map(({ accountType, state, since, note }) => ({
      accountType,
      state,
      since,
      note,
    })),
    createdAt: row.createdAt,
    version: row.version,
  };
}
