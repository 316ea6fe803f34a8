import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import {
  applyOrderEvent,
  applyRegistrationEvent,
  createRegistration,
  openOrder,
  reserveEmail,
  type RegistrationCase,
} from '@daiban/contracts';
import type { Socket } from 'node:net';
import pg from 'pg';
import { runAsSuperuser } from '../../testing/bare-registration.js';
import { startTestApi, type TestAgency, type TestApi } from '../../testing/test-api.js';
import { Refused } from '../../platform/refusal/refused.js';
import { RegistrationsService } from './registrations.service.js';
import { aLicenceCode, CaseWalk, unique } from './testing/case-walk.js';

/** Races in `npm test`; the full run sets 1000. */
const RACES = Number(process.env['DAIBAN_RACES'] ?? 100);
const CALLERS = 8;

// Many requests each; a busy machine needs its time.
jest.setTimeout(60_000);

let api: TestApi;
let agency: TestAgency;
let walk: CaseWalk;

beforeAll(async () => {
  api = await startTestApi();
  agency = await api.createAgency();
  walk = new CaseWalk(api, agency);
});
afterAll(() => api.stop());

/** Statuses of calls that run at once. */
async function race(calls: readonly (() => Promise<unknown>)[]): Promise<(number | string)[]> {
  const answers = await Promise.allSettled(calls.map((call) => call()));
  return answers.map((answer) =>
    answer.status === 'fulfilled'
      ? 200
      : `${answer.reason.problem?.status} ${answer.reason.problem?.code ?? answer.reason}`,
  );
}
const winners = (answers: readonly (number | string)[]) => answers.filter((answer) => answer === 200).length;
const others = (answers: readonly (number | string)[]) => [...new Set(answers.filter((answer) => answer !== 200))];

describe('races', () => {
  test(`${RACES} × ${CALLERS} callers apply one event: one winner each, one entry in the history`, async () => {
    let known: RegistrationCase = await walk.openCase();
    const { id } = known;
    for (let round = 0; round < RACES; round += 1) {
      const event = round % 2 === 0 ? 'case_paused' : 'case_resumed';
      const body = { event, expectedVersion: known.version, reason: `round ${round}` } as never;
      const answers = await race(
        Array.from(
          { length: CALLERS },
          () => () => api.call(walk.key, applyRegistrationEvent, { params: { id }, body }),
        ),
      );
      expect([winners(answers), others(answers)]).toEqual([1, ['409 version.conflict']]);
      known = { ...known, version: known.version + 1 };
    }
    const rows = await runAsSuperuser<{ entries: number; version: number }>(
      api.database,
      `SELECT count(*)::int AS entries, max(r.version) AS version FROM history_entry h JOIN registration r ON r.id = h.record_id WHERE r.id = $1`,
      [id],
    );
    expect(rows).toEqual([{ entries: RACES + 1, version: RACES + 1 }]);
  }, 300_000);

  test('two different events at one version: one happens', async () => {
    const known = await walk.caseAt('in_review');
    const order = known.order ?? { id: '', version: 0 };
    const evidence = { rank: 'wechat_api' };
    const send = (event: string, facts: object) => () =>
      api.call(walk.key, applyOrderEvent, {
        params: { id: order.id },
        body: { event, facts, evidence, expectedVersion: order.version } as never,
      });
    const answers = await race([
      send('qualification_passed', {}),
      send('qualification_failed', { reason: '不符' }),
      send('supplement_requested', { reason: '补' }),
    ]);
    expect([winners(answers), others(answers)]).toEqual([1, ['409 version.conflict']]);
  });

  test('cases submitted at once get every place under a limit, and the others are told that it is full', async () => {
    const number = unique();
    const subject = {
      type: 'sole_proprietor' as const,
      name: '晓光工作室',
      code: `92${aLicenceCode(number).slice(2)}`,
      countryCode: 'CN',
      licenceOf: 'client' as const,
    };
    const { usccCheckCharacter } = await import('@daiban/domain/identity');
    subject.code = subject.code.slice(0, 17) + usccCheckCharacter(subject.code.slice(0, 17));
    const limit = (await walk.openCase({ subject })).counters.subject?.limit ?? 0;
    const cases: RegistrationCase[] = [];
    for (let index = 0; index < limit + 2; index += 1) cases.push(await walk.openCase({ subject }));
    const ready: RegistrationCase[] = [];
    for (const each of cases) {
      const acknowledgements = [{ code: 'quota.subject_planned', reason: 'the client knows' }];
      await walk.apply(each.id, 'advice_accepted', { acknowledgements });
      ready.push(await walk.advance(await walk.read(each.id), 'ready_to_submit'));
    }
    const submit = (each: RegistrationCase) => () =>
      walk.apply(each.id, 'information_submitted', {
        expectedVersion: each.version,
        facts: { payer: 'client' },
        acknowledgements: [{ code: 'quota.subject_planned', reason: 'the client knows' }],
      });
    const answers = await race(ready.map(submit));
    expect([winners(answers), others(answers)]).toEqual([limit, ['422 quota.subject_full']]);
    const places = await runAsSuperuser<{ position: number }>(
      api.database,
      `SELECT k.position FROM slot k JOIN registration r ON r.id = k.registration_id WHERE r.subject_id = $1 AND k.kind = 'subject' AND k.state = 'reserved' ORDER BY 1`,
      [ready[0]?.subject.id],
    );
    expect(places.map(({ position }) => position)).toEqual(Array.from({ length: limit }, (_, index) => index + 1));
  });

  test('one order is opened, one address is reserved, by any number of callers', async () => {
    const known = await walk.caseAt('in_review');
    await walk.applyToOrder(known.id, 'qualification_failed', {
      evidence: { rank: 'wechat_api' },
      facts: { reason: '不符' },
    });
    const params = { id: known.id };
    const opened = await race(
      Array.from(
        { length: CALLERS },
        () => () => api.call(walk.key, openOrder, { params, body: { kind: 'first', payer: 'client' } }),
      ),
    );
    expect([winners(opened), others(opened)]).toEqual([1, ['422 order.other_open']]);

    const email = `wx.${unique()}@race.test`;
    const cases = await Promise.all(Array.from({ length: CALLERS }, () => walk.openCase({ accountEmail: undefined })));
    const reserved = await race(
      cases.map(
        ({ id }) =>
          () =>
            api.call(walk.key, reserveEmail, { params: { id }, body: { email } }),
      ),
    );
    expect([winners(reserved), others(reserved)]).toEqual([1, ['409 email.already_used']]);
  });

  test('calls that name no version wait for each other and all count', async () => {
    const known = await walk.openCase();
    const registrations = api.app.get(RegistrationsService, { strict: false });
    const results = await Promise.all(
      Array.from({ length: CALLERS }, () =>
        registrations.applyEvent(agency.actors.specialist, known.id, {
          event: 'verification_observed',
          facts: { qualification: 'pending' },
          evidence: { rank: 'typed', note: 'seen' },
        }),
      ),
    );
    expect(results.filter((result) => result instanceof Refused)).toEqual([]);
    expect(await walk.read(known.id)).toMatchObject({ version: 1 + CALLERS });
  });

  test('an Idempotency-Key opens one case', async () => {
    const number = unique();
    const { id: clientId } = await walk.openClient();
    const body = {
      clientId,
      accountType: 'service' as const,
      route: 'wechat_verification' as const,
      proposedName: '只此一件',
      subject: { type: 'enterprise' as const, name: '一件', code: aLicenceCode(number), countryCode: 'CN' },
    };
    const headers = { 'Idempotency-Key': `case-${number}` };
    const first = await api.call(walk.key, createRegistration, { body }, { headers });
    const second = await api.call(walk.key, createRegistration, { body }, { headers });
    expect(second).toEqual(first);
  });
});

