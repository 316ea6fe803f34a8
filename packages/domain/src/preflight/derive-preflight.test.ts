import { describe, expect, test } from '@jest/globals';
import { shanghaiDate } from '../calendar/index.js';
import type { RegistrationFacts } from '../registration/registration-facts.js';
import { listIrreversibleChoices } from '../registration/sign-off.js';
import { aRegistration, contextAt, NOW, type RegistrationBuilder } from '../testing/registration-builder.js';
import { derivePreflight } from './derive-preflight.js';

const preflight = (builder: RegistrationBuilder, orderId: string | null = null, now = NOW) =>
  derivePreflight(builder.facts, orderId, contextAt(now));
const codes = (findings: readonly { code: string }[]) => [...new Set(findings.map(({ code }) => code))];
const yuan = (yuans: number) => ({ amountMinor: yuans * 100, currency: 'CNY' });

/** A case with nothing open: all papers accepted, signed off, address checked, admin known. */
const clean = () => named(aRegistration().awaitingPrerequisites(), '灯桥茶业');
/** Signs off again with what the case says now, so that only one thing is wrong at a time. */
const signedAgain = (builder: RegistrationBuilder) =>
  builder.with((facts) => ({
    prerequisites: facts.prerequisites.map((item) => (item.required ? { ...item, state: 'accepted' as const } : item)),
    signOff: { signedAt: NOW, textVersion: '2026-11', choices: listIrreversibleChoices(facts), voidedAt: null },
  }));
const named = (builder: RegistrationBuilder, proposedName: string) =>
  signedAgain(builder.registration({ proposedName }));
const email = (fields: Partial<NonNullable<RegistrationFacts['email']>>) => (facts: RegistrationFacts) => ({
  email: facts.email && { ...facts.email, ...fields },
});
const full = (kind: keyof RegistrationFacts['counters'], reserved: number) => (facts: RegistrationFacts) => ({
  counters: { ...facts.counters, [kind]: { reserved, planned: 0, elsewhere: 0 } },
});
const paper =
  (code: string, fields: Partial<RegistrationFacts['prerequisites'][number]>) => (facts: RegistrationFacts) => ({
    prerequisites: facts.prerequisites.map((item) => (item.code === code ? { ...item, ...fields } : item)),
  });

describe('a case in which nothing is open', () => {
  test('has no blocker, no warning and no unknown, and says what a failure would cost', () => {
    const result = preflight(clean());
    expect({ ...result, checks: [] }).toMatchObject({ blockers: [], warnings: [], unknowns: [], burns: yuan(300) });
    expect(result.checks.every(({ passed }) => passed)).toBe(true);
    expect(result.fee).toMatchObject({ amount: yuan(300), means: ['wechat_pay'] });
  });

  test('is looked at along every decision up to the fee, in their order', () => {
    expect(preflight(aRegistration()).decisions).toEqual([
      'advice_accepted',
      'prerequisites_completed',
      'email_confirmed',
      'admin_verified',
      'information_submitted',
      'application_submitted',
      'fee_paid',
    ]);
    expect(preflight(aRegistration().readyToSubmit()).decisions).toEqual([
      'information_submitted',
      'application_submitted',
      'fee_paid',
    ]);
  });

  test('burns nothing on a route without a fee before the account is live', () => {
    const byTransfer = preflight(signedAgain(aRegistration().route('small_transfer').awaitingPrerequisites()));
    expect(byTransfer).toMatchObject({ blockers: [], fee: null, burns: null });
    expect(byTransfer.decisions.at(-1)).toBe('information_submitted');
  });

  test('burns nothing where the review is free, and the waiver is no blocker', () => {
    const free = preflight(signedAgain(aRegistration().subject('government').awaitingPrerequisites()));
    expect(free.blockers).toEqual([]);
    expect(free).toMatchObject({ burns: null, fee: { amount: { amountMinor: 0 } } });
    expect(free.decisions.at(-1)).toBe('fee_waived');
  });

  test('names dollars for an overseas company, and its one means of payment', () => {
    const abroad = preflight(signedAgain(aRegistration().subject('overseas_enterprise').awaitingPrerequisites()));
    expect(abroad.burns).toEqual({ amountMinor: 99_00, currency: 'USD' });
    expect(abroad.fee?.means).toEqual(['bank_transfer']);
  });

  test('says that nobody knows the fee instead of guessing one', () => {
    const shop = preflight(signedAgain(aRegistration().subject('sole_proprietor').awaitingPrerequisites()));
    expect(codes(shop.unknowns)).toContain('fee.unknown');
    expect(shop).toMatchObject({ burns: null, fee: { amount: null } });
  });
});

