import { describe, expect, test } from '@jest/globals';
import type { RegistrationEvent } from '@daiban/domain/enumerations';
import { chooseNextStep, type NextStepCase, type NextStepOrder, type NextStepPaper } from './next-step.js';

const offered = (event: RegistrationEvent, allowed = true): NextStepCase['availableEvents'][number] => ({
  event,
  allowed,
  refusals: [],
  warnings: [],
  unknowns: [],
  factsNeeded: [],
});

function aCase(changes: Partial<NextStepCase>): NextStepCase {
  return {
    state: 'draft',
    stage: 'draft',
    route: 'wechat_verification',
    holder: 'agency',
    paused: null,
    accountEmail: null,
    admin: null,
    signOff: null,
    availableEvents: [],
    renewalDecision: null,
    lifeAfter: {
      restriction: null,
      migration: null,
      closing: null,
      nameChangedAt: [],
      slotsHeld: false,
      slotsReleasedAt: null,
      nextEmail: null,
    },
    verification: {
      status: 'unverified',
      qualification: null,
      naming: null,
      until: null,
      untilOn: null,
      provenance: null,
      untilRule: null,
      window: null,
      conflict: null,
      readable: false,
      lastReadAt: null,
    },
    ...changes,
  };
}

const paper = (id: string, state: NextStepPaper['state'], orderId: string | null = null): NextStepPaper => ({
  id,
  state,
  orderId,
  required: true,
  holder: 'client',
});

const order = (state: NextStepOrder['state'], events: NextStepOrder['availableEvents'] = []): NextStepOrder => ({
  id: 'order-1',
  state,
  naming: 'passed',
  availableEvents: events,
});

const email = {
  id: 'e',
  address: 'wx@example.com',
  state: 'reserved',
  holder: 'agency',
  reservedUntil: null,
  lastCheck: null,
} as const;
const signOff = { id: 's', contactId: 'c', textVersion: '1', signedAt: '2026-09-01T00:00:00Z', standing: true };

