/** Two agencies in one installation: neither sees or moves a row of the other, by any id, with either of the two fences down. */
import { isPortalPermission } from '@daiban/contracts';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { OperationRegistry } from '../../apps/api/src/platform/http/operation-registry.js';
import type { AnyOperation } from '../../apps/api/src/platform/http/operation.decorator.js';
import { startTestApi, type TestAgency, type TestApi } from '../../apps/api/src/testing/test-api.js';
import { fillAgency, listTenantTables, type FullAgency } from '../support/full-agency.js';
import { runAsSuperuser } from '../../apps/api/src/testing/bare-registration.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

/** A valid body for every operation that changes something by id: what it would do to its own agency's row. */
const BODIES: Readonly<Record<string, (own: FullAgency) => object>> = {
  applyOrderEvent: () => ({ event: 'order_cancelled', expectedVersion: 1, reason: 'x' }),
  applyQuotaRaiseEvent: () => ({ event: 'raise_granted', expectedVersion: 1, evidence: { rank: 'screenshot' } }),
  applyRegistrationEvent: () => ({ event: 'case_paused', expectedVersion: 1, reason: 'x' }),
  eraseClient: () => ({ clientName: 'Secret client', reason: 'They asked us to', password: 'x' }),
  revealNumber: () => ({ what: 'phone', reason: 'Compared with the paper', password: 'x' }),
  bindOperator: (own) => ({ personId: own.person, term: 'long', followsAccount: true }),
  closeDataRequest: () => ({ expectedVersion: 1, outcome: 'done', answer: 'x' }),
  sendCustodyPassport: () => ({}),
  updateLead: () => ({ expectedVersion: 1, state: 'closed' }),
  closeAppointment: () => ({ outcome: 'cancelled', expectedVersion: 1 }),
  createAdminLink: () => ({}),
  createBoardroomLink: () => ({ label: 'x' }),
  createPortalLink: () => ({}),
  createPreview: () => ({}),
  createMessage: (own) => ({ registrationId: own.registration, audience: 'internal', body: 'x' }),
  markMessagesRead: (own) => ({ upToId: own.message }),
  overrideRule: () => ({ value: 4, validFrom: '2099-01-01', reason: 'x' }),
  offerAppointments: () => ({ startsAt: ['2026-09-30T02:00:00Z'] }),
  openOrder: () => ({ kind: 'renewal', payer: 'client' }),
  recordConsent: (own) => ({ purpose: 'admin_identity', registrationId: own.registration, textVersion: 'daiban-1' }),
  recordEmailCheck: () => ({ result: 'unused', evidence: { rank: 'typed' } }),
  recordIdCheck: () => ({ expectedVersion: 1 }),
  recordSignOff: (own) => ({ contactId: own.contact, textVersion: '1', choices: [] }),
  requestQuotaRaise: () => ({ reason: 'x' }),
  finishReviewSitting: () => ({}),
  getReviewMessage: () => ({}),
  reserveEmail: () => ({ email: 'new@pool.test' }),
  reuseDocuments: (own) => ({ documentIds: [own.document] }),
  reviewPrerequisite: () => ({ decision: 'accept' }),
  submitPrerequisite: () => ({}),
  undoReview: () => ({}),
  setAdmin: (own) => ({ personId: own.person, isLegalRepresentative: false, expectedVersion: 1 }),
  updateClient: () => ({ expectedVersion: 1, name: 'Stolen' }),
  updateMember: () => ({ expectedVersion: 1, role: 'viewer' }),
  updatePerson: () => ({ expectedVersion: 1, name: 'Stolen' }),
  updateRegistration: () => ({ expectedVersion: 1, followers: 1 }),
  updateSubject: () => ({ expectedVersion: 1, name: 'Stolen' }),
  withdrawConsent: () => ({}),
};

