import { describe, expect, test } from '@jest/globals';
import { REGISTRATION_STATES, type RegistrationEvent, type RegistrationState } from '../enumerations/index.js';
import type { CommandFacts } from '../machine/fact-spec.js';
import { REGISTRATION_TRANSITIONS } from '../rulebook/registration-transitions.js';
import { aRegistration, codesOf, contextAt, NOW, OWNER, SPECIALIST, WECHAT } from '../testing/registration-builder.js';
import { CUSTODY_FACTS } from './event-facts.js';
import { judgeRegistrationEvent } from './judge-registration-event.js';
import type { HistoryDraft, Judgement } from './registration-change.js';

/** Column heads of the matrices, short for the states in their order. */
const COLUMNS = {
  draft: 'draft',
  papers: 'awaiting_prerequisites',
  email: 'awaiting_email',
  admin: 'awaiting_admin_verification',
  ready: 'ready_to_submit',
  proving: 'proving_subject',
  live: 'live',
  restr: 'restricted',
  migr: 'migrating',
  closing: 'closing',
  lapsed: 'lapsed',
  withdr: 'withdrawn',
  closed: 'closed',
  migrtd: 'migrated',
  handed: 'handed_over',
} as const satisfies Record<string, RegistrationState>;

/** x: refused with `state.not_possible` · =: stays · a column's name: moves there · another word: refused with just that code. */
const OURS = `
                                draft   papers  email   admin   ready   proving live    restr   migr    closing lapsed  withdr  closed  migrtd  handed
advice_accepted                 papers  x       x       x       x       x       x       x       x       x       x       x       x       x       x
prerequisites_completed         x       email   x       x       x       x       x       x       x       x       x       x       x       x       x
email_confirmed                 x       x       admin   x       x       x       x       x       x       x       x       x       x       x       x
admin_verified                  x       x       x       ready   x       x       x       x       x       x       x       x       x       x       x
information_submitted           x       x       x       x       proving x       x       x       x       x       x       x       x       x       x
transfer_sent                   x       x       x       x       x       =       x       x       x       x       x       x       x       x       x
subject_proof_failed            x       x       x       x       x       =       x       x       x       x       x       x       x       x       x
route_changed                   x       x       x       x       x       =       x       x       x       x       x       x       x       x       x
subject_proven                  x       x       x       x       x       live    x       x       x       x       live    x       x       x       x
registration_withdrawn          withdr  withdr  withdr  withdr  withdr  x       x       x       x       x       withdr  x       x       x       x
registration_lapsed             x       x       x       lapse.too_early lapse.too_early lapsed x x x x x x x x x
restarted                       x       x       x       x       x       x       x       x       x       x       papers  x       x       x       x
consent_withdrawn               =       =       papers  papers  papers  =       =       =       =       =       =       =       =       =       =
renewal_accepted                x       x       x       x       x       x       =       x       x       x       x       x       x       x       x
renewal_declined                x       x       x       x       x       x       =       x       x       x       x       x       x       x       x
account_restricted              x       x       x       x       x       x       restr   x       restr   restr   x       x       x       x       x
account_restored                x       x       x       x       x       x       x       live    x       x       x       x       x       x       x
account_given_up                x       x       x       x       x       x       x       closed  x       x       x       x       x       x       x
migration_ended                 x       x       x       x       x       x       x       x       live    x       x       x       x       x       x
deregistration_cancelled        x       x       x       x       x       x       x       x       x       live    x       x       x       x       x
slots_released                  x       x       x       x       x       x       x       x       x       x       x       x       =       x       x
admin_changed                   x       x       x       x       x       x       =       x       x       x       x       x       x       x       x
email_changed                   x       x       x       x       x       x       =       x       x       x       x       x       x       x       x
name_changed                    x       x       x       x       x       x       name.by_order x x       x       x       x       x       x       x
subject_name_corrected          x       x       x       x       x       x       =       x       x       x       x       x       x       x       x
migration_started               x       x       x       x       x       x       migr    x       x       x       x       x       x       x       x
migration_approved              x       x       x       x       x       x       x       x       =       x       x       x       x       x       x
migration_completed             x       x       x       x       x       x       migration.not_approved migration.not_approved migrtd migration.not_approved x x x x x
deregistration_started          x       x       x       x       x       x       closing closing x       x       x       x       x       x       x
deregistration_proven           x       x       x       x       x       x       x       x       x       =       x       x       x       x       x
custody_handed_over             x       x       x       x       x       x       handed  handed  x       x       x       x       x       x       x
deregistration_confirmed        x       x       x       x       x       x       closing.not_started closing.not_started closing.not_started closed x       x       x       x       x
case_paused                     =       =       =       =       =       =       =       =       =       =       =       x       x       x       x
case_resumed                    case.not_paused case.not_paused case.not_paused case.not_paused case.not_paused case.not_paused case.not_paused case.not_paused case.not_paused case.not_paused case.not_paused x x x x
verification_observed           =       =       =       =       =       =       =       =       =       =       =       x       x       x       =
verification_conflict_resolved  =       =       =       =       =       =       =       =       =       =       =       =       =       =       =
`;

