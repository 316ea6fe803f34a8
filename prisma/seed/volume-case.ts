/** Lives one case from its opening to some point of its life, through the judges and each step on its own day, so that its rows are what the product itself would have written. Called by `volume-stories.ts`. */
import type { Case } from '../../apps/api/dist/features/registrations/case.js';
import { decisionOf, plainEntry, type CaseDecision } from '../../apps/api/dist/features/registrations/case-decision.js';
import { toCaseWrite } from '../../apps/api/dist/features/registrations/case-write.mapper.js';
import type { CaseWrite } from '../../apps/api/dist/features/registrations/case-write.js';
import { completeCase, type ReadyEntry } from '../../apps/api/dist/features/registrations/complete-case.js';
import {
  buildWorkCalendar,
  judgeOrderEvent,
  judgeRegistrationEvent,
  listIrreversibleChoices,
  resolveRulebook,
  RULEBOOK_VERSION,
  shanghaiDate,
  SHIPPED_RULES,
  SIGN_OFF_TEXT_VERSION,
  WORK_DAYS,
  type CommandActor,
  type CommandFacts,
  type Judgement,
  type JudgingContext,
  type OrderEvent,
  type RegistrationCommand,
  type RegistrationEvent,
  type RegistrationFacts,
  type Route,
  type Rulebook,
  type RuleValues,
} from '../../packages/domain/dist/index.js';
import { bareFacts, bareParticulars, PLACEHOLDER } from './volume-bare-case.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

const SPECIALIST: CommandActor = {
  kind: 'member',
  id: PLACEHOLDER.specialistId,
  role: 'specialist',
  memberId: PLACEHOLDER.specialistId,
};
const WECHAT: CommandActor = { kind: 'wechat', id: null, role: null, memberId: null };
const BOOKS = new Map<string, Rulebook>();
function rulesOn(day: string): Rulebook {
  const known = BOOKS.get(day) ?? resolveRulebook<RuleValues>(SHIPPED_RULES, [], day, RULEBOOK_VERSION);
  BOOKS.set(day, known);
  return known;
}
const CALENDAR = buildWorkCalendar(WORK_DAYS);

/** An entry and who made it. */
export interface LivedEntry extends ReadyEntry {
  readonly actorKind: CommandActor['kind'];
  readonly actorId: string | null;
  readonly recordedAt: string;
}

/** What a lived case comes down to: rows that hold placeholders. Plain JSON. */
export interface LivedCase {
  readonly registration: object;
  readonly orders: readonly object[];
  readonly papers: readonly object[];
  readonly entries: readonly LivedEntry[];
  /** State of its places under limits; null: it holds none. */
  readonly slots: 'planned' | 'reserved' | null;
  readonly transferSince: string | null;
  readonly email: {
    readonly state: string;
    readonly at: string;
    readonly registrationId: string | null;
    readonly reservedUntil: string | null;
    readonly provenAt: string | null;
    readonly checkedAt: string | null;
  };
  readonly consentAt: string | null;
  readonly signOff: { readonly signedAt: string; readonly choices: object } | null;
  readonly sealedSheet: object | null;
  readonly accountType: RegistrationFacts['registration']['accountType'];
  readonly openedAt: string;
}

/** A case under way. Each step happens some days after the one before, in working hours. */
export class VolumeCase {
  #case: Case;
  #at: number;
  readonly #openedAt: string;
  readonly #entries: LivedEntry[] = [];
  readonly #orders = new Map<string, object>();
  readonly #papers = new Map<string, object>();
  #write: CaseWrite | null = null;
  #slots: LivedCase['slots'] = null;
  #transferSince: string | null = null;
  #email: LivedCase['email'];
  #consentAt: string | null = null;
  #signOff: LivedCase['signOff'] = null;
  #sealedSheet: object | null = null;

