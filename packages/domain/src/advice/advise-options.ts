/** The three licences an account can stand on, side by side for this client: an own company in the mainland, somebody else's licence, the own company abroad. Called by `getAdvice`. */
import { LICENCE_OPTIONS, type LicenceOption } from '../enumerations/index.js';
import type { Rulebook } from '../rulebook/rule-values.js';
import { say, type OptionAdvice, type Standing, type AdviceStatement } from './advice-answer.js';
import { adviseCosts } from './advice-costs.js';
import type { AdviceContext, AdviceQuestion } from './advice-question.js';
import { rangeOf, timeNotes } from './advise-routes.js';
import { judgeWish, needsVerification } from './judge-wish.js';
import { readStanding, SOMEWHERE_ABROAD } from './read-standing.js';

/** @param chosen the licence the answer itself is about; null for a person */
export function adviseOptions(question: AdviceQuestion, chosen: Standing, context: AdviceContext): OptionAdvice[] {
  return LICENCE_OPTIONS.map((option) => adviseOption(option, question, chosen, context));
}

function adviseOption(
  option: LicenceOption,
  question: AdviceQuestion,
  chosen: Standing,
  context: AdviceContext,
): OptionAdvice {
  const isChosen = option === chosen.option;
  const asked = isChosen ? question : askedOn(option, question);
  const reading = readStanding(asked);
  const { rules } = context;
  const judged = judgeWish(asked, reading, rules);
  const { accountType, route } = judged;
  const { standing } = reading;
  return {
    option,
    isChosen,
    isAvailable: isChosen ? reading.hasLicence : isThere(option, question),
    verdict: judged.verdict,
    accountType,
    subjectType: standing.subjectType,
    openTypes: judged.openTypes,
    costs:
      accountType === null
        ? null
        : adviseCosts(accountType, route, standing, needsVerification(asked, accountType), rules),
    timeRange: accountType === null ? null : rangeOf(accountType, route, standing, context),
    wechatPay: judged.wechatPay,
    owner: option === 'another_party' ? 'licence_holder' : 'client',
    notes: [
      ...notesOf(option, isThere(option, question), rules),
      ...(accountType === null ? [] : timeNotes(accountType, route, standing, rules)),
    ],
    refusals: judged.refusals,
  };
}

/** The same wish on another licence. Accounts, admin and way were told for the one asked about, and say nothing here. */
function askedOn(option: LicenceOption, question: AdviceQuestion): AdviceQuestion {
  const asked = { ...question, wantedRoute: null, adminNationality: null, existingAccounts: [] };
  switch (option) {
    case 'own_mainland': {
      const isBody = question.subjectType !== 'individual' && question.subjectType !== 'overseas_enterprise';
      const subjectType = isBody ? question.subjectType : 'enterprise';
      return { ...asked, subjectType, countryCode: 'CN', hasMainlandLicence: true, licenceOf: 'client' };
    }
    case 'another_party':
      return { ...asked, licenceOf: question.licenceOf === 'agency' ? 'agency' : 'partner' };
    case 'own_overseas': {
      const countryCode = question.countryCode === 'CN' ? SOMEWHERE_ABROAD : question.countryCode;
      const subjectType = 'overseas_enterprise';
      return { ...asked, subjectType, countryCode, hasMainlandLicence: false, licenceOf: 'client' };
    }
  }
}

function isThere(option: LicenceOption, question: AdviceQuestion): boolean {
  switch (option) {
    case 'own_mainland':
      return question.hasMainlandLicence;
    case 'another_party':
      return question.licenceOf === 'agency' || question.licenceOf === 'partner';
    case 'own_overseas':
      return question.countryCode !== 'CN' && question.subjectType !== 'individual';
  }
}

function notesOf(option: LicenceOption, isAvailable: boolean, rules: Rulebook): AdviceStatement[] {
  switch (option) {
    case 'own_mainland':
      return [
        ...(isAvailable ? [] : [say('option.found_company_first', 'prerequisites.papers')]),
        say('option.mainland_admin', 'admin.passport_mainland'),
      ];
    case 'another_party':
      return [
        say('option.holder_owns', 'subject.own_licence'),
        say('option.places_shared', 'quota.subject.enterprise', {
          limit: rules.entries['quota.subject.enterprise'].value ?? '?',
        }),
        say('option.way_out', 'subject.only_by_migration'),
      ];
    case 'own_overseas':
      return [
        ...(rules.entries['account_type.subscription'].value.overseas_enterprise === 'refused'
          ? [say('option.service_only', 'account_type.subscription')]
          : []),
        say('option.overseas_papers', 'papers.overseas_notarised'),
        say('option.foreign_admin', 'papers.operator_phone_bill_months', {
          months: rules.entries['papers.operator_phone_bill_months'].value,
        }),
      ];
  }
}
