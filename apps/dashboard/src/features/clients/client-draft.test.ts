import { describe, expect, test } from '@jest/globals';
import type { Client } from '@daiban/contracts';
import { bodyOf, changesOf, draftOf, emptyContact, likelyZone } from './client-draft.js';

const northlight: Client = {
  id: '0199a000-0000-7000-8000-000000000001',
  name: 'Northlight',
  countryCode: 'DK',
  locale: 'en',
  timeZone: 'Europe/Copenhagen',
  contacts: [
    {
      id: '0199a000-0000-7000-8000-000000000002',
      name: 'Anna Holm',
      email: 'anna@northlight.example',
      role: 'decider',
    },
  ],
  openRegistrations: 1,
  erasedAt: null,
  createdAt: '2026-09-28T03:20:00.000Z',
  version: 3,
};
const draft = draftOf(northlight);

describe('a client that is being changed', () => {
  test('sends only what was typed, so that a colleague’s change of another field stays', () => {
    expect(changesOf(draft, northlight)).toEqual({});
    expect(changesOf({ ...draft, name: ' Northlight Group ' }, northlight)).toEqual({ name: 'Northlight Group' });
  });

  test('keeps known contacts by their id and leaves out a line that nobody filled in', () => {
    const added = { ...emptyContact('finance'), name: 'Li Wei', email: 'li@northlight.example' };
    const changes = changesOf({ ...draft, contacts: [...draft.contacts, added, emptyContact()] }, northlight);
    expect(changes).toEqual({
      contacts: [northlight.contacts[0], { name: 'Li Wei', email: 'li@northlight.example', role: 'finance' }],
    });
    expect(bodyOf({ ...draft, contacts: [emptyContact()] }).contacts).toEqual([]);
  });
});

test('a country’s only zone is offered, and Beijing’s for the whole mainland; elsewhere nobody guesses', () => {
  // Browsers without the look-up guess nothing at all.
  if (!('getTimeZones' in Intl.Locale.prototype)) return expect(likelyZone('IT')).toBeNull();
  expect(likelyZone('IT')).toBe('Europe/Rome');
  expect(likelyZone('CN')).toBe('Asia/Shanghai');
  expect(likelyZone('AU')).toBeNull();
  expect(likelyZone('')).toBeNull();
});
