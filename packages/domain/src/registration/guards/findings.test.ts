import { describe, expect, test } from '@jest/globals';
import type { OrderEvent, RegistrationEvent } from '../../enumerations/index.js';
import type { CommandFacts } from '../../machine/fact-spec.js';
import type { Finding } from '../../machine/finding.js';
import { FINDINGS } from '../../rulebook/findings.js';
import { SHIPPED_RULES } from '../../rulebook/shipped-rules.js';
import { aRegistration, contextAt, CONTACT, NOW, SPECIALIST } from '../../testing/registration-builder.js';
import { LIFE_AFTER_STORIES, type FindingStory } from '../../testing/life-after-stories.js';
import { judgeOrderEvent } from '../../verification/judge-order-event.js';
import { judgeRegistrationEvent } from '../judge-registration-event.js';
import type { Evidence } from '../registration-command.js';
import type { RegistrationFacts } from '../registration-facts.js';

const full = { reserved: 2, planned: 0, elsewhere: 0 };
const counters = (fields: Partial<RegistrationFacts['counters']>) => (facts: RegistrationFacts) => ({
  counters: { ...facts.counters, ...fields },
});
const email = (fields: Partial<NonNullable<RegistrationFacts['email']>>) => (facts: RegistrationFacts) => ({
  email: facts.email && { ...facts.email, ...fields },
});
const order = (fields: Partial<RegistrationFacts['orders'][number]>) => (facts: RegistrationFacts) => ({
  orders: facts.orders.map((one) => ({ ...one, ...fields })),
});
const cny = (amountMinor: number) => ({ amountMinor, currency: 'CNY' });
const fee = (fields: CommandFacts = {}) => ({
  amount: cny(300_00),
  means: 'wechat_pay',
  paidOn: '2026-09-28',
  ...fields,
});
const draft = () => aRegistration();
const papers = () => aRegistration().awaitingPrerequisites().prepared();
const atEmail = () => aRegistration().awaitingEmail();
const atAdmin = () => aRegistration().awaitingAdminVerification();
const ready = () => aRegistration().readyToSubmit();
const transfer = () =>
  aRegistration()
    .route('small_transfer')
    .readyToSubmit()
    .after('information_submitted', { transferAmount: cny(37) });
const sent = { amount: cny(37), payerName: '灯桥(上海) 茶业有限公司', sentOn: '2026-09-28' };
const open = (kind: string, fields: CommandFacts = {}) => ({ kind, payer: 'client', ...fields });
const live = () => aRegistration().live();
const TAKEN_BY = { address: 'account@example.com', registrationId: 'registration-2', accountName: '北光生活' };
const withoutItsAddress = () =>
  live()
    .with(() => ({ email: null }))
    .verification({
      conflict: { code: 'email.held_by_other', raisedAt: NOW, observed: null, email: TAKEN_BY },
    });
const overseasFee = () =>
  aRegistration().subject('overseas_enterprise').provingSubject().afterOrder('application_submitted');

/** What rests on the machine, on the command or on a day that WeChat's own notice names; all others open the rule behind them. */
const RESTS_ON_NO_RULE: readonly string[] = [
  'route.unchanged',
  'admin.unchanged',
  'name.unchanged',
  'subject.name_unchanged',
  'slots.not_held',
  'case.already_paused',
  'case.not_paused',
  'verification.nothing_to_resolve',
  'verification.nothing_observed',
  'registration.state_final',
  'supplement.days_over',
  'supplement.days_left',
  'evidence.file_unknown',
  'evidence.countersigner_invalid',
];

