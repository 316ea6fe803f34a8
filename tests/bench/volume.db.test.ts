import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import {
  applyRegistrationEvent,
  getPipeline,
  getRegistration,
  listHistory,
  listRegistrations,
  type OperationCall,
  type RegistrationCase,
} from '@daiban/contracts';
import { verifyChain } from '../../apps/api/src/features/history/history-chain.js';
import { HistoryRepository } from '../../apps/api/src/features/history/history.repository.js';
import { toProjections } from '../../apps/api/src/features/registrations/case-write.mapper.js';
import { CasesService } from '../../apps/api/src/features/registrations/cases.service.js';
import { systemActor } from '../../apps/api/src/platform/auth/actor.js';
import { Refused } from '../../apps/api/src/platform/refusal/refused.js';
import { DEMO_START } from '../../apps/api/src/platform/clock/installation-clock.js';
import { runAsSuperuser } from '../../apps/api/src/testing/bare-registration.js';
import { startTestApi, type TestApi } from '../../apps/api/src/testing/test-api.js';
import { fillVolume, type VolumeAgency } from '../../prisma/seed/volume.js';
import { seededRandom } from '../../prisma/seed/volume-names.js';

jest.setTimeout(60_000);

const COUNT = 500;
const SAMPLE = 20;

interface Row {
  readonly id: string;
  readonly agency_id: string;
}

let api: TestApi;
let agencies: VolumeAgency[];
/** Some rows of every agency, the same in each run. */
let sample: Row[];

beforeAll(async () => {
  api = await startTestApi();
  const { superuserUrl: url } = api.database;
  agencies = await fillVolume({ url, count: COUNT, agencies: 5, fileKey: api.settings.fileKey, now: DEMO_START });
  const rows = await runAsSuperuser<Row>(api.database, 'SELECT id, agency_id FROM registration ORDER BY id');
  const random = seededRandom(7);
  sample = Array.from({ length: SAMPLE }, () => rows.splice(Math.floor(random() * rows.length), 1)).flat();
});
afterAll(() => api.stop());

const keyOf = ({ agency_id }: Row) => agencies.find(({ id }) => id === agency_id)?.apiKey ?? '';
const read = (row: Row): Promise<RegistrationCase> => api.call(keyOf(row), getRegistration, { params: { id: row.id } });

test('the agencies have their cases, each on the board once', async () => {
  expect(agencies.reduce((sum, { count }) => sum + count, 0)).toBe(COUNT);
  for (const { apiKey, count } of agencies)
    expect(await api.call(apiKey, getPipeline, {})).toMatchObject({ total: count });
});

test('any of its cases is read, has its history whole, and takes an event', async () => {
  const history = api.app.get(HistoryRepository, { strict: false });
  for (const row of sample) {
    const known = await read(row);
    expect(verifyChain(await history.readChain(row.agency_id, row.id))).toBeNull();
    const { items } = await api.call(keyOf(row), listHistory, { params: { id: row.id }, query: { limit: 100 } });
    expect(items.length).toBeGreaterThan(0);
    const pause = known.availableEvents.find(({ event }) => event === 'case_paused');
    const isOver = known.state === 'withdrawn';
    expect([known.state, pause?.allowed ?? false]).toEqual([known.state, !isOver]);
    const evidence = { rank: 'wechat_api' } as const;
    const change = isOver
      ? { event: 'verification_observed', facts: { qualification: 'failed' }, evidence }
      : { event: 'case_paused', reason: 'the client travels' };
    const body = { ...change, expectedVersion: known.version } as OperationCall<typeof applyRegistrationEvent>['body'];
    const changed = await api.call(keyOf(row), applyRegistrationEvent, { params: { id: row.id }, body });
    expect(changed).toMatchObject({ version: known.version + 1, state: known.state });
    expect(changed.paused !== null).toBe(!isOver);
    const chain = await history.readChain(row.agency_id, row.id);
    expect(chain).toHaveLength(items.length + 1);
    expect(verifyChain(chain)).toBeNull();
  }
});

test('lists and search show them as the cases are', async () => {
  const cases = api.app.get(CasesService, { strict: false });
  for (const row of sample) {
    const known = await read(row);
    const query = { q: known.proposedName, limit: 5 };
    const { items } = await api.call(keyOf(row), listRegistrations, { query });
    expect(items.find(({ id }) => id === row.id)).toMatchObject({ stage: known.stage, version: known.version });
    const view = await cases.read(systemActor(row.agency_id, 'en'), { by: 'registration', id: row.id });
    if (view instanceof Refused) throw new Error(view.code);
    const [stored] = await runAsSuperuser(
      api.database,
      'SELECT holder, board_stage AS "boardStage", verification_ends_at AS "verificationEndsAt" FROM registration WHERE id = $1',
      [row.id],
    );
    const { holder, boardStage, verificationEndsAt } = toProjections(view.case, view.derived);
    expect(stored).toEqual({
      holder,
      boardStage,
      verificationEndsAt: verificationEndsAt && new Date(verificationEndsAt),
    });
  }
});
