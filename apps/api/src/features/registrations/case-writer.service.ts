/** Writes what was decided about a case: completes it, links its history, finds its places, one statement. Called by `CasesService`, in its transaction. */
import { Injectable } from '@nestjs/common';
import type { Finding, JudgingContext } from '@daiban/domain';
import { v7 } from 'uuid';
import type { Actor } from '../../platform/auth/actor.js';
import { SystemClock } from '../../platform/clock/clock.js';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Refused } from '../../platform/refusal/refused.js';
import { HistoryService } from '../history/history.service.js';
import { SubjectsService } from '../subjects/subjects.service.js';
import { UpdatePromisesService } from '../update-promises/update-promises.service.js';
import type { CaseDecision } from './case-decision.js';
import { CaseSlotsService } from './case-slots.service.js';
import { toCaseWrite } from './case-write.mapper.js';
import { completeCase } from './complete-case.js';
import type { Case } from './case.js';
import { CasesRepository } from './cases.repository.js';

/** A case after a change. Plain values only: it is kept for a repeated request. */
export interface WrittenCase {
  readonly case: Case;
  /** What did not forbid the change and should be said at once. */
  readonly warnings: readonly Finding[];
}

@Injectable()
export class CaseWriterService {
  constructor(
    private readonly repository: CasesRepository,
    private readonly history: HistoryService,
    private readonly slots: CaseSlotsService,
    private readonly subjects: SubjectsService,
    private readonly updatePromises: UpdatePromisesService,
    private readonly systemClock: SystemClock,
  ) {}

  /** Refuses with `version.conflict` when the case has changed since `before` was read; nothing is written then. */
  async write(
    transaction: AgencyTransaction,
    actor: Actor,
    before: Case,
    decision: CaseDecision,
    context: JudgingContext,
  ): Promise<WrittenCase | Refused> {
    const heardAt = this.updatePromises.heardAfter(
      before.facts.registration.lastClientNewsAt,
      decision.entries,
      context.now,
    );
    const { completed, derived, entries } = completeCase(before, decision, heardAt, context);
    const record = {
      agencyId: actor.agencyId,
      recordType: 'registration',
      recordId: before.facts.registration.id,
    } as const;
    const recordedAt = this.systemClock.now();
    const chained = await this.history.link(
      before.particulars.chain,
      record,
      entries.map((entry) => ({
        id: v7(),
        kind: entry.kind,
        voice: entry.voice,
        visibility: entry.visibility,
        payload: entry.payload,
        actorKind: actor.kind,
        actorId: actor.kind === 'system' || actor.kind === 'wechat' ? null : actor.id,
        occurredAt: entry.occurredAt,
        recordedAt,
      })),
      before.particulars.client.id,
    );
    const learnt = await this.#learnOfSubject(transaction, actor, before, decision);
    if (learnt instanceof Refused) return learnt;
    const after: Case = {
      ...completed,
      particulars: {
        ...completed.particulars,
        subjectVersion: learnt?.version ?? completed.particulars.subjectVersion,
        chain: { head: chained.head, length: chained.length },
      },
    };
    const slots =
      decision.beside.slots === undefined ? undefined : this.slots.placesFor(after, decision.beside.slots, context.now);
    const write = toCaseWrite(before, after, decision.beside, {
      derived,
      entries: chained.rows,
      slots,
      subjectKey: decision.beside.transferRunning ? this.slots.subjectKey(after) : null,
      rules: context.rules,
      now: context.now,
    });
    const how = decision.amongOthers ? 'among others' : 'and commit';
    if (!(await this.repository.write(transaction, write, how))) return Refused.versionConflict();
    return { case: slots ? this.slots.withPlaces(after, slots) : after, warnings: decision.warnings ?? [] };
  }

  /** What an event told of the subject goes to the subject's own record. */
  async #learnOfSubject(
    transaction: AgencyTransaction,
    actor: Actor,
    before: Case,
    { beside, entries }: CaseDecision,
  ): Promise<{ readonly version: number } | Refused | null> {
    if (!beside.subject) return null;
    const because = { event: entries.at(-1)?.type ?? '', registrationId: before.facts.registration.id };
    return this.subjects.learn(transaction, actor, before.facts.subject.id, beside.subject, because);
  }
}
