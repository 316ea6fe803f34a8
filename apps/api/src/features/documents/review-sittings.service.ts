/** Gathers what a member decides of a case's papers and tells each reader in one mail when the sitting ends, by hand or by itself. Called by prerequisites, the documents controller and the sweep. */
import { Injectable } from '@nestjs/common';
import type {
  finishReviewSitting,
  getReviewMessage,
  OperationInput,
  OperationResult,
  ReviewSitting,
} from '@daiban/contracts';
import { v7 } from 'uuid';
import { systemActor, type Actor, type StaffCaller } from '../../platform/auth/actor.js';
import { Settings } from '../../platform/config/settings.js';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Refused } from '../../platform/refusal/refused.js';
import { DeliveriesService } from '../deliveries/deliveries.service.js';
import { CasesService } from '../registrations/cases.service.js';
import { PAPERS_REVIEWED } from './review-mails.service.js';
import { ReviewLetterService } from './review-letter.service.js';
import { ReviewSittingsRepository, type SittingDecision, type SittingRow } from './review-sittings.repository.js';

@Injectable()
export class ReviewSittingsService {
  constructor(
    private readonly repository: ReviewSittingsRepository,
    private readonly letters: ReviewLetterService,
    private readonly cases: CasesService,
    private readonly deliveries: DeliveriesService,
    private readonly settings: Settings,
  ) {}

  /** The member's open sitting with something in it. */
  async findOpen(agencyId: string, registrationId: string, memberId: string): Promise<ReviewSitting | null> {
    const row = await this.repository.findOpen(agencyId, registrationId, memberId);
    if (!row || row.decisions.length === 0) return null;
    const minutes = await this.#minutes(agencyId);
    return {
      id: row.id,
      startedAt: row.startedAt,
      endsAt: new Date(Date.parse(row.startedAt) + minutes * 60_000).toISOString(),
      decisions: [...row.decisions],
    };
  }

  /** Adds a decision to the member's sitting, in the transaction that makes it. @param now business time */
  keep(
    transaction: AgencyTransaction,
    registrationId: string,
    memberId: string,
    decision: SittingDecision,
    now: string,
  ): Promise<void> {
    return this.repository.keep(transaction, { id: v7(), registrationId, memberId, startedAt: now }, decision);
  }

  /** Takes a decision out of the member's sitting; false: it was told already, or never made. */
  drop(
    transaction: AgencyTransaction,
    registrationId: string,
    memberId: string,
    prerequisiteId: string,
  ): Promise<boolean> {
    return this.repository.drop(transaction, registrationId, memberId, prerequisiteId);
  }

  /** Ends the caller's sitting and sends its mails. */
  async finish(
    { actor, memberId }: StaffCaller,
    { params }: OperationInput<typeof finishReviewSitting>,
  ): Promise<OperationResult<typeof finishReviewSitting> | Refused> {
    const view = await this.cases.read(actor, { by: 'registration', id: params.id });
    if (view instanceof Refused) return view;
    const open = await this.repository.findOpen(actor.agencyId, params.id, memberId);
    if (!open || open.decisions.length === 0) return Refused.of('review.nothing_decided');
    const told = await this.#finish(actor, params.id, [open]);
    if (told instanceof Refused) return told.code === 'race.lost' ? Refused.of('review.nothing_decided') : told;
    await this.deliveries.sendDue();
    return told;
  }

