/** What a new case takes over from an answer, as the new case's address holds it. */
import type { Advice } from '@daiban/contracts';

export function newCaseOf({ id, accountType, route, subject }: Advice & { id: string }) {
  return {
    adviceId: id,
    accountType: accountType ?? undefined,
    route: route ?? undefined,
    subjectType: subject.type,
    countryCode: subject.countryCode,
    licenceOf: subject.licenceOf,
  };
}
