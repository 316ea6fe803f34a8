/** Reads on which licence an account would stand: the place of registration decides, not an office, and a mainland licence opens the mainland way. Called by `getAdvice`. */
import type { SubjectType } from '../enumerations/index.js';
import type { Finding } from '../machine/finding.js';
import { found } from '../registration/judging.js';
import { advised } from './advice-findings.js';
import { say, type Standing, type AdviceStatement } from './advice-answer.js';
import type { AdviceQuestion } from './advice-question.js';

/** How a question was read. */
export interface Reading {
  readonly standing: Standing;
  /** The licence is there. */
  readonly hasLicence: boolean;
  /** Said where the question allowed two readings. */
  readonly assumptions: readonly AdviceStatement[];
  /** What contradicts itself or is missing: refused whatever the rest. */
  readonly refusals: readonly Finding[];
}

/** Where a company abroad stands that is only thought of: which place makes no difference, only that it is none of the mainland. */
export const SOMEWHERE_ABROAD = 'HK';

/** Bodies that prove themselves by a certificate of the state and never had a business licence. */
const WITHOUT_BUSINESS_LICENCE: readonly SubjectType[] = ['government', 'other_organisation'];

export function readStanding(question: AdviceQuestion): Reading {
  const { subjectType, countryCode, hasMainlandLicence } = question;
  const licenceOf = question.licenceOf ?? 'client';
  if (licenceOf !== 'client') return onAnothersLicence(licenceOf);
  if (subjectType === 'individual') return asPerson(question);
  if (countryCode === 'CN') return inMainland(question);
  if (hasMainlandLicence) {
    const type = subjectType === 'overseas_enterprise' ? 'enterprise' : subjectType;
    return {
      standing: { option: 'own_mainland', subjectType: type, countryCode: 'CN', licenceOf },
      hasLicence: true,
      assumptions: [say('assumed.mainland_licence', 'subject.region', { countryCode })],
      refusals: [],
    };
  }
  return {
    standing: { option: 'own_overseas', subjectType: 'overseas_enterprise', countryCode, licenceOf },
    hasLicence: true,
    assumptions: [
      ...(subjectType === 'overseas_enterprise'
        ? []
        : [say('assumed.overseas', 'subject.region', { subjectType, countryCode })]),
      ...(question.hasMainlandOffice === true
        ? [say('assumed.office_does_not_count', 'subject.region', { countryCode })]
        : []),
    ],
    refusals: [],
  };
}

function onAnothersLicence(licenceOf: Standing['licenceOf']): Reading {
  return {
    standing: { option: 'another_party', subjectType: 'enterprise', countryCode: 'CN', licenceOf },
    hasLicence: true,
    assumptions: [say('assumed.anothers_licence', 'subject.own_licence', { licenceOf })],
    refusals: [],
  };
}

/** A person is registered nowhere: what the form asks for is their ID. */
function asPerson({ countryCode, hasMainlandLicence, adminNationality }: AdviceQuestion): Reading {
  return {
    standing: { option: null, subjectType: 'individual', countryCode: 'CN', licenceOf: 'client' },
    hasLicence: true,
    assumptions: [
      ...(countryCode === 'CN' || adminNationality !== null
        ? []
        : [say('assumed.person_by_id', 'admin.is_subject', { countryCode })]),
      // The more careful of two readings: a licence would open more.
      ...(hasMainlandLicence ? [say('assumed.person_without_licence', 'account_type.service')] : []),
    ],
    refusals: [],
  };
}

function inMainland({ subjectType, countryCode, hasMainlandLicence }: AdviceQuestion): Reading {
  const isOverseas = subjectType === 'overseas_enterprise';
  const type = isOverseas ? 'enterprise' : subjectType;
  const hasLicence = hasMainlandLicence || WITHOUT_BUSINESS_LICENCE.includes(type);
  const reading = {
    standing: { option: 'own_mainland', subjectType: type, countryCode, licenceOf: 'client' },
    hasLicence,
  } as const;
  if (isOverseas) {
    return {
      ...reading,
      assumptions: [say('assumed.mainland_company', 'subject.region')],
      refusals: [found('subject.region_mismatch', 'subject.region', { countryCode, subjectType })],
    };
  }
  if (!hasLicence) {
    return {
      ...reading,
      assumptions: [say('assumed.licence_to_come', 'prerequisites.papers', { subjectType })],
      refusals: [advised('subject.licence_missing', 'prerequisites.papers', { subjectType })],
    };
  }
  const byCertificate = !hasMainlandLicence;
  return {
    ...reading,
    assumptions: byCertificate ? [say('assumed.certificate', 'prerequisites.papers', { subjectType })] : [],
    refusals: [],
  };
}
