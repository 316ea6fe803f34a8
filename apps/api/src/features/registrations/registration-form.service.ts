/** Edits a case: its form while it may still change, its address, and what belongs to our own work. Anything else names the event that can do it. */
import { Injectable } from '@nestjs/common';
import type {
  AccountEmail,
  OperationInput,
  RegistrationCase,
  releaseEmail,
  reserveEmail,
  updateRegistration,
} from '@daiban/contracts';
import { isSignedOff, normaliseEmail, type JudgingContext, type RegistrationFacts } from '@daiban/domain';
import type { Actor } from '../../platform/auth/actor.js';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Refused } from '../../platform/refusal/refused.js';
import { AccountEmailsService } from '../account-emails/account-emails.service.js';
import { SubjectsService } from '../subjects/subjects.service.js';
import { CaseAnswersService } from './case-answers.service.js';
import { plainEntry, type Beside, type CaseDecision } from './case-decision.js';
import type { Case } from './case.js';
import { CasesRepository } from './cases.repository.js';
import { CasesService } from './cases.service.js';
import { lockedField, type FormPatch } from './locked-field.js';

@Injectable()
export class RegistrationFormService {
  constructor(
    private readonly cases: CasesService,
    private readonly answers: CaseAnswersService,
    private readonly repository: CasesRepository,
    private readonly subjects: SubjectsService,
    private readonly emails: AccountEmailsService,
  ) {}

  async updateRegistration(
    actor: Actor,
    { params, body }: OperationInput<typeof updateRegistration>,
  ): Promise<RegistrationCase | Refused> {
    const { expectedVersion, ...patch } = body;
    if (Object.keys(patch).length === 0) return this.#unchanged(actor, params.id, expectedVersion);
    const work = () =>
      this.cases.change(
        actor,
        { by: 'registration', id: params.id },
        { registrationVersion: expectedVersion },
        (before, context, transaction) => this.#edit(transaction, actor, before, patch, context),
      );
    const changed = patch.accountEmail === undefined ? await work() : await this.emails.limitProbes(actor, work);
    return changed instanceof Refused ? changed : this.answers.registration(actor, changed);
  }

