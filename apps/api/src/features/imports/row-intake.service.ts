/**
 * Brings one row in, in steps that can each be repeated: the client, the admin, the case, what the sheet says beside. A run that is
 * cut off between two of them finds what is there and goes on. Called by the import worker.
 */
import { Injectable } from '@nestjs/common';
import {
  deriveBoardStage,
  judgeRegistrationEvent,
  keyOfName,
  keyOfRegisteredName,
  maskNumbers,
  type ImportRowPlan,
  type JudgingContext,
  type RegistrationFacts,
} from '@daiban/domain';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { Encryption } from '../../platform/encryption/encryption.js';
import { Refused } from '../../platform/refusal/refused.js';
import { AccountEmailsService } from '../account-emails/account-emails.service.js';
import { ClientsService } from '../clients/clients.service.js';
import { PeopleService } from '../people/people.service.js';
import { CasesService } from '../registrations/cases.service.js';
import { IntakeService } from '../registrations/intake.service.js';
import { placeOfCountry } from './client-place.js';
import { completeFacts, keptWords, oneLine, toImportedCase } from './imported-case.js';
import type { OpenRow, SheetRow } from './import-rows.js';
import { ImportsRepository } from './imports.repository.js';
import { refusedWith, type KeptProblem } from './kept-problem.js';
import { openRow, type RowOriginal } from './sealed-row.js';

/** What the rows of one run share. */
export interface RowSetting {
  readonly actor: StaffActor;
  /** Zone of a client whose country has none of its own. */
  readonly timeZone: string;
  /** The column that is the status; -1 where there is none. */
  readonly statusColumn: number;
  /** Clients by name and country; grows with the run. */
  readonly clients: Map<string, string>;
}

const CLOSED = 'import.row_closed';

/** Somebody works on a case this young, or on its admin's limits: they are done when the worker tries again. */
class LostRace extends Error {
  override name = 'LostRace';
}

@Injectable()
export class RowIntakeService {
  constructor(
    private readonly repository: ImportsRepository,
    private readonly database: Database,
    private readonly encryption: Encryption,
    private readonly clients: ClientsService,
    private readonly people: PeopleService,
    private readonly emails: AccountEmailsService,
    private readonly intake: IntakeService,
    private readonly cases: CasesService,
  ) {}

  /** The clients there are, for a run to begin with; the oldest of two with one name. */
  async knownClients(agencyId: string): Promise<Map<string, string>> {
    const clients = await this.repository.listClients(agencyId);
    return new Map(clients.map(({ id, name, country_code: country }) => [clientKey(name, country), id]));
  }

  /** Closes the row: created, already there, or failed with what stood against it. @throws when nothing can be said of the row itself */
  async bringIn(row: OpenRow, setting: RowSetting): Promise<void> {
    const { agencyId } = setting.actor;
    const original = await openRow(this.encryption, agencyId, row.id, row.original_sealed);
    const { plan } = original;
    if (!plan) throw new Error('a row that comes in has no plan');
    let opened = row.registration_id;
    let problems = row.problems;
    if (opened === null) {
      const clientId = await this.#client(plan, setting);
      if (clientId instanceof Refused) return this.#fail(row, agencyId, clientId);
      const admin = plan.admin && (await this.#admin(plan.admin, clientId, setting.actor));
      problems = [...problems, ...(admin?.problems ?? [])];
      const outcome = await this.#open(row, plan, clientId, admin?.id ?? null, setting.actor);
      if (outcome instanceof Refused) return this.#fail(row, agencyId, outcome);
      if (outcome === null) return;
      opened = outcome;
    }
    await this.#complete({ ...row, problems, registration_id: opened }, opened, original, plan, setting);
  }

  /** @returns the case; null: the same row of another sheet has become one in the meantime, and this one is closed */
  async #open(
    row: OpenRow,
    plan: ImportRowPlan,
    clientId: string,
    adminId: string | null,
    actor: StaffActor,
  ): Promise<string | null | Refused> {
    const open = () =>
      this.database.withAgency<string | null | Refused>(actor.agencyId, async (transaction) => {
        const locked = await this.repository.lockRow(transaction, row.id);
        if (!locked) return Refused.notFound();
        if (locked.registration_id !== null) return locked.registration_id;
        if (locked.elsewhere !== null) {
          const there = { ...row, outcome: 'already_there' as const, registration_id: locked.elsewhere };
          await this.repository.closeRow(transaction, there);
          return null;
        }
        const opened = await this.intake.importRegistration(transaction, actor, toImportedCase(plan, clientId));
        if (opened instanceof Refused) return opened;
        await this.repository.openRow(transaction, row.id, opened.id, adminId);
        return opened.id;
      });
    // An address in use at another agency is counted, as everywhere: a sheet is no way to search for them.
    return plan.email === null ? open() : this.emails.limitProbes(actor, open);
  }

