import { describe, expect, test } from '@jest/globals';
import { REGISTRATION_EVENTS, REGISTRATION_STATES, type RegistrationEvent } from '../enumerations/index.js';
import {
  ADMIN_PERSON,
  aRegistration,
  CLOCK,
  codesOf,
  CONTACT,
  contextAt,
  NOW,
  OWNER,
  SPECIALIST,
  VIEWER,
  WECHAT,
} from '../testing/registration-builder.js';
import { judgeOrderEvent, listAvailableOrderEvents } from '../verification/judge-order-event.js';
import { judgeRegistrationEvent, listAvailableEvents } from './judge-registration-event.js';
import type { CommandActor, OrderCommand } from './registration-command.js';

const judge = (builder: ReturnType<typeof aRegistration>, event: RegistrationEvent, rest: object = {}, now = NOW) =>
  judgeRegistrationEvent(builder.facts, { event, actor: SPECIALIST, ...rest }, contextAt(now));

describe('the four answers of a guard', () => {
  const partner = aRegistration().subject('enterprise', { licenceOf: 'partner' });
  const ack = (code: string, more: object = {}) => ({
    acknowledgements: [{ code, reason: 'the client insists', ...more }],
  });

  test('hard and policy refuse, whatever is acknowledged', () => {
    const full = aRegistration().with(({ counters }) => ({
      counters: { ...counters, subject: { reserved: 2, planned: 0, elsewhere: 0 } },
    }));
    expect(judge(full, 'advice_accepted', ack('quota.subject_full')).refusals).toMatchObject([
      { code: 'quota.subject_full', kind: 'policy', ruleId: 'quota.subject.enterprise', params: { used: 2, limit: 2 } },
    ]);
    const individual = aRegistration().subject('individual').route('identity_scan');
    expect(judge(individual, 'advice_accepted', ack('account_type.not_open')).refusals).toMatchObject([
      { code: 'account_type.not_open', kind: 'hard' },
    ]);
  });

  test('an owner’s dated override of a policy is the rule from its day on; a hard rule cannot be lifted', () => {
    const { facts } = aRegistration().with(({ counters }) => ({
      counters: { ...counters, subject: { reserved: 2, planned: 0, elsewhere: 0 } },
    }));
    const overrides = [{ ruleId: 'quota.subject.enterprise', value: 5, validFrom: '2026-10-01' }];
    const command = { event: 'advice_accepted', actor: SPECIALIST } as const;
    expect(judgeRegistrationEvent(facts, command, contextAt(NOW, overrides)).allowed).toBe(false);
    expect(judgeRegistrationEvent(facts, command, contextAt('2026-10-01T01:00:00.000Z', overrides)).allowed).toBe(true);
    const lifted = contextAt(NOW, [{ ruleId: 'admin.minimum_age', value: 16, validFrom: '2026-01-01' }]);
    expect(lifted.rules.entries['admin.minimum_age'].value).toBe(18);
  });

  test('an agency that waives the second look has its one check taken, but not none', () => {
    const overrides = [{ ruleId: 'admin.four_eyes', value: false, validFrom: '2026-01-01' }];
    const scan = (idCheckedBy: string | null) =>
      codesOf(
        judgeRegistrationEvent(
          aRegistration().awaitingAdminVerification().admin({ idUploadedBy: 'member-mei', idCheckedBy }).facts,
          { event: 'admin_verified', actor: SPECIALIST, facts: { scanSeen: true } },
          contextAt(NOW, overrides),
        ),
      );
    expect(scan('member-mei')).toEqual([]);
    expect(scan(null)).toEqual(['admin.id_not_checked']);
  });

  test('soft warns, and passes with an acknowledgement by the demanded role', () => {
    expect(judge(partner, 'advice_accepted')).toMatchObject({
      allowed: false,
      refusals: [],
      warnings: [{ code: 'subject.licence_of_other', acknowledgedBy: 'owner' }],
      changes: [],
    });
    expect(judge(partner, 'advice_accepted', ack('subject.licence_of_other')).allowed).toBe(false);
    expect(
      judge(partner, 'advice_accepted', { actor: OWNER, ...ack('subject.licence_of_other', { reason: ' ' }) }).allowed,
    ).toBe(false);
    const accepted = judge(partner, 'advice_accepted', { actor: OWNER, ...ack('subject.licence_of_other') });
    expect(accepted.allowed).toBe(true);
    expect(accepted.changes.at(-1)).toMatchObject({
      kind: 'history',
      entry: { payload: { acknowledgements: [{ code: 'subject.licence_of_other', reason: 'the client insists' }] } },
    });
  });

  test('unknown passes only with the name of whom we asked', () => {
    const wecom = aRegistration().subject('overseas_enterprise').registration({ accountType: 'wecom' });
    const both = (answeredBy?: string) => ({
      acknowledgements: ['account_type.unknown', 'route.unknown_for_type'].map((code) => ({
        code,
        reason: 'it is open',
        answeredBy,
      })),
    });
    expect(codesOf(judge(wecom, 'advice_accepted'))).toEqual(['account_type.unknown', 'route.unknown_for_type']);
    expect(judge(wecom, 'advice_accepted', both()).unknowns).toHaveLength(2);
    expect(judge(wecom, 'advice_accepted', both('Tencent hotline, Ms Chen')).allowed).toBe(true);
  });
});

