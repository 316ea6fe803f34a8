/** One case: reading it, applying events to it, naming its admin, recording the client's sign-off. */
import { Injectable } from '@nestjs/common';
import type {
  applyRegistrationEvent,
  OperationInput,
  OperationResult,
  recordSignOff,
  Refusal,
  RegistrationCase,
  setAdmin,
} from '@daiban/contracts';
import {
  changedChoices,
  isSignedOff,
  judgeRegistrationEvent,
  listIrreversibleChoices,
  ownTargetOf,
  type CommandFacts,
  type JudgingContext,
  type RegistrationCommand,
  type RegistrationFacts,
} from '@daiban/domain';
import { v7 } from 'uuid';
import type { Actor } from '../../platform/auth/actor.js';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Refused } from '../../platform/refusal/refused.js';
import { OperatorSeatsService } from '../operators/operator-seats.service.js';
import { CaseAnswersService, toCommandActor } from './case-answers.service.js';
import { decisionOf, plainEntry } from './case-decision.js';
import { risksOfAdmin } from './admin-risks.js';
import type { Case } from './case.js';
import { CasesRepository } from './cases.repository.js';
import { CasesService, type CaseView } from './cases.service.js';
import { refuseLocked } from './locked-field.js';
import { toChoices } from './registrations.mapper.js';

/** An event without its author: the actor is told apart. */
export type RegistrationEventCommand = Omit<RegistrationCommand, 'actor'>;

/** How an event is applied by another feature. */
export interface ApplyOptions {
  /** Absent: whichever version it has. */
  readonly expectedVersion?: number | undefined;
  /** Further statements of the caller's in the same transaction, before the case is written; a `Refused` ends all. */
  readonly within?: ((transaction: AgencyTransaction) => Promise<void | Refused>) | undefined;
}

@Injectable()
export class RegistrationsService {
  constructor(
    private readonly cases: CasesService,
    private readonly answers: CaseAnswersService,
    private readonly repository: CasesRepository,
    private readonly seats: OperatorSeatsService,
  ) {}

  async getRegistration(actor: Actor, id: string): Promise<RegistrationCase | Refused> {
    const view = await this.cases.read(actor, { by: 'registration', id });
    return view instanceof Refused ? view : this.answers.registration(actor, view);
  }

  /** The case in memory, for features that decide from it (portal, renewals). */
  readCase(actor: Actor, id: string): Promise<CaseView | Refused> {
    return this.cases.read(actor, { by: 'registration', id });
  }

  applyRegistrationEvent(
    actor: Actor,
    { params, body }: OperationInput<typeof applyRegistrationEvent>,
  ): Promise<RegistrationCase | Refused> {
    const { expectedVersion, ...command } = body;
    return this.applyEvent(
      actor,
      params.id,
      { ...command, facts: command.facts as CommandFacts | undefined },
      { expectedVersion },
    );
  }

  /** Applies an event in the name of `actor`. What refuses, warns or is unknown comes back as a `Refused` with all of it. */
  async applyEvent(
    actor: Actor,
    id: string,
    command: RegistrationEventCommand,
    { expectedVersion, within }: ApplyOptions = {},
  ): Promise<RegistrationCase | Refused> {
    const changed = await this.cases.change(
      actor,
      { by: 'registration', id },
      { registrationVersion: expectedVersion },
      async (found, context, transaction) => {
        const before =
          command.event === 'admin_changed'
            ? await this.#withSuccessor(found, command, context, transaction)
            : command.event === 'migration_started'
              ? await this.#withOwnTarget(found, command, context, transaction)
              : found;
        if (before instanceof Refused) return before;
        const judgement = judgeRegistrationEvent(before.facts, { ...command, actor: toCommandActor(actor) }, context);
        const refused = this.answers.refusedBy(judgement, context) ?? (await within?.(transaction));
        if (refused) return refused;
        const decision = decisionOf(before, judgement.changes);
        const { successor } = before.facts;
        // An operator who becomes the admin may do everything without a seat.
        const seat = successor && (await this.seats.end(transaction, id, successor.admin.personId, context));
        const given = seat ? [plainEntry('operator_unbound', context.now, { ...seat, event: command.event })] : [];
        const entries = [...decision.entries, ...given];
        // The target of a migration was only looked at.
        const facts = { ...decision.facts, ownTarget: null };
        const amongOthers = decision.amongOthers || within !== undefined || before !== found;
        return { ...decision, facts, entries, amongOthers };
      },
    );
    return changed instanceof Refused ? changed : this.answers.registration(actor, changed);
  }

