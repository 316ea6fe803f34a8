/** Builds the contract's capacity answers from rows: what is used beside its limit and rule. */
import type { Person, PersonCapacity, SubjectCapacity, TouchedAccount } from '@daiban/contracts';
import { needAfter, verificationEndsOn, type Rulebook } from '@daiban/domain';
import type { Locale } from '@daiban/domain/enumerations';
import { text } from '@daiban/i18n';
import type { RuleLookup } from '../../platform/refusal/refused.js';
import type { SlotUse } from '../quotas/quotas.service.js';
import type { HolderRow, SubjectCapacityRow, TiedRow } from './capacity.repository.js';

export function toSubjectCapacity(
  row: SubjectCapacityRow,
  slots: SlotUse,
  holders: readonly HolderRow[],
): SubjectCapacity {
  const { id, name, type, licenceOf, standing } = row;
  return {
    subject: { id, name, type, licenceOf, standing },
    slots,
    holders: holders.map((holder) => ({
      registrationId: holder.registrationId,
      clientId: holder.clientId,
      clientName: holder.clientName,
      accountName: holder.accountName,
      accountType: holder.accountType,
      state: holder.state,
      slot: holder.slot,
      since: holder.since,
      frozenUntilOn: holder.frozenUntilOn,
    })),
    elsewhere: row.elsewhere.map(({ accountType, state, since, note }) => ({ accountType, state, since, note })),
    grantedAccounts: row.grantedAccounts,
    raise: row.raise && { id: row.raise.id, state: row.raise.state, requestedAt: row.raise.requestedAt },
  };
}

/** @param used accounts on which the person has an operator's seat now */
export function toPersonCapacity(
  { id, name, employer, counters }: Person,
  used: number,
  { rules, locale, ruleOf }: { rules: Rulebook; locale: Locale; ruleOf: RuleLookup },
): PersonCapacity {
  const limit = rules.entries['operator.accounts'].value;
  return {
    person: { id, name, employer },
    ...counters,
    operator: { used, limit, rule: ruleOf('operator.accounts', locale) },
  };
}

/** null: it needs nothing. @param horizonAt verifications that end by then are told */
export function toTouchedAccount(
  row: TiedRow,
  { now, horizonAt, locale, ruleOf }: { now: string; horizonAt: string; locale: Locale; ruleOf: RuleLookup },
): TouchedAccount | null {
  const needed = needAfter(row);
  if (!needed) return null;
  const { verificationEndsAt: endsAt } = row;
  return {
    registrationId: row.registrationId,
    clientId: row.clientId,
    clientName: row.clientName,
    accountName: row.accountName,
    accountType: row.accountType,
    state: row.state,
    tie: row.tie,
    need: needed.need,
    needText: text(locale, `capacity.need.${needed.need}`),
    rule: needed.ruleId === null ? null : ruleOf(needed.ruleId, locale),
    renewalDueOn:
      endsAt !== null && endsAt >= now && endsAt <= horizonAt
        ? verificationEndsOn({ until: endsAt, untilOn: null })
        : null,
    hasOpenOrder: row.hasOpenOrder,
  };
}
