import { describe, expect, test } from '@jest/globals';
import type { OrderEvent, RegistrationEvent } from '../enumerations/index.js';
import type { CommandFacts } from '../machine/fact-spec.js';
import {
  aRegistration,
  contextAt,
  NOW,
  OWNER,
  WECHAT,
  type RegistrationBuilder,
} from '../testing/registration-builder.js';
import { judgeOrderEvent } from '../verification/judge-order-event.js';
import { judgeRegistrationEvent } from './judge-registration-event.js';
import type { Change } from './registration-change.js';

const LATE = '2026-12-01T00:00:00.000Z';
const cny = (amountMinor: number) => ({ amountMinor, currency: 'CNY' });
const paid = { amount: cny(300_00), means: 'wechat_pay', paidOn: '2026-09-28' };

/** A change in a few words: its kind and what it carries. */
function told(change: Change): string {
  switch (change.kind) {
    case 'registration_moved':
      return `registration → ${change.to}`;
    case 'order_moved':
      return `order → ${change.to}`;
    case 'registration_set':
    case 'verification_set':
    case 'order_set':
      return `${change.kind.replace('_set', '')}: ${Object.keys(change.fields).toSorted().join(' ')}`;
    case 'email_moved':
      return `email → ${change.to}`;
    case 'slots_set':
      return `slots ${change.state ?? 'freed'}`;
    case 'small_transfer_set':
      return `transfer ${change.running ? 'runs' : 'ends'}`;
    case 'history':
      return `${change.entry.voice}: ${change.entry.type}`;
    case 'order_opened':
      return `order opened: ${change.order.kind}`;
    default:
      return change.kind;
  }
}

function changesOf(
  builder: RegistrationBuilder,
  event: RegistrationEvent,
  facts: CommandFacts = {},
  more: object = {},
  now = NOW,
): string[] {
  const command = {
    event,
    actor: OWNER,
    facts,
    reason: 'as agreed',
    evidence: { rank: 'screenshot', fileId: 'f' },
    ...more,
  } as const;
  return judgeRegistrationEvent(builder.facts, command, contextAt(now)).changes.map(told);
}

function orderChangesOf(
  builder: RegistrationBuilder,
  event: OrderEvent,
  facts: CommandFacts = {},
  more: object = {},
): string[] {
  const command = {
    event,
    actor: OWNER,
    facts,
    reason: 'as agreed',
    evidence: { rank: 'screenshot', fileId: 'f' },
    ...more,
  } as const;
  return judgeOrderEvent(builder.facts, builder.facts.orders[0]?.id ?? null, command, contextAt()).changes.map(told);
}

const transfer = () => aRegistration().route('small_transfer').readyToSubmit().after('information_submitted');
const expiresAt = '2027-10-12T16:00:00.000Z';