  /** Reserves an address for a case that Tencent does not know yet, or for a live account to change to; one reserved before goes free. */
  async reserveEmail(
    actor: Actor,
    { params, body }: OperationInput<typeof reserveEmail>,
  ): Promise<AccountEmail | Refused> {
    const changed = await this.emails.limitProbes(actor, () =>
      this.cases.change(actor, { by: 'registration', id: params.id }, {}, async (before, context, transaction) => {
        if (before.facts.registration.state === 'live')
          return this.#reserveNext(transaction, actor, before, body, context.now);
        const locked = lockedField(before.facts, { accountEmail: body.email });
        if (locked) return locked;
        // The case is where an address is chosen again: the one that Tencent knew makes way for another.
        const isOther = before.facts.email?.address !== normaliseEmail(body.email).normalised;
        const mustRecheck = isOther && mustRecheckEmail(before.facts, before.facts, { accountEmail: body.email });
        const open = mustRecheck ? await this.#recheckEmail(transaction, actor, before, context.now) : before;
        const facts = nextVersion(open.facts);
        const taken = await this.#takeEmail(
          transaction,
          actor,
          { ...open, facts },
          body.email,
          context.now,
          body.holder,
        );
        if (taken instanceof Refused) return taken;
        return {
          ...taken,
          entries: [plainEntry('email_reserved', context.now, { address: taken.facts.email?.address })],
          beside: {},
          amongOthers: true,
        };
      }),
    );
    if (changed instanceof Refused) return changed;
    const { particulars } = changed.case;
    const emailId = particulars.nextEmailId ?? particulars.emailId;
    return emailId === null
      ? Refused.of('email.none_reserved', { clearedBy: 'nothing_to_do' })
      : this.emails.getEmail(actor, emailId);
  }

  async releaseEmail(actor: Actor, { params }: OperationInput<typeof releaseEmail>): Promise<undefined | Refused> {
    const changed = await this.cases.change(
      actor,
      { by: 'registration', id: params.id },
      {},
      async (before, context, transaction) => {
        const released = await this.emails.release(transaction, actor, { registrationId: params.id, now: context.now });
        if (released instanceof Refused) return released;
        const { nextEmail, email } = before.facts;
        const isNext = nextEmail !== null;
        const address = (nextEmail ?? email)?.address;
        return {
          facts: { ...nextVersion(before.facts), ...(isNext ? { nextEmail: null } : { email: null }) },
          particulars: { ...before.particulars, ...(isNext ? { nextEmailId: null } : { emailId: null }) },
          entries: [plainEntry('email_released', context.now, { address })],
          beside: {},
          amongOthers: true,
        };
      },
    );
    return changed instanceof Refused ? changed : undefined;
  }

  /** An edit of nothing writes nothing. */
  async #unchanged(actor: Actor, id: string, expectedVersion: number): Promise<RegistrationCase | Refused> {
    const view = await this.cases.read(actor, { by: 'registration', id });
    if (view instanceof Refused) return view;
    const isStale = view.case.facts.registration.version !== expectedVersion;
    return isStale ? Refused.versionConflict() : this.answers.registration(actor, view);
  }

  async #edit(
    transaction: AgencyTransaction,
    actor: Actor,
    before: Case,
    patch: FormPatch,
    context: JudgingContext,
  ): Promise<CaseDecision | Refused> {
    const { now } = context;
    const locked = lockedField(before.facts, patch);
    if (locked) return locked;
    const { assigneeId } = patch;
    if (assigneeId && !(await this.repository.hasMember(transaction, assigneeId)))
      return Refused.of('member.not_found');

    let edited: Case = before;
    let beside: Beside = {};
    const subject = patch.subject && (await this.subjects.findOrCreate(transaction, actor, patch.subject));
    if (subject instanceof Refused) return subject;
    if (subject !== undefined || patch.clientId !== undefined) {
      // Another client or subject brings facts of its own, so the case is read again with them.
      const reread = await this.#rebase(transaction, before, subject?.id, patch.clientId, context);
      if (reread instanceof Refused) return reread;
      edited = reread;
    }
    edited = withFields(edited, patch);
    if (mustRecheckEmail(before.facts, edited.facts, patch))
      edited = await this.#recheckEmail(transaction, actor, edited, now);
    if (patch.accountEmail !== undefined) {
      const taken = await this.#takeEmail(transaction, actor, edited, patch.accountEmail, now);
      if (taken instanceof Refused) return taken;
      edited = taken;
    }
    // What they are counted under may be another now.
    if (before.facts.slots === 'planned') beside = { ...beside, slots: 'planned' };
    const signOff = edited.facts.signOff;
    if (signOff !== null && signOff.voidedAt === null && !isSignedOff(edited.facts)) {
      beside = { ...beside, signOffVoidedAt: now };
      edited = { ...edited, facts: { ...edited.facts, signOff: { ...signOff, voidedAt: now } } };
    }
    return {
      facts: nextVersion(edited.facts),
      particulars: edited.particulars,
      entries: [plainEntry('registration_updated', now, { changes: changesOf(before, edited) })],
      beside,
      amongOthers: true,
    };
  }

  /** The case without the address that Tencent knows; a person has to look at that before it is of use again. */
  async #recheckEmail(transaction: AgencyTransaction, actor: Actor, edited: Case, now: string): Promise<Case> {
    const { facts, particulars } = edited;
    await this.emails.moveWithin(transaction, actor, { registrationId: facts.registration.id, to: 'recheck', now });
    return {
      facts: { ...facts, email: null, registration: { ...facts.registration, emailConfirmedAt: null } },
      particulars: { ...particulars, emailId: null },
    };
  }

  /** The case as it reads with another client or subject. */
  async #rebase(
    transaction: AgencyTransaction,
    before: Case,
    subjectId: string | undefined,
    clientId: string | undefined,
    context: JudgingContext,
  ): Promise<Case | Refused> {
    const { id } = before.facts.registration;
    const found = await this.repository.rebase(transaction, id, subjectId ?? null, clientId ?? null);
    if (!found) return Refused.of('client.not_found');
    return (await this.cases.readWithin(transaction, id, context)) ?? Refused.notFound();
  }

  /** An address for the live account to change to, beside the one that Tencent knows. */
  async #reserveNext(
    transaction: AgencyTransaction,
    actor: Actor,
    before: Case,
    { email, holder }: OperationInput<typeof reserveEmail>['body'],
    now: string,
  ): Promise<CaseDecision | Refused> {
    const registrationId = before.facts.registration.id;
    const row = await this.emails.reserve(transaction, actor, { registrationId, email, holder, beside: true, now });
    if (row instanceof Refused) return row;
    return {
      facts: { ...nextVersion(before.facts), nextEmail: toEmailFacts(row) },
      particulars: { ...before.particulars, nextEmailId: row.id },
      entries: [plainEntry('email_reserved', now, { address: row.address })],
      beside: {},
      amongOthers: true,
    };
  }

  async #takeEmail(
    transaction: AgencyTransaction,
    actor: Actor,
    edited: Case,
    email: string,
    now: string,
    holder?: 'agency' | 'client',
  ): Promise<Case | Refused> {
    const registrationId = edited.facts.registration.id;
    const row = await this.emails.reserve(transaction, actor, { registrationId, email, holder, now });
    if (row instanceof Refused) return row;
    return {
      facts: { ...edited.facts, email: toEmailFacts(row) },
      particulars: { ...edited.particulars, emailId: row.id },
    };
  }
}

