/** Builds the facts of a registration for tests, in the agency's words: `aRegistration().inReview().facts`. Each step goes through the judges, so that no test starts from what could not be. */
import { buildWorkCalendar, shanghaiDate } from '../calendar/index.js';
import type { OrderEvent, RegistrationEvent, RegistrationState, Route, SubjectType } from '../enumerations/index.js';
import type { CommandFacts } from '../machine/fact-spec.js';
import type { RuleOverride } from '../machine/rule-entry.js';
import { resolveRulebook } from '../machine/resolve-rulebook.js';
import { applyChanges } from '../registration/apply-changes.js';
import { judgeRegistrationEvent } from '../registration/judge-registration-event.js';
import type { JudgingContext } from '../registration/judging.js';
import type { Judgement } from '../registration/registration-change.js';
import type { CommandActor, OrderCommand, RegistrationCommand } from '../registration/registration-command.js';
import type { AdminFacts, OrderFacts, RegistrationFacts } from '../registration/registration-facts.js';
import { listIrreversibleChoices } from '../registration/sign-off.js';
import type { RuleValues } from '../rulebook/rule-values.js';
import { RULEBOOK_VERSION, SHIPPED_RULES } from '../rulebook/shipped-rules.js';
import { WORK_DAYS } from '../calendar/shipped-work-days.js';
import { judgeOrderEvent } from '../verification/judge-order-event.js';

/** The demo's Monday morning in Shanghai. */
export const NOW = '2026-09-28T03:20:00.000Z';

export const OWNER: CommandActor = { kind: 'member', id: 'member-wei', role: 'owner', memberId: 'member-wei' };
export const SPECIALIST: CommandActor = {
  kind: 'member',
  id: 'member-mei',
  role: 'specialist',
  memberId: 'member-mei',
};
export const VIEWER: CommandActor = { kind: 'member', id: 'member-sofia', role: 'viewer', memberId: 'member-sofia' };
export const CONTACT: CommandActor = { kind: 'contact', id: 'contact-1', role: null, memberId: null };
export const ADMIN_PERSON: CommandActor = { kind: 'admin_person', id: 'person-1', role: null, memberId: null };
export const CLOCK: CommandActor = { kind: 'system', id: null, role: null, memberId: null };
export const WECHAT: CommandActor = { kind: 'wechat', id: null, role: null, memberId: null };

/** Rules, calendar and time of a test. */
export function contextAt(now: string = NOW, overrides: readonly RuleOverride[] = []): JudgingContext {
  const today = shanghaiDate(now);
  const rulesOn = (day: string) => resolveRulebook<RuleValues>(SHIPPED_RULES, overrides, day, RULEBOOK_VERSION);
  return { rules: rulesOn(today), rulesOn, calendar: buildWorkCalendar(WORK_DAYS), now, today };
}

/** Codes of everything that stands in the way. */
export function codesOf(judgement: Pick<Judgement, 'refusals' | 'warnings' | 'unknowns'>): string[] {
  return [...judgement.refusals, ...judgement.warnings, ...judgement.unknowns].map(({ code }) => code);
}

/** Facts so far; every method answers a new builder. */
export class RegistrationBuilder {
  readonly facts: RegistrationFacts;

  constructor(facts: RegistrationFacts = freshDraft()) {
    this.facts = facts;
  }

  /** Replaces parts of the facts. */
  with(change: (facts: RegistrationFacts) => Partial<RegistrationFacts>): RegistrationBuilder {
    return new RegistrationBuilder({ ...this.facts, ...change(this.facts) });
  }

  /** Puts it into a state without a way there: for tables that look at every state. */
  inState(state: RegistrationState): RegistrationBuilder {
    return this.with(({ registration }) => ({ registration: { ...registration, state } }));
  }

  subject(type: SubjectType, fields: Partial<RegistrationFacts['subject']> = {}): RegistrationBuilder {
    const code = CODES[type];
    const countryCode = type === 'overseas_enterprise' ? 'MY' : 'CN';
    return this.with(({ subject }) => ({ subject: { ...subject, type, code, countryCode, ...fields } }));
  }

