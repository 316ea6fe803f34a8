/** Answers with a case, its orders and its papers as the contract shows them to this caller, and turns judgements into refusals. Called by the services of the case. */
import { Injectable } from '@nestjs/common';
import type { Prerequisite, Refusal, RegistrationCase, RuleReference, VerificationOrder } from '@daiban/contracts';
import {
  listAvailableEvents,
  listAvailableOrderEvents,
  type CommandActor,
  type Finding,
  type Judgement,
  type JudgingContext,
  type OrderFacts,
  type VerificationView,
} from '@daiban/domain';
import { OPEN_ORDER_STATES } from '@daiban/domain/enumerations';
import type { Actor } from '../../platform/auth/actor.js';
import { Refused } from '../../platform/refusal/refused.js';
import { toRefusals } from '../../platform/refusal/to-refusals.js';
import type { CaseView } from './cases.service.js';
import { JudgingService } from './judging.service.js';
import { toOrder, toVerification, type Wording } from './order.mapper.js';
import { toPrerequisite, toRegistration } from './registrations.mapper.js';

@Injectable()
export class CaseAnswersService {
  constructor(private readonly judging: JudgingService) {}

  /** The whole case with every event this caller may apply, and why not the others. */
  registration(actor: Actor, view: CaseView): RegistrationCase {
    const { facts } = view.case;
    const wording = this.#wording(actor, view.context);
    const shown =
      facts.orders.find((order) => OPEN_ORDER_STATES.some((state) => state === order.state)) ?? facts.orders[0];
    const available = listAvailableEvents(facts, toCommandActor(actor), view.context);
    return toRegistration(view, shown ? this.#order(actor, view, shown, wording) : null, available, wording);
  }

  /** One of its orders; throws when it has no such order, since the caller has read the case by it. */
  order(actor: Actor, view: CaseView, orderId: string): VerificationOrder {
    const order = view.case.facts.orders.find(({ id }) => id === orderId);
    if (!order) throw new Error(`order ${orderId} is not one of its case`);
    return this.#order(actor, view, order, this.#wording(actor, view.context));
  }

  /** An account's verification as lists show it beside its case. */
  verification(actor: Actor, known: VerificationView, context: JudgingContext): RegistrationCase['verification'] {
    return toVerification(known, this.#wording(actor, context));
  }

  /** The rule that says which papers a subject brings. */
  papersRule(actor: Actor, context: JudgingContext): RuleReference | null {
    return this.judging.ruleOf(context)('prerequisites.papers', actor.locale);
  }

  /** All its papers, or those of one order. */
  prerequisites(view: CaseView, orderId?: string): Prerequisite[] {
    return view.case.facts.prerequisites
      .filter((paper) => orderId === undefined || paper.orderId === orderId)
      .map((paper) => toPrerequisite(view, paper));
  }

  /** Findings as the contract writes them. */
  refusals(actor: Actor, findings: readonly Finding[], context: JudgingContext): Refusal[] {
    const { locale, ruleOf } = this.#wording(actor, context);
    return toRefusals(findings, locale, ruleOf);
  }

  /** A judgement's no: what refuses, and what nobody has acknowledged. null: it is allowed. */
  refusedBy(judgement: Judgement, context: JudgingContext): Refused | null {
    if (judgement.allowed) return null;
    const findings = [...judgement.refusals, ...judgement.warnings, ...judgement.unknowns];
    return Refused.because(findings, this.judging.ruleOf(context));
  }

  /** The actor as decisions see them. */
  commandActor(actor: Actor): CommandActor {
    return toCommandActor(actor);
  }

  #order(actor: Actor, view: CaseView, order: OrderFacts, wording: Wording): VerificationOrder {
    const available = listAvailableOrderEvents(view.case.facts, order.id, toCommandActor(actor), view.context);
    return toOrder(view, order, available, wording);
  }

  #wording(actor: Actor, context: JudgingContext): Wording {
    return { locale: actor.locale, ruleOf: this.judging.ruleOf(context) };
  }
}

/** The actor as decisions see them. Time and Tencent act without an id. */
export function toCommandActor(actor: Actor): CommandActor {
  const isNobody = actor.kind === 'system' || actor.kind === 'wechat';
  const memberId = actor.kind === 'member' ? actor.id : (actor.memberId ?? null);
  return { kind: actor.kind, id: isNobody ? null : actor.id, role: actor.role, memberId };
}
