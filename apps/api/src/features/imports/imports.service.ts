/** Sheets that an agency brings in: what would become of each row, the import itself, how far it is. Called by its controller. */
import { Injectable } from '@nestjs/common';
import type { getImport, importSheet, ImportRun, OperationInput } from '@daiban/contracts';
import {
  cleanCell,
  guessColumns,
  IMPORT_WORDS,
  PHONE_PLANS,
  planImport,
  type ColumnMapping,
  type ImportContext,
  type ImportPlan,
  type ImportRow,
} from '@daiban/domain';
import { SUBJECT_TYPES } from '@daiban/domain/enumerations';
import { v7 } from 'uuid';
import type { StaffActor, StaffCaller } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { Encryption } from '../../platform/encryption/encryption.js';
import { OtherStatus } from '../../platform/http/answer.js';
import { Refused } from '../../platform/refusal/refused.js';
import { JudgingService } from '../registrations/judging.service.js';
import { ImportWorkerService } from './import-worker.service.js';
import { toRun, toRunWithRows, type RunSummary } from './imports.mapper.js';
import type { KeptQuestion, NewRow, NewRun } from './import-rows.js';
import { ImportsRepository } from './imports.repository.js';
import { planned } from './kept-problem.js';
import { MAX_ROWS, readSheet, type Sheet } from './read-sheet.js';
import { sealRow } from './sealed-row.js';
import { readAnswers, readMapping, type SheetAnswers } from './sheet-choices.js';

/** Rows that tell what a column without a telling header holds. */
const SAMPLE_ROWS = 50;

/** Characters of a name that a row is told by. */
const LONGEST_NAME = 200;

@Injectable()
export class ImportsService {
  constructor(
    private readonly repository: ImportsRepository,
    private readonly worker: ImportWorkerService,
    private readonly database: Database,
    private readonly encryption: Encryption,
    private readonly judging: JudgingService,
  ) {}

  /** A look (200, `done` at once) or an import (202, `waiting`), which then runs by itself. One import of an agency at a time. */
  async importSheet(
    { actor, memberId }: StaffCaller,
    { query, body }: Pick<OperationInput<typeof importSheet>, 'query' | 'body'>,
  ): Promise<ImportRun | OtherStatus<ImportRun> | Refused> {
    const sheet = await readSheet(body);
    if (typeof sheet === 'string') return Refused.of(sheet, { params: { maxRows: MAX_ROWS } });
    const answers = readAnswers(query.answers);
    if (!answers) return Refused.of('import.answers_invalid');
    const mapping = mappingOf(sheet, query.mapping);
    if (!mapping) return Refused.of('import.mapping_invalid');

    const { agencyId } = actor;
    const dryRun = query.dryRun === 'true';
    const { context, now, imported } = await this.#context(agencyId, answers);
    const plan = planImport(sheet.rows, sheet.headers, mapping, context);
    const run: NewRun = {
      id: v7(),
      fileName: cleanCell(query.fileName ?? 'sheet'),
      dryRun,
      state: dryRun ? 'done' : 'waiting',
      columns: sheet.headers.map((header, column) => ({ header: cleanCell(header), field: mapping[column] ?? null })),
      questions: questionsOf(plan, mapping),
      summary: { rows: plan.summary.rows, clients: plan.summary.clients },
      createdBy: memberId,
      createdAt: now,
    };
    const rows = await Promise.all(plan.rows.map((row) => this.#toNewRow(agencyId, row, sheet, mapping, imported)));
    const refused = await this.database.withAgency<Refused | null>(agencyId, async (transaction) => {
      if (!dryRun && (await this.repository.hasUnfinished(transaction))) return Refused.of('import.already_running');
      await this.repository.insert(transaction, run, rows);
      return null;
    });
    if (refused) return refused;
    if (!dryRun) this.worker.wake();
    const answer = await this.#read(actor, run.id);
    return dryRun || answer instanceof Refused ? answer : new OtherStatus(202, answer);
  }

  getImport(actor: StaffActor, { params }: OperationInput<typeof getImport>): Promise<ImportRun | Refused> {
    return this.#read(actor, params.id);
  }

  async listImports(actor: StaffActor): Promise<{ items: RunSummary[] }> {
    return { items: (await this.repository.listRuns(actor.agencyId)).map(toRun) };
  }

  async #read(actor: StaffActor, id: string): Promise<ImportRun | Refused> {
    const run = await this.repository.findRun(actor.agencyId, id);
    if (!run) return Refused.notFound();
    return toRunWithRows(run, await this.repository.listRows(actor.agencyId, id), actor.locale);
  }

  async #context(
    agencyId: string,
    { accountTypes, dateOrder }: SheetAnswers,
  ): Promise<{ context: ImportContext; now: string; imported: ReadonlyMap<string, string> }> {
    const { rules, now, today } = await this.judging.now(agencyId);
    const imported = await this.repository.listImported(agencyId);
    const limits = SUBJECT_TYPES.map((type) => [type, rules.entries[`quota.subject.${type}`].value] as const);
    const context: ImportContext = {
      today,
      adultYears: rules.entries['admin.minimum_age'].value,
      words: IMPORT_WORDS,
      phonePlans: PHONE_PLANS,
      emailsInUse: await this.repository.listAddresses(agencyId, now),
      importedKeys: new Set(imported.keys()),
      limits: {
        subject: Object.fromEntries(limits.filter(([, limit]) => limit !== null)),
        adminId: rules.entries['quota.admin_id'].value,
        phone: rules.entries['quota.admin_phone'].value,
      },
      renewal: {
        validityMonths: rules.entries['verification.validity_months'].value,
        windowDays: rules.entries['renewal.window_days'].value,
      },
      maxRows: MAX_ROWS,
      accountTypes,
      ...(dateOrder !== undefined && { dateOrder }),
    };
    return { context, now, imported };
  }