  registration(fields: Partial<RegistrationFacts['registration']>): RegistrationBuilder {
    return this.with(({ registration }) => ({ registration: { ...registration, ...fields } }));
  }

  route(route: Route): RegistrationBuilder {
    return this.registration({ route });
  }

  admin(fields: Partial<AdminFacts>): RegistrationBuilder {
    return this.with(({ admin }) => ({ admin: admin && { ...admin, ...fields } }));
  }

  /** Somebody and an address at hand to follow the admin and the address it has, each as ready as the first. */
  withSuccessors(): RegistrationBuilder {
    const { admin, email, counters } = aRegistration().facts;
    if (admin === null || email === null) throw new Error('a fresh draft has an admin and an address');
    return this.with(() => ({
      successor: { admin: { ...admin, personId: 'person-2' }, counters },
      nextEmail: { ...email, address: 'next@example.com' },
    }));
  }

  verification(fields: Partial<RegistrationFacts['verification']>): RegistrationBuilder {
    return this.with(({ verification }) => ({ verification: { ...verification, ...fields } }));
  }

  /** Every paper accepted, the client's sign-off given. */
  prepared(): RegistrationBuilder {
    return this.with((facts) => ({
      prerequisites: facts.prerequisites.map((item) => ({ ...item, state: 'accepted' as const })),
      signOff: { signedAt: NOW, textVersion: '2026-11', choices: listIrreversibleChoices(facts), voidedAt: null },
    }));
  }

  /** Applies an event; throws with the codes when it is refused. */
  after(
    event: RegistrationEvent,
    facts: CommandFacts = {},
    command: Partial<RegistrationCommand> = {},
    now = NOW,
  ): RegistrationBuilder {
    const full = { event, actor: SPECIALIST, facts, reason: 'as agreed', ...command };
    return this.#applied(judgeRegistrationEvent(this.facts, full, contextAt(now)), event);
  }

  /** Applies an event of the newest order, or opens one. */
  afterOrder(
    event: OrderEvent,
    facts: CommandFacts = {},
    command: Partial<OrderCommand> = {},
    now = NOW,
  ): RegistrationBuilder {
    const full = { event, actor: SPECIALIST, facts, reason: 'as agreed', ...command };
    const orderId = event === 'order_opened' ? null : this.order.id;
    return this.#applied(judgeOrderEvent(this.facts, orderId, full, contextAt(now)), event);
  }

  /** The newest order. */
  get order(): OrderFacts {
    const [order] = this.facts.orders;
    if (!order) throw new Error('there is no order');
    return order;
  }

  awaitingPrerequisites(): RegistrationBuilder {
    return this.after('advice_accepted');
  }

  awaitingEmail(): RegistrationBuilder {
    return this.awaitingPrerequisites().prepared().after('prerequisites_completed');
  }

  awaitingAdminVerification(): RegistrationBuilder {
    return this.awaitingEmail().after('email_confirmed', { controlProven: true });
  }

  readyToSubmit(): RegistrationBuilder {
    return this.awaitingAdminVerification().after('admin_verified', { scanSeen: true });
  }

  provingSubject(): RegistrationBuilder {
    return this.readyToSubmit().after('information_submitted', { payer: 'client' });
  }

  awaitingFee(): RegistrationBuilder {
    return this.provingSubject().afterOrder('application_submitted');
  }

  awaitingDispatch(): RegistrationBuilder {
    return this.awaitingFee().afterOrder('fee_paid', {
      amount: { amountMinor: 300_00, currency: 'CNY' },
      means: 'wechat_pay',
      paidOn: '2026-09-28',
    });
  }

  inReview(): RegistrationBuilder {
    return this.awaitingDispatch().afterOrder('auditor_assigned', { provider: 'Auditor One' });
  }

  /** Live and verified, told by WeChat. */
  live(expiresAt = '2027-09-28T16:00:00.000Z'): RegistrationBuilder {
    const heard = { actor: WECHAT, evidence: { rank: 'wechat_event' } } as const;
    return this.inReview()
      .afterOrder('qualification_passed', { expiresAt }, heard)
      .afterOrder('naming_passed', { expiresAt }, heard);
  }

