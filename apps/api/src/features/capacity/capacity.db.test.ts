import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import {
  bindOperator,
  getCapacity,
  getCapacityWhatIf,
  getPersonCapacity,
  getSubjectCapacity,
  listPeopleCapacity,
  requestQuotaRaise,
  updateSubject,
  type OperationCall,
  type RegistrationCase,
} from '@daiban/contracts';
import { runAsSuperuser } from '../../testing/bare-registration.js';
import { startTestApi, type TestAgency, type TestApi } from '../../testing/test-api.js';
import { aLicenceCode, CaseWalk, unique } from '../registrations/testing/case-walk.js';
import { importCase } from '../registrations/testing/import-case.js';
import { refusalsOf } from '../registrations/testing/refusals-of.js';

jest.setTimeout(120_000);

let api: TestApi;
let agency: TestAgency;
let walk: CaseWalk;
beforeAll(async () => {
  api = await startTestApi();
  agency = await api.createAgency();
  walk = new CaseWalk(api, agency);
});
afterAll(() => api.stop());

type Query = OperationCall<typeof getCapacity>['query'];
const capacity = (query: Query = {}) => api.call(walk.key, getCapacity, { query });
const subjectCapacity = (id: string) => api.call(walk.key, getSubjectCapacity, { params: { id } });
const whatIf = (query: OperationCall<typeof getCapacityWhatIf>['query']) =>
  api.call(walk.key, getCapacityWhatIf, { query });
const of = ({ subject }: RegistrationCase) => {
  const { type, name, code, countryCode } = subject;
  return { type, name, code, countryCode, licenceOf: 'client' as const };
};

describe('a licence', () => {
  test('shows who holds its places, who means to, and what is known elsewhere', async () => {
    const planned = await walk.caseAt('awaiting_prerequisites');
    const { client, subject } = planned;
    const liveId = await importCase(api, agency, client.id, { state: 'live' }, { subject: of(planned) });
    await api.call(walk.key, updateSubject, {
      params: { id: subject.id },
      body: {
        expectedVersion: subject.version,
        accountsElsewhere: [
          { accountType: 'subscription', state: 'live', since: null, note: 'of a former agency' },
          { accountType: 'mini_program', state: 'live', since: null, note: null },
          { accountType: 'service', state: 'Deregistered', since: null, note: null },
        ],
      },
    });
    const shown = await subjectCapacity(subject.id);
    expect(shown.slots).toMatchObject({ reserved: 1, planned: 1, elsewhere: 1, limit: 2 });
    expect(shown.holders.map(({ registrationId, slot, clientName }) => [registrationId, slot, clientName])).toEqual([
      [liveId, 'reserved', client.name],
      [planned.id, 'planned', client.name],
    ]);
    expect(shown.elsewhere).toEqual([
      { accountType: 'subscription', state: 'live', since: null, note: 'of a former agency' },
      { accountType: 'service', state: 'Deregistered', since: null, note: null },
    ]);
    // What has ended takes no place, wherever it is counted.
    expect((await walk.read(planned.id)).counters.subject).toMatchObject({ elsewhere: 1 });
    await api.call(walk.key, requestQuotaRaise, { params: { id: subject.id }, body: { reason: 'one brand more' } });
    expect((await subjectCapacity(subject.id)).raise).toMatchObject({
      state: 'requested',
      requestedAt: '2026-09-28T03:20:00.000Z',
    });
    const ids = async (show: NonNullable<Query>['show']) =>
      (await capacity({ show, q: subject.name })).items.map((each) => each.subject.id);
    expect(await ids('full')).toEqual([subject.id]);
    expect(await ids('planned')).toEqual([subject.id]);
    expect(await ids('free')).toEqual([]);
  });

  test('keeps the place of an account that closes until the freeze is over', async () => {
    const known = await walk.openCase();
    const id = await importCase(api, agency, known.client.id, { state: 'closing' }, { subject: of(known) });
    await runAsSuperuser(api.database, `UPDATE registration SET freeze_ends_on = '2026-10-05' WHERE id = $1`, [id]);
    const { slots, holders } = await subjectCapacity(known.subject.id);
    expect(slots).toMatchObject({ reserved: 1 });
    expect(holders).toMatchObject([{ state: 'closing', slot: 'reserved', frozenUntilOn: '2026-10-05' }]);
  });

  test('is shown the sooner the fewer places it has left, page by page in that order, unlimited ones at the end', async () => {
    const client = await walk.openClient();
    const word = `Fullness ${unique()}`;
    const licence = async (name: string, used: number, type: 'enterprise' | 'individual' = 'enterprise') => {
      const number = unique();
      const { subject: made } = await walk.openCase({
        clientId: client.id,
        ...(type === 'individual' && { accountType: 'subscription', route: 'identity_scan' }),
        subject: {
          type,
          name: `${word} ${name}`,
          code: type === 'individual' ? null : aLicenceCode(number),
          countryCode: 'CN',
          licenceOf: 'client',
        },
      });
      const one = { accountType: 'subscription', state: 'live', since: null, note: null } as const;
      await api.call(walk.key, updateSubject, {
        params: { id: made.id },
        body: { expectedVersion: made.version, accountsElsewhere: Array.from({ length: used }, () => one) },
      });
    };
    await licence('a, empty', 0);
    await licence('b, half', 1);
    await licence('c, over', 3);
    await licence('d, full', 2);
    await licence('e, half', 1);
    await licence('f, a person', 1, 'individual');
    const names = (page: Awaited<ReturnType<typeof capacity>>) =>
      page.items.map((item) => item.subject.name.slice(word.length + 1));
    const fullestFirst = ['c, over', 'd, full', 'f, a person', 'b, half', 'e, half', 'a, empty'];
    expect(names(await capacity({ q: word }))).toEqual(fullestFirst);
    const seen: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await capacity({ q: word, limit: 1, cursor });
      seen.push(...names(page));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(fullestFirst);
    const shown = async (show: NonNullable<Query>['show']) => names(await capacity({ q: word, show }));
    expect(await shown('full')).toEqual(fullestFirst.slice(0, 3));
    expect(await shown('free')).toEqual(fullestFirst.slice(3));
    const { subject: unlimited } = await walk.openCase({
      clientId: client.id,
      subject: { type: 'overseas_enterprise', name: `${word} z`, code: null, countryCode: 'ES', licenceOf: 'client' },
    });
    expect((await subjectCapacity(unlimited.id)).slots.limit).toBeNull();
    expect(names(await capacity({ q: word })).at(-1)).toBe('z');
    expect(await shown('free')).toEqual(fullestFirst.slice(3));
  });

  test('comes page by page, each once, with the concentration on the first page', async () => {
    const first = await capacity({ limit: 1 });
    expect(first.concentration?.accounts).toBeGreaterThan(0);
    const seen = first.items.map(({ subject }) => subject.id);
    let cursor = first.nextCursor;
    while (cursor !== null) {
      const page = await capacity({ limit: 1, cursor });
      expect(page.concentration).toBeNull();
      seen.push(...page.items.map(({ subject }) => subject.id));
      cursor = page.nextCursor;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.toSorted()).toEqual((await capacity()).items.map(({ subject }) => subject.id).toSorted());
  });
});