describe('what each event of a registration writes, in order', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    [
      'advice_accepted',
      changesOf(aRegistration(), 'advice_accepted'),
      [
        'registration → awaiting_prerequisites',
        'registration: rulebookVersion',
        'slots planned',
        'prerequisites_required',
        'we_did: advice_accepted',
      ],
    ],
    [
      'prerequisites_completed',
      changesOf(aRegistration().awaitingPrerequisites().prepared(), 'prerequisites_completed'),
      ['registration → awaiting_email', 'we_did: prerequisites_completed'],
    ],
    [
      'email_confirmed',
      changesOf(aRegistration().awaitingEmail(), 'email_confirmed', { controlProven: true }),
      [
        'registration → awaiting_admin_verification',
        'email → in_use',
        'registration: emailConfirmedAt',
        'we_did: email_confirmed',
      ],
    ],
    [
      'admin_verified',
      changesOf(aRegistration().awaitingAdminVerification(), 'admin_verified', { scanSeen: true }),
      ['registration → ready_to_submit', 'we_did: admin_verified'],
    ],
    [
      'information_submitted, by transfer',
      changesOf(aRegistration().route('small_transfer').readyToSubmit(), 'information_submitted'),
      [
        'registration → proving_subject',
        'snapshot_sealed',
        'registration: routeStartedAt submittedAt',
        'slots reserved',
        'registration: proof transferAmount',
        'transfer runs',
        'we_did: information_submitted',
      ],
    ],
    [
      'transfer_sent',
      changesOf(transfer(), 'transfer_sent', {
        amount: cny(1),
        payerName: '灯桥(上海)茶业有限公司',
        sentOn: '2026-09-28',
      }),
      ['registration: proof', 'we_did: transfer_sent'],
    ],
    [
      'subject_proof_failed',
      changesOf(transfer(), 'subject_proof_failed', { cause: 'wrong_name' }),
      ['registration: proof', 'transfer ends', 'we_heard: subject_proof_failed'],
    ],
    [
      'subject_proven, by transfer',
      changesOf(transfer(), 'subject_proven'),
      ['registration → live', 'registration: proof', 'transfer ends', 'slots reserved', 'we_heard: subject_proven'],
    ],
    [
      'subject_proven, heard in lapsed',
      changesOf(transfer().after('registration_lapsed'), 'subject_proven'),
      [
        'registration → live',
        'registration: proof',
        'transfer ends',
        'slots reserved',
        'email → in_use',
        'we_heard: subject_proven',
      ],
    ],
    [
      'route_changed, away from a transfer',
      changesOf(transfer(), 'route_changed', { route: 'wechat_verification' }),
      [
        'registration: route routeStartedAt',
        'transfer ends',
        'registration: proof transferAmount',
        'order opened: first',
        'we_did: order_opened',
        'we_did: route_changed',
      ],
    ],
    [
      'consent_withdrawn',
      changesOf(aRegistration().awaitingEmail(), 'consent_withdrawn'),
      ['registration → awaiting_prerequisites', 'admin_papers_deleted', 'we_did: consent_withdrawn'],
    ],
    [
      'consent_withdrawn, live',
      changesOf(aRegistration().live(), 'consent_withdrawn'),
      ['admin_papers_deleted', 'we_did: consent_withdrawn'],
    ],
    [
      'registration_withdrawn',
      changesOf(aRegistration().readyToSubmit(), 'registration_withdrawn'),
      ['registration → withdrawn', 'slots freed', 'email → recheck', 'we_did: registration_withdrawn'],
    ],
    [
      'registration_withdrawn, an unpaid order left',
      changesOf(aRegistration().awaitingFee().inState('lapsed'), 'registration_withdrawn'),
      [
        'registration → withdrawn',
        'order → cancelled',
        'we_did: order_cancelled',
        'slots freed',
        'email → recheck',
        'we_did: registration_withdrawn',
      ],
    ],
    [
      'registration_lapsed',
      changesOf(aRegistration().awaitingFee(), 'registration_lapsed', {}, {}, LATE),
      [
        'registration → lapsed',
        'order → cancelled',
        'we_did: order_cancelled',
        'registration: proof',
        'slots freed',
        'email → recheck',
        'we_did: registration_lapsed',
      ],
    ],
    [
      'registration_lapsed, a transfer',
      changesOf(transfer(), 'registration_lapsed', {}, {}, LATE),
      [
        'registration → lapsed',
        'registration: proof',
        'transfer ends',
        'slots freed',
        'email → recheck',
        'we_did: registration_lapsed',
      ],
    ],
    [
      'restarted',
      changesOf(transfer().after('registration_lapsed'), 'restarted'),
      [
        'registration → awaiting_prerequisites',
        'registration: appointmentAt emailConfirmedAt proof routeStartedAt submittedAt transferAmount',
        'registration: rulebookVersion',
        'slots planned',
        'prerequisites_required',
        'we_did: restarted',
      ],
    ],
    [
      'renewal_accepted',
      changesOf(aRegistration().live(), 'renewal_accepted'),
      ['registration: renewalDecision', 'we_did: renewal_accepted'],
    ],
    [
      'renewal_declined',
      changesOf(aRegistration().live(), 'renewal_declined'),
      ['registration: renewalDecision', 'we_did: renewal_declined'],
    ],
    ['case_paused', changesOf(aRegistration(), 'case_paused'), ['registration: pausedAt', 'we_did: case_paused']],
    [
      'case_resumed',
      changesOf(aRegistration().after('case_paused'), 'case_resumed'),
      ['registration: pausedAt', 'we_did: case_resumed'],
    ],
    [
      'account_given_up',
      changesOf(aRegistration().awaitingFee().inState('restricted'), 'account_given_up'),
      [
        'registration → closed',
        'order → cancelled',
        'we_did: order_cancelled',
        'email → recheck',
        'we_did: account_given_up',
      ],
    ],
    [
      'deregistration_confirmed',
      changesOf(aRegistration().awaitingFee().inState('closing'), 'deregistration_confirmed'),
      [
        'registration → closed',
        'order → cancelled',
        'we_did: order_cancelled',
        'registration: proof',
        'slots freed',
        'email → recheck',
        'we_heard: deregistration_confirmed',
      ],
    ],
    [
      'account_restricted',
      changesOf(aRegistration().awaitingFee().inState('live'), 'account_restricted'),
      [
        'registration → restricted',
        'registration: restrictionKind',
        'registration: standingToldAt',
        'slots reserved',
        'we_heard: account_restricted',
      ],
    ],
    [
      'verification_observed, read by the API',
      changesOf(
        aRegistration().inState('live'),
        'verification_observed',
        { qualification: 'passed', naming: 'passed', expiresAt, windowOpensOn: '2027-07-14' },
        { actor: WECHAT, evidence: { rank: 'wechat_api' } },
      ),
      [
        'verification: lastReadAt naming provenance qualification readable until untilOn untilProvenance windowOpensOn',
        'we_heard: verification_observed',
      ],
    ],
    [
      'verification_conflict_resolved',
      changesOf(
        aRegistration().inState('live').registration({ importedConflict: 'quota.subject_full' }),
        'verification_conflict_resolved',
        { keep: 'held' },
      ),
      ['verification: conflict', 'registration: importedConflict', 'we_did: verification_conflict_resolved'],
    ],
  ])('%s', (_, changes, expected) => {
    expect(changes).toEqual(expected);
  });
});

