/** What can be known before a fee burns: reads the case, lets the domain look ahead, answers in the reader's language. Called by its controller. */
import { Injectable } from '@nestjs/common';
import type { getPreflight, OperationInput, Preflight } from '@daiban/contracts';
import { derivePreflight, type PreflightFinding } from '@daiban/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Refused } from '../../platform/refusal/refused.js';
import { CaseAnswersService } from '../registrations/case-answers.service.js';
import { CasesService } from '../registrations/cases.service.js';
import { JudgingService } from '../registrations/judging.service.js';

@Injectable()
export class PreflightService {
  constructor(
    private readonly cases: CasesService,
    private readonly answers: CaseAnswersService,
    private readonly judging: JudgingService,
  ) {}

  /** Refuses with 404 where the case, or the order among its orders, is not there. */
  async getPreflight(
    actor: Actor,
    { params, query }: OperationInput<typeof getPreflight>,
  ): Promise<Preflight | Refused> {
    const view = await this.cases.read(actor, { by: 'registration', id: params.id });
    if (view instanceof Refused) return view;
    const { facts } = view.case;
    const orderId = query.orderId ?? null;
    if (orderId !== null && !facts.orders.some(({ id }) => id === orderId)) return Refused.notFound();
    const { context } = view;
    const ahead = derivePreflight(facts, orderId, context);
    const rule = (id: string | null) => (id === null ? null : this.judging.ruleOf(context)(id, actor.locale));
    const worded = (findings: readonly PreflightFinding[]) =>
      this.answers
        .refusals(actor, findings, context)
        .map((refusal, index) => ({ ...refusal, decision: findings[index]?.decision ?? null }));
    return {
      registrationId: facts.registration.id,
      orderId: ahead.orderId,
      at: context.now,
      decisions: [...ahead.decisions],
      checks: ahead.checks.map(({ check, decision, passed }) => ({ check, decision, passed })),
      blockers: worded(ahead.blockers),
      warnings: worded(ahead.warnings),
      unknowns: worded(ahead.unknowns),
      fee: ahead.fee && {
        amount: ahead.fee.amount,
        rule: rule(ahead.fee.ruleId),
        means: ahead.fee.means && [...ahead.fee.means],
        meansRule: rule(ahead.fee.meansRuleId),
      },
      burns: ahead.burns,
    };
  }
}
