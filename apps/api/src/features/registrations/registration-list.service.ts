/** The table of cases and the counts of the board. */
import { Injectable } from '@nestjs/common';
import type {
  getPipeline,
  listRegistrations,
  OperationInput,
  OperationResult,
  RegistrationSummary,
} from '@daiban/contracts';
import { shanghaiInstant } from '@daiban/domain/calendar';
import { HOLDERS, STAGES } from '@daiban/domain/enumerations';
import { z } from 'zod';
import type { Actor } from '../../platform/auth/actor.js';
import { BusinessClock } from '../../platform/clock/clock.js';
import { decodeCursor, toPage, type Page } from '../../platform/paging/cursor.js';
import { Refused } from '../../platform/refusal/refused.js';
import { toSummary } from './registration-list.mapper.js';
import { RegistrationListRepository } from './registration-list.repository.js';
import { searchForm, searchTerms } from './search-terms.js';

/** Instant as text, so that none of it is lost on the way; the id tells equal instants apart. */
const CURSOR = z.tuple([z.iso.datetime().nullable(), z.uuid()]);

@Injectable()
export class RegistrationListService {
  constructor(
    private readonly repository: RegistrationListRepository,
    private readonly businessClock: BusinessClock,
  ) {}

  async listRegistrations(
    actor: Actor,
    { query }: OperationInput<typeof listRegistrations>,
  ): Promise<Page<RegistrationSummary> | Refused> {
    const { cursor, limit, q, dueBefore, sort, ...filters } = query;
    const after = decodeCursor(cursor, CURSOR);
    if (after instanceof Refused) return after;
    const now = await this.businessClock.now();
    const rows = await this.repository.list({
      ...filters,
      agencyId: actor.agencyId,
      now,
      sort,
      limit: limit + 1,
      after: after && { dueAt: after[0], id: after[1] },
      dueBefore: dueBefore && shanghaiInstant(dueBefore, '00:00'),
      search: toSearch(actor.agencyId, q),
    });
    return toPage(
      rows,
      limit,
      (row) => [sort === 'due' ? row.due_at : null, row.id],
      (row) => toSummary(row, now),
    );
  }

  /** Every stage and every holder is there, those without a case with 0. */
  async getPipeline(actor: Actor): Promise<OperationResult<typeof getPipeline>> {
    const rows = await this.repository.countByStage(actor.agencyId, await this.businessClock.now());
    const sum = (of: (row: (typeof rows)[number]) => boolean) =>
      rows.reduce((total, row) => total + (of(row) ? row.count : 0), 0);
    return {
      stages: STAGES.map((stage) => ({ stage, count: sum((row) => row.stage === stage) })),
      holders: HOLDERS.map((holder) => ({ holder, count: sum((row) => row.holder === holder) })),
      total: sum(() => true),
    };
  }
}

/** Each word is to be found somewhere; spaces alone are no question. */
function toSearch(agencyId: string, q: string | undefined): { terms: string[]; words: string[] } | undefined {
  const form = searchForm(q ?? '');
  if (form === '') return undefined;
  const words = form.split(' ');
  return { terms: searchTerms(agencyId, words), words };
}