  #applied(judgement: Judgement, event: string): RegistrationBuilder {
    if (!judgement.allowed) throw new Error(`${event} was refused: ${codesOf(judgement).join(', ')}`);
    return new RegistrationBuilder(
      applyChanges(this.facts, judgement.changes, `order-${this.facts.orders.length + 1}`),
    );
  }
}

/** A service account of a mainland company in `draft`, everything at hand that its way needs. */
export function aRegistration(): RegistrationBuilder {
  return new RegistrationBuilder();
}

/** Made-up codes that hold by their check characters; 999999 is no region of the register. */
const CODES: Record<SubjectType, string | null> = {
  individual: null,
  sole_proprietor: '92350100M000100Y40',
  enterprise: '91350100M000100Y43',
  media: '91350100M000100Y43',
  government: '11350100M000100Y4B',
  other_organisation: '51350100M000100Y47',
  overseas_enterprise: '201901012345',
};

function freshDraft(): RegistrationFacts {
  return {
    registration: {
      id: 'registration-1',
      state: 'draft',
      version: 1,
      accountType: 'service',
      route: 'wechat_verification',
      proposedName: '灯桥茶舍',
      nameAlternatives: [],
      enteredStateAt: NOW,
      holderSince: NOW,
      emailConfirmedAt: null,
      submittedAt: null,
      routeStartedAt: null,
      proof: 'none',
      transferAmount: null,
      appointmentAt: null,
      pausedAt: null,
      renewalDecision: null,
      followers: null,
      restrictionKind: null,
      standingToldAt: null,
      migrationTarget: null,
      migrationApprovedAt: null,
      freezeEndsOn: null,
      nameChangedAt: [],
      slotsReleasedAt: null,
      importedConflict: null,
      rulebookVersion: null,
      lastClientNewsAt: null,
    },
    verification: {
      qualification: null,
      naming: null,
      until: null,
      untilOn: null,
      provenance: null,
      untilProvenance: null,
      windowOpensOn: null,
      conflict: null,
      readable: false,
      lastReadAt: null,
      inherited: false,
    },
    client: { id: 'client-1', countryCode: 'MY', locale: 'en' },
    subject: {
      id: 'subject-1',
      type: 'enterprise',
      class: null,
      name: '灯桥（上海）茶业有限公司',
      code: CODES.enterprise,
      countryCode: 'CN',
      licenceOf: 'client',
      standing: 'active',
      licenceExpiresOn: null,
      quotaRaise: { underWay: null, grantedAccounts: 0 },
    },
    email: {
      address: 'account@example.com',
      state: 'reserved',
      reservedUntil: null,
      reservedHere: true,
      check: { result: 'unused', evidenceRank: 'screenshot', checkedAt: NOW },
      controlProven: false,
      holder: 'agency',
    },
    emailTakenBy: null,
    nextEmail: null,
    successor: null,
    ownTarget: null,
    admin: {
      personId: 'person-1',
      idKind: 'resident_id',
      hasIdNumber: true,
      idNumberValid: true,
      adultOn: '2010-01-01',
      wechatHasPhone: true,
      wechatHasOwnCard: true,
      employer: 'registrant',
      isLegalRepresentative: true,
      idUploadedBy: 'member-jun',
      idCheckedBy: 'member-mei',
      idPaperAcceptedBy: null,
      consent: { id: 'consent-1', textVersion: '2026-11', givenAt: NOW },
      isSubject: false,
    },
    counters: {
      subject: { reserved: 0, planned: 0, elsewhere: 0 },
      admin_id: { reserved: 0, planned: 0, elsewhere: 0 },
      admin_phone: { reserved: 0, planned: 0, elsewhere: 0 },
      admin_wechat: { reserved: 0, planned: 0, elsewhere: 0 },
    },
    slots: null,
    otherSmallTransferRunning: false,
    prerequisites: [],
    signOff: null,
    orders: [],
    agency: { memberIds: ['member-wei', 'member-jun', 'member-mei', 'member-sofia'], fileIds: ['f', 'file-1'] },
  };
}
