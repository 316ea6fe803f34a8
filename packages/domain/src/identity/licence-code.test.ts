import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SUBJECT_TYPES } from '../enumerations/index.js';
import { normaliseCode } from './identifier-check.js';
import { checkLicenceCode, checkOrganisationNumber } from './licence-code.js';
import { checkRegisteredName } from './registered-name.js';
import { checkOrganisationCode, checkUscc } from './uscc.js';

const codes = (problems: readonly { code: string }[]) => problems.map(({ code }) => code);

describe('a licence code', () => {
  test.each([
    ['110108000000016', 'enterprise', 'accepted', ['licence_code.superseded']],
    ['110108000000017', 'enterprise', 'accepted', ['licence_code.superseded', 'licence_code.checksum']],
    ['3101150001234', 'enterprise', 'accepted', ['licence_code.superseded', 'licence_code.form_unknown']],
    ['3101150001234', 'government', 'refused', ['licence_code.superseded', 'licence_code.form_unknown']],
    ['１１０１０８ 000000 016', 'enterprise', 'accepted', ['licence_code.superseded']],
    ['M000100Y4', 'government', 'accepted', ['licence_code.superseded']],
    ['M000100Y-4', 'other_organisation', 'accepted', ['licence_code.superseded']],
    ['M000100Y-4', 'enterprise', 'refused', ['licence_code.superseded']],
    ['201901012345 (1312345-X)', 'overseas_enterprise', 'unknown', ['licence_code.form_unknown']],
    ['91350100M000100Y43', 'individual', 'refused', []],
    ['9135', 'enterprise', 'refused', []],
  ] as const)('%s of a %s: %s', (typed, subjectType, acceptance, warnings) => {
    const check = checkLicenceCode(typed, subjectType);
    expect(check.acceptance).toBe(acceptance);
    expect(codes(check.warnings)).toEqual(warnings);
  });

  test('of nine characters is taken or not by the kind of body, which nobody told', () => {
    const check = checkLicenceCode('M000100Y-4');
    expect(check).toMatchObject({ valid: true, acceptance: 'unknown' });
    expect(codes(check.warnings)).toEqual(['licence_code.depends_on_subject', 'licence_code.superseded']);
  });

  test('of eighteen is taken where a public body is asked for its organisation code, which it holds', () => {
    const check = checkOrganisationNumber('11350100M000100Y4B', 'government');
    expect(check).toMatchObject({ valid: true, acceptance: 'accepted', normalised: '11350100M000100Y4B' });
    expect(codes(check.warnings)).toEqual(['organisation_code.credit_code']);
    expect(codes(checkOrganisationNumber('11350100M000100Y4C', 'government').problems)).toEqual([
      'organisation_code.length',
    ]);
    expect(checkOrganisationNumber('M000100Y-4', 'enterprise').acceptance).toBe('refused');
  });

  test('an organisation code with a wrong check character is refused', () => {
    expect(codes(checkOrganisationCode('M000100Y-5').problems)).toEqual(['organisation_code.checksum']);
    expect(checkOrganisationCode('M000100Y-4').valid).toBe(true);
  });
});

describe('any code', () => {
  test('is the same after normalising twice, and nothing typed makes a check throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        expect(normaliseCode(normaliseCode(typed))).toBe(normaliseCode(typed));
        for (const type of SUBJECT_TYPES) checkLicenceCode(typed, type);
        checkOrganisationCode(typed);
        checkOrganisationNumber(typed);
        checkUscc(typed);
        checkRegisteredName(typed, { min: 12, max: 90 });
      }),
    );
  });
});