describe('one thing wrong is one blocker', () => {
  const today = shanghaiDate(NOW);
  const cases: readonly [string, string, (builder: RegistrationBuilder) => RegistrationBuilder][] = [
    ['subject.code_missing', 'no licence code', (b) => signedAgain(b.subject('enterprise', { code: null }))],
    [
      'subject.code_invalid',
      'a digit of the code is wrong',
      (b) => signedAgain(b.subject('enterprise', { code: '91350100M000100Y44' })),
    ],
    [
      'subject.class_mismatch',
      'a sole proprietor’s code for a company',
      (b) => signedAgain(b.subject('enterprise', { code: '92350100M000100Y40' })),
    ],
    [
      'subject.region_mismatch',
      'a mainland company said to be in Malaysia',
      (b) => signedAgain(b.subject('enterprise', { countryCode: 'MY' })),
    ],
    [
      'subject.licence_expires_soon',
      'the licence ends during the review',
      (b) => b.subject('enterprise', { licenceExpiresOn: '2026-10-09' }),
    ],
    [
      'prerequisite.not_accepted',
      'the licence copy was returned',
      (b) => b.with(paper('business_licence', { state: 'returned' })),
    ],
    [
      'prerequisite.expires_too_soon',
      'a paper ends tomorrow',
      (b) => b.with(paper('business_licence', { expiresOn: today })),
    ],
    ['sign_off.missing', 'the client has not signed off', (b) => b.with(() => ({ signOff: null }))],
    [
      'sign_off.choices_changed',
      'the name changed after the sign-off',
      (b) => b.registration({ proposedName: '灯桥业' }),
    ],
    ['email.missing', 'no address', (b) => b.with(() => ({ email: null }))],
    ['email.not_checked', 'an address nobody checked', (b) => b.with(email({ check: null }))],
    [
      'email.blocked',
      'an address of a personal WeChat',
      (b) => b.with(email({ check: { result: 'personal_wechat', evidenceRank: 'screenshot', checkedAt: NOW } })),
    ],
    ['email.reservation_expired', 'the reservation ran out', (b) => b.with(email({ reservedUntil: NOW }))],
    ['admin.missing', 'nobody is named as admin', (b) => b.with(() => ({ admin: null }))],
    ['admin.id_kind_refused', 'an admin with a foreign passport', (b) => b.admin({ idKind: 'passport' })],
    ['admin.id_invalid', 'an ID number that does not hold', (b) => b.admin({ idNumberValid: false })],
    ['admin.under_age', 'an admin of seventeen', (b) => b.admin({ adultOn: '2027-01-01' })],
    ['admin.card_not_bound', 'a WeChat without the admin’s own card', (b) => b.admin({ wechatHasOwnCard: false })],
    ['admin.id_not_checked', 'nobody looked at the ID', (b) => b.admin({ idCheckedBy: null })],
    ['consent.missing', 'no consent for this case', (b) => b.admin({ consent: null })],
    ['quota.admin_phone_full', 'a phone with five accounts', (b) => b.with(full('admin_phone', 5))],
    ['quota.subject_full', 'a company with both its accounts', (b) => b.with(full('subject', 2))],
    ['name.not_allowed', 'an account name with a star', (b) => named(b, '灯桥茶业★')],
  ];

  test.each(cases)('%s: %s', (code, _, spoil) => {
    expect(codes(preflight(spoil(clean())).blockers)).toEqual([code]);
  });

  test('transfer.already_running: another account of the company waits for its transfer', () => {
    const waiting = signedAgain(aRegistration().route('small_transfer').awaitingPrerequisites()).with(() => ({
      otherSmallTransferRunning: true,
    }));
    expect(codes(preflight(waiting).blockers)).toEqual(['transfer.already_running']);
  });

  test('and it is named with the decision it stops first', () => {
    const [finding] = preflight(clean().with(() => ({ email: null }))).blockers;
    expect(finding).toMatchObject({ code: 'email.missing', decision: 'email_confirmed' });
  });
});