/** Operations on an own row whose body names a row of the other agency. */
const FOREIGN_IN_BODY: readonly [
  id: string,
  own: keyof FullAgency | null,
  body: (foreign: FullAgency, own: FullAgency) => object,
][] = [
  [
    'recordConsent',
    'person',
    (foreign) => ({ purpose: 'cross_border_transfer', registrationId: foreign.registration, textVersion: 'daiban-1' }),
  ],
  ['recordSignOff', 'registration', (foreign) => ({ contactId: foreign.contact, textVersion: '1', choices: [] })],
  [
    'setAdmin',
    'registration',
    (foreign) => ({ personId: foreign.person, isLegalRepresentative: false, expectedVersion: 1 }),
  ],
  ['bindOperator', 'registration', (foreign) => ({ personId: foreign.person, term: 'long', followsAccount: true })],
  ['requestQuotaRaise', 'subject', (foreign) => ({ reason: 'x', registrationId: foreign.registration })],
  ['updateRegistration', 'registration', (foreign) => ({ expectedVersion: 1, assigneeId: foreign.client })],
  [
    'updateClient',
    'client',
    (foreign) => ({
      expectedVersion: 1,
      contacts: [{ id: foreign.contact, name: 'Stolen', email: 's@s.test', role: 'decider' }],
    }),
  ],
  [
    'applyRegistrationEvent',
    'registration',
    (foreign) => ({ event: 'admin_changed', expectedVersion: 1, facts: { personId: foreign.person, scanSeen: true } }),
  ],
  ['createMessage', 'client', (foreign) => ({ registrationId: foreign.registration, audience: 'client', body: 'x' })],
  ['reuseDocuments', 'prerequisite', (foreign) => ({ documentIds: [foreign.document] })],
  [
    'getReviewMessage',
    'registration',
    (foreign) => ({ draft: { prerequisiteId: foreign.prerequisite, decision: 'accept' } }),
  ],
  ['createRegistration', null, (foreign) => newRegistration({ clientId: foreign.client })],
  ['createRegistration', null, (foreign, own) => newRegistration({ clientId: own.client, adviceId: foreign.advice })],
];

function newRegistration(fields: { clientId: string; adviceId?: string }): object {
  const subject = { type: 'enterprise', name: 'S', countryCode: 'CN' };
  return { ...fields, accountType: 'service', route: 'wechat_verification', proposedName: '名字', subject };
}

/** Operations whose `{id}` is no row's but a word that every agency has, and how a word that nobody has is answered. */
const ASKED_BY_WORD: Readonly<Record<string, { word: string; missing: string }>> = {
  getRule: { word: 'quota.admin_id', missing: '404 rule.unknown' },
  overrideRule: { word: 'quota.admin_id', missing: '404 rule.unknown' },
};

/** Done by a member who types their password, never by a program: `people-numbers.db.test.ts` and `erasure.db.test.ts` ask for foreign ids as one. */
const FOR_MEMBERS_ONLY: readonly string[] = ['eraseClient', 'revealNumber'];

/** What a list cannot be asked without. */
const NEEDED_QUERIES: Readonly<Record<string, (own: FullAgency) => string>> = {
  getWorkingDay: () => '?from=2026-09-30&days=1',
  getCapacityWhatIf: (own) => `?personLeaves=${own.person}`,
};

/** Fewer than any limit lets through. */
const AT_ONCE = 15;

/** A field that every fill sheet has. */
const SHEET_FIELD = 'accountEmail';

/** A fingerprint of everything an agency has. */
async function snapshot(database: TestDatabase, agencyId: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: database.superuserUrl });
  await client.connect();
  const prints: Record<string, string> = {};
  for (const { name, agencyColumn } of await listTenantTables(database)) {
    const { rows } = await client.query<{ rows: number; print: string }>(
      `SELECT count(*)::int AS rows, md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS print FROM ${name} t WHERE ${agencyColumn} = $1`,
      [agencyId],
    );
    prints[name] = `${rows[0]?.rows} ${rows[0]?.print}`;
  }
  await client.end();
  return prints;
}

