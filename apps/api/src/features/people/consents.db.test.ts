import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  createClient,
  createPerson,
  getRegistration,
  listConsents,
  listDeliveries,
  listHistory,
  listPrerequisites,
  recordConsent,
  withdrawConsent,
} from '@daiban/contracts';
import { v7 } from 'uuid';
import { insertBareRegistration, runAsSuperuser } from '../../testing/bare-registration.js';
import { startTestApi, type TestAgency, type TestApi } from '../../testing/test-api.js';
import { DeliveryKinds, type DueDelivery } from '../deliveries/delivery-kinds.js';
import { HistoryRepository } from '../history/history.repository.js';
import { verifyChain } from '../history/history-chain.js';
import { CaseWalk } from '../registrations/testing/case-walk.js';

let api: TestApi;
let agency: TestAgency;
let key: string;
beforeAll(async () => {
  api = await startTestApi();
  agency = await api.createAgency();
  key = agency.apiKeys.specialist;
}, 30_000);
afterAll(() => api.stop());

async function newCase(state: string, isAdmin = true): Promise<{ personId: string; registrationId: string }> {
  const client = { name: 'Acme', countryCode: 'FR', locale: 'en', timeZone: 'Europe/Paris' } as const;
  const clientId = (await api.call(key, createClient, { body: client })).id;
  const person = {
    name: '王小明',
    idKind: 'resident_id',
    idNumber: '999999198506150028',
    employer: 'registrant',
  } as const;
  const personId = (await api.call(key, createPerson, { body: person })).id;
  const subjectId = v7();
  await runAsSuperuser(
    api.database,
    `INSERT INTO subject (id, agency_id, type, name, country_code, licence_of, standing, created_at) VALUES ($1, $2, 'enterprise', 'S', 'CN', 'client', 'active', now())`,
    [subjectId, agency.id],
  );
  const adminPersonId = isAdmin ? personId : null;
  const registrationId = await insertBareRegistration(api.database, {
    agencyId: agency.id,
    clientId,
    subjectId,
    adminPersonId,
    state,
  });
  return { personId, registrationId };
}
const agree = (
  personId: string,
  registrationId: string,
  purpose: 'admin_identity' | 'cross_border_transfer' = 'admin_identity',
) =>
  api.call(key, recordConsent, {
    params: { id: personId },
    body: { purpose, registrationId, textVersion: 'daiban-1' },
  });
const takeBack = (id: string) =>
  api.call(key, withdrawConsent, { params: { id }, body: { reason: 'changed their mind' } });