describe('the one next thing of a case', () => {
  test('a draft waits for the advice', () => {
    expect(chooseNextStep(aCase({}), [], [])).toEqual({ kind: 'registration_event', event: 'advice_accepted' });
  });

  test('papers that arrived come before papers that are missing', () => {
    const found = aCase({ state: 'awaiting_prerequisites' });
    expect(chooseNextStep(found, [paper('licence', 'open'), paper('letter', 'submitted')], [])).toEqual({
      kind: 'review_papers',
      ids: ['letter'],
    });
    expect(chooseNextStep(found, [paper('licence', 'returned'), paper('letter', 'accepted')], [])).toEqual({
      kind: 'collect_papers',
      ids: ['licence'],
    });
  });

  test('with all papers in, the client signs off; a sign-off that no longer stands is asked for again', () => {
    const accepted = [paper('licence', 'accepted')];
    expect(chooseNextStep(aCase({ state: 'awaiting_prerequisites' }), accepted, [])).toEqual({ kind: 'sign_off' });
    const voided = aCase({ state: 'awaiting_prerequisites', signOff: { ...signOff, standing: false } });
    expect(chooseNextStep(voided, accepted, [])).toEqual({ kind: 'sign_off' });
    const signed = aCase({ state: 'awaiting_prerequisites', signOff });
    expect(chooseNextStep(signed, accepted, [])).toEqual({
      kind: 'registration_event',
      event: 'prerequisites_completed',
    });
  });

  test('an address is reserved, then checked, then confirmed', () => {
    const waiting = aCase({ state: 'awaiting_email' });
    expect(chooseNextStep(waiting, [], [])).toEqual({ kind: 'reserve_email' });
    expect(chooseNextStep({ ...waiting, accountEmail: email }, [], [])).toEqual({ kind: 'check_email' });
    const checked = { ...email, lastCheck: { result: 'unused', checkedAt: '2026-09-01T00:00:00Z' } };
    expect(chooseNextStep({ ...waiting, accountEmail: checked }, [], [])).toEqual({
      kind: 'registration_event',
      event: 'email_confirmed',
    });
  });

  test('an admin is named, agrees, then scans', () => {
    const waiting = aCase({ state: 'awaiting_admin_verification' });
    const admin = {
      personId: 'p',
      name: 'Zhou',
      idNumberMasked: null,
      phoneMasked: null,
      employer: 'registrant',
      isLegalRepresentative: false,
      consent: null,
      consentWithdrawnAt: null,
    };
    expect(chooseNextStep(waiting, [], [])).toEqual({ kind: 'set_admin' });
    expect(chooseNextStep({ ...waiting, admin }, [], [])).toEqual({ kind: 'record_consent' });
    const agreed = { ...admin, consent: { id: 'k', textVersion: '1', givenAt: '2026-09-01T00:00:00Z' } };
    expect(chooseNextStep({ ...waiting, admin: agreed }, [], [])).toEqual({
      kind: 'registration_event',
      event: 'admin_verified',
    });
  });

  test('an open order leads: its fee, its correction', () => {
    const proving = aCase({ state: 'proving_subject' });
    expect(chooseNextStep(proving, [], [order('awaiting_fee')])).toMatchObject({ event: 'fee_paid' });
    expect(chooseNextStep(proving, [paper('letter', 'open', 'order-1')], [order('awaiting_supplement')])).toEqual({
      kind: 'collect_papers',
      ids: ['letter'],
    });
    expect(chooseNextStep(proving, [], [order('awaiting_supplement')])).toMatchObject({
      event: 'supplement_submitted',
    });
  });

  test('while Tencent has it there is nothing to do but to record its answer', () => {
    expect(chooseNextStep(aCase({ state: 'proving_subject' }), [], [order('in_review')])).toEqual({
      kind: 'hear_tencent',
      orderId: 'order-1',
      events: ['qualification_passed', 'supplement_requested', 'qualification_failed'],
    });
  });

  test('a passed order whose name is still undecided waits for that answer', () => {
    const unnamed = { ...order('passed'), naming: 'pending' as const };
    expect(chooseNextStep(aCase({ state: 'live', stage: 'live' }), [], [unnamed])).toEqual({
      kind: 'hear_tencent',
      orderId: 'order-1',
      events: ['naming_passed', 'naming_failed'],
    });
    // ... but a renewal that falls due does not wait for the name.
    expect(chooseNextStep(aCase({ state: 'live', stage: 'renewal_due' }), [], [unnamed])).toMatchObject({
      event: 'renewal_accepted',
    });
  });

  test('a subject that pays no fee is waved through', () => {
    const waived = {
      event: 'fee_waived' as const,
      allowed: true,
      refusals: [],
      warnings: [],
      unknowns: [],
      factsNeeded: [],
    };
    expect(chooseNextStep(aCase({ state: 'proving_subject' }), [], [order('awaiting_fee', [waived])])).toMatchObject({
      event: 'fee_waived',
    });
  });

  test('after a failed order the route goes on with a new one', () => {
    expect(chooseNextStep(aCase({ state: 'proving_subject', stage: 'rejected' }), [], [order('failed')])).toEqual({
      kind: 'open_order',
      orderKind: 'first',
    });
  });

  test('a small transfer is sent first and proven afterwards', () => {
    const transfer = aCase({
      state: 'proving_subject',
      route: 'small_transfer',
      availableEvents: [offered('transfer_sent'), offered('subject_proven', false)],
    });
    expect(chooseNextStep(transfer, [], [])).toMatchObject({ event: 'transfer_sent' });
    expect(chooseNextStep({ ...transfer, availableEvents: [offered('subject_proven')] }, [], [])).toMatchObject({
      event: 'subject_proven',
    });
  });

  test('a renewal that is due asks for the decision, then opens the order; a declined one asks nothing', () => {
    const due = aCase({ state: 'live', stage: 'renewal_due' });
    expect(chooseNextStep(due, [], [order('passed')])).toMatchObject({ event: 'renewal_accepted' });
    const decided = { at: '2026-09-01T00:00:00Z' };
    expect(chooseNextStep({ ...due, renewalDecision: { ...decided, decision: 'accepted' } }, [], [])).toEqual({
      kind: 'open_order',
      orderKind: 'renewal',
    });
    expect(chooseNextStep({ ...due, renewalDecision: { ...decided, decision: 'declined' } }, [], [])).toEqual({
      kind: 'nothing',
    });
  });

  test('a pause and a conflict come before everything else', () => {
    expect(chooseNextStep(aCase({ paused: { at: '2026-09-01T00:00:00Z' } }), [], [order('in_review')])).toMatchObject({
      event: 'case_resumed',
    });
    const conflict = {
      code: 'verification.result_differs',
      raisedAt: '2026-09-01T00:00:00Z',
      event: null,
      observed: null,
      account: null,
      email: null,
    };
    const doubtful = aCase({ state: 'live' });
    expect(chooseNextStep({ ...doubtful, verification: { ...doubtful.verification, conflict } }, [], [])).toMatchObject(
      { event: 'verification_conflict_resolved' },
    );
  });

  test('an account that is frozen, moves or closes waits for that, whatever order of it is open', () => {
    const after = (state: NextStepCase['state'], lifeAfter: Partial<NextStepCase['lifeAfter']> = {}) => {
      const found = aCase({ state });
      return chooseNextStep({ ...found, lifeAfter: { ...found.lifeAfter, ...lifeAfter } }, [], [order('awaiting_fee')]);
    };
    expect(after('restricted')).toMatchObject({ event: 'account_restored' });
    expect(after('migrating')).toMatchObject({ event: 'migration_approved' });
    expect(after('closing', { closing: { proof: 'small_transfer', freezeEndsOn: null } })).toMatchObject({
      event: 'deregistration_proven',
    });
    expect(after('closing', { closing: { proof: 'small_transfer', freezeEndsOn: '2026-10-05' } })).toMatchObject({
      event: 'deregistration_confirmed',
    });
  });

  test('a live account that is in order, and a closed one, ask for nothing', () => {
    expect(chooseNextStep(aCase({ state: 'live', stage: 'live' }), [], [])).toEqual({ kind: 'nothing' });
    expect(chooseNextStep(aCase({ state: 'closed', stage: 'closed' }), [], [])).toEqual({ kind: 'nothing' });
  });
});
