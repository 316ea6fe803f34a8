/** Every effect of the registration's table by its name: the plain changes an event writes beside the move. */
import {
  OPEN_ORDER_STATES,
  type AccountType,
  type NamingResult,
  type OrderKind,
  type OrderState,
  type QualificationResult,
  type RegistrationState,
  type Route,
} from '../enumerations/index.js';
import { shanghaiInstant } from '../calendar/index.js';
import { keyOfRegisteredName } from '../identity/index.js';
import { historyOf } from '../history/history-draft.js';
import type { Move } from '../machine/transition-row.js';
import { subjectQuota } from '../quota/subject-quota.js';
import type { RegistrationEffectName } from '../rulebook/registration-transitions.js';
import { mergeVerification } from '../verification/merge-verification.js';
import { newOrder } from '../verification/new-order.js';
import { keepEmail } from './keep-email.js';
import { moneyFact, openOrder, textFact, type JudgingInput } from './judging.js';
import { LIFE_AFTER_EFFECTS } from './life-after-effects.js';
import { NEW_ORDER, type Change } from './registration-change.js';
import type { ObservedAccount } from './registration-facts.js';
import { listRequiredPrerequisites } from './required-prerequisites.js';
import { changedChoices, listIrreversibleChoices } from './sign-off.js';

export type Effect = (input: JudgingInput, move: Move<RegistrationState>) => readonly Change[];

const BEFORE_ADVICE = ['draft'] as const;
const NOT_YET_COUNTED = [
  'awaiting_prerequisites',
  'awaiting_email',
  'awaiting_admin_verification',
  'ready_to_submit',
] as const;
const COUNTED = ['proving_subject', 'live', 'restricted', 'migrating', 'closing'] as const;
const isIn = (states: readonly RegistrationState[], state: RegistrationState) => states.includes(state);

export const REGISTRATION_EFFECTS: Record<RegistrationEffectName, Effect> = {
  take_imported_facts: takeImportedFacts,
  pin_rulebook: ({ context }) => [{ kind: 'registration_set', fields: { rulebookVersion: context.rules.version } }],
  plan_slots: () => [{ kind: 'slots_set', state: 'planned' }],
  reserve_slots: () => [{ kind: 'slots_set', state: 'reserved' }],
  free_slots: () => [{ kind: 'slots_set', state: null }],
  require_papers: (input) => [requiredPapers(input)],
  take_email: ({ facts, occurredAt }) => [
    { kind: 'email_moved', to: 'in_use', controlProven: true },
    // Opened again and confirmed again: Tencent's days still run from the first time.
    ...setFields({ emailConfirmedAt: facts.registration.emailConfirmedAt ?? occurredAt }),
  ],
  // What it does not hold any more it cannot let go: somebody may have looked at the address since, or reserved it.
  return_email: ({ facts }) =>
    facts.email?.reservedHere ? [{ kind: 'email_moved', to: emailStateAfterRelease(facts) }] : [],
  recheck_email: ({ facts }) => (facts.email?.reservedHere ? [{ kind: 'email_moved', to: 'recheck' }] : []),
  begin_submission: ({ occurredAt }) => [
    { kind: 'snapshot_sealed', at: occurredAt },
    ...setFields({ submittedAt: occurredAt, routeStartedAt: occurredAt }),
  ],
  begin_proof: (input) => beginProof(input, input.facts.registration.route),
  transfer_sent: () => setFields({ proof: 'transfer_sent' }),
  fail_proof: ({ facts }) => [...setFields({ proof: 'failed' }), ...endTransfer(facts.registration.route)],
  change_route: changeRoute,
  accept_proof: ({ facts: { registration } }) => [
    ...(registration.route === 'wechat_verification' ? [] : setFields({ proof: 'accepted' })),
    ...endTransfer(registration.route),
  ],
  void_changed_sign_off: ({ facts, occurredAt }) => {
    const { signOff } = facts;
    if (signOff === null || signOff.voidedAt !== null) return [];
    const isChanged = changedChoices(signOff.choices, listIrreversibleChoices(facts)).length > 0;
    return isChanged ? [{ kind: 'sign_off_voided', at: occurredAt }] : [];
  },
  delete_admin_papers: deleteAdminPapers,
  cancel_unpaid_order: cancelUnpaidOrder,
  end_transfer: ({ facts: { registration } }) =>
    registration.proof === 'accepted' ? [] : [...setFields({ proof: 'none' }), ...endTransfer(registration.route)],
  begin_again: (input) => [
    ...setFields({
      emailConfirmedAt: null,
      submittedAt: null,
      routeStartedAt: null,
      proof: 'none',
      transferAmount: null,
      appointmentAt: null,
    }),
    // Taken back while the papers were with Tencent: they are gone, and are asked for anew.
    ...(input.facts.admin?.consent === null ? deleteAdminPapers(input) : []),
  ],
  drop_appointment: ({ facts }) =>
    facts.registration.appointmentAt === null ? [] : setFields({ appointmentAt: null }),
  accept_renewal: (input) => renewalDecided(input, 'accepted'),
  decline_renewal: (input) => renewalDecided(input, 'declined'),
  pause: ({ occurredAt }) => setFields({ pausedAt: occurredAt }),
  resume: () => setFields({ pausedAt: null }),
  take_observed_verification: takeObservedVerification,
  resolve_conflict: resolveConflict,
  ...LIFE_AFTER_EFFECTS,
};