describe('what if', () => {
  test('an admin leaves: their accounts and seats, each with what it needs', async () => {
    const person = await walk.addPerson({ name: '陈伟' });
    const draft = await walk.nameAdmin(await walk.openCase(), person);
    const live = await walk.caseAt('live');
    const body = { personId: person.id, term: 'long', followsAccount: true } as const;
    await api.call(walk.key, bindOperator, { params: { id: live.id }, body });
    const { who, accounts, totals, cause } = await whatIf({ personLeaves: person.id });
    expect({ who, cause }).toEqual({ who: { id: person.id, name: '陈伟' }, cause: 'person_leaves' });
    expect(accounts.map(({ registrationId, tie, need }) => [registrationId, tie, need])).toEqual([
      [draft.id, 'admin', 'name_other_admin'],
      [live.id, 'operator', 'unbind_operator'],
    ]);
    expect(accounts[0]?.rule?.id).toBe('admin.scan');
    expect(totals).toEqual({ accounts: 2, clients: 2, openCases: 1, renewals: 0 });
    const own = await api.call(walk.key, getPersonCapacity, { params: { id: person.id } });
    expect(own).toMatchObject({
      operator: { used: 1, limit: 5, rule: { id: 'operator.accounts' } },
      adminId: { planned: 0, reserved: 0 },
    });
    expect(own.accounts.map(({ registrationId, tie }) => [registrationId, tie])).toEqual([
      [draft.id, 'admin'],
      [live.id, 'operator'],
    ]);
    const listed = await api.call(walk.key, listPeopleCapacity, { query: { q: '陈伟' } });
    expect(listed.items).toMatchObject([{ person: { id: person.id }, operator: { used: 1 } }]);
  });

  test('a licence is blocked: a renewal inside ninety days is counted', async () => {
    const known = await walk.openCase();
    const { client, subject } = known;
    const facts = { state: 'live', qualification: 'passed', verifiedUntilOn: '2026-11-30' } as const;
    const soon = await importCase(api, agency, client.id, facts, { subject: of(known) });
    const later = { ...facts, verifiedUntilOn: '2027-06-30' };
    const late = await importCase(api, agency, client.id, later, { subject: of(known) });
    const { accounts, totals, horizonOn } = await whatIf({ subjectBlocked: subject.id });
    expect(horizonOn).toBe('2026-12-27');
    expect(totals).toEqual({ accounts: 3, clients: 1, openCases: 1, renewals: 1 });
    const told = new Map(accounts.map((each) => [each.registrationId, each]));
    expect(told.get(soon)).toMatchObject({ need: 'migrate', renewalDueOn: '2026-11-30' });
    expect(told.get(late)).toMatchObject({ need: 'migrate', renewalDueOn: null });
    expect(told.get(known.id)).toMatchObject({ need: 'choose_other_subject' });
    expect(told.get(soon)?.needText).toContain('Migrate');
  });

  test('is asked of one of the two', async () => {
    expect(await refusalsOf(whatIf({}))).toEqual({ status: 400, codes: ['capacity.one_cause'] });
  });
});

test('another agency sees none of it', async () => {
  const known = await walk.openCase();
  const person = await walk.addPerson();
  const elsewhere = (await api.createAgency('Elsewhere')).apiKeys.owner;
  expect(await api.call(elsewhere, getCapacity, { query: {} })).toMatchObject({
    items: [],
    concentration: { accounts: 0, topSubjects: [], topAdmins: [], byLicenceOwner: [] },
  });
  const calls = [
    () => api.call(elsewhere, getSubjectCapacity, { params: { id: known.subject.id } }),
    () => api.call(elsewhere, getPersonCapacity, { params: { id: person.id } }),
    () => api.call(elsewhere, getCapacityWhatIf, { query: { personLeaves: person.id } }),
    () => api.call(elsewhere, getCapacityWhatIf, { query: { subjectBlocked: known.subject.id } }),
  ];
  for (const call of calls) expect(await refusalsOf(call())).toMatchObject({ status: 404 });
});