  /** @param openedAt business time; the case is in `draft` then */
  constructor(openedAt: string, accountType: LivedCase['accountType'], route: Route) {
    this.#openedAt = openedAt;
    this.#at = Date.parse(openedAt);
    const reservedUntil = new Date(this.#at + 3650 * DAY_MS).toISOString();
    this.#email = {
      state: 'reserved',
      at: openedAt,
      registrationId: PLACEHOLDER.registrationId,
      reservedUntil,
      provenAt: null,
      checkedAt: null,
    };
    this.#case = {
      facts: bareFacts(openedAt, accountType, route, reservedUntil),
      particulars: bareParticulars(openedAt),
    };
    this.registration('registration_created', 0);
  }

  /** Business time of the last step. */
  get at(): string {
    return new Date(this.#at).toISOString();
  }

  /** Applies an event of the registration `days` after the step before. */
  registration(
    event: RegistrationEvent,
    days: number,
    facts: CommandFacts = {},
    more: Partial<RegistrationCommand> = {},
  ): this {
    const context = this.#later(days);
    const command = { event, actor: SPECIALIST, facts, reason: 'as agreed', ...more };
    return this.#judged(event, judgeRegistrationEvent(this.#case.facts, command, context), context, command.actor);
  }

  /** Applies an event of the newest order, or opens one. */
  order(event: OrderEvent, days: number, facts: CommandFacts = {}, heard = false): this {
    const context = this.#later(days);
    const actor = heard ? WECHAT : SPECIALIST;
    const command = {
      event,
      actor,
      facts,
      reason: 'as agreed',
      ...(heard && { evidence: { rank: 'wechat_event' as const } }),
    };
    const orderId = event === 'order_opened' ? null : (this.#case.facts.orders[0]?.id ?? null);
    return this.#judged(event, judgeOrderEvent(this.#case.facts, orderId, command, context), context, actor);
  }

  /** Names the admin, who consents. */
  nameAdmin(days: number): this {
    const context = this.#later(days);
    const { facts, particulars } = this.#case;
    this.#consentAt = context.now;
    const admin: RegistrationFacts['admin'] = {
      personId: PLACEHOLDER.personId,
      idKind: 'resident_id',
      hasIdNumber: true,
      idNumberValid: true,
      adultOn: '2000-01-01',
      wechatHasPhone: true,
      wechatHasOwnCard: true,
      employer: 'registrant',
      isLegalRepresentative: true,
      idUploadedBy: PLACEHOLDER.specialistId,
      idCheckedBy: PLACEHOLDER.managerId,
      idPaperAcceptedBy: null,
      consent: { id: PLACEHOLDER.consentId, textVersion: '2026-11', givenAt: context.now },
      isSubject: false,
    };
    const payload = { personId: PLACEHOLDER.personId, isLegalRepresentative: true };
    return this.#changed(
      { facts: { ...facts, admin }, particulars, entries: [plainEntry('admin_named', context.now, payload)] },
      context,
    );
  }

  /** Accepts every open paper, one entry each. */
  acceptPapers(days: number): this {
    const context = this.#later(days);
    const { facts, particulars } = this.#case;
    const review = { reasonCode: null, note: null, reviewedBy: PLACEHOLDER.managerId, reviewedAt: context.now };
    const open = facts.prerequisites.filter(({ state }) => state !== 'accepted');
    return this.#changed(
      {
        facts: {
          ...facts,
          prerequisites: facts.prerequisites.map((paper) =>
            open.includes(paper) ? { ...paper, state: 'accepted' } : paper,
          ),
        },
        particulars: {
          ...particulars,
          papers: { ...particulars.papers, ...Object.fromEntries(open.map(({ id }) => [id, review])) },
        },
        entries: open.map((paper) =>
          plainEntry(
            'prerequisite_accepted',
            context.now,
            { paper: paper.code, reasonCode: null, expiresOn: paper.expiresOn },
            { orderId: paper.orderId, visibility: paper.holder === 'agency' ? 'internal' : 'client' },
          ),
        ),
      },
      context,
    );
  }

  /** The client agrees to the choices as they stand. */
  signOff(days: number): this {
    const context = this.#later(days);
    const { facts, particulars } = this.#case;
    const choices = listIrreversibleChoices(facts);
    const textVersion = SIGN_OFF_TEXT_VERSION;
    this.#signOff = { signedAt: context.now, choices };
    const payload = { contactId: PLACEHOLDER.contactId, textVersion, choices };
    return this.#changed(
      {
        facts: { ...facts, signOff: { signedAt: context.now, textVersion, choices, voidedAt: null } },
        particulars: { ...particulars, signOff: { id: PLACEHOLDER.signOffId, contactId: PLACEHOLDER.contactId } },
        entries: [plainEntry('sign_off_recorded', context.now, payload, { visibility: 'client' })],
      },
      context,
    );
  }

  /** Somebody looked and found no WeChat product at the address. It stands on the address, not on the case. */
  checkEmail(days: number): this {
    const { now } = this.#later(days);
    const { facts } = this.#case;
    this.#email = { ...this.#email, checkedAt: now };
    const check = { result: 'unused', evidenceRank: 'screenshot', checkedAt: now } as const;
    this.#case = { ...this.#case, facts: { ...facts, email: facts.email && { ...facts.email, check } } };
    return this;
  }

  /** Its rows as they stand. */
  get lived(): LivedCase {
    if (!this.#write) throw new Error('nothing has happened yet');
    return {
      registration: this.#write.registration,
      orders: [...this.#orders.values()],
      papers: [...this.#papers.values()],
      entries: this.#entries,
      slots: this.#slots,
      transferSince: this.#transferSince,
      email: this.#email,
      consentAt: this.#consentAt,
      signOff: this.#signOff,
      sealedSheet: this.#sealedSheet,
      accountType: this.#case.facts.registration.accountType,
      openedAt: this.#openedAt,
    };
  }

  #later(days: number): JudgingContext {
    // A quarter of an hour at least, so that no two steps share their moment.
    this.#at += days * DAY_MS + HOUR_MS / 4;
    const now = this.at;
    const today = shanghaiDate(now);
    return { rules: rulesOn(today), rulesOn, calendar: CALENDAR, now, today };
  }

  #judged(event: string, judgement: Judgement, context: JudgingContext, actor: CommandActor): this {
    if (!judgement.allowed) {
      const findings = [...judgement.refusals, ...judgement.warnings, ...judgement.unknowns];
      throw new Error(`${event} is refused: ${findings.map(({ code }) => code).join(', ')}`);
    }
    return this.#written(decisionOf(this.#case, judgement.changes), context, actor);
  }

  /** A change by a person that is no event of a machine. */
  #changed(change: Pick<CaseDecision, 'facts' | 'particulars' | 'entries'>, context: JudgingContext): this {
    const { registration } = change.facts;
    const facts = { ...change.facts, registration: { ...registration, version: registration.version + 1 } };
    return this.#written({ ...change, facts, beside: {} }, context, SPECIALIST);
  }

  #written(decision: CaseDecision, context: JudgingContext, actor: CommandActor): this {
    const before = this.#case;
    const isNews = decision.entries.some(({ visibility }) => visibility === 'client');
    const heardAt = isNews ? context.now : before.facts.registration.lastClientNewsAt;
    const { completed, derived, entries } = completeCase(before, decision, heardAt, context);
    for (const entry of entries)
      this.#entries.push({ ...entry, actorKind: actor.kind, actorId: actor.id, recordedAt: context.now });
    const write = toCaseWrite(before, completed, decision.beside, {
      derived,
      entries: [],
      slots: undefined,
      subjectKey: '',
      rules: context.rules,
      now: context.now,
    });
    for (const row of write.orders as readonly { id: string }[]) this.#orders.set(row.id, row);
    for (const row of write.papers as readonly { id: string }[]) {
      const { created_at } = (this.#papers.get(row.id) ?? row) as { created_at?: string };
      this.#papers.set(row.id, { ...row, created_at });
    }
    if (decision.beside.slots !== undefined) this.#slots = decision.beside.slots;
    if (write.transfer) this.#transferSince = write.transfer === 'ended' ? null : context.now;
    if (write.sealedSheet) this.#sealedSheet = write.sealedSheet;
    if (write.email) {
      const { state, at, registrationId, controlProven } = write.email;
      const provenAt = controlProven ? at : this.#email.provenAt;
      this.#email = { ...this.#email, state, at, registrationId, reservedUntil: null, provenAt };
    }
    this.#write = write;
    this.#case = completed;
    return this;
  }
}