  /** Ends the sittings that nobody has ended in time; those of one case are told of together. @returns mails that are to be sent */
  async finishForgotten(agencyId: string): Promise<number> {
    const { now } = await this.cases.context(agencyId);
    const before = new Date(Date.parse(now) - (await this.#minutes(agencyId)) * 60_000).toISOString();
    let mails = 0;
    const actor = systemActor(agencyId, 'en');
    const byCase = new Map<string, SittingRow[]>();
    for (const sitting of await this.repository.listForgotten(agencyId, before))
      byCase.set(sitting.registrationId, [...(byCase.get(sitting.registrationId) ?? []), sitting]);
    for (const [registrationId, sittings] of byCase) {
      const hasNews = await this.#hasNews(actor, registrationId, decisionsOf(sittings));
      const told = hasNews ? await this.#finish(actor, registrationId, sittings) : null;
      if (told === null) for (const { id } of sittings) await this.repository.close(agencyId, id, now);
      else if (!(told instanceof Refused)) mails += told.mails;
    }
    return mails;
  }

  /** The mail as it would go out now, in both languages. */
  async message(
    { actor, memberId }: StaffCaller,
    { params, body }: OperationInput<typeof getReviewMessage>,
  ): Promise<OperationResult<typeof getReviewMessage> | Refused> {
    const view = await this.cases.read(actor, { by: 'registration', id: params.id });
    if (view instanceof Refused) return view;
    const { agencyId } = actor;
    const [open, readers, setting] = await Promise.all([
      this.repository.findOpen(agencyId, params.id, memberId),
      this.repository.listReaders(agencyId, params.id),
      this.repository.findSetting(agencyId, params.id),
    ]);
    const made = open?.decisions ?? [];
    const { draft } = body;
    const drafted = draft && view.case.facts.prerequisites.find(({ id }) => id === draft.prerequisiteId);
    if (draft && !drafted) return Refused.notFound();
    const decisions =
      draft && drafted
        ? [
            ...made.filter(({ prerequisiteId }) => prerequisiteId !== draft.prerequisiteId),
            { ...draft, code: drafted.code, reasonCode: draft.reasonCode ?? null, note: draft.note ?? null },
          ]
        : made;
    const letters = this.letters.lettersOf(view, decisions, readers);
    const recipients = letters.map(({ reader: { kind, id, name, locale } }) => ({ kind, id, name, locale }));
    const [first] = letters;
    if (!first || !setting) return { message: null, recipients };
    const [en, zh] = await Promise.all(
      (['en', 'zh'] as const).map((locale) =>
        this.letters.write(first, view, setting, locale, `${this.settings.publicUrl}/portal/`),
      ),
    );
    return { message: en && zh ? { en, zh } : null, recipients };
  }

  /** Whether anybody is to be told of it; what nobody needs to hear any more ends without a word. */
  async #hasNews(actor: Actor, registrationId: string, decisions: readonly SittingDecision[]): Promise<boolean> {
    const view = await this.cases.read(actor, { by: 'registration', id: registrationId });
    if (view instanceof Refused) return false;
    const readers = await this.repository.listReaders(actor.agencyId, registrationId);
    return this.letters.lettersOf(view, this.letters.standing(view, decisions), readers).length > 0;
  }

  /** The rows, the mails and the history together. @param sittings of this case, in the order in which they began */
  async #finish(
    actor: Actor,
    registrationId: string,
    sittings: readonly SittingRow[],
  ): Promise<{ decisions: number; mails: number } | Refused> {
    const { agencyId } = actor;
    const readers = await this.repository.listReaders(agencyId, registrationId);
    const setting = await this.repository.findSetting(agencyId, registrationId);
    const told = { decisions: 0, mails: 0 };
    const finished = await this.cases.change(
      actor,
      { by: 'registration', id: registrationId },
      {},
      async (before, context, transaction) => {
        const ended: SittingRow[] = [];
        for (const { id } of sittings) {
          const row = await this.repository.finish(transaction, id, context.now);
          if (row) ended.push(row);
        }
        const [first] = ended;
        if (!first) return Refused.of('race.lost');
        const decisions = decisionsOf(ended);
        if (ended.length > 1) await this.repository.join(transaction, first.id, decisions);
        const standing = this.letters.standing({ case: before }, decisions);
        const letters = this.letters.lettersOf({ case: before }, standing, readers);
        const drafts = letters.map(({ reader }) => ({
          kind: PAPERS_REVIEWED,
          registrationId,
          clientId: setting?.clientId ?? null,
          ...(reader.kind === 'contact' ? { contactId: reader.id } : { personId: reader.id }),
          aboutId: first.id,
          step: null,
          dueOn: context.today,
          locale: reader.locale,
        }));
        told.decisions = decisions.length;
        told.mails = await this.deliveries.enqueue(transaction, drafts, context.now);
        const returned = decisions.filter(({ decision }) => decision === 'return').length;
        const payload = { sittingId: first.id, accepted: told.decisions - returned, returned, mails: told.mails };
        return this.cases.news(before, this.cases.entry('review_finished', context.now, payload));
      },
    );
    return finished instanceof Refused ? finished : told;
  }

  async #minutes(agencyId: string): Promise<number> {
    return (await this.cases.context(agencyId)).rules.entries['document.review_minutes'].value;
  }
}

/** What was decided in several sittings; of a paper, what was decided in the last of them. */
function decisionsOf(sittings: readonly SittingRow[]): SittingDecision[] {
  const byPaper = new Map<string, SittingDecision>();
  for (const decision of sittings.flatMap(({ decisions }) => decisions)) {
    byPaper.delete(decision.prerequisiteId);
    byPaper.set(decision.prerequisiteId, decision);
  }
  return [...byPaper.values()];
}