/** What becomes of an address that a registration lets go: once Tencent knew it, a person has to check it again. */
export function emailStateAfterRelease(
  facts: Pick<JudgingInput['facts'], 'registration' | 'email'>,
): 'free' | 'recheck' {
  return facts.registration.emailConfirmedAt === null && facts.email?.state !== 'in_use' ? 'free' : 'recheck';
}

function deleteAdminPapers({ facts: { admin } }: JudgingInput): Change[] {
  return admin === null ? [] : [{ kind: 'admin_papers_deleted', personId: admin.personId }];
}

function setFields(fields: Extract<Change, { kind: 'registration_set' }>['fields']): Change[] {
  return [{ kind: 'registration_set', fields }];
}

function endTransfer(route: Route): Change[] {
  return route === 'small_transfer' ? [{ kind: 'small_transfer_set', running: false }] : [];
}

function requiredPapers({ facts, context }: JudgingInput): Change {
  const { registration, subject } = facts;
  const items = listRequiredPrerequisites(
    {
      subjectType: subject.type,
      subjectClass: subject.class,
      accountType: registration.accountType,
      route: registration.route,
      orderKind: null,
    },
    context.rules,
  );
  return { kind: 'prerequisites_required', orderId: null, items };
}

/** The verification route proves by its first order, the others by a proof of their own. */
function beginProof(input: JudgingInput, route: Route): Change[] {
  if (route === 'wechat_verification') {
    const order = newOrder(input, 'first');
    return [
      ...setFields({ proof: 'none', transferAmount: null }),
      { kind: 'order_opened', order },
      historyOf(input, {
        type: 'order_opened',
        orderId: NEW_ORDER,
        from: null,
        to: order.state,
        way: 'decision',
        outcome: 'moved',
        notSeen: [],
      }),
    ];
  }
  return [
    ...setFields({
      proof: 'running',
      transferAmount: route === 'small_transfer' ? moneyFact(input.command, 'transferAmount') : null,
    }),
    ...(route === 'small_transfer' ? [{ kind: 'small_transfer_set', running: true } as const] : []),
  ];
}

function changeRoute(input: JudgingInput): Change[] {
  const route = textFact(input.command, 'route') as Route;
  const isOpenAlready = route === 'wechat_verification' && openOrder(input.facts) !== null;
  return [
    ...setFields({ route, routeStartedAt: input.occurredAt }),
    ...endTransfer(input.facts.registration.route),
    ...(route === 'wechat_verification' ? [] : cancelUnpaidOrder(input)),
    ...(isOpenAlready ? [] : beginProof(input, route)),
  ];
}

/** A final state, or another route, ends what nobody paid; a paid order waits for its answer. */
function cancelUnpaidOrder(input: JudgingInput): Change[] {
  const order = openOrder(input.facts);
  if (order === null || (order.state !== 'preparing' && order.state !== 'awaiting_fee')) return [];
  return [
    { kind: 'order_moved', orderId: order.id, from: order.state, to: 'cancelled', at: input.occurredAt },
    historyOf(input, {
      type: 'order_cancelled',
      orderId: order.id,
      from: order.state,
      to: 'cancelled',
      way: 'decision',
      outcome: 'moved',
      notSeen: [],
    }),
  ];
}

function renewalDecided({ command, occurredAt }: JudgingInput, decision: 'accepted' | 'declined'): Change[] {
  return setFields({ renewalDecision: { decision, at: occurredAt, by: command.actor.id } });
}

function takeObservedVerification({ facts, command, provenance, occurredAt }: JudgingInput): Change[] {
  const fields = mergeVerification(
    facts.verification,
    {
      qualification: textFact(command, 'qualification') as QualificationResult,
      naming: textFact(command, 'naming') as NamingResult | null,
      until: textFact(command, 'expiresAt'),
      untilOn: textFact(command, 'expiresOn'),
      provenance: provenance ?? 'typed',
    },
    occurredAt,
  );
  const windowOpensOn = textFact(command, 'windowOpensOn');
  if (windowOpensOn !== null) fields.windowOpensOn = windowOpensOn;
  if (provenance === 'wechat_api') Object.assign(fields, { readable: true, lastReadAt: occurredAt });
  const account = accountDiffers(facts, command);
  if (account !== null)
    fields.conflict = { code: 'account.facts_differ', raisedAt: occurredAt, observed: null, account };
  const changes: Change[] = Object.keys(fields).length > 0 ? [{ kind: 'verification_set', fields }] : [];
  // A new end is a new year: the last answer about renewing was for the old one.
  const isNewYear = (fields.until ?? fields.untilOn) !== undefined && facts.registration.renewalDecision !== null;
  return isNewYear ? [...changes, ...setFields({ renewalDecision: null })] : changes;
}