/** What each state may be taken back to; everything else is refused. */
const REOPENED: Partial<Record<RegistrationState, readonly string[]>> = {
  awaiting_prerequisites: ['draft'],
  awaiting_email: ['draft', 'awaiting_prerequisites'],
  awaiting_admin_verification: ['draft', 'awaiting_prerequisites', 'awaiting_email'],
  ready_to_submit: ['draft', 'awaiting_prerequisites', 'awaiting_email', 'awaiting_admin_verification'],
};

/** The same for what WeChat told: ~ old news · ! a conflict for a person. */
const HEARD = `
                                draft   papers  email   admin   ready   proving live    restr   migr    closing lapsed  withdr  closed  migrtd  handed
subject_proven                  live    live    live    live    live    live    ~       ~       ~       ~       live    !       ~       ~       ~
subject_proof_failed            proving proving proving proving proving =       ~       ~       ~       ~       ~       !       ~       ~       ~
verification_observed           live    live    live    live    live    live    =       =       =       =       live    !       !       !       =
name_changed                    =       =       =       =       =       =       =       =       =       =       =       !       !       !       !
account_restricted              restr   restr   restr   restr   restr   restr   restr   ~       restr   restr   restr   !       !       !       !
account_restored                live    live    live    live    live    live    ~       live    ~       ~       live    !       !       !       ~
migration_approved              migr    migr    migr    migr    migr    migr    migr    migr    =       migr    migr    !       !       ~       !
migration_completed             migrtd  migrtd  migrtd  migrtd  migrtd  migrtd  migrtd  migrtd  migrtd  migrtd  migrtd  !       !       ~       !
migration_ended                 live    live    live    live    live    live    ~       ~       live    ~       live    !       !       !       ~
deregistration_proven           closing closing closing closing closing closing closing closing closing =       closing !       ~       !       !
deregistration_confirmed        closed  closed  closed  closed  closed  closed  closed  closed  closed  closed  closed  !       ~       !       !
deregistration_cancelled        live    live    live    live    live    live    ~       ~       ~       live    live    !       !       !       ~
`;

const FACTS: Partial<Record<RegistrationEvent, CommandFacts>> = {
  email_confirmed: { controlProven: true },
  admin_verified: { scanSeen: true },
  information_submitted: {},
  transfer_sent: {
    amount: { amountMinor: 37, currency: 'CNY' },
    payerName: '灯桥(上海)茶业有限公司',
    sentOn: '2026-09-28',
  },
  subject_proof_failed: { cause: 'wrong_amount' },
  route_changed: { route: 'legal_representative' },
  verification_observed: { qualification: 'passed', expiresOn: '2027-09-28' },
  verification_conflict_resolved: { keep: 'held' },
  admin_changed: { personId: 'person-2', isLegalRepresentative: true, scanSeen: true },
  email_changed: { controlProven: true },
  name_changed: { newName: '灯桥茶馆' },
  subject_name_corrected: { registeredName: '灯桥（上海）茶饮有限公司' },
  migration_started: {
    targetName: '灯桥',
    targetAccountType: 'service',
    targetSubjectType: 'enterprise',
    targetCountryCode: 'CN',
    targetVerified: true,
  },
  deregistration_started: { followers: 1000, payClosed: true, adsClosed: true, servicesClosed: true },
  custody_handed_over: Object.fromEntries(Object.values(CUSTODY_FACTS).map((fact) => [fact, true])),
};

