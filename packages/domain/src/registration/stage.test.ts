import { describe, expect, test } from '@jest/globals';
import { HOLDERS, REGISTRATION_STATES, STAGES, type Holder, type Stage } from '../enumerations/index.js';
import { aRegistration, contextAt, WECHAT, type RegistrationBuilder } from '../testing/registration-builder.js';
import { deriveCase } from './derive-case.js';

const cny = (amountMinor: number) => ({ amountMinor, currency: 'CNY' });
const review = () => aRegistration().inReview();
const supplement = () => review().afterOrder('supplement_requested', { reason: '不清晰', dueOn: '2026-10-09' });
const transfer = () =>
  aRegistration()
    .route('small_transfer')
    .readyToSubmit()
    .after('information_submitted', { transferAmount: cny(37) });
const heard = { actor: WECHAT, evidence: { rank: 'wechat_event' } } as const;
const endOn = (untilOn: string) => aRegistration().live().verification({ until: null, untilOn });

describe('stage and holder', () => {
  test.each<[Stage, Stage, Holder, string, () => RegistrationBuilder]>([
    ['draft', 'draft', 'agency', 'a draft', () => aRegistration()],
    [
      'prerequisites',
      'prerequisites',
      'client',
      'papers and sign-off wanted',
      () => aRegistration().awaitingPrerequisites(),
    ],
    [
      'prerequisites',
      'prerequisites',
      'agency',
      'everything in',
      () => aRegistration().awaitingPrerequisites().prepared(),
    ],
    [
      'prerequisites',
      'prerequisites',
      'admin_person',
      'only the admin’s paper returned',
      () =>
        aRegistration()
          .awaitingPrerequisites()
          .prepared()
          .with((facts) => ({
            prerequisites: facts.prerequisites.map((item) =>
              item.code === 'admin_id' ? { ...item, state: 'returned' as const } : item,
            ),
          })),
    ],
    ['email', 'email', 'agency', 'our mailbox', () => aRegistration().awaitingEmail()],
    [
      'email',
      'email',
      'client',
      'the client’s mailbox',
      () =>
        aRegistration()
          .awaitingEmail()
          .with(({ email }) => ({ email: email && { ...email, holder: 'client' as const } })),
    ],
    [
      'admin_verification',
      'admin_verification',
      'agency',
      'no appointment',
      () => aRegistration().awaitingAdminVerification(),
    ],
    [
      'admin_verification',
      'admin_verification',
      'admin_person',
      'an appointment stands',
      () => aRegistration().awaitingAdminVerification().registration({ appointmentAt: '2026-09-29T02:00:00Z' }),
    ],
    [
      'admin_verification',
      'admin_verification',
      'agency',
      'overseas, no scan',
      () =>
        aRegistration()
          .subject('overseas_enterprise')
          .awaitingAdminVerification()
          .registration({ appointmentAt: '2026-09-29T02:00:00Z' }),
    ],
    ['ready', 'ready', 'agency', 'the last look', () => aRegistration().readyToSubmit()],
    ['fee', 'fee', 'agency', 'the order being prepared', () => aRegistration().provingSubject()],
    ['fee', 'fee', 'client', 'the client pays', () => aRegistration().awaitingFee()],
    ['review', 'review', 'tencent', 'paid', () => aRegistration().awaitingDispatch()],
    ['review', 'review', 'tencent', 'in review', review],
    ['supplement', 'supplement', 'agency', 'returned', supplement],
    ['rejected', 'rejected', 'agency', 'failed', () => review().afterOrder('qualification_failed', { reason: '不符' })],
    ['fee', 'fee', 'agency', 'nobody paid in time', () => aRegistration().awaitingFee().afterOrder('payment_lapsed')],
    ['proof', 'proof', 'client', 'the transfer is to be sent', transfer],
    [
      'proof',
      'proof',
      'tencent',
      'the transfer is being checked',
      () => transfer().registration({ proof: 'transfer_sent' }),
    ],
    [
      'proof',
      'proof',
      'agency',
      'the transfer failed',
      () => transfer().after('subject_proof_failed', { cause: 'wrong_amount' }),
    ],
    [
      'live',
      'live',
      'tencent',
      'live, the name under review',
      () => review().afterOrder('qualification_passed', { expiresAt: '2027-09-28T16:00:00Z' }, heard),
    ],
    [
      'live',
      'live',
      'agency',
      'live, the name failed',
      () =>
        review()
          .afterOrder('qualification_passed', { expiresAt: '2027-09-28T16:00:00Z' }, heard)
          .afterOrder('naming_failed', { reason: '占用' }, heard),
    ],
    ['live', 'live', 'none', 'live and verified', () => aRegistration().live()],
    ['live', 'live', 'none', 'one day before the window', () => endOn('2026-12-28')],
    ['renewal_due', 'live', 'none', 'the first day of the window', () => endOn('2026-12-27')],
    ['live', 'live', 'none', 'in the window, declined', () => endOn('2026-12-27').after('renewal_declined')],
    ['verification_expired', 'live', 'none', 'after its end', () => endOn('2026-09-27')],
    [
      'renewal_in_progress',
      'renewal_in_progress',
      'client',
      'an open order, even after the end',
      () => endOn('2026-09-27').afterOrder('order_opened', { kind: 're_verification', payer: 'client' }),
    ],
    ['restricted', 'restricted', 'agency', 'restricted', () => aRegistration().inState('restricted')],
    ['migrating', 'migrating', 'tencent', 'migrating', () => aRegistration().inState('migrating')],
    ['closing', 'closing', 'client', 'to be proven by a transfer', () => aRegistration().inState('closing')],
    [
      'closing',
      'closing',
      'tencent',
      'frozen',
      () => aRegistration().inState('closing').registration({ freezeEndsOn: '2026-09-28' }),
    ],
    [
      'closing',
      'closing',
      'admin_person',
      'the freeze is over',
      () => aRegistration().inState('closing').registration({ freezeEndsOn: '2026-09-27' }),
    ],
    ['lapsed', 'lapsed', 'agency', 'lapsed', () => aRegistration().inState('lapsed')],
    ['closed', 'closed', 'none', 'withdrawn', () => aRegistration().inState('withdrawn')],
    ['closed', 'closed', 'none', 'closed', () => aRegistration().inState('closed')],
    ['closed', 'closed', 'none', 'migrated', () => aRegistration().inState('migrated')],
    ['closed', 'closed', 'none', 'handed over', () => aRegistration().inState('handed_over')],
  ])('%s (board: %s), %s: %s', (stage, boardStage, holder, _, build) => {
    expect(deriveCase(build().facts, contextAt())).toMatchObject({ stage, boardStage, holder });
  });

  test('every state has a stage and exactly one holder', () => {
    for (const state of REGISTRATION_STATES) {
      const derived = deriveCase(aRegistration().inState(state).facts, contextAt());
      expect(STAGES).toContain(derived.stage);
      expect(HOLDERS).toContain(derived.holder);
    }
  });
});

