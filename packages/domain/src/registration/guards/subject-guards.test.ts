import { describe, expect, test } from '@jest/globals';
import { SUBJECT_CLASSES, SUBJECT_TYPES, type SubjectClass, type SubjectType } from '../../enumerations/index.js';
import { usccCheckCharacter } from '../../identity/uscc.js';
import { aRegistration, contextAt } from '../../testing/registration-builder.js';
import { verificationFee } from '../../verification/fee.js';
import { nameFits } from '../../preflight/run-preflight.js';
import type { Guard } from '../judging.js';
import { classFitsSubject, codeFitsSubject } from './subject-guards.js';

const differs = (type: SubjectType, subjectClass: SubjectClass | null, code: string | null) =>
  findingsOf(classFitsSubject, aRegistration().subject(type, { class: subjectClass, code })).map(
    ({ code: finding }) => finding,
  );

const findingsOf = (guard: Guard, { facts }: ReturnType<typeof aRegistration>) => {
  const command = {
    event: 'advice_accepted',
    actor: { kind: 'system', id: null, role: null, memberId: null },
  } as const;
  const context = contextAt();
  const input = { facts, order: null, command, context, provenance: null, occurredAt: context.now, isProbe: false };
  return guard(input);
};

describe('a credit code of a registry that no type of subject is known for', () => {
  const unrecognised = (type: SubjectType, subjectClass: SubjectClass | null, code: string) =>
    findingsOf(codeFitsSubject, aRegistration().subject(type, { class: subjectClass, code })).map(
      ({ code: finding }) => finding,
    );

  test('is asked about: a union’s for a company', () => {
    expect(unrecognised('enterprise', null, '81350100M000100Y44')).toEqual(['subject.code_unrecognised']);
    expect(unrecognised('enterprise', null, '91350100M000100Y43')).toEqual([]);
  });

  test('is not where the finer class explains it: an embassy’s', () => {
    const code = `Y1350100M000100Y4${usccCheckCharacter('Y1350100M000100Y4')}`;
    expect(unrecognised('other_organisation', 'foreign_mission', code)).toEqual([]);
    expect(unrecognised('other_organisation', null, code)).toEqual(['subject.code_unrecognised']);
  });
});

test('a name of sixteen characters is doubtful where the verification asks for it, and too long where nothing does', () => {
  const named = (route: 'wechat_verification' | 'small_transfer') =>
    findingsOf(
      nameFits,
      aRegistration()
        .route(route)
        .registration({ proposedName: '茶'.repeat(16) }),
    ).map(({ code, ruleId }) => [code, ruleId]);
  expect(named('wechat_verification')).toEqual([['name.doubtful', 'name.units_verified']]);
  expect(named('small_transfer')).toEqual([['name.not_allowed', 'name.units']]);
});

describe('the finer class', () => {
  test.each<[SubjectType, SubjectClass, string | null, boolean]>([
    ['other_organisation', 'foundation', '53100000500012345X', true],
    ['other_organisation', 'foundation', '51100000500012345X', false],
    ['other_organisation', 'foundation', '50001234X', true],
    ['other_organisation', 'foundation', null, true],
    ['enterprise', 'foundation', '91350100M000100Y43', false],
    ['enterprise', 'foundation', null, false],
    ['sole_proprietor', 'foreign_mission', '92350100M000100Y40', false],
    ['overseas_enterprise', 'foreign_mission', 'C-123', false],
    ['other_organisation', 'foreign_mission', '51100000500012345X', false],
    ['other_organisation', 'foreign_mission', null, true],
    ['other_organisation', 'social_group', '51100000500012345X', true],
    ['other_organisation', 'civilian_non_enterprise', '53100000500012345X', false],
    ['government', 'public_institution', '12100000400012345X', true],
    ['media', 'public_institution', '12100000400012345X', false],
    ['media', 'institution_media', '12100000400012345X', true],
    ['media', 'enterprise_media', '12100000400012345X', false],
    ['other_organisation', 'for_profit_organisation', '93100000400012345X', true],
  ])('%s as %s on %s: %s', (type, subjectClass, code, fits) => {
    expect(differs(type, subjectClass, code)).toEqual(fits ? [] : ['subject.class_differs']);
  });

  test.each(SUBJECT_TYPES)('left open, it stands in nobody’s way: %s', (type) => {
    expect(differs(type, null, null)).toEqual([]);
  });

  test.each(SUBJECT_TYPES.filter((type) => type !== 'other_organisation'))('changes no fee of %s', (type) => {
    const fee = (subjectClass: SubjectClass | null) =>
      verificationFee(aRegistration().subject(type, { class: subjectClass }).facts, null, contextAt().rules).fee;
    for (const subjectClass of SUBJECT_CLASSES) expect(fee(subjectClass)).toEqual(fee(null));
  });
});