describe('what is doubtful or unknown', () => {
  test.each([
    [
      'admin.outsider',
      'an agency employee as admin',
      (b: RegistrationBuilder) => b.admin({ isLegalRepresentative: false, employer: 'agency' }),
    ],
    [
      'subject.struck_off',
      'a company struck off',
      (b: RegistrationBuilder) => b.subject('enterprise', { standing: 'struck_off' }),
    ],
    [
      'name.right_not_shown',
      'a brand that is not in the registered name',
      (b: RegistrationBuilder) => named(b, '星辰珠宝'),
    ],
    [
      'email.check_old',
      'an address checked two months ago',
      (b: RegistrationBuilder) =>
        b.with(
          email({ check: { result: 'unused', evidenceRank: 'screenshot', checkedAt: '2026-07-20T03:00:00.000Z' } }),
        ),
    ],
  ] as const)('%s: %s is a warning', (code, _, spoil) => {
    const { warnings, blockers } = preflight(spoil(clean()));
    expect(codes(warnings)).toEqual([code]);
    expect(blockers).toEqual([]);
  });

  test('a brand with its trademark shown is no doubt', () => {
    const shown = named(clean(), '星辰珠宝').with(({ prerequisites }) => ({
      prerequisites: prerequisites.map((item) =>
        item.code === 'name_right' ? { ...item, state: 'accepted' as const } : item,
      ),
    }));
    expect(preflight(shown).warnings).toEqual([]);
  });

  test('brackets, blanks and capitals of the registered name do not make a brand of it', () => {
    const company = aRegistration().subject('overseas_enterprise', { name: 'Lantern Bridge Tea Sdn. Bhd.' });
    expect(codes(preflight(named(company.awaitingPrerequisites(), 'LANTERNBRIDGE')).warnings)).toEqual([]);
    expect(codes(preflight(named(clean(), '灯桥（上海）'.replace(/[（）]/gu, ''))).warnings)).toEqual([]);
  });

  test('a permit as ID is a question to Tencent, not a no', () => {
    expect(codes(preflight(clean().admin({ idKind: 'hk_mo_tw_permit' })).unknowns)).toEqual(['admin.id_kind_unknown']);
  });

  test('a review that reaches into a year without announced holidays is said', () => {
    const late = preflight(clean(), null, '2026-12-28T03:20:00.000Z');
    expect(codes(late.warnings)).toContain('calendar.review_provisional');
  });
});

describe('a verification order', () => {
  const renewing = () =>
    aRegistration().live('2026-12-15T16:00:00.000Z').afterOrder('order_opened', { kind: 'renewal', payer: 'client' });

  test('has a pre-flight of its own before its fee', () => {
    const builder = renewing();
    const result = preflight(builder, builder.order.id);
    expect(result.orderId).toBe(builder.order.id);
    expect(result.decisions).toEqual(['application_submitted', 'fee_paid']);
    expect(codes(result.blockers)).toEqual(['prerequisite.not_accepted']);
    expect(result.burns).toEqual(yuan(300));
  });

  test('is stopped by a licence that ends inside its review', () => {
    const builder = renewing().subject('enterprise', { licenceExpiresOn: '2026-10-09' }).prepared();
    expect(codes(preflight(builder, builder.order.id).blockers)).toEqual(['subject.licence_expires_soon']);
  });

  test('still looks at the licence while the fee is due', () => {
    const due = aRegistration().awaitingFee().subject('enterprise', { licenceExpiresOn: '2026-10-01' });
    expect(codes(preflight(due, due.order.id).blockers)).toEqual(['subject.licence_expires_soon']);
  });

  test('warns where the verification ends before the answer can come', () => {
    const builder = renewing().prepared();
    const close = preflight(builder, builder.order.id, '2026-12-10T03:20:00.000Z');
    expect(codes(close.warnings)).toContain('verification.ends_in_review');
  });

  test('warns of a client who declined, and of news that nobody has settled', () => {
    const builder = renewing()
      .prepared()
      .registration({ renewalDecision: { decision: 'declined', at: NOW, by: 'contact-1' } })
      .verification({ conflict: { code: 'verification.result_differs', raisedAt: NOW, observed: null } });
    expect(codes(preflight(builder, builder.order.id).warnings)).toEqual([
      'verification.conflict_open',
      'renewal.client_declined',
    ]);
  });

  test('that is not opened yet is looked at as the one that comes next', () => {
    const early = preflight(aRegistration().live('2027-09-28T16:00:00.000Z'));
    expect(early.decisions[0]).toBe('order_opened');
    expect(codes(early.blockers)).toContain('order.window_not_open');
  });

  test('on its last chance to answer Tencent puts the fee already paid at stake', () => {
    const returned = aRegistration()
      .inReview()
      .afterOrder('supplement_requested', { reason: 'seal unreadable', dueOn: '2026-10-20' });
    const builder = returned.with(({ orders }) => ({ orders: orders.map((order) => ({ ...order, chancesUsed: 2 })) }));
    const result = preflight(builder, builder.order.id);
    expect(codes(result.warnings)).toEqual(['supplement.last_chance']);
    expect(result).toMatchObject({ decisions: ['supplement_submitted'], burns: yuan(300), fee: null });
  });

  test('under review leaves nothing to decide and nothing more to burn', () => {
    const builder = aRegistration().inReview();
    expect(preflight(builder, builder.order.id)).toMatchObject({ decisions: [], blockers: [], fee: null });
  });
});
