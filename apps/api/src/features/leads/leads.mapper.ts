/** Writes a lead as the contract's. Called by `LeadsService`. */
import type { Lead } from '@daiban/contracts';
import type { LeadRow } from './leads.repository.js';

/** @param message what they wrote, opened; null: nothing, or it is forgotten */
export function toLead(row: LeadRow, message: string | null): Lead {
  const { id, state, name, company, email, locale, textVersion, leftAt, version } = row;
  const { adviceId, goal, countryCode, verdict, accountType } = row;
  const advice =
    adviceId === null || goal === null || verdict === null
      ? null
      : { id: adviceId, goal, countryCode: countryCode ?? '', verdict, accountType };
  return { id, state, name, company, email, locale, message, advice, textVersion, leftAt, version };
}