describe('who may', () => {
  const ACTORS: readonly [string, CommandActor][] = [
    ['specialist', SPECIALIST],
    ['viewer', VIEWER],
    ['contact', CONTACT],
    ['admin person', ADMIN_PERSON],
    ['clock', CLOCK],
    ['wechat', WECHAT],
  ];
  const HEARD: readonly RegistrationEvent[] = [
    'subject_proof_failed',
    'subject_proven',
    'registration_lapsed',
    'verification_observed',
    'account_restricted',
    'account_restored',
    'migration_approved',
    'migration_completed',
    'migration_ended',
    'deregistration_proven',
    'deregistration_cancelled',
    'deregistration_confirmed',
    'name_changed',
    'subject_name_corrected',
  ];
  /** Events each actor is named for; a viewer for none. */
  const NAMED: Record<string, readonly RegistrationEvent[]> = {
    contact: ['transfer_sent', 'renewal_accepted', 'renewal_declined'],
    'admin person': ['consent_withdrawn'],
    clock: HEARD,
    wechat: HEARD,
    viewer: [],
  };
  test.each(ACTORS.flatMap(([name, actor]) => REGISTRATION_EVENTS.map((event) => [name, event, actor] as const)))(
    '%s: %s',
    (name, event, actor) => {
      const codes = codesOf(judgeRegistrationEvent(aRegistration().facts, { event, actor }, contextAt()));
      const hasRow =
        REGISTRATION_EVENTS.indexOf(event) >= 0 &&
        !codesOf(judgeRegistrationEvent(aRegistration().facts, { event, actor: OWNER }, contextAt())).includes(
          'actor.not_allowed',
        );
      const isNamed =
        hasRow && ((name === 'specialist' && event !== 'account_given_up') || (NAMED[name] ?? []).includes(event));
      expect(codes.includes('actor.not_allowed')).toBe(!isNamed);
    },
  );
});