/** Each finding once, by the shortest story that brings it up. */
const CASES: readonly FindingStory[] = [
  ...LIFE_AFTER_STORIES,
  [
    'account_type.not_open',
    'an individual wants a service account',
    () => draft().subject('individual').route('identity_scan'),
    'advice_accepted',
  ],
  [
    'account_type.unknown',
    'an overseas company wants WeCom',
    () => draft().subject('overseas_enterprise').registration({ accountType: 'wecom' }),
    'advice_accepted',
  ],
  [
    'route.not_open',
    'a government body wants a small transfer',
    () => draft().subject('government').route('small_transfer'),
    'advice_accepted',
  ],
  [
    'route.unknown',
    'a sole proprietor wants the face check',
    () => draft().subject('sole_proprietor').route('legal_representative'),
    'advice_accepted',
  ],
  [
    'route.unknown_for_type',
    'a Mini Program has a route of its own',
    () => draft().registration({ accountType: 'mini_program' }),
    'advice_accepted',
  ],
  ['route.unchanged', 'the new route is the old one', () => transfer(), 'route_changed', { route: 'small_transfer' }],
  [
    'subject.region_mismatch',
    'an enterprise with a licence from Malaysia',
    () => draft().subject('enterprise', { countryCode: 'MY' }),
    'advice_accepted',
  ],
  [
    'subject.class_mismatch',
    'a sole proprietor’s code for an enterprise',
    () => draft().subject('enterprise', { code: '92350100M000100Y40' }),
    'advice_accepted',
  ],
  [
    'subject.class_differs',
    'a company calls itself a foundation',
    () => draft().subject('enterprise', { class: 'foundation' }),
    'advice_accepted',
  ],
  [
    'subject.code_unrecognised',
    'a registry the standard does not know',
    () => draft().subject('enterprise', { code: 'C1350100M000100Y40' }),
    'advice_accepted',
  ],
  [
    'subject.code_missing',
    'no code yet',
    () => papers().subject('enterprise', { code: null }),
    'prerequisites_completed',
  ],
  [
    'subject.code_invalid',
    'one digit of the code is wrong',
    () => papers().subject('enterprise', { code: '91350100M000100Y44' }),
    'prerequisites_completed',
  ],
  [
    'subject.name_missing',
    'no registered name',
    () => papers().subject('enterprise', { name: ' ' }),
    'prerequisites_completed',
  ],
  [
    'subject.licence_of_other',
    'the licence is a partner’s',
    () => draft().subject('enterprise', { licenceOf: 'partner' }),
    'advice_accepted',
  ],
  [
    'subject.struck_off',
    'the company is struck off',
    () => atAdmin().subject('enterprise', { standing: 'struck_off' }),
    'admin_verified',
    { scanSeen: true },
  ],
  [
    'subject.licence_expires_soon',
    'the licence has run out',
    () => atAdmin().subject('enterprise', { licenceExpiresOn: '2026-09-27' }),
    'admin_verified',
    { scanSeen: true },
  ],
  ['quota.subject_full', 'two accounts already', () => draft().with(counters({ subject: full })), 'advice_accepted'],
  [
    'quota.subject_planned',
    'one account, one more planned',
    () => draft().with(counters({ subject: { reserved: 1, planned: 1, elsewhere: 0 } })),
    'advice_accepted',
  ],
  [
    'quota.subject_unknown',
    'an overseas company’s second account',
    () =>
      draft()
        .subject('overseas_enterprise')
        .with(counters({ subject: { reserved: 1, planned: 0, elsewhere: 0 } })),
    'advice_accepted',
  ],
  [
    'quota.raise_not_granted',
    'a raise asked for, not granted',
    () =>
      ready()
        .subject('enterprise', { quotaRaise: { underWay: 'requested', grantedAccounts: 0 } })
        .with(counters({ subject: full })),
    'information_submitted',
  ],
  [
    'quota.admin_id_full',
    'an ID with five accounts',
    () => atAdmin().with(counters({ admin_id: { reserved: 4, planned: 0, elsewhere: 1 } })),
    'admin_verified',
    { scanSeen: true },
  ],
  [
    'quota.admin_phone_full',
    'a phone with five accounts',
    () => atAdmin().with(counters({ admin_phone: { reserved: 5, planned: 0, elsewhere: 0 } })),
    'admin_verified',
    { scanSeen: true },
  ],
  [
    'quota.admin_wechat_full',
    'a WeChat with fifty accounts',
    () => atAdmin().with(counters({ admin_wechat: { reserved: 50, planned: 0, elsewhere: 0 } })),
    'admin_verified',
    { scanSeen: true },
  ],
  ['prerequisite.not_accepted', 'papers are open', () => draft().awaitingPrerequisites(), 'prerequisites_completed'],
  [
    'prerequisite.expires_too_soon',
    'a paper ends during the review',
    () =>
      papers().with((facts) => ({
        prerequisites: facts.prerequisites.map((item) => ({ ...item, expiresOn: '2026-10-12' })),
      })),
    'prerequisites_completed',
  ],
  [
    'sign_off.missing',
    'the client has not signed off',
    () => papers().with(() => ({ signOff: null })),
    'prerequisites_completed',
  ],
  [
    'sign_off.choices_changed',
    'the name changed after the sign-off',
    () => papers().registration({ proposedName: '灯桥茶馆' }),
    'prerequisites_completed',
  ],
  [
    'email.missing',
    'no address',
    () => atEmail().with(() => ({ email: null })),
    'email_confirmed',
    { controlProven: true },
  ],
  [
    'email.not_reserved',
    'the address is another’s',
    () => atEmail().with(email({ reservedHere: false })),
    'email_confirmed',
    { controlProven: true },
  ],
  [
    'email.reservation_expired',
    'the reservation ran out',
    () => atEmail().with(email({ reservedUntil: NOW })),
    'email_confirmed',
    { controlProven: true },
  ],
  [
    'email.not_checked',
    'nobody looked whether it is used',
    () => atEmail().with(email({ check: null })),
    'email_confirmed',
    { controlProven: true },
  ],
  [
    'email.blocked',
    'another WeChat product uses it',
    () => atEmail().with(email({ check: { result: 'used_by_wechat_product', evidenceRank: 'typed', checkedAt: NOW } })),
    'email_confirmed',
    { controlProven: true },
  ],
  [
    'email.use_unknown',
    'the check could not tell',
    () => atEmail().with(email({ check: { result: 'unknown', evidenceRank: 'typed', checkedAt: NOW } })),
    'email_confirmed',
    { controlProven: true },
  ],
  ['email.control_not_proven', 'nobody read a mail there', atEmail, 'email_confirmed'],
  ['admin.missing', 'no admin', () => atAdmin().with(() => ({ admin: null })), 'admin_verified', { scanSeen: true }],
  ['admin.scan_not_seen', 'nobody saw the scan', atAdmin, 'admin_verified'],
  [
    'admin.id_missing',
    'no number',
    () => atAdmin().admin({ hasIdNumber: false }),
    'admin_verified',
    { scanSeen: true },
  ],
  [
    'admin.id_invalid',
    'the number’s check character is wrong',
    () => atAdmin().admin({ idNumberValid: false }),
    'admin_verified',
    { scanSeen: true },
  ],
  [
    'admin.id_kind_refused',
    'a foreign passport on the mainland',
    () => atAdmin().admin({ idKind: 'passport' }),
    'admin_verified',
    { scanSeen: true },
  ],
  [
    'admin.id_kind_unknown',
    'a permit of Hong Kong',
    () => atAdmin().admin({ idKind: 'hk_mo_tw_permit' }),
    'admin_verified',
    { scanSeen: true },
  ],
  [
    'admin.under_age',
    'eighteen tomorrow',
    () => atAdmin().admin({ adultOn: '2026-09-29' }),
    'admin_verified',
    { scanSeen: true },
  ],
  [
    'admin.age_unknown',
    'no birth date',
    () => atAdmin().admin({ adultOn: null }),
    'admin_verified',
    { scanSeen: true },
  ],
  [
    'admin.phone_not_bound',
    'a WeChat without a phone',
    () => atAdmin().admin({ wechatHasPhone: false }),
    'admin_verified',
    { scanSeen: true },
  ],
  [
    'admin.card_not_bound',
    'a WeChat without an own card',
    () => atAdmin().admin({ wechatHasOwnCard: false }),
    'admin_verified',
    { scanSeen: true },
  ],
  [
    'admin.wechat_unknown',
    'nobody asked about the card',
    () => atAdmin().admin({ wechatHasOwnCard: null }),
    'admin_verified',
    { scanSeen: true },
  ],
  [
    'admin.id_not_checked',
    'uploaded, unchecked',
    () => atAdmin().admin({ idCheckedBy: null }),
    'admin_verified',
    { scanSeen: true },
  ],
  [
    'admin.id_checked_by_uploader',
    'one member did both',
    () => atAdmin().admin({ idCheckedBy: 'member-jun' }),
    'admin_verified',
    { scanSeen: true },
  ],
  [
    'admin.not_the_subject',
    'an individual with another admin',
    () => atAdmin().subject('individual').registration({ accountType: 'subscription', route: 'identity_scan' }),
    'admin_verified',
    { scanSeen: true },
  ],
  [
    'admin.outsider',
    'one of our own staff as admin',
    () => atAdmin().admin({ employer: 'agency', isLegalRepresentative: false }),
    'admin_verified',
    { scanSeen: true },
  ],
  [
    'consent.missing',
    'no consent for this registration',
    () => atAdmin().admin({ consent: null }),
    'admin_verified',
    { scanSeen: true },
  ],
  [
    'name.missing',
    'no name',
    () => atAdmin().registration({ proposedName: null }),
    'admin_verified',
    { scanSeen: true },
  ],
  [
    'name.not_allowed',
    'a name of thirty-four units',
    () => atAdmin().registration({ proposedName: '茶'.repeat(17) }),
    'admin_verified',
    { scanSeen: true },
  ],
  [
    'name.doubtful',
    'a name with a blank',
    () => atAdmin().registration({ proposedName: 'Lantern Bridge' }),
    'admin_verified',
    { scanSeen: true },
  ],
  [
    'transfer.not_this_route',
    'a transfer on the verification route',
    () => aRegistration().provingSubject(),
    'transfer_sent',
    sent,
  ],
  [
    'transfer.not_running',
    'the transfer failed before',
    () => transfer().registration({ proof: 'failed' }),
    'transfer_sent',
    sent,
  ],
  [
    'transfer.under_check',
    'the transfer was sent before',
    () => transfer().after('transfer_sent', sent),
    'transfer_sent',
    sent,
  ],
  [
    'transfer.already_running',
    'another account of the subject is in its transfer',
    () =>
      aRegistration()
        .route('small_transfer')
        .readyToSubmit()
        .with(() => ({ otherSmallTransferRunning: true })),
    'information_submitted',
  ],
  ['transfer.wrong_amount', 'one fen too much', transfer, 'transfer_sent', { ...sent, amount: cny(38) }],
  [
    'transfer.wrong_payer',
    'paid from a sister company',
    transfer,
    'transfer_sent',
    { ...sent, payerName: '灯桥（北京）茶业有限公司' },
  ],
  [
    'transfer.bank_closed',
    'sent on a Sunday of the Mid-Autumn days',
    transfer,
    'transfer_sent',
    { ...sent, sentOn: '2026-09-27' },
  ],
  ['proof.by_order', 'a typed note while the order decides', () => aRegistration().inReview(), 'subject_proven'],
  ['lapse.too_early', 'days are left before submission', atAdmin, 'registration_lapsed'],
  ['order.paid_undecided', 'the order is paid and in review', () => aRegistration().inReview(), 'registration_lapsed'],
  ['case.already_paused', 'paused before', () => draft().after('case_paused'), 'case_paused'],
  ['case.not_paused', 'not paused', draft, 'case_resumed'],
  ['verification.nothing_to_resolve', 'no conflict', live, 'verification_conflict_resolved', { keep: 'held' }],
  [
    'verification.nothing_observed',
    'the conflict carries no result',
    () => live().verification({ conflict: { code: 'registration.state_differs', raisedAt: NOW, observed: null } }),
    'verification_conflict_resolved',
    { keep: 'observed' },
  ],
  [
    'email.held_by_other',
    'its address is another account’s',
    () => withoutItsAddress().with(() => ({ emailTakenBy: TAKEN_BY })),
    'verification_conflict_resolved',
    { keep: 'observed' },
  ],
  [
    'email.missing',
    'the other gave its address up, and none is taken over',
    () => withoutItsAddress(),
    'verification_conflict_resolved',
    { keep: 'held' },
  ],
  [
    'verification.nothing_observed',
    'it has another address by now',
    () => withoutItsAddress().with(() => ({ email: live().facts.email })),
    'verification_conflict_resolved',
    { keep: 'observed' },
  ],
  ['order.other_open', 'an order runs', () => aRegistration().inReview(), 'order_opened', open('first')],
  ['order.registration_not_ready', 'before submission', ready, 'order_opened', open('first')],
  [
    'order.individual_unknown',
    'an individual’s Official Account',
    () =>
      aRegistration()
        .subject('individual')
        .registration({ accountType: 'subscription', route: 'identity_scan' })
        .inState('live'),
    'order_opened',
    open('first'),
  ],
  [
    'order.inherited',
    'the verification came from another account',
    () => aRegistration().inState('live').verification({ inherited: true }),
    'order_opened',
    open('first'),
  ],
  ['order.already_verified', 'verified before', live, 'order_opened', open('first')],
  ['order.window_not_open', 'a year before the end', live, 'order_opened', open('renewal')],
  ['order.already_expired', 'the end has passed', () => aRegistration().live(NOW), 'order_opened', open('renewal')],
  ['order.not_expired', 'still verified', live, 'order_opened', open('re_verification')],
  ['order.not_verified', 'never verified', () => aRegistration().inState('live'), 'order_opened', open('renewal')],
  [
    'order.until_unknown',
    'verified, nobody knows until when',
    () => aRegistration().inState('live').verification({ qualification: 'passed', provenance: 'screenshot' }),
    'order_opened',
    open('renewal'),
  ],
  ['order.rename_effect_unknown', 'a renaming', live, 'order_opened', open('rename', { wantedName: '灯桥新茶' })],
  ['order.name_missing', 'a renaming without a name', live, 'order_opened', open('rename')],
  [
    'order.size_missing',
    'WeCom without a size',
    () => aRegistration().provingSubject().registration({ accountType: 'wecom' }),
    'application_submitted',
  ],
  [
    'order.in_review',
    'another route while the order is in review',
    () => aRegistration().inReview(),
    'route_changed',
    { route: 'legal_representative' },
  ],
  [
    'fee.amount_differs',
    'three yuan for three hundred',
    () => aRegistration().awaitingFee(),
    'fee_paid',
    fee({ amount: cny(3_00) }),
  ],
  [
    'fee.unknown',
    'a sole proprietor’s fee',
    () => aRegistration().subject('sole_proprietor').awaitingFee(),
    'fee_paid',
    fee(),
  ],
  [
    'fee.is_free',
    'a government body pays',
    () => aRegistration().subject('government').awaitingFee(),
    'fee_paid',
    fee(),
  ],
  ['fee.not_free', 'a company’s fee is waived', () => aRegistration().awaitingFee(), 'fee_waived'],
  [
    'fee.means_not_allowed',
    'an overseas company pays by WeChat Pay',
    () => overseasFee(),
    'fee_paid',
    fee({ amount: { amountMinor: 99_00, currency: 'USD' } }),
  ],
  [
    'fee.receiving_number_missing',
    'a transfer to nobody knows where',
    () => overseasFee(),
    'fee_paid',
    fee({ amount: { amountMinor: 99_00, currency: 'USD' }, means: 'bank_transfer' }),
  ],
  [
    'fee.receiving_number_differs',
    'a transfer to another account’s number',
    () => overseasFee().with(order({ receivingNumber: '1' })),
    'fee_paid',
    fee({ amount: { amountMinor: 99_00, currency: 'USD' }, means: 'bank_transfer', receivingNumber: '2' }),
  ],
  [
    'fee.other_payer',
    'the client records what the agency pays',
    () =>
      aRegistration()
        .awaitingFee()
        .with(order({ payer: 'agency' })),
    'fee_paid',
    fee(),
    CONTACT,
  ],
  [
    'fee.nothing_paid',
    'a second payment without a first',
    () =>
      aRegistration()
        .inReview()
        .with(order({ payment: null })),
    'second_payment_recorded',
    fee({ firstPayment: 'asked_back' }),
  ],
  [
    'supplement.days_over',
    'the day has passed',
    () => aRegistration().inReview().afterOrder('supplement_requested', { reason: '不清晰', dueOn: '2026-09-27' }),
    'supplement_submitted',
  ],
  [
    'supplement.days_left',
    'the day has not passed',
    () => aRegistration().inReview().afterOrder('supplement_requested', { reason: '不清晰', dueOn: '2026-09-28' }),
    'supplement_lapsed',
  ],
  [
    'admin.phone_missing',
    'nobody knows the admin’s phone number',
    () => atAdmin().with(counters({ admin_phone: null })),
    'admin_verified',
    { scanSeen: true },
  ],
  [
    'evidence.file_unknown',
    'a screenshot that nobody uploaded',
    () => aRegistration().inReview(),
    'qualification_passed',
    {},
    SPECIALIST,
    { rank: 'screenshot', fileId: 'made-up' },
  ],
  [
    'evidence.countersigner_invalid',
    'the author countersigns',
    () => aRegistration().inReview(),
    'qualification_passed',
    {},
    SPECIALIST,
    { rank: 'typed', countersignedBy: 'member-mei' },
  ],
];

