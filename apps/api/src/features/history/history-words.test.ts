import { describe, expect, test } from '@jest/globals';
import { RealSystemClock } from '../../platform/clock/real-system-clock.js';
import { DataKeys } from '../../platform/encryption/data-keys.js';
import { Encryption } from '../../platform/encryption/encryption.js';
import { FileKeyProvider } from '../../platform/encryption/file-key-provider.js';
import { InstallationKeys } from '../../platform/encryption/installation-keys.js';
import { ListedDataKeys } from '../../platform/encryption/listed-data-keys.js';
import { HistoryWords } from './history-words.js';

const FILE_KEY = Buffer.alloc(32, 7);
const place = { agencyId: 'agency-1', entryId: 'entry-1' };
const PAYLOAD = {
  facts: { payerName: 'wang', amount: { amountMinor: 30000, currency: 'CNY' }, sentOn: '2026-10-05', scanSeen: true },
  reason: 'Ana Lim asked for it',
  address: 'ana@client.example',
  number: '8613800000047',
  changes: [{ field: 'proposedName', from: 'acme', to: 'Acme 资讯' }],
  acknowledgements: [{ code: 'admin.is_outsider', reason: 'ok' }],
  rules: [{ id: 'route.small_transfer', value: 'Allowed Here', validFrom: '2018-11-16', confidence: 'H' }],
  personId: '01998e5c-0000-7000-8000-000000000001',
  at: '2026-09-28T03:20:00.000Z',
  paper: 'admin_id',
  from: 'draft',
  nothing: null,
};

function start() {
  const store = new ListedDataKeys();
  const keys = new DataKeys(
    store,
    new FileKeyProvider({ fileKey: FILE_KEY, fileKeysBefore: [] }),
    new RealSystemClock(),
  );
  return { store, keys, words: new HistoryWords(new Encryption(keys, InstallationKeys.derivedFrom(FILE_KEY))) };
}

describe("what people wrote in a client's history", () => {
  test('is sealed, with codes, numbers and days beside it readable, and opens to what it was', async () => {
    const { words } = start();
    const sealed = await words.seal(PAYLOAD, place, 'client-1');
    const text = JSON.stringify(sealed);
    for (const written of ['wang', '8613800000047', 'Ana', 'ana@', 'acme', 'Acme', '资讯', '"ok"'])
      expect(text).not.toContain(written);
    expect(sealed).toMatchObject({
      facts: { amount: PAYLOAD.facts.amount, sentOn: '2026-10-05', scanSeen: true },
      changes: [{}],
      acknowledgements: [{ code: 'admin.is_outsider' }],
      rules: PAYLOAD.rules,
      personId: PAYLOAD.personId,
      at: PAYLOAD.at,
      paper: 'admin_id',
      from: 'draft',
      nothing: null,
    });
    expect(await words.open(sealed, place)).toEqual(PAYLOAD);
  });

  test('does not open at another entry, or in the place of another word of its own', async () => {
    const { words } = start();
    const sealed = await words.seal(PAYLOAD, place, 'client-1');
    await expect(words.open(sealed, { ...place, entryId: 'entry-2' })).rejects.toThrow('does not open');
    const swapped = { ...sealed, reason: sealed.address, address: sealed.reason };
    await expect(words.open(swapped, place)).rejects.toThrow('does not open');
  });

  test('is a dash once the client was erased', async () => {
    const { store, keys, words } = start();
    const sealed = await words.seal(PAYLOAD, place, 'client-1');
    store.keys[0] = { ...store.keys[0]!, wrapped: null };
    keys.forget();
    expect(await words.open(sealed, place)).toMatchObject({ reason: '—', address: '—', paper: 'admin_id' });
  });

  test("stays as it is in the history of what is no client's", async () => {
    const { words } = start();
    expect(await words.seal(PAYLOAD, place, null)).toBe(PAYLOAD);
    expect(await words.open(PAYLOAD, place)).toEqual(PAYLOAD);
  });
});
