import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { checkIdentifier, type OperationCall } from '@daiban/contracts';
import { startTestApi, type TestAgency, type TestApi } from '../../testing/test-api.js';

let api: TestApi;
let agency: TestAgency;
beforeAll(async () => {
  api = await startTestApi();
  agency = await api.createAgency();
}, 60_000);
afterAll(() => api.stop());

type Question = OperationCall<typeof checkIdentifier>['body'];
const ask = (body: Question) => api.call(agency.apiKeys.viewer, checkIdentifier, { body });
/** A permit's number of nobody: region 810000, right check character. */
const HK_PERMIT = '810000199001010000';
const codes = (remarks: readonly { code: string }[]) => remarks.map(({ code }) => code);

describe('a viewer who asks about', () => {
  test.each<[string, Question, { valid: boolean; acceptance: string; normalised: string | null }, string[]]>([
    [
      'the code of a company',
      { kind: 'uscc', value: '91350100m000100y43', subjectType: 'enterprise' },
      { valid: true, acceptance: 'accepted', normalised: '91350100M000100Y43' },
      [],
    ],
    [
      'the same for a sole proprietor',
      { kind: 'licence_code', value: '91350100M000100Y43', subjectType: 'sole_proprietor' },
      { valid: true, acceptance: 'refused', normalised: '91350100M000100Y43' },
      ['uscc.subject_mismatch'],
    ],
    [
      'an organisation code a company gives',
      { kind: 'organisation_code', value: 'M000100Y-4', subjectType: 'enterprise' },
      { valid: true, acceptance: 'refused', normalised: 'M000100Y4' },
      ['licence_code.not_for_subject', 'licence_code.superseded'],
    ],
    [
      'an ID number of nobody',
      { kind: 'resident_id', value: ' 999999 19951124 2909' },
      { valid: true, acceptance: 'accepted', normalised: '999***********2909' },
      ['resident_id.region_unassigned'],
    ],
    [
      'the age on a day long ago',
      { kind: 'resident_id', value: '999999199511242909', on: '2013-11-23' },
      { valid: true, acceptance: 'refused', normalised: '999***********2909' },
      ['resident_id.under_age', 'resident_id.region_unassigned'],
    ],
    [
      'an address with a plus',
      { kind: 'email', value: ' Wx+Kuala@Client.example' },
      { valid: true, acceptance: 'unknown', normalised: 'wx+kuala@client.example' },
      ['email.plus_address'],
    ],
    [
      'a Malaysian phone for a mainland company',
      { kind: 'phone', value: '012-345 6789', countryCode: 'MY', subjectType: 'enterprise' },
      { valid: true, acceptance: 'unknown', normalised: '+601****6789' },
      ['phone.foreign_acceptance_unknown'],
    ],
    [
      'a name that is too long',
      { kind: 'account_name', value: '灯'.repeat(16), subjectType: 'enterprise' },
      { valid: false, acceptance: 'refused', normalised: '灯'.repeat(16) },
      ['account_name.too_long'],
    ],
    [
      'a registered name on the bank route',
      { kind: 'registered_name', value: '灯桥', route: 'small_transfer' },
      { valid: false, acceptance: 'refused', normalised: '灯桥' },
      ['registered_name.too_short'],
    ],
    [
      'nothing at all',
      { kind: 'email', value: '' },
      { valid: false, acceptance: 'refused', normalised: null },
      ['email.empty'],
    ],
  ])('%s learns it', async (_, question, answer, remarks) => {
    const told = await ask(question);
    expect(told).toMatchObject(answer);
    expect(codes([...told.problems, ...told.warnings])).toEqual(remarks);
    expect([...told.problems, ...told.warnings].every(({ message }) => message.length > 10)).toBe(true);
    expect(told.rule?.id).toMatch(/\./);
  });

  test.each<[string, Question, string, string]>([
    ['a Hong Kong permit', { kind: 'resident_id', value: HK_PERMIT }, 'unknown', 'admin.permit_mainland'],
    ['fifteen digits', { kind: 'resident_id', value: '130503670401001' }, 'refused', 'admin.first_generation_id'],
    ['a sound ID number', { kind: 'resident_id', value: '999999199511242909' }, 'accepted', 'admin.minimum_age'],
    ['a plus address', { kind: 'email', value: 'cara+wx@example.com' }, 'unknown', 'email.plus_address'],
    ['an address', { kind: 'email', value: 'cara@example.com' }, 'accepted', 'email.one_product'],
    ['a smile in a name', { kind: 'account_name', value: '酒庄😀' }, 'refused', 'name.characters'],
    [
      'a Singapore number of a company',
      { kind: 'phone', value: '+65 9123 4567', subjectType: 'enterprise' },
      'unknown',
      'papers.overseas_phone',
    ],
    [
      'a mainland number of an overseas company',
      { kind: 'phone', value: '+86 138 1234 5678', subjectType: 'overseas_enterprise' },
      'refused',
      'papers.overseas_phone',
    ],
    ['a number as WeChat exports it', { kind: 'phone', value: '8613812345678' }, 'accepted', 'admin.wechat_phone'],
    [
      'nine characters of nobody',
      { kind: 'licence_code', value: 'M000100Y4' },
      'unknown',
      'papers.licence_code_lengths',
    ],
    [
      'nine characters of a government body',
      { kind: 'licence_code', value: 'M000100Y4', subjectType: 'government' },
      'accepted',
      'subject.code_fits_class',
    ],
    [
      'a union’s code for a company',
      { kind: 'uscc', value: '81350100M000100Y44', subjectType: 'enterprise' },
      'unknown',
      'subject.code_fits_class',
    ],
    [
      'sixteen characters in a verification',
      { kind: 'account_name', value: '灯'.repeat(16), route: 'wechat_verification' },
      'unknown',
      'name.units_verified',
    ],
    ['sixteen characters elsewhere', { kind: 'account_name', value: '灯'.repeat(16) }, 'refused', 'name.units'],
  ])('%s learns the rule its answer rests on', async (_, question, acceptance, rule) => {
    const told = await ask(question);
    expect([told.acceptance, told.rule?.id]).toEqual([acceptance, rule]);
    expect([...told.problems, ...told.warnings].every((remark) => remark.rule !== null)).toBe(true);
  });

  test('a code with O for 0 is offered the one that is meant, a person’s number never', async () => {
    expect((await ask({ kind: 'uscc', value: '9135O1OOMOOO1OOY43' })).suggestion).toBe('91350100M000100Y43');
    const id = await ask({ kind: 'resident_id', value: '9999991995I1242909' });
    expect(id.suggestion).toBeUndefined();
    expect(JSON.stringify(id)).not.toMatch(/1995[I1]124/);
  });

  test('anything however odd gets an answer', async () => {
    for (const value of ['\u202e\ufeff', '💥'.repeat(100), "'; DROP TABLE person", '９'.repeat(500)])
      for (const kind of ['uscc', 'licence_code', 'resident_id', 'email', 'phone', 'account_name'] as const)
        expect((await ask({ kind, value })).valid).toBe(false);
  });

  test('more than a name can hold, or a kind that is none, is no question', async () => {
    for (const body of [
      { kind: 'email', value: 'a'.repeat(501) },
      { kind: 'passport', value: 'E1' },
      { kind: 'email' },
    ]) {
      const answer = await fetch(`${api.origin}/api/v1/checks`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${agency.apiKeys.viewer}`, 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
      expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([400, 'request.invalid']);
    }
  });
});