describe.each([
  ['with the policies of the database in force', 'appUrl'],
  ['with the policies of the database out of the way', 'superuserUrl'],
] as const)('the API, %s', (_, login) => {
  let database: TestDatabase;
  let api: TestApi;
  let [mine, theirs]: FullAgency[] = [];
  let intruder: TestAgency;
  let operations: readonly AnyOperation[] = [];
  let before: Record<string, string>;

  beforeAll(async () => {
    database = await createTestDatabase();
    api = await startTestApi({ databaseAppUrl: database[login] }, database);
    const victim = await api.createAgency('Victim');
    intruder = await api.createAgency('Intruder');
    theirs = await fillAgency(database, victim.id);
    mine = await fillAgency(database, intruder.id);
    operations = api.app.get(OperationRegistry).operations.filter((operation) => isForStaff(operation));
    before = await snapshot(database, victim.id);
  }, 60_000);
  afterAll(async () => {
    await api.stop();
    await database.drop();
  });

  const send = (operation: AnyOperation, id: string | null, body?: object, query = '') =>
    fetch(
      api.origin +
        operation.fullPath
          .replace('{id}', id ?? '')
          .replace('{personId}', mine?.person ?? '')
          .replace('{field}', SHEET_FIELD)
          .replace('{name}', 'secret.png') +
        query,
      {
        method: operation.method,
        headers: {
          Authorization: `Bearer ${intruder.apiKeys.owner}`,
          ...(body && { 'Content-Type': 'application/json' }),
          ...(operation.input.headers && { 'X-Content-SHA256': '0'.repeat(64) }),
        },
        ...(body && { body: JSON.stringify(body) }),
      },
    );

  /** So many ids are asked for that some limit would answer instead. */
  const forgetLimits = () => runAsSuperuser(database, 'DELETE FROM rate_limit');

  test('finds a row of the other agency in every table, or the rest would prove nothing', () => {
    expect(Object.entries(before).filter(([, print]) => print.startsWith('0 '))).toEqual([]);
  });

  test('answers every foreign id as it answers one that does not exist', async () => {
    const own = mine as FullAgency;
    const wrong: string[] = [];
    for (const operation of operations.filter(({ fullPath }) => fullPath.includes('{id}'))) {
      const body = operation.input.body ? BODIES[operation.id]?.(own) : undefined;
      if (operation.input.body && !body) wrong.push(`${operation.id} has no body in this test`);
      const missing = await problemOf(await send(operation, randomUUID(), body));
      const ask = async ([noun, id]: [string, string]) => {
        const foreign = await problemOf(await send(operation, id, body));
        const expected = FOR_MEMBERS_ONLY.includes(operation.id)
          ? '403 confirmation.members_only'
          : (ASKED_BY_WORD[operation.id]?.missing ?? '404 resource.not_found');
        if (foreign !== missing || !foreign.startsWith(expected))
          wrong.push(`${operation.id} ${noun}: ${foreign} (missing: ${missing})`);
      };
      const ids = Object.entries(theirs as FullAgency);
      for (let at = 0; at < ids.length; at += AT_ONCE) {
        await forgetLimits();
        await Promise.all(ids.slice(at, at + AT_ONCE).map(ask));
      }
    }
    expect(wrong).toEqual([]);
  }, 60_000);

  test('answers what is asked by a word out of the own agency alone', async () => {
    const own = mine as FullAgency;
    for (const [id, { word }] of Object.entries(ASKED_BY_WORD)) {
      const operation = operations.find((each) => each.id === id);
      if (!operation) throw new Error(`no operation ${id}`);
      const response = await send(operation, word, operation.input.body ? BODIES[id]?.(own) : undefined);
      const text = await response.text();
      expect([id, response.ok]).toEqual([id, true]);
      expect([id, Object.values(theirs as FullAgency).filter((each) => text.includes(each))]).toEqual([id, []]);
    }
  });

  test('lists nothing of the other agency', async () => {
    const ids = Object.values(theirs as FullAgency);
    const shown: string[] = [];
    let lists = 0;
    for (const operation of operations.filter(
      ({ method, fullPath }) => method === 'GET' && !fullPath.includes('{id}'),
    )) {
      // Every name in both agencies holds the word, so a search that forgets the agency finds the other's rows too.
      const queries = operation.input.query?.shape['q'] ? ['', '?q=Secret', '?q=secret'] : [''];
      const needed = NEEDED_QUERIES[operation.id]?.(mine as FullAgency);
      for (const query of needed ? [needed] : queries) {
        const response = await send(operation, null, undefined, query);
        expect([operation.id, response.status]).toEqual([operation.id, 200]);
        const text = await response.text();
        lists++;
        for (const id of ids) if (text.includes(id)) shown.push(`${operation.id}${query} ${id}`);
      }
    }
    expect(shown).toEqual([]);
    expect(lists).toBeGreaterThan(5);
  });

  test('refuses a foreign id inside a body', async () => {
    const wrong: string[] = [];
    for (const [operationId, ownNoun, bodyOf] of FOREIGN_IN_BODY) {
      await forgetLimits();
      const operation = operations.find(({ id }) => id === operationId);
      if (!operation) throw new Error(`no operation ${operationId}`);
      const own = ownNoun && (mine as FullAgency)[ownNoun];
      const foreign = await problemOf(await send(operation, own, bodyOf(theirs as FullAgency, mine as FullAgency)));
      const nobody = Object.fromEntries(
        Object.keys(theirs as FullAgency).map((noun) => [noun, randomUUID()]),
      ) as FullAgency;
      const missing = await problemOf(await send(operation, own, bodyOf(nobody, mine as FullAgency)));
      if (!/^4(04|09|22) /.test(foreign) || foreign !== missing)
        wrong.push(`${operationId}: ${foreign} (missing: ${missing})`);
    }
    expect(wrong).toEqual([]);
  });

  test('has changed nothing of the other agency by all this', async () => {
    expect(await snapshot(database, (theirs as FullAgency).id)).toEqual(before);
  });
});

