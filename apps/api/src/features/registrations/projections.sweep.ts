/** Each minute: live accounts whose renewal window opened or whose verification ended, and closing ones whose freeze is over, get the next date and the holder that lists go by. On the day an own rule of the agency begins, so do all its open cases. Time has moved them and nobody wrote; nothing is decided from it. */
import { deriveCase } from '@daiban/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { MinuteTicker, type Sweep } from '../../platform/jobs/minute-ticker.js';
import { AgenciesService } from '../agencies/agencies.service.js';
import { RulesService } from '../rules/rules.service.js';
import { CasesService } from './cases.service.js';
import { ProjectionsRepository, type RenewedRow } from './projections.repository.js';
import { toProjectedRow, TouchedCasesRepository } from './touched-cases.repository.js';

/** Cases read and written in one transaction. */
const BATCH = 200;

@Injectable()
export class ProjectionsSweep implements Sweep, OnModuleInit {
  readonly name = 'projections';

  constructor(
    private readonly ticker: MinuteTicker,
    private readonly agencies: AgenciesService,
    private readonly repository: ProjectionsRepository,
    private readonly touched: TouchedCasesRepository,
    private readonly rules: RulesService,
    private readonly cases: CasesService,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.ticker.register(this);
  }

  async run(): Promise<void> {
    for (const agencyId of await this.agencies.listIds()) {
      while ((await this.#renewBatch(agencyId)) === BATCH);
      while ((await this.#rederiveBatch(agencyId)) === BATCH);
    }
  }

  async #renewBatch(agencyId: string): Promise<number> {
    const context = await this.cases.context(agencyId);
    const ids = await this.repository.listMovedByTime(agencyId, context.now, BATCH);
    if (ids.length === 0) return 0;
    await this.database.withAgency<void>(agencyId, async (transaction) => {
      const rows: RenewedRow[] = [];
      for (const id of ids) {
        const known = await this.cases.readWithin(transaction, id, context);
        if (!known) continue;
        const { dueAt, holder } = deriveCase(known.facts, context);
        rows.push({ id, entries: known.particulars.chain.length, dueAt, holder });
      }
      await this.repository.renew(transaction, rows, context.now);
    });
    return ids.length;
  }

  /** On the day an own rule of the agency begins to hold, every open case is derived by it. */
  async #rederiveBatch(agencyId: string): Promise<number> {
    const context = await this.cases.context(agencyId);
    const begun = await this.rules.lastBegun(agencyId, context.today);
    if (begun === null) return 0;
    const ids = await this.repository.listDerivedBefore(agencyId, begun, BATCH);
    if (ids.length === 0) return 0;
    await this.database.withAgency<void>(agencyId, async (transaction) => {
      const known = await Promise.all(ids.map((id) => this.cases.readWithin(transaction, id, context)));
      const rows = known.flatMap((each) => (each ? toProjectedRow(each, deriveCase(each.facts, context)) : []));
      await this.touched.project(transaction, rows, context.now);
    });
    return ids.length;
  }
}