  /**
   * The case with the person that an `admin_changed` names, read as if they were its admin already: their paper, their consent for it, their
   * places under the limits. A refusal later takes the naming back with the whole transaction.
   */
  async #withSuccessor(
    found: Case,
    { facts }: RegistrationEventCommand,
    context: JudgingContext,
    transaction: AgencyTransaction,
  ): Promise<Case | Refused> {
    const { id } = found.facts.registration;
    const personId = facts?.['personId'];
    const former = found.facts.admin?.personId;
    if (found.facts.registration.state !== 'live' || typeof personId !== 'string') return found;
    if (!(await this.repository.setAdmin(transaction, id, personId, false, context.now)))
      return Refused.of('person.not_found');
    const named = await this.cases.readWithin(transaction, id, context);
    if (!named?.facts.admin) return Refused.notFound();
    const { admin, counters } = named.facts;
    const { subject } = named.particulars.ownPositions;
    return {
      facts: {
        ...found.facts,
        successor: {
          admin,
          counters: {
            admin_id: counters.admin_id,
            admin_phone: counters.admin_phone,
            admin_wechat: counters.admin_wechat,
          },
        },
      },
      // The places it holds until now are the former admin's; under the new one's keys it takes the lowest that is free.
      particulars:
        former === personId
          ? named.particulars
          : { ...named.particulars, ownPositions: subject === undefined ? {} : { subject } },
    };
  }

  /** The case with what we hold of the own case that a migration is to lead into. */
  async #withOwnTarget(
    found: Case,
    { facts }: RegistrationEventCommand,
    context: JudgingContext,
    transaction: AgencyTransaction,
  ): Promise<Case | Refused> {
    const id = facts?.['targetRegistrationId'];
    if (typeof id !== 'string') return found;
    const target = id === found.facts.registration.id ? found : await this.cases.readWithin(transaction, id, context);
    if (!target) return Refused.of('registration.not_found');
    return { ...found, facts: { ...found.facts, ownTarget: ownTargetOf(target.facts, context) } };
  }

  /**
   * Names the admin person. Once they have scanned, only taking the case back or a change of admin with WeChat can do that. Papers that
   * were accepted before anybody was named are the first one's; another person's papers, and the look at their ID, are asked for anew.
   */
  async setAdmin(
    actor: Actor,
    { params, body }: OperationInput<typeof setAdmin>,
  ): Promise<OperationResult<typeof setAdmin> | Refused> {
    const { personId, isLegalRepresentative, expectedVersion } = body;
    const target = { by: 'registration', id: params.id } as const;
    const changed = await this.cases.change(
      actor,
      target,
      { registrationVersion: expectedVersion },
      async (before, context, transaction) => {
        const { state } = before.facts.registration;
        if (state === 'ready_to_submit') return refuseLocked('admin', 'reopened');
        if (!MAY_NAME_ADMIN.some((open) => open === state)) return refuseLocked('admin', 'admin_changed');
        const predecessor = before.facts.admin?.personId ?? personId;
        const succeeds = predecessor !== personId;
        if (!(await this.repository.setAdmin(transaction, params.id, personId, succeeds, context.now)))
          return Refused.of('person.not_found');
        const named = await this.cases.readWithin(transaction, params.id, context);
        if (!named) return Refused.notFound();
        const { registration, admin } = named.facts;
        const reopened = succeeds ? papersOfAdmin(before.facts) : [];
        const facts: RegistrationFacts = {
          ...named.facts,
          registration: {
            ...registration,
            version: registration.version + 1,
            // The time was agreed with the one before.
            appointmentAt: succeeds ? null : registration.appointmentAt,
          },
          admin: admin && { ...admin, isLegalRepresentative },
        };
        return {
          facts,
          particulars: named.particulars,
          entries: [plainEntry('admin_named', context.now, { personId, isLegalRepresentative, reopened })],
          beside: before.facts.slots === null ? {} : { slots: before.facts.slots },
          warnings: risksOfAdmin(facts, actor, context),
          amongOthers: true,
        };
      },
    );
    if (changed instanceof Refused) return changed;
    return {
      registration: this.answers.registration(actor, changed),
      warnings: this.answers.refusals(actor, changed.warnings, changed.context),
    };
  }

  /** What the agency has to answer for when the case's admin scans: an outsider of the company. */
  adminWarnings(actor: Actor, { case: { facts }, context }: CaseView): Refusal[] {
    const soft = risksOfAdmin(facts, actor, context).filter(({ kind }) => kind === 'soft');
    return this.answers.refusals(actor, soft, context);
  }

  /** Records that a contact agreed to the choices as they stand; the one before it no longer stands. The same yes said twice stays as it was. */
  async recordSignOff(
    actor: Actor,
    { params, body }: OperationInput<typeof recordSignOff>,
  ): Promise<OperationResult<typeof recordSignOff> | Refused> {
    const { contactId, textVersion } = body;
    const signed = Array.isArray(body.choices)
      ? Object.fromEntries(body.choices.map(({ choice, value }) => [choice, value]))
      : body.choices;
    const id = v7();
    const byClient = actor.kind === 'contact';
    let standing = null as Case | null;
    const changed = await this.cases.change(
      actor,
      { by: 'registration', id: params.id },
      {},
      async (before, context, transaction) => {
        if (before.facts.registration.submittedAt !== null)
          return byClient ? Refused.of('sign_off.too_late') : refuseLocked('signOff', 'order_opened');
        if (!(await this.repository.hasContact(transaction, params.id, contactId)))
          return Refused.of('contact.not_found');
        const choices = listIrreversibleChoices(before.facts);
        const differing = [
          ...changedChoices(signed, choices),
          ...Object.keys(signed).filter((name) => !(name in choices)),
        ];
        if (differing.length > 0) {
          return Refused.of('sign_off.choices_differ', {
            params: { choices: differing.join(', ') },
            ...(byClient && { clearedBy: 'read_sign_off_again' }),
            clearedByHolder: 'client',
          });
        }
        if (hasSaidSo(before, contactId, textVersion)) {
          standing = before;
          return Refused.of('race.lost');
        }
        await this.repository.voidSignOff(transaction, params.id, context.now);
        const { registration } = before.facts;
        return {
          facts: {
            ...before.facts,
            registration: { ...registration, version: registration.version + 1 },
            signOff: { signedAt: context.now, textVersion, choices, voidedAt: null },
          },
          particulars: { ...before.particulars, signOff: { id, contactId } },
          entries: [
            plainEntry(
              'sign_off_recorded',
              context.now,
              { contactId, textVersion, choices },
              { visibility: 'client', voice: byClient ? 'we_heard' : 'we_did' },
            ),
          ],
          beside: {
            signOff: {
              id,
              contactId,
              textVersion,
              choices,
              signedAt: context.now,
              recordedBy: actor.kind === 'member' ? actor.id : null,
            },
          },
          amongOthers: true,
        };
      },
    );
    if (changed instanceof Refused) return standing ? toSignOff(standing) : changed;
    return toSignOff(changed.case);
  }
}