/** An address as the pool answers a reservation. */
type ReservedEmail = Exclude<Awaited<ReturnType<AccountEmailsService['reserve']>>, Refused>;

/** An address that was just reserved for a case. */
function toEmailFacts(row: ReservedEmail): NonNullable<RegistrationFacts['email']> {
  const { address, state, reservedUntil, holder, checkResult, checkRank, checkedAt } = row;
  const check =
    checkResult !== null && checkRank !== null && checkedAt !== null
      ? { result: checkResult, evidenceRank: checkRank, checkedAt }
      : null;
  return { address, state, reservedUntil, reservedHere: true, check, controlProven: false, holder };
}

/** What an edit changed, for the history. */
function changesOf(before: Case, after: Case): Record<string, { from: unknown; to: unknown }> {
  const [from, to] = [editableOf(before), editableOf(after)];
  const names = (Object.keys(from) as (keyof typeof from)[]).filter((name) => from[name] !== to[name]);
  return Object.fromEntries(names.map((name) => [name, { from: from[name], to: to[name] }]));
}

function editableOf({ facts, particulars }: Case) {
  const { registration, subject, email } = facts;
  const { assigneeId, originalId, appId, client } = particulars;
  return {
    clientId: client.id,
    accountType: registration.accountType,
    subjectId: subject.id,
    route: registration.route,
    proposedName: registration.proposedName,
    nameAlternatives: registration.nameAlternatives.join('、'),
    accountEmail: email?.address ?? null,
    assigneeId,
    followers: registration.followers,
    originalId,
    appId,
  };
}

function nextVersion(facts: RegistrationFacts): RegistrationFacts {
  return { ...facts, registration: { ...facts.registration, version: facts.registration.version + 1 } };
}

/** Tencent knows the address under the old type and region: it may open nothing else until a person has looked. */
function mustRecheckEmail(before: RegistrationFacts, after: RegistrationFacts, patch: FormPatch): boolean {
  if (before.registration.emailConfirmedAt === null || before.email === null) return false;
  return (
    patch.accountEmail !== undefined ||
    before.registration.accountType !== after.registration.accountType ||
    before.subject.countryCode !== after.subject.countryCode
  );
}

function withFields({ facts, particulars }: Case, patch: FormPatch): Case {
  const { registration } = facts;
  return {
    facts: {
      ...facts,
      registration: {
        ...registration,
        accountType: patch.accountType ?? registration.accountType,
        route: patch.route ?? registration.route,
        proposedName: patch.proposedName ?? registration.proposedName,
        nameAlternatives: patch.nameAlternatives ?? registration.nameAlternatives,
        followers: patch.followers === undefined ? registration.followers : patch.followers,
      },
    },
    particulars: {
      ...particulars,
      assigneeId: patch.assigneeId === undefined ? particulars.assigneeId : patch.assigneeId,
      originalId: patch.originalId === undefined ? particulars.originalId : patch.originalId,
      appId: patch.appId === undefined ? particulars.appId : patch.appId,
    },
  };
}
