/** A subject's requests for more accounts than its limit, and what Tencent answered. Called by its controller. */
import { Injectable } from '@nestjs/common';
import type {
  applyQuotaRaiseEvent,
  listQuotaRaises,
  OperationInput,
  QuotaRaise,
  requestQuotaRaise,
} from '@daiban/contracts';
import { isEndedElsewhere, isRestrictedElsewhere, judgeQuotaRaise, type JudgingContext } from '@daiban/domain';
import { v7 } from 'uuid';
import { z } from 'zod';
import type { Actor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { decodeCursor, toPage, type Page } from '../../platform/paging/cursor.js';
import { Refused } from '../../platform/refusal/refused.js';
import { toCommandActor } from '../registrations/case-answers.service.js';
import { JudgingService } from '../registrations/judging.service.js';
import { SubjectsService } from '../subjects/subjects.service.js';
import { toQuotaRaise } from './quota-raises.mapper.js';
import { QuotaRaisesRepository, type QuotaRaiseRow, type RaisingSubject } from './quota-raises.repository.js';

const CURSOR = z.tuple([z.iso.datetime(), z.uuid()]);

@Injectable()
export class QuotaRaisesService {
  constructor(
    private readonly repository: QuotaRaisesRepository,
    private readonly database: Database,
    private readonly judging: JudgingService,
    private readonly subjects: SubjectsService,
  ) {}

  /** One request of a subject at a time; of callers who ask at once one gets it. */
  async requestQuotaRaise(
    actor: Actor,
    { params, body }: OperationInput<typeof requestQuotaRaise>,
  ): Promise<QuotaRaise | Refused> {
    const { agencyId } = actor;
    const context = await this.judging.now(agencyId);
    const by = toCommandActor(actor);
    const id = v7();
    const registrationId = body.registrationId ?? null;
    return this.database.withAgency<QuotaRaise | Refused>(agencyId, async (transaction) => {
      const subject = await this.repository.lockSubject(transaction, params.id);
      if (!subject) return Refused.notFound();
      if (registrationId && !(await this.repository.isOfSubject(transaction, registrationId, params.id)))
        return Refused.of('registration.not_of_subject');
      const { findings } = judgeQuotaRaise(
        { ...factsOf(subject, null), raise: null },
        { event: 'raise_requested', actor: by, reason: body.reason, acknowledgements: body.acknowledgements },
        context,
      );
      if (findings.length > 0) return Refused.because(findings, this.judging.ruleOf(context));
      const { reason } = body;
      const raise = { id, subjectId: params.id, registrationId, reason, requestedBy: by.memberId, at: context.now };
      await this.repository.insert(transaction, raise);
      const recorded = await this.subjects.recordForSubject(transaction, actor, params.id, {
        kind: 'quota_raise_requested',
        // The words stand on the raise itself, which can be emptied.
        payload: { raiseId: id, registrationId, acknowledgements: body.acknowledgements ?? [] },
      });
      if (recorded instanceof Refused) return recorded;
      const row = await this.repository.find(transaction, id);
      return row ? this.#answer(actor, row, context) : Refused.notFound();
    });
  }

  async listQuotaRaises(
    actor: Actor,
    { params, query }: OperationInput<typeof listQuotaRaises>,
  ): Promise<Page<QuotaRaise> | Refused> {
    const after = decodeCursor(query.cursor, CURSOR);
    if (after instanceof Refused) return after;
    const { agencyId } = actor;
    if (!(await this.repository.hasSubject(agencyId, params.id))) return Refused.notFound();
    const context = await this.judging.now(agencyId);
    const rows = await this.repository.listPage(agencyId, params.id, { after, limit: query.limit });
    return toPage(
      rows,
      query.limit,
      (row) => [row.requestedAt, row.id],
      (row) => this.#answer(actor, row, context),
    );
  }

  /** Old news (a pre-approval heard after the grant) changes nothing but the history; a grant told again with another number corrects it. */
  async applyQuotaRaiseEvent(
    actor: Actor,
    { params, body }: OperationInput<typeof applyQuotaRaiseEvent>,
  ): Promise<QuotaRaise | Refused> {
    const { agencyId } = actor;
    const { event, facts, evidence, reason } = body;
    const context = await this.judging.now(agencyId);
    return this.database.withAgency<QuotaRaise | Refused>(agencyId, async (transaction) => {
      const known = await this.repository.find(transaction, params.id);
      const subject = known && (await this.repository.lockSubject(transaction, known.subjectId));
      const before = subject && (await this.repository.find(transaction, params.id));
      if (!before) return Refused.notFound();
      if (before.version !== body.expectedVersion) return Refused.versionConflict();
      const command = { event, actor: toCommandActor(actor), facts, reason, evidence };
      const { findings, applied } = judgeQuotaRaise(
        { ...factsOf(subject, before.id), raise: before },
        command,
        context,
      );
      if (!applied) return Refused.because(findings, this.judging.ruleOf(context));
      const { state, outcome, grantedAccounts } = applied;
      if (outcome === 'moved' || outcome === 'stayed') {
        const stateSince = outcome === 'moved' ? context.now : before.stateSince;
        const answer = { state, stateSince, grantedAccounts, note: reason ?? null, evidence: evidence ?? null };
        await this.repository.answer(transaction, before.id, answer);
      }
      const recorded = await this.subjects.recordForSubject(transaction, actor, before.subjectId, {
        kind: `quota_${event}`,
        voice: 'we_heard',
        payload: { raiseId: before.id, outcome, grantedAccounts, evidenceRank: evidence?.rank ?? null },
      });
      if (recorded instanceof Refused) return recorded;
      const row = await this.repository.find(transaction, before.id);
      return row ? this.#answer(actor, row, context) : Refused.notFound();
    });
  }

  #answer(actor: Actor, row: QuotaRaiseRow, context: JudgingContext): QuotaRaise {
    return toQuotaRaise(row, context, { locale: actor.locale, ruleOf: this.judging.ruleOf(context) });
  }
}

/** @param ownId the request that is answered: it does not stand in its own way */
function factsOf(subject: RaisingSubject, ownId: string | null) {
  const { type, elsewhere, reserved, grantedAccounts, underWayId, memberIds } = subject;
  return {
    subjectType: type,
    hasRestrictedAccount: subject.hasRestrictedAccount || elsewhere.some((state) => isRestrictedElsewhere(state)),
    used: reserved + elsewhere.filter((state) => !isEndedElsewhere(state)).length,
    grantedAccounts,
    hasOtherUnderWay: underWayId !== null && underWayId !== ownId,
    agency: { memberIds, fileIds: [] },
  };
}