describe('what each event of an order writes, in order', () => {
  const review = () => aRegistration().inReview();
  const supplement = () => review().afterOrder('supplement_requested', { reason: '不清晰', dueOn: '2026-10-09' });
  const qualified = () => review().afterOrder('qualification_passed', { expiresAt }, { actor: WECHAT });

  test.each<[string, readonly string[], readonly string[]]>([
    [
      'application_submitted',
      orderChangesOf(aRegistration().provingSubject(), 'application_submitted'),
      ['order → awaiting_fee', 'order: fee', 'we_did: application_submitted'],
    ],
    [
      'fee_paid',
      orderChangesOf(aRegistration().awaitingFee(), 'fee_paid', paid),
      ['order → awaiting_dispatch', 'order: paidAt payment receivingNumber', 'we_did: fee_paid'],
    ],
    [
      'fee_paid, told by WeChat',
      orderChangesOf(aRegistration().awaitingFee(), 'fee_paid', paid, { actor: WECHAT }),
      ['order → awaiting_dispatch', 'order: paidAt payment receivingNumber', 'we_heard: fee_paid'],
    ],
    [
      'fee_waived',
      orderChangesOf(aRegistration().subject('government').awaitingFee(), 'fee_waived'),
      ['order → awaiting_dispatch', 'order: feeWaived paidAt', 'we_did: fee_waived'],
    ],
    [
      'second_payment_recorded, the first did not happen',
      orderChangesOf(review(), 'second_payment_recorded', { ...paid, firstPayment: 'did_not_happen' }),
      ['order: paidAt payment receivingNumber', 'we_did: second_payment_recorded'],
    ],
    [
      'second_payment_recorded, the first asked back',
      orderChangesOf(review(), 'second_payment_recorded', { ...paid, firstPayment: 'asked_back' }),
      ['we_did: second_payment_recorded'],
    ],
    [
      'auditor_assigned',
      orderChangesOf(aRegistration().awaitingDispatch(), 'auditor_assigned', { provider: 'A' }),
      ['order → in_review', 'order: auditor reviewStartedAt', 'we_heard: auditor_assigned'],
    ],
    [
      'auditor_called, missed',
      orderChangesOf(review(), 'auditor_called', { answered: false }),
      ['order: missedCalls', 'we_heard: auditor_called'],
    ],
    [
      'auditor_called, answered',
      orderChangesOf(review(), 'auditor_called', { answered: true }),
      ['we_heard: auditor_called'],
    ],
    [
      'supplement_requested',
      orderChangesOf(review(), 'supplement_requested', { reason: '不清晰' }),
      ['order → awaiting_supplement', 'order: supplementDueOn supplementReason', 'we_heard: supplement_requested'],
    ],
    [
      'supplement_submitted',
      orderChangesOf(supplement(), 'supplement_submitted'),
      [
        'order → in_review',
        'order: chancesUsed reviewStartedAt supplementDueOn supplementReason',
        'we_did: supplement_submitted',
      ],
    ],
    [
      'qualification_passed',
      orderChangesOf(review(), 'qualification_passed', { expiresAt }),
      [
        'order → passed',
        'order: qualification',
        'verification: naming provenance qualification until untilOn untilProvenance windowOpensOn',
        'we_heard: qualification_passed',
        'registration → live',
        'slots reserved',
        'we_heard: subject_proven',
      ],
    ],
    [
      'qualification_passed, again with a later end',
      orderChangesOf(qualified(), 'qualification_passed', { expiresAt: '2027-10-13T16:00:00.000Z' }, { actor: WECHAT }),
      ['verification: until untilOn untilProvenance windowOpensOn', 'we_heard: qualification_passed'],
    ],
    [
      'qualification_failed',
      orderChangesOf(review(), 'qualification_failed', { reason: '不符' }),
      [
        'order → failed',
        'order: qualification',
        'verification: provenance qualification',
        'we_heard: qualification_failed',
      ],
    ],
    [
      'supplement_lapsed',
      orderChangesOf(
        supplement().with(({ orders }) => ({
          orders: orders.map((order) => ({ ...order, supplementDueOn: '2026-09-27' })),
        })),
        'supplement_lapsed',
      ),
      ['order → failed', 'order: qualification', 'verification: provenance qualification', 'we_did: supplement_lapsed'],
    ],
    [
      'naming_passed',
      orderChangesOf(qualified(), 'naming_passed', { expiresAt }, { actor: WECHAT }),
      ['order: naming', 'verification: naming', 'we_heard: naming_passed'],
    ],
    [
      'naming_passed, before the qualification',
      orderChangesOf(review(), 'naming_passed'),
      ['order: naming', 'we_heard: naming_passed'],
    ],
    [
      'naming_failed, before the qualification',
      orderChangesOf(review(), 'naming_failed', { reason: '占用' }),
      ['order: naming', 'we_heard: naming_failed'],
    ],
    [
      'naming_failed',
      orderChangesOf(qualified(), 'naming_failed', { reason: '占用' }),
      ['order: naming', 'verification: conflict naming', 'we_heard: naming_failed'],
    ],
    [
      'naming_failed, by a last return',
      orderChangesOf(
        qualified().with(({ orders }) => ({ orders: orders.map((order) => ({ ...order, chancesUsed: 3 })) })),
        'supplement_requested',
        { reason: '占用' },
      ),
      ['order: naming', 'verification: conflict naming', 'we_heard: supplement_requested'],
    ],
    [
      'a last return before the qualification',
      orderChangesOf(
        review().with(({ orders }) => ({ orders: orders.map((order) => ({ ...order, chancesUsed: 3 })) })),
        'supplement_requested',
        { reason: '不符' },
      ),
      [
        'order → failed',
        'order: qualification',
        'verification: provenance qualification',
        'we_heard: supplement_requested',
      ],
    ],
    [
      'a last return in review, the qualification passed before',
      orderChangesOf(
        qualified().with(({ orders }) => ({
          orders: orders.map((order) => ({ ...order, state: 'in_review' as const, chancesUsed: 3 })),
        })),
        'supplement_requested',
        { reason: '占用' },
      ),
      ['order → passed', 'order: naming', 'verification: conflict naming', 'we_heard: supplement_requested'],
    ],
    [
      'the name returned after the pass',
      orderChangesOf(qualified(), 'supplement_requested', { reason: '占用' }),
      ['order → awaiting_supplement', 'order: supplementDueOn supplementReason', 'we_heard: supplement_requested'],
    ],
    [
      'a refusal after the qualification passed',
      orderChangesOf(
        qualified().with(({ orders }) => ({
          orders: orders.map((order) => ({ ...order, state: 'in_review' as const })),
        })),
        'qualification_failed',
        { reason: '占用' },
      ),
      ['order → passed', 'order: naming', 'verification: conflict naming', 'we_heard: qualification_failed'],
    ],
    [
      'a supplement for the name that lapsed',
      orderChangesOf(
        qualified().with(({ orders }) => ({
          orders: orders.map((order) => ({ ...order, state: 'awaiting_supplement' as const })),
        })),
        'supplement_lapsed',
      ),
      ['order → passed', 'order: naming', 'verification: conflict naming', 'we_did: supplement_lapsed'],
    ],
    [
      'a missed call told after the pass',
      orderChangesOf(qualified(), 'auditor_called', { answered: false }),
      ['order: missedCalls', 'we_heard: auditor_called'],
    ],
    [
      'payment_lapsed',
      orderChangesOf(aRegistration().awaitingFee(), 'payment_lapsed'),
      ['order → payment_expired', 'we_did: payment_lapsed'],
    ],
    [
      'order_cancelled',
      orderChangesOf(aRegistration().awaitingFee(), 'order_cancelled'),
      ['order → cancelled', 'we_did: order_cancelled'],
    ],
  ])('%s', (_, changes, expected) => {
    expect(changes).toEqual(expected);
  });

  test('a renewal opens with its papers, and its own name stays', () => {
    const live = aRegistration().live('2026-12-01T16:00:00.000Z');
    const command = { event: 'order_opened', actor: OWNER, facts: { kind: 'renewal', payer: 'agency' } } as const;
    const { changes } = judgeOrderEvent(live.facts, null, command, contextAt());
    expect(changes.map(told)).toEqual(['order opened: renewal', 'prerequisites_required', 'we_did: order_opened']);
    expect(changes[0]).toMatchObject({
      order: { payer: 'agency', wantedName: null, naming: 'unchanged', state: 'preparing' },
    });
  });
});