/** A company on the small-transfer route with everything at hand, put into a state. */
function inState(state: RegistrationState) {
  const isSubmitted = ['proving_subject', 'live', 'restricted', 'migrating', 'closing', 'closed'].includes(state);
  return aRegistration()
    .route('small_transfer')
    .awaitingPrerequisites()
    .prepared()
    .registration({ proof: isSubmitted ? 'running' : 'none', submittedAt: isSubmitted ? NOW : null })
    .registration(state === 'migrating' ? { migrationApprovedAt: NOW } : {})
    .registration(state === 'closing' ? { freezeEndsOn: '2026-09-27' } : {})
    .withSuccessors()
    .verification({ conflict: { code: 'verification.result_differs', raisedAt: NOW, observed: null } })
    .inState(state).facts;
}

function cells(matrix: string): [RegistrationEvent, RegistrationState, string][] {
  const [, ...lines] = matrix.trim().split('\n');
  return lines.flatMap((line) => {
    const [event = '', ...row] = line.trim().split(/\s+/);
    if (row.length !== REGISTRATION_STATES.length) throw new Error(`${event} has ${row.length} cells`);
    return row.map(
      (cell, index) => [event, REGISTRATION_STATES[index], cell] as [RegistrationEvent, RegistrationState, string],
    );
  });
}

/** What a judgement did, in the matrices' words. */
function outcomeOf(judgement: Judgement, state: RegistrationState): string {
  if (!judgement.allowed) return codesOf(judgement).join(' ').replace('state.not_possible', 'x');
  const entry = judgement.changes.flatMap((change) =>
    change.kind === 'history' && change.entry.orderId === null ? [change.entry] : [],
  )[0] as HistoryDraft;
  if (entry.outcome === 'already') return '~';
  if (entry.outcome === 'conflict') return '!';
  const moved = judgement.changes.find((change) => change.kind === 'registration_moved');
  const to = moved?.kind === 'registration_moved' ? moved.to : state;
  return to === state ? '=' : (Object.entries(COLUMNS).find(([, name]) => name === to)?.[0] ?? to);
}