describe('promise, range and deadlines', () => {
  test('review begun on Monday 28 September 2026 is expected between 10 and 13 October: the National Day week is off, Saturday the 10th is worked', () => {
    const { expectedRange } = deriveCase(review().facts, contextAt());
    expect(expectedRange).toMatchObject({
      startOn: '2026-09-28',
      fromOn: '2026-10-10',
      toOn: '2026-10-13',
      minDays: 5,
      maxDays: 7,
      provisional: false,
      ruleId: 'review.mainland',
    });
    expect(expectedRange?.days.find(({ on }) => on === '2026-10-10')).toEqual({
      on: '2026-10-10',
      kind: 'make_up',
      number: 5,
    });
    expect(expectedRange?.days.find(({ on }) => on === '2026-10-03')).toEqual({
      on: '2026-10-03',
      kind: 'off',
      number: null,
    });
  });

  test('a review that reaches into 2027 is provisional, an overseas one longer, a Mini Program’s unknown', () => {
    const late = review().with(({ orders }) => ({
      orders: orders.map((order) => ({ ...order, reviewStartedAt: '2026-12-28T03:00:00Z' })),
    }));
    expect(deriveCase(late.facts, contextAt()).expectedRange?.provisional).toBe(true);
    expect(deriveCase(review().subject('overseas_enterprise').facts, contextAt()).expectedRange).toMatchObject({
      minDays: 5,
      maxDays: 10,
    });
    expect(
      deriveCase(review().registration({ accountType: 'mini_program' }).facts, contextAt()).expectedRange,
    ).toBeNull();
  });

  test('the promise counts working days from the client’s last news, until 17:00 in Shanghai, and says when it is broken', () => {
    const { facts } = review().registration({ lastClientNewsAt: '2026-09-28T09:00:00Z' });
    expect(deriveCase(facts, contextAt()).promise).toEqual({
      by: '2026-10-08T09:00:00.000Z',
      broken: false,
      provisional: false,
      ruleId: 'promise.working_days',
    });
    expect(deriveCase(facts, contextAt('2026-10-08T09:00:00.001Z')).promise?.broken).toBe(true);
    expect(deriveCase(aRegistration().live().facts, contextAt()).promise).toBeNull();
    expect(deriveCase(review().after('case_paused').facts, contextAt()).promise).toBeNull();
  });

  test('each clock that runs is a deadline with its rule, and goes on while the case is paused', () => {
    const deadlines = (builder: RegistrationBuilder) => deriveCase(builder.facts, contextAt()).deadlines;
    expect(deadlines(aRegistration().awaitingAdminVerification().after('case_paused'))).toMatchObject([
      { kind: 'half_registration', on: '2026-10-28', ruleId: 'timer.half_registration_days', passed: false },
    ]);
    expect(deadlines(aRegistration().awaitingFee())).toMatchObject([
      { kind: 'payment', on: '2026-09-29', ruleId: 'timer.payment_link_hours', passed: false },
      { kind: 'verification_route', on: '2026-10-28', ruleId: 'timer.verification_route_days', passed: false },
    ]);
    expect(deadlines(transfer())).toMatchObject([
      { kind: 'small_transfer', on: '2026-10-08', ruleId: 'timer.transfer_days', passed: false },
    ]);
    const face = aRegistration().route('legal_representative').readyToSubmit().after('information_submitted');
    expect(deadlines(face)).toMatchObject([
      { kind: 'half_registration', on: '2026-10-28', ruleId: 'timer.half_registration_days', passed: false },
    ]);
    const dayAfter = deriveCase(transfer().facts, contextAt('2026-10-08T16:00:00.000Z')).deadlines;
    expect(dayAfter).toMatchObject([
      { kind: 'small_transfer', on: '2026-10-08', ruleId: 'timer.transfer_days', passed: true },
    ]);
    const failed = transfer().after('subject_proof_failed', { cause: 'wrong_amount' });
    expect(deadlines(failed)).toMatchObject([{ kind: 'half_registration', on: '2026-10-28' }]);
    expect(deadlines(supplement())[0]).toMatchObject({
      kind: 'supplement',
      on: '2026-10-09',
      ruleId: null,
      passed: false,
    });
    expect(deadlines(aRegistration().live())).toMatchObject([
      { kind: 'verification_end', on: '2027-09-28', ruleId: null, passed: false },
    ]);
  });
});
