import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { getPerson } from '@daiban/contracts';
import { startTestApi, type TestAgency, type TestApi } from '../../testing/test-api.js';
import { aLicenceCode, CaseWalk, unique } from './testing/case-walk.js';
import { importCase } from './testing/import-case.js';
import { problemOf } from './testing/refusals-of.js';

jest.setTimeout(60_000);

let api: TestApi;
let agency: TestAgency;
let walk: CaseWalk;

beforeAll(async () => {
  api = await startTestApi();
  agency = await api.createAgency();
  walk = new CaseWalk(api, agency);
});
afterAll(() => api?.stop());

describe('a case that comes in with its admin', () => {
  test('takes their places under the limits at once', async () => {
    const { id: clientId } = await walk.openClient();
    const person = await walk.addPerson();
    const id = await importCase(api, agency, clientId, { state: 'live' }, { adminPersonId: person.id });
    expect(await walk.read(id)).toMatchObject({ state: 'live', version: 1, admin: { personId: person.id } });
    const { counters } = await api.call(walk.key, getPerson, { params: { id: person.id } });
    expect([counters.adminId?.reserved, counters.adminPhone?.reserved, counters.adminWechat?.reserved]).toEqual([
      1, 1, 1,
    ]);
  });

  test('may stand on a subject that is known by its id alone', async () => {
    const { id: clientId } = await walk.openClient();
    const subject = { type: 'enterprise' as const, name: '南光贸易', countryCode: 'CN', licenceOf: 'client' as const };
    const first = await walk.read(await importCase(api, agency, clientId, { state: 'draft' }, { subject }));
    const same = { subject: { id: first.subject.id } };
    const second = await walk.read(await importCase(api, agency, clientId, { state: 'live' }, same));
    expect(second.subject).toEqual(first.subject);
  });
});

describe('a case that is opened', () => {
  const company = (fields: Record<string, unknown> = {}) => ({
    type: 'enterprise' as const,
    name: '北光（上海）贸易有限公司',
    code: aLicenceCode(unique()),
    countryCode: 'CN',
    licenceOf: 'client' as const,
    ...fields,
  });

  test('does not go on for a company that calls itself a foundation', async () => {
    const { id } = await walk.openCase({ subject: company({ class: 'foundation' }) });
    expect(await problemOf(walk.apply(id, 'advice_accepted'))).toMatchObject({
      status: 422,
      refusals: [
        {
          code: 'subject.class_differs',
          message:
            'The finer class “Foundation” does not go with the kind of company (Enterprise) or with its licence code.',
          rule: { id: 'subject.class_fits_type' },
        },
      ],
    });
  });

  test('is refused for a licence code that we hold under another name, and says which', async () => {
    const subject = company();
    await walk.openCase({ subject });
    await walk.openCase({ subject: { ...subject, name: '北光(上海)贸易有限公司' } });
    expect(await problemOf(walk.openCase({ subject: { ...subject, name: '南光贸易有限公司' } }))).toMatchObject({
      status: 422,
      refusals: [{ code: 'subject.name_differs', message: expect.stringContaining(subject.name) }],
    });
  });

  test('is not taken back to where it stands', async () => {
    const { id } = await walk.caseAt('awaiting_email');
    const call = walk.apply(id, 'reopened', { facts: { to: 'awaiting_email' }, reason: 'look again' });
    expect(await problemOf(call)).toMatchObject({ status: 422, refusals: [{ code: 'state.target_not_open' }] });
  });
});