  async #toNewRow(
    agencyId: string,
    row: ImportRow,
    sheet: Sheet,
    mapping: ColumnMapping,
    imported: ReadonlyMap<string, string>,
  ): Promise<NewRow> {
    const id = v7();
    const { plan, key } = row;
    const cells = sheet.rows[row.row - 1] ?? [];
    // A row that stays out is still told by its names.
    const named = (field: 'client' | 'accountName') =>
      row.cells[mapping.indexOf(field)]?.slice(0, LONGEST_NAME) || null;
    return {
      id,
      row: row.row,
      outcome: row.outcome,
      problems: row.problems.map(planned),
      plan: {
        client: plan?.client.name ?? named('client'),
        accountName: plan?.proposedName ?? named('accountName'),
        accountType: plan?.accountType ?? null,
        state: plan?.state ?? null,
        stage: null,
      },
      registrationId: row.outcome === 'already_there' && key !== null ? (imported.get(key) ?? null) : null,
      sealed: await sealRow(this.encryption, agencyId, id, { cells, plan }),
      key,
    };
  }
}

/** What the caller says of the columns, else our guess. Null: it does not fit the sheet. */
function mappingOf({ headers, rows }: Sheet, given: string | undefined): ColumnMapping | null {
  if (given !== undefined) return readMapping(given, headers.length);
  return guessColumns(headers, rows.slice(0, SAMPLE_ROWS), IMPORT_WORDS).map(({ field }) => field);
}

/** Type cells that leave the type open, and date columns in which day and month could be either. */
function questionsOf(plan: ImportPlan, mapping: ColumnMapping): KeptQuestion[] {
  const typeColumn = mapping.indexOf('accountType');
  const cells = plan.rows
    .filter(({ problems }) => problems.some(({ code }) => code === 'account_type.undecided'))
    .map((row) => row.cells[typeColumn] ?? '');
  const fields = (['submittedOn', 'verifiedUntil'] as const).filter((field) =>
    plan.rows.some(({ problems }) => problems.some((each) => each.code === 'date.ambiguous' && each.field === field)),
  );
  return [
    ...[...new Set(cells)].map((cell) => ({ kind: 'account_type' as const, cell })),
    ...fields.map((field) => ({ kind: 'date_order' as const, field })),
  ];
}
