import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createClient } from '@daiban/contracts';
import { v7 } from 'uuid';
import { Database } from '../../platform/database/database.js';
import { Refused } from '../../platform/refusal/refused.js';
import { insertBareRegistration, runAsSuperuser } from '../../testing/bare-registration.js';
import { startTestApi, type TestAgency, type TestApi } from '../../testing/test-api.js';
import { QuotasService } from './quotas.service.js';

const NOW = '2026-09-28T03:20:00.000Z';
const ROUNDS = 40;

let api: TestApi;
let agency: TestAgency;
let clientId: string;
let subjectId: string;

beforeAll(async () => {
  api = await startTestApi();
  agency = await api.createAgency();
  const body = { name: 'Acme', countryCode: 'FR', locale: 'en', timeZone: 'Europe/Paris' } as const;
  clientId = (await api.call(agency.apiKeys.owner, createClient, { body })).id;
  subjectId = v7();
  await runAsSuperuser(
    api.database,
    `INSERT INTO subject (id, agency_id, type, name, country_code, licence_of, standing, created_at) VALUES ($1, $2, 'enterprise', 'S', 'CN', 'client', 'active', now())`,
    [subjectId, agency.id],
  );
}, 60_000);
afterAll(() => api.stop());

const newCase = () => insertBareRegistration(api.database, { agencyId: agency.id, clientId, subjectId });
const placesOf = (key: Buffer) =>
  runAsSuperuser<{ position: number }>(
    api.database,
    'SELECT position FROM slot WHERE key_index = $1 ORDER BY position',
    [key],
  );

describe('places under a limit', () => {
  /** Takes a place as a submission does: true, or a refusal when there is none. */
  const take = (registrationId: string, key: Buffer, cap: number | null) =>
    api.app.get(Database).withAgency<true | Refused>(
      agency.id,
      async (transaction) => {
        const wanted = [{ kind: 'subject', key, ref: subjectId, cap }] as const;
        const full = await api.app
          .get(QuotasService, { strict: false })
          .reserveSlots(transaction, registrationId, wanted, NOW);
        return full.length === 0 || Refused.of('slot.taken');
      },
      { violations: { slot_agency_id_kind_key_index_position_key: () => Refused.of('slot.taken') } },
    );

  test(`are never given twice: ${ROUNDS} races of 6 cases for 2 places`, async () => {
    const cases = await Promise.all(Array.from({ length: 6 }, newCase));
    for (let round = 0; round < ROUNDS; round++) {
      const key = Buffer.from(`race ${round}`);
      const outcomes = await Promise.all(cases.map((id) => take(id, key, 2)));
      const winners = outcomes.filter((outcome) => outcome === true).length;
      expect(winners).toBeGreaterThanOrEqual(1);
      // The slower ones may have looked at the same free place; asked again, there is one for whoever comes first and no third.
      for (const id of cases) await take(id, key, 2);
      expect((await placesOf(key)).map(({ position }) => position)).toEqual([1, 2]);
    }
  }, 120_000);

  test('the smallest free one is taken, asked again it stays, and a freed one is given again', async () => {
    const key = Buffer.from('smallest');
    const [a, b, c, d] = (await Promise.all([newCase(), newCase(), newCase(), newCase()])) as [
      string,
      string,
      string,
      string,
    ];
    for (const id of [a, b, c]) expect(await take(id, key, 3)).toBe(true);
    expect(await take(b, key, 3)).toBe(true);
    expect(await take(d, key, 3)).toBeInstanceOf(Refused);
    await api.app
      .get(Database)
      .withAgency(agency.id, (transaction) => api.app.get(QuotasService, { strict: false }).freeSlots(transaction, b));
    expect(await take(d, key, 3)).toBe(true);
    expect((await placesOf(key)).map(({ position }) => position)).toEqual([1, 2, 3]);
  });

  test('accounts elsewhere leave fewer, and without a known limit there is always one', async () => {
    const key = Buffer.from('caps');
    expect(await take(await newCase(), key, 0)).toBeInstanceOf(Refused);
    for (let n = 0; n < 3; n++) expect(await take(await newCase(), key, null)).toBe(true);
    expect(await placesOf(key)).toHaveLength(3);
  });
});