describe('the database, whatever the application asks', () => {
  let database: TestDatabase;
  let app: pg.Client;
  let [mine, theirs]: string[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    const owner = new pg.Client({ connectionString: database.superuserUrl });
    await owner.connect();
    for (const id of [randomUUID(), randomUUID()]) {
      [mine, theirs] = [theirs, id];
      await owner.query(
        `INSERT INTO agency (id, name, time_zone, locale, created_at) VALUES ($1, 'A', 'UTC', 'en', now())`,
        [id],
      );
      await owner.query(
        `INSERT INTO member (id, agency_id, user_id, name, email, role, locale, created_at) VALUES ($1, $2, $3, 'M', $4, 'owner', 'en', now())`,
        [id, id, randomUUID(), `${id}@agency.test`],
      );
      await owner.query(
        `INSERT INTO api_key (id, agency_id, member_id, name, role, key_hash, prefix, created_at) VALUES ($1, $2, $2, 'K', 'owner', sha256($3), 'dbk', now())`,
        [randomUUID(), id, Buffer.from(id)],
      );
      await fillAgency(database, id);
    }
    await owner.end();
    app = new pg.Client({ connectionString: database.appUrl });
    await app.connect();
  });
  afterAll(async () => {
    await app.end();
    await database.drop();
  });
  const within = async <R>(agencyId: string, work: () => Promise<R>): Promise<R> => {
    await app.query('BEGIN');
    await app.query(`SELECT set_config('app.agency', $1, true)`, [agencyId]);
    try {
      return await work();
    } finally {
      await app.query('ROLLBACK');
    }
  };

  test('shows no row of any table to a login that names no agency', async () => {
    for (const { name } of await listTenantTables(database)) {
      const { rowCount } = await app.query(`SELECT 1 FROM ${name}`);
      expect([name, rowCount]).toEqual([name, 0]);
    }
  });

  test('reads, changes and deletes without any condition reach the own rows alone', async () => {
    const before = await snapshot(database, theirs as string);
    for (const { name, agencyColumn } of await listTenantTables(database)) {
      const seen = await within(mine as string, () => app.query(`SELECT ${agencyColumn} AS agency FROM ${name}`));
      expect([name, seen.rows.length > 0 && seen.rows.every((row: { agency: string }) => row.agency === mine)]).toEqual(
        [name, true],
      );
      for (const [right, statement] of [
        ['UPDATE', `UPDATE ${name} SET ${agencyColumn} = ${agencyColumn} WHERE ${agencyColumn} = '${theirs}'`],
        ['DELETE', `DELETE FROM ${name} WHERE ${agencyColumn} = '${theirs}'`],
      ]) {
        const touched = await within(mine as string, () =>
          app.query(statement as string).then(
            ({ rowCount }) => rowCount,
            (error: pg.DatabaseError) => error.code,
          ),
        );
        // No such right at all (42501), or no such rows.
        expect([name, right, touched === 0 || touched === '42501']).toEqual([name, right, true]);
      }
    }
    expect(await snapshot(database, theirs as string)).toEqual(before);
  });

  test('lets nobody write a row into another agency', async () => {
    for (const { name, agencyColumn } of await listTenantTables(database)) {
      const copied = within(mine as string, () =>
        app.query(
          `INSERT INTO ${name} SELECT (jsonb_populate_record(t, jsonb_build_object('${agencyColumn}', '${theirs}'))).* FROM ${name} t`,
        ),
      );
      const outcome = await copied.then(
        () => 'written',
        (error: pg.DatabaseError) => error.code,
      );
      expect([name, outcome]).toEqual([name, '42501']);
    }
  });
});

function isForStaff(operation: AnyOperation): boolean {
  const { permission, id } = operation;
  return permission !== 'public' && !isPortalPermission(permission) && id !== 'resetDemo';
}

/** What tells one refusal from another: all but the request's own id. */
async function problemOf(response: Response): Promise<string> {
  const text = await response.text();
  if (response.status === 204 || !response.headers.get('content-type')?.includes('problem'))
    return `${response.status} ${text}`;
  const { requestId, ...problem } = JSON.parse(text) as { requestId: string; code: string };
  return `${response.status} ${problem.code} ${JSON.stringify(problem)} ${requestId ? '' : 'without an id'}`;
}
