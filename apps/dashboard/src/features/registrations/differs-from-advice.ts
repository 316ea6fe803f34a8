/** In what a case has left the advice it was opened on. Nothing stands in the way of that; the case says it softly. Called by `AdviceLink`. */
import type { Advice, RegistrationCase } from '@daiban/contracts';

/** What an advice answers and a case chooses. */
export type AdvisedChoices = Pick<RegistrationCase, 'accountType' | 'route'> & {
  subject: Pick<RegistrationCase['subject'], 'type' | 'countryCode' | 'licenceOf'>;
};

/** i18n `advisor.differs.<difference>`. */
export type AdviceDifference = 'account_type' | 'subject' | 'place' | 'licence' | 'route';

export function differsFromAdvice(
  { accountType, route, subject }: AdvisedChoices,
  advice: Pick<Advice, 'accountType' | 'route' | 'subject'>,
): AdviceDifference[] {
  const differences: Record<AdviceDifference, boolean> = {
    account_type: accountType !== advice.accountType,
    subject: subject.type !== advice.subject.type,
    place: subject.countryCode !== advice.subject.countryCode,
    licence: subject.licenceOf !== advice.subject.licenceOf,
    // Where no way is known there is none to leave.
    route: advice.route !== null && route !== advice.route,
  };
  return (Object.keys(differences) as AdviceDifference[]).filter((each) => differences[each]);
}