describe('what an event asks for', () => {
  test('a missing reason, fact or evidence, and a time in the future, are named at once', () => {
    expect(codesOf(judge(aRegistration(), 'registration_withdrawn'))).toEqual(['reason.missing']);
    expect(
      codesOf(
        judge(
          aRegistration().route('small_transfer').readyToSubmit().after('information_submitted'),
          'subject_proven',
          { occurredAt: '2026-09-28T03:20:00.001Z' },
        ),
      ),
    ).toEqual(['time.in_future', 'evidence.missing']);
    expect(judge(aRegistration().awaitingEmail(), 'reopened', { reason: 'wrong name' }).refusals).toMatchObject([
      { code: 'facts.missing', params: { fact: 'to' } },
    ]);
  });

  test('a day on which something happened is no day to come; today is not over', () => {
    const transfer = aRegistration()
      .route('small_transfer')
      .readyToSubmit()
      .after('information_submitted', { transferAmount: { amountMinor: 37, currency: 'CNY' } });
    const sentOn = (day: string) =>
      judge(transfer, 'transfer_sent', {
        facts: {
          amount: { amountMinor: 37, currency: 'CNY' },
          payerName: transfer.facts.subject.name,
          sentOn: day,
        },
      }).refusals;
    expect(sentOn('2026-09-28')).toEqual([]);
    expect(sentOn('2026-09-29')).toMatchObject([
      { code: 'time.day_in_future', params: { fact: 'sentOn', day: '2026-09-29' } },
    ]);
    const paid = aRegistration().provingSubject().afterOrder('application_submitted');
    const paidOn = (day: string, more: Partial<OrderCommand> = {}) =>
      codesOf(
        judgeOrderEvent(
          paid.facts,
          paid.facts.orders[0]?.id ?? '',
          {
            event: 'fee_paid',
            actor: SPECIALIST,
            facts: { amount: { amountMinor: 300_00, currency: 'CNY' }, means: 'wechat_pay', paidOn: day },
            ...more,
          },
          contextAt(),
        ),
      );
    expect(paidOn('2026-09-28')).toEqual([]);
    expect(paidOn('2026-09-30')).toEqual(['time.day_in_future']);
    expect(paidOn('2026-09-30', { actor: WECHAT, evidence: { rank: 'wechat_event' } })).toEqual(['time.day_in_future']);
  });

  test('an instant with an offset is compared as the instant it is', () => {
    expect(
      judge(aRegistration(), 'registration_withdrawn', { reason: 'gone', occurredAt: '2026-09-28T11:20:00+08:00' })
        .allowed,
    ).toBe(true);
  });

  test('offered events carry what they take, and are not refused for facts nobody has given yet', () => {
    const available = listAvailableEvents(aRegistration().awaitingAdminVerification().facts, SPECIALIST, contextAt());
    expect(available.map(({ event, allowed }) => `${event} ${allowed}`)).toEqual([
      'admin_verified true',
      'reopened true',
      'consent_withdrawn true',
      'registration_withdrawn true',
      'registration_lapsed false',
      'case_paused true',
      'case_resumed false',
      'verification_observed true',
      'verification_conflict_resolved false',
    ]);
    expect(available.find(({ event }) => event === 'reopened')?.factsNeeded).toMatchObject([
      { name: 'to', options: ['draft', 'awaiting_prerequisites', 'awaiting_email'] },
      { name: 'reason', kind: 'text' },
    ]);
    expect(available.find(({ event }) => event === 'verification_observed')?.factsNeeded.at(-1)).toMatchObject({
      name: 'evidence',
      kind: 'evidence',
    });
  });

  test('a viewer is offered nothing that is allowed, and an order offers its own events', () => {
    const { facts, order } = aRegistration().awaitingFee();
    expect(listAvailableEvents(facts, VIEWER, contextAt()).filter(({ allowed }) => allowed)).toEqual([]);
    expect(
      listAvailableOrderEvents(facts, order.id, SPECIALIST, contextAt())
        .filter(({ allowed }) => allowed)
        .map(({ event }) => event),
    ).toEqual(['fee_paid', 'naming_passed', 'naming_failed', 'payment_lapsed', 'order_cancelled']);
  });
});