describe('a consent', () => {
  test('is given purpose by purpose, once each, and listed newest first', async () => {
    const { personId, registrationId } = await newCase('awaiting_prerequisites');
    const first = await agree(personId, registrationId);
    const second = await agree(personId, registrationId, 'cross_border_transfer');
    await expect(agree(personId, registrationId)).rejects.toMatchObject({ problem: { code: 'consent.already_given' } });
    const page = await api.call(key, listConsents, { params: { id: personId }, query: { limit: 1 } });
    const next = await api.call(key, listConsents, {
      params: { id: personId },
      query: { limit: 1, cursor: page.nextCursor as string },
    });
    expect([...page.items, ...next.items]).toEqual([second, first]);
    expect(next.nextCursor).toBeNull();
  });

  test('of one person for many cases at once are all kept, each in its place', async () => {
    const { personId, registrationId } = await newCase('awaiting_email');
    const ids = [registrationId];
    for (let number = 0; number < 7; number += 1) ids.push((await newCase('awaiting_email')).registrationId);
    const given = await Promise.all(ids.map((id) => agree(personId, id)));
    expect(given.map((consent) => consent.registrationId)).toEqual(ids);
    // And taken back by one while another is given.
    const [first, second] = given.map(({ id }) => id);
    await Promise.all([
      takeBack(first ?? ''),
      agree(personId, registrationId, 'cross_border_transfer'),
      takeBack(second ?? ''),
    ]);
    const chain = await api.app.get(HistoryRepository, { strict: false }).readChain(agency.id, personId);
    expect(chain).toHaveLength(1 + ids.length + 3);
    expect(verifyChain(chain)).toBeNull();
  });

  test('taken back by the admin before submission sends the case back to its papers, in one transaction', async () => {
    const { personId, registrationId } = await newCase('awaiting_admin_verification');
    const consent = await agree(personId, registrationId);
    expect(await takeBack(consent.id)).toMatchObject({ id: consent.id, withdrawnAt: '2026-09-28T03:20:00.000Z' });
    const after = await api.call(key, getRegistration, { params: { id: registrationId } });
    expect(after).toMatchObject({ state: 'awaiting_prerequisites', version: 2 });
    const history = await api.call(key, listHistory, { params: { id: registrationId }, query: {} });
    expect(history.items[0]).toMatchObject({ kind: 'consent_withdrawn', to: 'awaiting_prerequisites' });
    const chain = await api.app.get(HistoryRepository, { strict: false }).readChain(agency.id, personId);
    expect(chain.map(({ kind }) => kind).slice(0, 3)).toEqual([
      'person_created',
      'consent_given',
      'consent_taken_back',
    ]);
    expect(verifyChain(chain)).toBeNull();
    await expect(takeBack(consent.id)).rejects.toMatchObject({ problem: { code: 'consent.already_withdrawn' } });
    await agree(personId, registrationId);
  });

  test('taken back after the submission leaves the case and its papers, stands on it, and somebody is told to decide', async () => {
    const walk = new CaseWalk(api, agency);
    const known = await walk.caseAt('in_review');
    const papersOf = async () =>
      (await api.call(key, listPrerequisites, { params: { id: known.id } })).items.map(({ code, state }) => [
        code,
        state,
      ]);
    const papers = await papersOf();
    await takeBack(known.admin?.consent?.id ?? '');
    const after = await walk.read(known.id);
    expect(after).toMatchObject({
      state: known.state,
      stage: known.stage,
      admin: { consent: null, consentWithdrawnAt: '2026-09-28T03:20:00.000Z' },
    });
    expect(await papersOf()).toEqual(papers);
    const mails = () => api.call(key, listDeliveries, { query: { registrationId: known.id } });
    const [mail, ...others] = (await mails()).items.filter(({ kind }) => kind === 'consent_taken_back');
    expect([mail?.state, others]).toEqual(['queued', []]);
    const kinds = api.app.get(DeliveryKinds, { strict: false });
    const [due] = await runAsSuperuser<DueDelivery>(
      api.database,
      `SELECT id, agency_id AS "agencyId", kind, registration_id AS "registrationId", contact_id AS "contactId", person_id AS "personId",
         member_id AS "memberId", about_id AS "aboutId", step, due_on::text AS "dueOn" FROM delivery WHERE id = $1`,
      [mail?.id],
    );
    if (!due) throw new Error('No mail is queued.');
    const told = async () => (await kinds.find('consent_taken_back')?.prepare(agency.id, [due]))?.get(due.id);
    const name = known.admin?.name ?? '';
    expect(await told()).toMatchObject({
      mail: {
        subject: `[Act] ${known.proposedName}: ${name} took back a consent`,
        text: expect.stringContaining('decide'),
      },
    });
    await agree(known.admin?.personId ?? '', known.id);
    expect((await walk.read(known.id)).admin).toMatchObject({ consentWithdrawnAt: null });
    expect(await told()).toEqual({ skippedReason: 'over' });
  });

  test('can be taken back whatever became of the case, and by one who is not its admin', async () => {
    for (const [state, isAdmin] of [
      ['closed', true],
      ['awaiting_email', false],
    ] as const) {
      const { personId, registrationId } = await newCase(state, isAdmin);
      const consent = await agree(personId, registrationId);
      expect((await takeBack(consent.id)).withdrawnAt).not.toBeNull();
      expect(await api.call(key, getRegistration, { params: { id: registrationId } })).toMatchObject({ state });
    }
  });

  test('is taken back without a word about why, with no body at all', async () => {
    const { personId, registrationId } = await newCase('awaiting_email');
    const consent = await agree(personId, registrationId);
    const response = await fetch(`${api.origin}/api/v1/consents/${consent.id}/withdrawal`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}` },
    });
    expect([response.status, await response.json()]).toMatchObject([200, { id: consent.id }]);
  });

  test('taken back by two at once is taken back once', async () => {
    const { personId, registrationId } = await newCase('awaiting_email');
    const consent = await agree(personId, registrationId);
    const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => takeBack(consent.id)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const chain = await api.app.get(HistoryRepository, { strict: false }).readChain(agency.id, personId);
    expect(chain.filter(({ kind }) => kind === 'consent_taken_back')).toHaveLength(1);
  });
});
