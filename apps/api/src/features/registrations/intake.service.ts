/** Opens cases: one that begins in `draft`, one that comes from a sheet in whatever state it is. Called by the controller and by the importer. */
import { Injectable } from '@nestjs/common';
import type { createRegistration, OperationInput, RegistrationCase } from '@daiban/contracts';
import { judgeRegistrationEvent, type CommandFacts, type Evidence, type JudgingContext } from '@daiban/domain';
import { v7 } from 'uuid';
import type { Actor } from '../../platform/auth/actor.js';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Refused } from '../../platform/refusal/refused.js';
import { AccountEmailsService } from '../account-emails/account-emails.service.js';
import { AdviceService } from '../advice/advice.service.js';
import { SubjectsService } from '../subjects/subjects.service.js';
import { CaseAnswersService, toCommandActor } from './case-answers.service.js';
import { decisionOf } from './case-decision.js';
import type { Case } from './case.js';
import { CasesService } from './cases.service.js';
import { IntakeRepository } from './intake.repository.js';

type NewCase = OperationInput<typeof createRegistration>['body'];

/** A case as a sheet tells of it. */
export interface ImportedCase extends Omit<NewCase, 'nameAlternatives' | 'subject'> {
  readonly nameAlternatives?: NewCase['nameAlternatives'];
  readonly assigneeId?: string | null;
  /** The admin, known from the sheet: takes their places under the limits with the case. */
  readonly adminPersonId?: string | null;
  /** By id: rows of one client without a licence code may share a subject. */
  readonly subject: NewCase['subject'] | { readonly id: string };
  /** Facts of `registration_imported`: its state, an open order, the end of its verification. */
  readonly facts: CommandFacts;
  readonly evidence?: Evidence;
}

@Injectable()
export class IntakeService {
  constructor(
    private readonly repository: IntakeRepository,
    private readonly cases: CasesService,
    private readonly answers: CaseAnswersService,
    private readonly subjects: SubjectsService,
    private readonly emails: AccountEmailsService,
    private readonly advice: AdviceService,
  ) {}

  /** Everything or nothing: an address that is taken refuses the whole call. */
  async createRegistration(
    actor: Actor,
    { body }: OperationInput<typeof createRegistration>,
  ): Promise<RegistrationCase | Refused> {
    const command = { event: 'registration_created' } as const;
    const opened = await this.emails.limitProbes(actor, () =>
      this.cases.open(actor, (transaction, context) => this.#open(transaction, actor, body, command, context)),
    );
    return opened instanceof Refused ? opened : this.answers.registration(actor, opened);
  }

  /** The same in the caller's transaction, in the state the sheet says. What is above a limit comes in and is flagged. */
  async importRegistration(
    transaction: AgencyTransaction,
    actor: Actor,
    { facts, evidence, ...imported }: ImportedCase,
  ): Promise<{ readonly id: string; readonly case: Case } | Refused> {
    const context = await this.cases.context(actor.agencyId);
    const command = { event: 'registration_imported', facts, evidence } as const;
    const opened = await this.#open(transaction, actor, { nameAlternatives: [], ...imported }, command, context);
    return opened instanceof Refused ? opened : { id: opened.facts.registration.id, case: opened };
  }

  async #open(
    transaction: AgencyTransaction,
    actor: Actor,
    input: Omit<ImportedCase, 'facts' | 'evidence' | 'nameAlternatives'> & Pick<NewCase, 'nameAlternatives'>,
    command: {
      event: 'registration_created' | 'registration_imported';
      facts?: CommandFacts;
      evidence?: Evidence | undefined;
    },
    context: JudgingContext,
  ): Promise<Case | Refused> {
    const id = v7();
    const { createdFromId, adviceId } = input;
    if (createdFromId !== undefined && !(await this.repository.hasCase(transaction, createdFromId))) {
      return Refused.of('registration.not_found');
    }
    const advice = adviceId === undefined ? undefined : await this.advice.given(transaction, adviceId);
    if (advice === null) return Refused.of('advice.not_found');
    const isImport = command.event === 'registration_imported';
    const subject =
      'id' in input.subject
        ? input.subject
        : await this.subjects.findOrCreate(transaction, actor, input.subject, isImport);
    if (subject instanceof Refused) return subject;
    const email =
      input.accountEmail === undefined
        ? null
        : await this.emails.reserve(transaction, actor, {
            registrationId: id,
            email: input.accountEmail,
            now: context.now,
          });
    if (email instanceof Refused) return email;
    const inserted = await this.repository.insert(transaction, {
      id,
      clientId: input.clientId,
      subjectId: subject.id,
      accountType: input.accountType,
      route: input.route,
      proposedName: input.proposedName,
      nameAlternatives: input.nameAlternatives,
      accountEmailId: email?.id ?? null,
      adminPersonId: input.adminPersonId ?? null,
      // Who opens a case has it until somebody else takes it.
      assigneeId: input.assigneeId === undefined && actor.kind === 'member' ? actor.id : (input.assigneeId ?? null),
      createdFromId: createdFromId ?? null,
      adviceId: adviceId ?? null,
      createdAt: context.now,
    });
    if (!inserted) return Refused.of('client.not_found');
    const bare = await this.cases.readWithin(transaction, id, context);
    if (!bare) throw new Error('a case that was just inserted is not there');
    const before: Case = {
      ...bare,
      facts: { ...bare.facts, registration: { ...bare.facts.registration, state: null } },
    };
    const judgement = judgeRegistrationEvent(before.facts, { ...command, actor: toCommandActor(actor) }, context);
    const refused = this.answers.refusedBy(judgement, context);
    if (refused) return refused;
    const decided = decisionOf(before, judgement.changes);
    // The first entry says on which answer the case was opened: the answer itself never changes.
    const entries = decided.entries.map((entry) =>
      advice && entry.type === command.event ? { ...entry, payload: { ...entry.payload, advice } } : entry,
    );
    const decision = { ...decided, entries, amongOthers: true };
    return this.cases.write(transaction, actor, before, decision, context);
  }
}