describe('the same guard stands before each event that needs it', () => {
  const full = ({ counters }: ReturnType<typeof aRegistration>['facts']) => ({
    counters: {
      ...counters,
      subject: { reserved: 2, planned: 0, elsewhere: 0 },
      admin_id: { reserved: 5, planned: 0, elsewhere: 0 },
    },
  });
  const transfer = () => aRegistration().route('small_transfer').readyToSubmit().after('information_submitted');

  test('before the sheet is sealed the whole of it is looked at again', () => {
    const ready = aRegistration().readyToSubmit();
    expect(
      codesOf(
        judge(
          ready.with(() => ({ signOff: null })),
          'information_submitted',
        ),
      ),
    ).toEqual(['sign_off.missing']);
    expect(codesOf(judge(ready.subject('enterprise', { code: null }), 'information_submitted'))).toContain(
      'subject.code_missing',
    );
    expect(codesOf(judge(ready.with(full), 'information_submitted'))).toEqual([
      'quota.subject_full',
      'quota.admin_id_full',
    ]);
  });

  test('another route is asked for its caps, its transfer, and whether it is open', () => {
    const face = aRegistration().route('legal_representative').readyToSubmit().after('information_submitted');
    const to = (route: string) => ({ reason: 'face refused', facts: { route } });
    expect(codesOf(judge(face.with(full), 'route_changed', to('small_transfer')))).toEqual(['quota.admin_id_full']);
    expect(codesOf(judge(transfer().with(full), 'route_changed', to('legal_representative')))).toEqual([]);
    expect(
      codesOf(
        judge(
          face.with(() => ({ otherSmallTransferRunning: true })),
          'route_changed',
          to('small_transfer'),
        ),
      ),
    ).toEqual(['transfer.already_running']);
    expect(codesOf(judge(face, 'route_changed', to('identity_scan')))).toEqual(['route.not_open']);
  });

  test('on the verification route a failed proof is the order’s failure', () => {
    const note = { facts: { cause: 'other' }, evidence: { rank: 'typed', note: 'they said so' } };
    expect(codesOf(judge(aRegistration().awaitingFee(), 'subject_proof_failed', note))).toEqual(['proof.by_order']);
  });

  test('a restart is asked for type, route, slots and licence anew', () => {
    const lapsed = transfer().after('registration_lapsed');
    expect(codesOf(judge(lapsed.with(full), 'restarted'))).toEqual(['quota.subject_full']);
    expect(codesOf(judge(lapsed.subject('enterprise', { licenceOf: 'agency' }), 'restarted'))).toEqual([
      'subject.licence_of_other',
    ]);
    expect(codesOf(judge(lapsed.subject('media'), 'restarted'))).toEqual(['route.not_open']);
    expect(codesOf(judge(lapsed.subject('individual'), 'restarted'))).toEqual([
      'account_type.not_open',
      'route.not_open',
    ]);
  });

  test('an order is asked for a struck-off subject, its own papers, its name and its size', () => {
    const live = aRegistration().live('2026-12-01T16:00:00.000Z');
    const open = { event: 'order_opened', actor: SPECIALIST, facts: { kind: 'renewal', payer: 'client' } } as const;
    expect(
      codesOf(judgeOrderEvent(live.subject('enterprise', { standing: 'struck_off' }).facts, null, open, contextAt())),
    ).toEqual(['subject.struck_off']);
    const opened = live.afterOrder('order_opened', { kind: 'renewal', payer: 'client', wantedName: '！' });
    const submit = { event: 'application_submitted', actor: SPECIALIST } as const;
    expect(codesOf(judgeOrderEvent(opened.facts, opened.order.id, submit, contextAt()))).toEqual([
      'prerequisite.not_accepted',
      'prerequisite.not_accepted',
      'name.not_allowed',
    ]);
  });
});

