/**
 * Works through imports in the background of this process, one row after another. A run has one worker at a time: its lock hangs on
 * a connection, so that it ends with a process that dies, and the next one goes on where the rows say. Woken by the service and every minute.
 */
import { AsyncResource } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { StaffActor } from '../../platform/auth/actor.js';
import { BusinessClock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { MinuteTicker, type Sweep } from '../../platform/jobs/minute-ticker.js';
import { AgenciesService } from '../agencies/agencies.service.js';
import type { OpenRow } from './import-rows.js';
import { ImportsRepository } from './imports.repository.js';
import { UNEXPECTED } from './kept-problem.js';
import { RowIntakeService, type RowSetting } from './row-intake.service.js';

/** Tries of a row before it is its own fault: a lost connection or a lost race is over by then. */
const TRIES = 4;

/** Rows read together; each is locked and looked at again when its turn comes. */
const ROWS_AT_ONCE = 100;

@Injectable()
export class ImportWorkerService implements Sweep, OnModuleInit, BeforeApplicationShutdown {
  readonly name = 'imports';
  readonly #logger = new Logger('Imports');
  /** Outside of any request: what the worker writes is no effect of the request that woke it. */
  readonly #outside = new AsyncResource('ImportWorker');
  #work: Promise<void> | null = null;
  #again = false;
  #stopping = false;

  constructor(
    private readonly repository: ImportsRepository,
    private readonly rows: RowIntakeService,
    private readonly agencies: AgenciesService,
    private readonly database: Database,
    private readonly businessClock: BusinessClock,
    private readonly ticker: MinuteTicker,
  ) {}

  onModuleInit(): void {
    this.ticker.register(this);
  }

  /** Takes up what is unfinished. Returns at once: reminders do not wait for a long sheet. */
  run(): Promise<void> {
    this.wake();
    return Promise.resolve();
  }

  /** Begins to work, or looks once more after what is under way. */
  wake(): void {
    if (this.#stopping) return;
    this.#again = true;
    this.#work ??= this.#outside.runInAsyncScope(() =>
      this.#workAll()
        .catch((error: unknown) => this.#report('imports', error))
        .finally(() => (this.#work = null)),
    );
  }

  /** The row at hand is finished, the rest waits for the next start. */
  async beforeApplicationShutdown(): Promise<void> {
    this.#stopping = true;
    await this.#work;
  }

  async #workAll(): Promise<void> {
    while (this.#again && !this.#stopping) {
      this.#again = false;
      for (const agencyId of await this.agencies.listIds()) {
        for (const runId of await this.repository.listUnfinished(agencyId)) {
          if (this.#stopping) return;
          await this.database
            .exclusively(`import_run:${runId}`, () => this.#workRun(agencyId, runId))
            .catch((error: unknown) => this.#report(`run ${runId}`, error));
        }
      }
    }
  }

  async #workRun(agencyId: string, runId: string): Promise<void> {
    const run = await this.repository.findRun(agencyId, runId);
    const importer = await this.repository.findImporter(agencyId, runId);
    if (!run || (run.state !== 'waiting' && run.state !== 'running')) return;
    if (!importer) return this.repository.moveRun(agencyId, runId, 'failed', await this.businessClock.now());
    await this.repository.moveRun(agencyId, runId, 'running', null);
    const { id, name, role, locale, time_zone: timeZone } = importer;
    const actor: StaffActor = { kind: 'member', agencyId, id, name, role, locale };
    const statusColumn = run.columns.findIndex(({ field }) => field === 'status');
    const setting = { actor, timeZone, statusColumn, clients: await this.rows.knownClients(agencyId) };
    for (let rows: OpenRow[], last = 0; ; last = rows.at(-1)?.row ?? last) {
      rows = await this.repository.nextRows(agencyId, runId, last, ROWS_AT_ONCE);
      if (rows.length === 0) break;
      for (const row of rows) {
        if (this.#stopping) return;
        await this.#bringIn(row, setting);
      }
    }
    await this.repository.moveRun(agencyId, runId, 'done', await this.businessClock.now());
  }

  /** A row that fails again and again is closed with that and holds up nobody else. @throws when not even that can be written */
  async #bringIn(row: OpenRow, setting: RowSetting): Promise<void> {
    const { agencyId } = setting.actor;
    for (let tried = 1; ; tried++) {
      try {
        return await this.rows.bringIn(row, setting);
      } catch (error) {
        this.#report(`row ${row.row}`, error);
        if (this.#stopping) throw error;
        if (tried === TRIES) break;
        await sleep(100 * 4 ** tried);
      }
    }
    await this.database.withAgency(agencyId, async (transaction) => {
      const locked = await this.repository.lockRow(transaction, row.id);
      const registrationId = locked?.registration_id ?? null;
      await this.repository.closeRow(transaction, {
        id: row.id,
        outcome: registrationId === null ? 'failed' : 'created_with_problems',
        problems: [...row.problems, UNEXPECTED],
        registration_id: registrationId,
      });
    });
  }

  /** Names only: an error's own words may quote a cell. */
  #report(what: string, error: unknown): void {
    const code = (error as { code?: unknown } | null)?.code;
    const name = error instanceof Error ? error.name : 'Error';
    this.#logger.warn(`${what}: ${name}${typeof code === 'string' ? ` ${code}` : ''}`);
  }
}