const NOTE: Evidence = { rank: 'typed', note: 'seen' };

function findingsOf([, , build, event, facts = {}, actor = SPECIALIST, evidence = NOTE]: FindingStory): Finding[] {
  const builder = build();
  const command = { actor, facts, reason: 'as agreed', evidence: evidence ?? undefined } as const;
  const isOrder =
    event in
    {
      order_opened: 1,
      application_submitted: 1,
      fee_paid: 1,
      fee_waived: 1,
      second_payment_recorded: 1,
      supplement_submitted: 1,
      supplement_lapsed: 1,
      qualification_passed: 1,
    };
  const orderId = event === 'order_opened' ? null : (builder.facts.orders[0]?.id ?? null);
  const { refusals, warnings, unknowns, allowed, changes } = isOrder
    ? judgeOrderEvent(builder.facts, orderId, { ...command, event: event as OrderEvent }, contextAt())
    : judgeRegistrationEvent(builder.facts, { ...command, event: event as RegistrationEvent }, contextAt());
  expect({ allowed, changes }).toEqual({ allowed: false, changes: [] });
  return [...refusals, ...warnings, ...unknowns];
}

describe('what stands in the way', () => {
  test.each(CASES)('%s: %s', (...args) => {
    const [code] = args;
    const finding = findingsOf(args as unknown as FindingStory).find((one) => one.code === code);
    expect(finding).toMatchObject({ code, ...FINDINGS[code], clearedByHolder: finding?.clearedByHolder });
    if (finding?.ruleId) expect(SHIPPED_RULES.map(({ id }) => id)).toContain(finding.ruleId);
    expect([code, finding?.ruleId === null]).toEqual([code, RESTS_ON_NO_RULE.includes(code)]);
  });

  test('every finding of the catalogue has its story', () => {
    const told = new Set<string>(CASES.map(([code]) => code));
    // Those of quota raises, operators and appointments have theirs beside their judges, in ../../quota and ../../appointment; that of a
    // paper checked by its bringer where papers are reviewed, in the API.
    const isElsewhere = (code: string) => /^(quota_raise|operator|appointment|document)\./.test(code);
    expect(Object.keys(FINDINGS).filter((code) => !told.has(code) && !isElsewhere(code))).toEqual([]);
  });
});