describe('state × event', () => {
  test('the columns are the states, none missing', () => {
    expect(Object.values(COLUMNS)).toEqual([...REGISTRATION_STATES]);
  });

  test('every event of the table has a line', () => {
    const inTable = new Set(REGISTRATION_TRANSITIONS.map(({ event }) => event));
    const inMatrix = new Set<string>(cells(OURS).map(([event]) => event));
    expect([...inTable].filter((event) => !inMatrix.has(event))).toEqual([
      'registration_created',
      'registration_imported',
      'reopened',
    ]);
  });

  test.each(cells(OURS))('%s in %s: %s (ours, a typed note)', (event, state, expected) => {
    const command = {
      event,
      actor: OWNER,
      facts: FACTS[event] ?? {},
      reason: 'as agreed',
      evidence: { rank: 'typed', note: 'seen' },
    } as const;
    expect(outcomeOf(judgeRegistrationEvent(inState(state), command, contextAt()), state)).toBe(expected);
  });

  test.each(cells(HEARD))('%s in %s: %s (heard from WeChat)', (event, state, expected) => {
    const command = { event, actor: WECHAT, facts: FACTS[event] ?? {}, evidence: { rank: 'wechat_event' } } as const;
    expect(outcomeOf(judgeRegistrationEvent(inState(state), command, contextAt()), state)).toBe(expected);
  });

  test.each(REGISTRATION_STATES.flatMap((state) => REGISTRATION_STATES.map((to) => [state, to] as const)))(
    'reopened from %s to %s',
    (state, to) => {
      const judgement = judgeRegistrationEvent(
        inState(state),
        { event: 'reopened', actor: SPECIALIST, facts: { to }, reason: 'wrong name' },
        contextAt(),
      );
      const open = REOPENED[state];
      if (open?.includes(to))
        expect(judgement).toMatchObject({
          allowed: true,
          changes: expect.arrayContaining([expect.objectContaining({ kind: 'registration_moved', to })]),
        });
      else expect(codesOf(judgement)).toEqual([open ? 'state.target_not_open' : 'state.not_possible']);
    },
  );

  test('a jump marks every step nobody told us of as not seen', () => {
    const command = { event: 'subject_proven', actor: WECHAT, evidence: { rank: 'wechat_api' } } as const;
    const { changes } = judgeRegistrationEvent(inState('awaiting_email'), command, contextAt());
    const entry = changes.find((change) => change.kind === 'history');
    expect(entry?.kind === 'history' && entry.entry.notSeen).toEqual([
      'email_confirmed',
      'admin_verified',
      'information_submitted',
    ]);
  });

  test.each<[RegistrationEvent, RegistrationState, readonly string[]]>([
    ['migration_approved', 'live', ['migration_started']],
    ['migration_completed', 'live', ['migration_started', 'migration_approved']],
    ['migration_completed', 'migrating', []],
    ['migration_completed', 'lapsed', ['subject_proven', 'migration_started', 'migration_approved']],
    ['deregistration_proven', 'restricted', ['deregistration_started']],
    ['deregistration_confirmed', 'live', ['deregistration_started', 'deregistration_proven']],
    ['deregistration_confirmed', 'closing', []],
    ['account_restricted', 'lapsed', ['subject_proven']],
    ['account_restored', 'proving_subject', ['subject_proven', 'account_restricted']],
  ])('%s in %s says which steps off the way nobody told us of: %s', (event, state, expected) => {
    const command = { event, actor: WECHAT, evidence: { rank: 'wechat_event' } } as const;
    const { changes } = judgeRegistrationEvent(inState(state), command, contextAt());
    const entry = changes.find((change) => change.kind === 'history');
    expect(entry?.kind === 'history' && entry.entry.notSeen).toEqual(expected);
  });

  test('every open state is moved by news, only an ended case raises a conflict', () => {
    const conflicts = cells(HEARD).filter(([, , cell]) => cell === '!');
    expect([...new Set(conflicts.map(([, state]) => state))].toSorted()).toEqual([
      'closed',
      'handed_over',
      'migrated',
      'withdrawn',
    ]);
  });
});

describe('ways out', () => {
  test('every state of the way is reached by a step, not only by an import', () => {
    const steps = REGISTRATION_TRANSITIONS.filter(({ event }) => event !== 'registration_imported');
    const reached = new Set<string>(steps.flatMap(({ to }) => (typeof to === 'object' ? [...to.oneOf] : [to])));
    expect(REGISTRATION_STATES.filter((state) => !reached.has(state))).toEqual([]);
  });

  const FINAL = ['withdrawn', 'closed', 'migrated', 'handed_over'];

  test('every state is reached by some row', () => {
    const reached = new Set(
      REGISTRATION_TRANSITIONS.flatMap(({ to }) => (typeof to === 'object' ? [...to.oneOf] : [to])) as string[],
    );
    expect(REGISTRATION_STATES.filter((state) => !reached.has(state))).toEqual([]);
  });

  test('every state but the final ones has a way out that a member alone can take', () => {
    const stuck = REGISTRATION_STATES.filter(
      (state) =>
        !REGISTRATION_TRANSITIONS.some(
          (row) =>
            row.from !== 'none' &&
            (row.from as readonly string[]).includes(state) &&
            row.to !== 'stays' &&
            (row.who as readonly string[]).includes('agency'),
        ),
    );
    expect(stuck).toEqual(FINAL);
  });
});