  /** Writes what opening had no place for and closes the row in the same transaction. */
  async #complete(
    row: SheetRow,
    registrationId: string,
    { cells }: RowOriginal,
    plan: ImportRowPlan,
    { actor, statusColumn }: RowSetting,
  ): Promise<void> {
    const status = maskNumbers(cells[statusColumn]?.trim() ?? '');
    const changed = await this.cases.change(
      actor,
      { by: 'registration', id: registrationId },
      {},
      async (before, context, transaction) => {
        const pause = plan.paused ? judgePause(before.facts, actor, status, context) : null;
        const base = this.cases.decide(before, pause?.allowed ? pause.changes : []);
        const facts = completeFacts(base.facts, plan);
        const { admin } = facts;
        const words = keptWords(row.row, plan, status);
        const problems = [...row.problems, ...otherName(facts.subject.name, plan.subject.name)];
        const troubled = row.problems.some(({ severity }) => severity !== 'notes');
        const outcome = troubled ? 'created_with_problems' : 'created';
        const stage = deriveBoardStage(facts);
        // An earlier try went through, only its answer was lost.
        if (!(await this.repository.closeRow(transaction, { ...row, problems, outcome }, { stage })))
          return Refused.of(CLOSED);
        return {
          ...base,
          facts,
          entries: [
            ...(admin
              ? [
                  this.cases.entry('admin_named', context.now, {
                    personId: admin.personId,
                    isLegalRepresentative: admin.isLegalRepresentative,
                  }),
                ]
              : []),
            this.cases.entry('sheet_row_kept', context.now, words),
            ...base.entries,
          ],
          // With the admin the case counts against the limits on their number, phone and WeChat too.
          beside: { ...base.beside, ...(facts.slots !== null && { slots: facts.slots }) },
          amongOthers: true,
        };
      },
    );
    if (changed instanceof Refused && changed.code !== CLOSED) throw new LostRace(changed.code);
  }

  async #client(plan: ImportRowPlan, { actor, clients, timeZone }: RowSetting): Promise<string | Refused> {
    const { name, countryCode } = plan.client;
    const key = clientKey(name, countryCode);
    const known = clients.get(key);
    if (known !== undefined) return known;
    const body = { name: oneLine(name), countryCode, ...placeOfCountry(countryCode, timeZone), contacts: [] };
    const created = await this.clients.createClient(actor, { body });
    if (created instanceof Refused) return created;
    clients.set(key, created.id);
    return created.id;
  }

  /** By ID number, else by name among the client's own admins, else new. What a new person cannot have is left out and said. */
  async #admin(
    admin: NonNullable<ImportRowPlan['admin']>,
    clientId: string,
    actor: StaffActor,
  ): Promise<{ readonly id: string | null; readonly problems: readonly KeptProblem[] }> {
    const { agencyId } = actor;
    const name = oneLine(admin.name);
    const known =
      admin.idNumber === null
        ? await this.repository.findPersonOfClient(agencyId, clientId, name)
        : await this.repository.findPersonByNumber(agencyId, this.encryption.blindIndex('id_number', admin.idNumber));
    if (known !== null) return { id: known, problems: [] };
    // Whether their WeChat is ready and for whom they work, no sheet says: the guards will ask before they scan.
    const body = {
      name,
      idKind: admin.idKind ?? ('resident_id' as const),
      wechatHasPhone: false,
      wechatHasOwnCard: false,
      employer: 'registrant' as const,
      email: null,
      locale: 'zh' as const,
      timeZone: 'Asia/Shanghai',
      accountsElsewhere: [],
    };
    const acting = { actor, memberId: actor.id };
    const whole = { ...body, idNumber: admin.idNumber, phone: admin.phone };
    const created = await this.people.createPerson(acting, { body: whole });
    if (!(created instanceof Refused)) return { id: created.id, problems: [] };
    const problems = refusedWith(created, 'drops', 'adminId');
    const bare = await this.people.createPerson(acting, { body });
    return { id: bare instanceof Refused ? null : bare.id, problems };
  }

  async #fail(row: OpenRow, agencyId: string, refused: Refused): Promise<void> {
    const problems = [...row.problems, ...refusedWith(refused, 'refuses')];
    await this.database.withAgency(agencyId, (transaction) =>
      this.repository.closeRow(transaction, { ...row, outcome: 'failed', problems, registration_id: null }),
    );
  }
}

/** On hold, for the reason that the sheet gives. A final state has nothing to pause. */
function judgePause(facts: RegistrationFacts, { kind, id, role }: StaffActor, reason: string, context: JudgingContext) {
  return judgeRegistrationEvent(
    facts,
    { event: 'case_paused', actor: { kind, id, role, memberId: id }, reason },
    context,
  );
}

/** The sheet calls a subject otherwise than we do: the name we hold stands, and the row says so. */
function otherName(held: string, inSheet: string): KeptProblem[] {
  if (keyOfRegisteredName(held) === keyOfRegisteredName(inSheet)) return [];
  return refusedWith(Refused.of('subject.name_differs', { params: { name: held } }), 'notes', 'licenceCode');
}

function clientKey(name: string, countryCode: string): string {
  return `${keyOfName(name)}|${countryCode}`;
}