/** What WeChat says of type and subject that is not what we hold; null: nothing. */
function accountDiffers(
  { registration, subject }: JudgingInput['facts'],
  command: JudgingInput['command'],
): ObservedAccount | null {
  const accountType = textFact(command, 'accountType') as AccountType | null;
  const subjectName = textFact(command, 'subjectName');
  const differs: ObservedAccount = {};
  if (accountType !== null && accountType !== registration.accountType) differs.accountType = accountType;
  if (subjectName !== null && keyOfRegisteredName(subjectName) !== keyOfRegisteredName(subject.name))
    differs.subjectName = subjectName;
  return Object.keys(differs).length === 0 ? null : differs;
}

/** What was observed of the account itself, taken over. */
function accountTaken({ accountType, subjectName }: ObservedAccount): Change[] {
  return [
    ...(accountType === undefined ? [] : setFields({ accountType })),
    ...(subjectName === undefined ? [] : [{ kind: 'subject_set', fields: { name: subjectName } } as const]),
  ];
}

function resolveConflict(input: JudgingInput): Change[] {
  const { facts, command } = input;
  const { conflict } = facts.verification;
  const account = command.facts?.['keep'] === 'observed' ? conflict?.account : undefined;
  const observed = command.facts?.['keep'] === 'observed' ? facts.verification.conflict?.observed : null;
  const taken = observed
    ? {
        qualification: observed.qualification,
        naming: observed.naming,
        until: observed.until,
        untilOn: observed.untilOn,
        provenance: observed.provenance,
        untilProvenance: observed.until === null && observed.untilOn === null ? null : observed.provenance,
      }
    : {};
  return [
    { kind: 'verification_set', fields: { ...taken, conflict: null } },
    ...setFields({ importedConflict: null }),
    ...(account === undefined ? [] : accountTaken(account)),
    ...(conflict?.email === undefined ? [] : keepEmail(input, facts.registration.state)),
  ];
}

/** What a sheet told us is typed: it is kept as claimed, and what cannot be right is flagged, never dropped. */
function takeImportedFacts(input: JudgingInput, move: Move<RegistrationState>): Change[] {
  const { facts, command, context, occurredAt } = input;
  const { registration, subject, counters } = facts;
  const changes: Change[] = [];
  const submittedOn = textFact(command, 'submittedOn');
  if (submittedOn !== null) {
    const submittedAt = shanghaiInstant(submittedOn, '12:00');
    changes.push(...setFields({ submittedAt, routeStartedAt: submittedAt }));
  }
  // In other hands an account takes its subject's place all the same.
  const isCounted = isIn([...COUNTED, 'handed_over'], move.to);
  const slots = isCounted ? 'reserved' : isIn(NOT_YET_COUNTED, move.to) ? 'planned' : null;
  if (slots !== null) changes.push({ kind: 'slots_set', state: slots });
  const quota = subjectQuota(context.rules, registration.accountType, subject, counters.subject);
  if (slots === 'reserved' && quota !== null && quota.limit !== null && quota.used >= quota.limit) {
    changes.push(...setFields({ importedConflict: 'quota.subject_full' }));
  }
  if (facts.email !== null && !isIn(BEFORE_ADVICE, move.to)) {
    const isKnownToTencent = isIn(['awaiting_admin_verification', 'ready_to_submit'], move.to);
    if (isKnownToTencent) changes.push({ kind: 'email_moved', to: 'in_use' });
    else if (move.to === 'lapsed' || move.to === 'closed') changes.push({ kind: 'email_moved', to: 'recheck' });
  }
  if (isIn(NOT_YET_COUNTED, move.to)) changes.push(requiredPapers(input));
  const orderState = textFact(command, 'orderState') as OrderState | null;
  if (orderState !== null && OPEN_ORDER_STATES.some((open) => open === orderState)) {
    const order = {
      ...newOrder(input, (textFact(command, 'orderKind') as OrderKind | null) ?? 'first'),
      state: orderState,
    };
    changes.push(
      { kind: 'order_opened', order },
      historyOf(input, {
        type: 'order_opened',
        orderId: NEW_ORDER,
        from: null,
        to: orderState,
        way: 'decision',
        outcome: 'moved',
        notSeen: [],
      }),
    );
  }
  const untilOn = textFact(command, 'verifiedUntilOn');
  const qualification = textFact(command, 'qualification') as QualificationResult | null;
  if (untilOn !== null || qualification === 'passed') {
    const fields = mergeVerification(
      facts.verification,
      { qualification: 'passed', naming: null, until: null, untilOn, provenance: 'typed' },
      occurredAt,
    );
    changes.push({ kind: 'verification_set', fields });
  }
  return changes;
}