describe('who may apply an order’s event', () => {
  const actors = {
    contact: { kind: 'contact', id: 'c', role: null, memberId: null },
    admin: { kind: 'admin_person', id: 'p', role: null, memberId: null },
    clock: { kind: 'system', id: null, role: null, memberId: null },
    viewer: { kind: 'member', id: 'v', role: 'viewer', memberId: 'v' },
    specialist: { kind: 'member', id: 's', role: 'specialist', memberId: 's' },
  } as const;
  const AGENCY_ONLY: readonly OrderEvent[] = [
    'application_submitted',
    'second_payment_recorded',
    'supplement_submitted',
  ];

  test.each([
    'order_opened',
    'application_submitted',
    'fee_paid',
    'fee_waived',
    'second_payment_recorded',
    'auditor_assigned',
    'auditor_called',
    'supplement_requested',
    'supplement_submitted',
    'qualification_passed',
    'qualification_failed',
    'supplement_lapsed',
    'naming_passed',
    'naming_failed',
    'payment_lapsed',
    'order_cancelled',
  ] as const)('%s', (event) => {
    const { facts } = aRegistration().awaitingFee();
    const may = Object.entries(actors).filter(([, actor]) => {
      const { refusals } = judgeOrderEvent(facts, 'order-1', { event, actor }, contextAt());
      return !refusals.some(({ code }) => code === 'actor.not_allowed');
    });
    const expected = [
      ...(event === 'fee_paid' ? ['contact'] : []),
      ...(AGENCY_ONLY.includes(event) ? [] : ['clock']),
      'specialist',
    ];
    expect(may.map(([name]) => name)).toEqual(expected);
  });
});