describe('round trips to the database', () => {
  test('of a transition: the caller, the facts, the write with its commit', async () => {
    const known = await walk.openCase();
    await walk.apply(known.id, 'case_paused', { reason: 'warm' });
    await walk.apply(known.id, 'case_resumed');
    const { version } = await walk.read(known.id);
    const body = { event: 'case_paused', reason: 'counted', expectedVersion: version } as never;
    // The demo clock is looked up twice a second; outside a demo it costs nothing.
    await api
      .call(walk.key, applyRegistrationEvent, {
        params: { id: known.id },
        body: { ...(body as object), expectedVersion: 1 } as never,
      })
      .catch(() => null);
    const trips = await countTrips(() =>
      api.call(walk.key, applyRegistrationEvent, { params: { id: known.id }, body }),
    );
    expect(trips).toBeLessThanOrEqual(3);
  });
});

/** Counts how often a client of the pool sent something and then heard back while `work` ran. */
async function countTrips(work: () => Promise<unknown>): Promise<number> {
  let trips = 0;
  const asking = new Set<Socket>();
  const listening = new Set<Socket>();
  const query = pg.Client.prototype.query;
  pg.Client.prototype.query = function counted(this: pg.Client, ...parameters: unknown[]) {
    const { stream } = (this as unknown as { connection: { stream: Socket } }).connection;
    asking.add(stream);
    if (!listening.has(stream)) {
      listening.add(stream);
      stream.on('data', heard);
    }
    return (query as (...all: unknown[]) => unknown).apply(this, parameters);
  } as typeof query;
  function heard(this: Socket) {
    if (asking.delete(this)) trips += 1;
  }
  try {
    await work();
  } finally {
    pg.Client.prototype.query = query;
    for (const stream of listening) stream.off('data', heard);
  }
  return trips;
}
