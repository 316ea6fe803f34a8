/** Which documents go when, and that their cases tell it. Called by the retention sweep and by consents. */
import { Injectable, Logger } from '@nestjs/common';
import { deletionDay, type KeptPaper } from '@daiban/domain';
import { addDays, shanghaiInstant } from '@daiban/domain/calendar';
import type { DeletionReason } from '@daiban/domain/enumerations';
import { systemActor, type Actor } from '../../platform/auth/actor.js';
import { FileStoreUnavailable } from '../../platform/files/file-store.js';
import { Refused } from '../../platform/refusal/refused.js';
import { CasesService } from '../registrations/cases.service.js';
import { JudgingService } from '../registrations/judging.service.js';
import { RulesService } from '../rules/rules.service.js';
import type { DeletionBasis } from './deletion-proof.js';
import { DocumentDisposalService } from './document-disposal.service.js';
import { DocumentsKeptRepository } from './documents-kept.repository.js';

/** Documents of one case that go for one reason. */
interface Due {
  readonly registrationId: string;
  readonly ids: readonly string[];
}

const DAYS_RULE = 'retention.identity_documents_days';

@Injectable()
export class RetentionService {
  readonly #logger = new Logger('Retention');

  constructor(
    private readonly repository: DocumentsKeptRepository,
    private readonly disposal: DocumentDisposalService,
    private readonly cases: CasesService,
    private readonly judging: JudgingService,
    private readonly rules: RulesService,
  ) {}

  /** Deletes what an agency may not keep any longer today. */
  async deleteDue(agencyId: string): Promise<void> {
    const { rules, today } = await this.judging.now(agencyId);
    const before = shanghaiInstant(addDays(today, 1 - (await this.rules.leastOf(agencyId, DAYS_RULE))), '00:00');
    const codes = rules.entries['retention.identity_documents'].value;
    const actor = systemActor(agencyId, 'en');
    const due = new Map<string, { dueOn: string; registrationId: string; ids: string[] }>();
    for (const document of await this.repository.listIdentityDocuments(agencyId, codes, before)) {
      const dueOn = deletionDay(document satisfies KeptPaper, rules);
      if (dueOn === null || dueOn > today) continue;
      const { registrationId } = document;
      const together = due.get(`${registrationId} ${dueOn}`) ?? { dueOn, registrationId, ids: [] };
      together.ids.push(document.id);
      due.set(`${registrationId} ${dueOn}`, together);
    }
    const { validFrom } = rules.entries[DAYS_RULE];
    for (const { dueOn, ...each } of due.values())
      await this.#delete(actor, each, 'retention', { ruleId: DAYS_RULE, validFrom, dueOn });
    await this.deleteWithdrawn(actor, null);
    await this.#settle(agencyId);
  }

  /** Deletes the papers of admins who took their consent back; what they agreed to and what was done with it stays on record. @param registrationId null: in all cases */
  async deleteWithdrawn(actor: Actor, registrationId: string | null): Promise<void> {
    const byCase = new Map<string, string[]>();
    for (const { id, registrationId: of } of await this.repository.listWithdrawn(actor.agencyId, registrationId))
      byCase.set(of, [...(byCase.get(of) ?? []), id]);
    for (const [of, ids] of byCase) await this.#delete(actor, { registrationId: of, ids }, 'consent_withdrawn', null);
    if (byCase.size > 0) await this.#settle(actor.agencyId);
  }

  /** Marks every document of a client as deleted; the erasure's first step, which also has the files taken away. */
  async markOfClient(actor: Actor, clientId: string): Promise<void> {
    const byCase = new Map<string, string[]>();
    for (const { id, registrationId } of await this.repository.listOfClient(actor.agencyId, clientId))
      byCase.set(registrationId, [...(byCase.get(registrationId) ?? []), id]);
    for (const [registrationId, ids] of byCase) await this.#delete(actor, { registrationId, ids }, 'erasure', null);
  }

  /** Nobody reads what is marked; a file that a store in trouble still has is taken away a minute later. */
  async #settle(agencyId: string): Promise<void> {
    try {
      await this.disposal.settle(agencyId);
    } catch (error) {
      if (!(error instanceof FileStoreUnavailable)) throw error;
      this.#logger.warn(`deleted files of agency ${agencyId} wait for the store: ${error.trouble}`);
    }
  }

  /** One entry of the case's history for each paper. */
  async #delete(
    actor: Actor,
    { registrationId, ids }: Due,
    reason: DeletionReason,
    basis: DeletionBasis | null,
  ): Promise<void> {
    const target = { by: 'registration', id: registrationId } as const;
    const changed = await this.cases.change(actor, target, {}, async (before, context, transaction) => {
      const papers = await this.disposal.dispose(transaction, ids, reason, basis, context.now);
      // Another process was quicker.
      if (papers.length === 0) return Refused.of('race.lost');
      const { facts } = before;
      return {
        facts: { ...facts, registration: { ...facts.registration, version: facts.registration.version + 1 } },
        particulars: before.particulars,
        entries: papers.map(({ code, orderId, files }) =>
          this.cases.entry(
            'document_deleted',
            context.now,
            { paper: code, files, reason, ...(basis && { ruleId: basis.ruleId, dueOn: basis.dueOn }) },
            { orderId, visibility: 'client', voice: basis ? 'the_clock' : 'we_did' },
          ),
        ),
        beside: {},
        amongOthers: true,
      };
    });
    if (changed instanceof Refused && changed.code !== 'race.lost')
      throw new Error(`The documents of case ${registrationId} cannot be deleted: ${changed.code}.`);
  }
}