describe('what events write', () => {
  test('submission seals the sheet, reserves the slots and opens the first order at once', () => {
    const { changes } = judge(aRegistration().readyToSubmit(), 'information_submitted', { facts: { payer: 'agency' } });
    expect(changes.map(({ kind }) => kind)).toEqual([
      'registration_moved',
      'snapshot_sealed',
      'registration_set',
      'slots_set',
      'registration_set',
      'order_opened',
      'history',
      'history',
    ]);
    expect(changes).toContainEqual(
      expect.objectContaining({
        kind: 'order_opened',
        order: expect.objectContaining({ kind: 'first', payer: 'agency', wantedName: '灯桥茶舍', naming: 'pending' }),
      }),
    );
  });

  test('on the other routes no order opens, and a fee is refused until live', () => {
    const transfer = aRegistration().route('small_transfer').readyToSubmit().after('information_submitted');
    expect(transfer.facts).toMatchObject({ orders: [], registration: { proof: 'running' } });
    const opening = { event: 'order_opened', actor: SPECIALIST, facts: { kind: 'first', payer: 'client' } } as const;
    expect(codesOf(judgeOrderEvent(transfer.facts, null, opening, contextAt()))).toEqual([
      'order.registration_not_ready',
    ]);
    const live = transfer.after('subject_proven', {}, { evidence: { rank: 'screenshot', fileId: 'file-1' } });
    expect(judgeOrderEvent(live.facts, null, opening, contextAt()).allowed).toBe(true);
  });

  test('an individual proves by the scan alone and is live without an order', () => {
    const person = aRegistration()
      .subject('individual')
      .registration({ accountType: 'subscription', route: 'identity_scan' })
      .admin({ isSubject: true });
    const live = person.readyToSubmit().after('information_submitted').after('subject_proven', {}, { actor: WECHAT });
    expect(live.facts).toMatchObject({ orders: [], registration: { state: 'live', proof: 'accepted' } });
  });

  test('an overseas company needs no scan and no resident ID, but an answer on the age', () => {
    const overseas = aRegistration()
      .subject('overseas_enterprise')
      .admin({ idKind: 'passport', hasIdNumber: false, wechatHasPhone: null, wechatHasOwnCard: null });
    expect(codesOf(judge(overseas.awaitingAdminVerification(), 'admin_verified'))).toEqual([]);
    expect(codesOf(judge(overseas.admin({ adultOn: null }).awaitingAdminVerification(), 'admin_verified'))).toEqual([
      'admin.age_unknown',
    ]);
  });

  test('withdrawn before Tencent knew the address frees it, afterwards it is checked again', () => {
    expect(judge(aRegistration().awaitingEmail(), 'registration_withdrawn', { reason: 'gone' }).changes).toContainEqual(
      { kind: 'email_moved', to: 'free' },
    );
    expect(
      judge(aRegistration().awaitingAdminVerification(), 'registration_withdrawn', { reason: 'gone' }).changes,
    ).toContainEqual({ kind: 'email_moved', to: 'recheck' });
  });

  test('a lapse after the days cancels the unpaid order, frees the slots and asks for a fresh look at the address; then it can be restarted', () => {
    const lapsed = aRegistration()
      .awaitingFee()
      .after('registration_lapsed', {}, { actor: CLOCK }, '2026-10-29T03:20:00.000Z');
    expect(lapsed.facts).toMatchObject({
      registration: { state: 'lapsed' },
      slots: null,
      email: { state: 'recheck', check: null },
      orders: [{ state: 'cancelled' }],
    });
    expect(
      codesOf(
        judge(aRegistration().awaitingFee(), 'registration_lapsed', { actor: CLOCK }, '2026-10-28T03:20:00.000Z'),
      ),
    ).toEqual(['lapse.too_early']);
    const again = lapsed.after('restarted').prepared().after('prerequisites_completed');
    expect(codesOf(judge(again, 'email_confirmed', { facts: { controlProven: true } }))).toEqual([
      'email.not_reserved',
      'email.not_checked',
    ]);
  });

  test('a transfer nobody sent in its days fails by the clock alone, in its own voice; one that was sent waits for Tencent', () => {
    const transfer = aRegistration().route('small_transfer').readyToSubmit().after('information_submitted');
    const over = { actor: CLOCK, facts: { cause: 'time_over' } };
    const byClock = (builder: typeof transfer, now: string, event: RegistrationEvent = 'subject_proof_failed') =>
      codesOf(judge(builder, event, event === 'subject_proof_failed' ? over : { actor: CLOCK }, now));
    const [lastDay, dayAfter] = ['2026-10-08T15:59:59.999Z', '2026-10-08T16:00:00.000Z'];
    expect(byClock(transfer, lastDay)).toEqual(['lapse.too_early']);
    expect(codesOf(judge(transfer, 'subject_proof_failed', { facts: over.facts }, lastDay))).toEqual([
      'lapse.too_early',
    ]);
    const failed = judge(transfer, 'subject_proof_failed', over, dayAfter);
    expect(failed.changes).toContainEqual({ kind: 'registration_set', fields: { proof: 'failed' } });
    expect(failed.changes.at(-1)).toMatchObject({ entry: { voice: 'the_clock', visibility: 'client' } });

    const sent = { amount: { amountMinor: 37, currency: 'CNY' }, payerName: transfer.facts.subject.name };
    const underCheck = transfer.after('transfer_sent', { ...sent, sentOn: '2026-09-28' });
    expect(byClock(underCheck, dayAfter)).toEqual(['transfer.under_check']);
    expect(byClock(underCheck, '2027-07-28T00:00:00.000Z', 'registration_lapsed')).toEqual(['lapse.too_early']);
    const face = aRegistration().route('legal_representative').readyToSubmit().after('information_submitted');
    expect(byClock(face, dayAfter)).toEqual(['transfer.not_this_route']);
  });

  test('a failed transfer lapses with the registration’s own days, and by itself only where those are known', () => {
    const failed = aRegistration()
      .route('small_transfer')
      .readyToSubmit()
      .after('information_submitted')
      .after('subject_proof_failed', { cause: 'wrong_amount' });
    const lapse = (builder: typeof failed, now: string) =>
      codesOf(judge(builder, 'registration_lapsed', { actor: CLOCK }, now));
    expect(lapse(failed, '2026-10-28T15:59:59.999Z')).toEqual(['lapse.too_early']);
    expect(lapse(failed, '2026-10-28T16:00:00.000Z')).toEqual([]);
    expect(lapse(failed.registration({ emailConfirmedAt: null }), '2027-07-28T00:00:00.000Z')).toEqual([
      'lapse.too_early',
    ]);
  });

  test('a case brought in from a sheet while it proves its subject can be given up although nobody knows when it was submitted', () => {
    const sheet = aRegistration()
      .registration({ state: null })
      .after('registration_imported', { state: 'proving_subject' });
    expect(judge(sheet, 'registration_lapsed').allowed).toBe(true);
    expect(codesOf(judge(sheet, 'registration_lapsed', { actor: CLOCK }))).toEqual(['lapse.too_early']);
  });

  test('a paid order keeps its registration from lapsing until Tencent’s end is seen', () => {
    const paid = aRegistration().inReview();
    expect(codesOf(judge(paid, 'registration_lapsed', {}, '2026-12-01T00:00:00.000Z'))).toEqual([
      'order.paid_undecided',
    ]);
    const { changes } = judge(
      paid,
      'registration_lapsed',
      { evidence: { rank: 'screenshot', fileId: 'file-1' } },
      '2026-12-01T00:00:00.000Z',
    );
    expect(changes.some(({ kind }) => kind === 'order_moved')).toBe(false);
  });

  test('another route cancels the unpaid order, another clock begins, and a failed order can be followed by a new one', () => {
    const changed = aRegistration()
      .awaitingFee()
      .after('route_changed', { route: 'small_transfer', transferAmount: { amountMinor: 12, currency: 'CNY' } });
    expect(changed.facts).toMatchObject({
      registration: { route: 'small_transfer', proof: 'running', transferAmount: { amountMinor: 12 } },
      orders: [{ state: 'cancelled' }],
    });
    const failed = aRegistration().inReview().afterOrder('qualification_failed', { reason: '不符' });
    expect(
      failed.afterOrder('order_opened', { kind: 'first', payer: 'client' }).facts.orders.map(({ state }) => state),
    ).toEqual(['preparing', 'failed']);
  });

  test('withdrawn consent deletes the papers, opens them again and takes the case back', () => {
    const { facts } = aRegistration().readyToSubmit().after('consent_withdrawn', {}, { actor: ADMIN_PERSON });
    expect(facts).toMatchObject({ registration: { state: 'awaiting_prerequisites' }, admin: { consent: null } });
    expect(facts.prerequisites.filter(({ state }) => state === 'open').map(({ code }) => code)).toEqual([
      'admin_id',
      'admin_phone',
    ]);
  });

  test('consent withdrawn after the submission opens no paper that was handed in, until the case begins again', () => {
    const live = aRegistration().live().after('consent_withdrawn', {}, { actor: ADMIN_PERSON });
    expect(live.facts).toMatchObject({ registration: { state: 'live' }, admin: { consent: null } });
    expect(live.facts.prerequisites.filter(({ state }) => state === 'open')).toEqual([]);
    const again = aRegistration()
      .provingSubject()
      .after('consent_withdrawn', {}, { actor: ADMIN_PERSON })
      .inState('lapsed')
      .after('restarted');
    expect(again.facts.prerequisites.filter(({ state }) => state === 'open').map(({ code }) => code)).toEqual([
      'admin_id',
      'admin_phone',
    ]);
  });

  test('an admin may withdraw their consent in any state, to the last', () => {
    for (const state of REGISTRATION_STATES) {
      expect(judge(aRegistration().inState(state), 'consent_withdrawn', { actor: ADMIN_PERSON }).allowed).toBe(true);
    }
  });

  test('a sheet’s words are claimed, kept, and flagged where they cannot be right', () => {
    const sheet = aRegistration()
      .registration({ state: null })
      .with(({ counters }) => ({ counters: { ...counters, subject: { reserved: 2, planned: 0, elsewhere: 0 } } }));
    const { facts } = sheet.after('registration_imported', { state: 'live', verifiedUntilOn: '2027-01-31' });
    expect(facts).toMatchObject({
      registration: { state: 'live', importedConflict: 'quota.subject_full' },
      slots: 'reserved',
      email: { state: 'in_use' },
      verification: { qualification: 'passed', provenance: 'typed', untilOn: '2027-01-31' },
    });
    const open = aRegistration()
      .registration({ state: null })
      .after('registration_imported', { state: 'proving_subject', orderState: 'in_review', submittedOn: '2026-09-01' });
    expect(open.facts).toMatchObject({
      orders: [{ kind: 'first', state: 'in_review' }],
      registration: { submittedAt: '2026-09-01T04:00:00.000Z' },
    });
  });

  test('an observed later end is a renewal: it clears last year’s decision', () => {
    const declined = aRegistration().live('2026-12-01T16:00:00.000Z').after('renewal_declined', {}, { actor: CONTACT });
    expect(declined.facts.registration.renewalDecision).toEqual({ decision: 'declined', at: NOW, by: 'contact-1' });
    const renewed = declined.after(
      'verification_observed',
      { qualification: 'passed', expiresAt: '2027-12-01T16:00:00.000Z' },
      { actor: WECHAT },
    );
    expect(renewed.facts).toMatchObject({
      registration: { renewalDecision: null },
      verification: { until: '2027-12-01T16:00:00.000Z' },
    });
  });

  test('a conflict is settled by a person with a reason, for what we hold or for what was seen', () => {
    const torn = aRegistration().live().after('verification_observed', { qualification: 'failed' }, { actor: WECHAT });
    expect(torn.facts.verification).toMatchObject({
      qualification: 'passed',
      conflict: { code: 'verification.result_differs' },
    });
    expect(torn.after('verification_conflict_resolved', { keep: 'held' }).facts.verification).toMatchObject({
      qualification: 'passed',
      conflict: null,
    });
    expect(torn.after('verification_conflict_resolved', { keep: 'observed' }).facts.verification).toMatchObject({
      qualification: 'failed',
      conflict: null,
      until: null,
    });
  });

  test('a changed choice voids the sign-off when the case is opened again', () => {
    const renamed = aRegistration().awaitingEmail().registration({ proposedName: '灯桥茶馆' });
    expect(judge(renamed, 'reopened', { facts: { to: 'draft' }, reason: 'new name' }).changes).toContainEqual({
      kind: 'sign_off_voided',
      at: NOW,
    });
    for (const build of [
      () => aRegistration().awaitingPrerequisites().prepared(),
      () => aRegistration().awaitingAdminVerification(),
      () => aRegistration().readyToSubmit(),
    ]) {
      const changed = build().registration({ proposedName: '灯桥茶馆' });
      expect(judge(changed, 'reopened', { facts: { to: 'draft' }, reason: 'new name' }).changes).toContainEqual({
        kind: 'sign_off_voided',
        at: NOW,
      });
    }
    expect(
      judge(aRegistration().awaitingEmail(), 'reopened', { facts: { to: 'draft' }, reason: 'look again' }).changes.map(
        ({ kind }) => kind,
      ),
    ).toEqual(['registration_moved', 'history']);
  });
});