/** The sign-off that stands is this contact's, to this text. */
function hasSaidSo({ facts, particulars }: Case, contactId: string, textVersion: string): boolean {
  return (
    isSignedOff(facts) && facts.signOff?.textVersion === textVersion && particulars.signOff?.contactId === contactId
  );
}

/** The one that stands; it was given to the choices as they are. @throws Error when the case has none */
function toSignOff({ facts, particulars: { signOff: place } }: Case): OperationResult<typeof recordSignOff> {
  const { signOff, registration } = facts;
  if (!signOff || !place) throw new Error('a recorded sign-off is not on its case');
  return {
    ...place,
    textVersion: signOff.textVersion,
    choices: toChoices(listIrreversibleChoices(facts)),
    signedAt: signOff.signedAt,
    voidedAt: null,
    registrationVersion: registration.version,
  };
}

/** From here on the admin's scan is on record. */
const MAY_NAME_ADMIN = ['draft', 'awaiting_prerequisites', 'awaiting_email', 'awaiting_admin_verification'] as const;

/** Codes of the papers that were the admin's own. */
function papersOfAdmin({ prerequisites }: RegistrationFacts): string[] {
  return prerequisites
    .filter(({ holder, orderId, state }) => holder === 'admin_person' && orderId === null && state !== 'open')
    .map(({ code }) => code);
}
