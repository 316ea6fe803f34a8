import { describe, expect, test } from '@jest/globals';
import { REGISTRATION_STATES } from '../enumerations/index.js';
import { aRegistration, contextAt, type RegistrationBuilder } from '../testing/registration-builder.js';
import { buildPassport, CUSTODY_ITEMS, type PassportExtras } from './build-passport.js';

const SEAT = { term: 'long', boundAt: '2026-09-28T03:20:00.000Z', endsOn: null } as const;
const EXTRAS: PassportExtras = {
  adminName: '王小芳',
  adminIdNumberMasked: '310***********0017',
  operators: [],
  orderNumbers: {},
  custody: [
    { at: '2026-09-01T00:00:00.000Z', kind: 'admin_verified' },
    { at: '2026-09-20T00:00:00.000Z', kind: 'admin_changed' },
  ],
};
const passportOf = (known: RegistrationBuilder, extras: Partial<PassportExtras> = {}) =>
  buildPassport(known.facts, { ...EXTRAS, ...extras }, contextAt());
const heldBy = (known: RegistrationBuilder, extras: Partial<PassportExtras> = {}) =>
  Object.fromEntries(passportOf(known, extras).exit.steps.map(({ item, heldBy: holder }) => [item, holder]));

describe('a passport', () => {
  test('names nobody whole: a Chinese name by its family name, any other by initials', () => {
    const operators = [{ ...SEAT, name: 'John Davies', employer: 'agency' as const }];
    const { admin, operators: shown } = passportOf(aRegistration().live(), { operators });
    expect(admin).toMatchObject({ nameMasked: '王**', idNumberMasked: '310***********0017' });
    expect(shown).toEqual([{ ...SEAT, nameMasked: 'J. D.' }]);
  });

  test('says when the administrator of today was verified, not an earlier one', () => {
    expect(passportOf(aRegistration().live()).admin?.verifiedAt).toBe('2026-09-20T00:00:00.000Z');
    expect(passportOf(aRegistration().live(), { custody: [] }).admin?.verifiedAt).toBeNull();
  });

  test('adds what was paid by currency and never over two, and says what was lost', () => {
    const paid = (id: string, amountMinor: number, currency: string, state: 'passed' | 'failed') => ({
      ...aRegistration().inReview().facts.orders[0]!,
      id,
      state,
      payment: { amount: { amountMinor, currency }, means: 'bank_transfer' as const, paidOn: '2026-09-28' },
    });
    const orders = [
      paid('c', 9900, 'USD', 'passed'),
      paid('b', 30000, 'CNY', 'passed'),
      paid('a', 30000, 'CNY', 'failed'),
    ];
    const passport = passportOf(
      aRegistration()
        .live()
        .with(() => ({ orders })),
      { orderNumbers: { a: 1, b: 2, c: 3 } },
    );
    expect(passport.orders.map(({ number, lost }) => [number, lost])).toEqual([
      [1, true],
      [2, false],
      [3, false],
    ]);
    expect(passport.paidTotals).toEqual([
      { amountMinor: 60000, currency: 'CNY' },
      { amountMinor: 9900, currency: 'USD' },
    ]);
  });
});

describe('the way out', () => {
  test('is the list of what changes hands, where the licence is the client’s', () => {
    const { exit } = passportOf(aRegistration().live());
    expect(exit.route).toBe('handover');
    expect(exit.steps.map(({ item }) => item)).toEqual(CUSTODY_ITEMS);
  });

  test('is a migration where the licence is another’s', () => {
    for (const licenceOf of ['agency', 'partner'] as const)
      expect(passportOf(aRegistration().live().subject('enterprise', { licenceOf })).exit.route).toBe('migration');
  });

  test('is said for every state a case can be in', () => {
    const routes = REGISTRATION_STATES.map((state) => [
      state,
      passportOf(aRegistration().live().inState(state)).exit.route,
    ]);
    expect(Object.fromEntries(routes)).toEqual({
      draft: 'not_yet',
      awaiting_prerequisites: 'not_yet',
      awaiting_email: 'not_yet',
      awaiting_admin_verification: 'not_yet',
      ready_to_submit: 'not_yet',
      proving_subject: 'not_yet',
      live: 'handover',
      restricted: 'handover',
      migrating: 'handover',
      closing: 'handover',
      lapsed: 'not_yet',
      withdrawn: 'over',
      closed: 'over',
      migrated: 'over',
      handed_over: 'done',
    });
  });

  test('says in whose hands each key is, and what nobody has told us', () => {
    const live = aRegistration().live().admin({ employer: 'agency' });
    expect(heldBy(live)).toMatchObject({
      admin: 'agency',
      phone: 'unknown',
      app_secret: 'unknown',
      operators: 'unknown',
    });
    const seats = (...employers: ('registrant' | 'agency' | 'other')[]) => ({
      operators: employers.map((employer) => ({ ...SEAT, name: 'Li', employer })),
    });
    expect(heldBy(live, seats('registrant', 'agency', 'other'))['operators']).toBe('agency');
    expect(heldBy(live, seats('registrant', 'other'))['operators']).toBe('other');
    expect(heldBy(live, seats('registrant'))['operators']).toBe('client');
    expect(heldBy(live.verification({ readable: true }))['authorisation']).toBe('agency');
  });

  test('has every key with the client once it is handed over', () => {
    expect(new Set(Object.values(heldBy(aRegistration().live().inState('handed_over'))))).toEqual(new Set(['client']));
  });
});
