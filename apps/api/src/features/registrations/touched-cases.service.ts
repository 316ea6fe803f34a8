/** Which open cases a changed rule or a loaded calendar year touches: each is asked under both books and the answers are compared. Called by rules and calendar. */
import type { CasesTouched } from '@daiban/contracts';
import { Injectable } from '@nestjs/common';
import { deriveCase, type JudgingContext, type RegistrationFacts } from '@daiban/domain';
import { Database } from '../../platform/database/database.js';
import { CasesService } from './cases.service.js';
import { toProjectedRow, TouchedCasesRepository, type ProjectedRow } from './touched-cases.repository.js';

/** Cases read in one transaction, one packet. */
const BATCH = 100;
/** Cases asked in a preview; in a larger agency it says so. A change itself leaves none out. */
const MOST_ASKED = 2_000;
/** Cases named in the answer. */
const MOST_NAMED = 50;

/** What a case answers under a book, by name; equal values (as JSON) mean untouched. */
export type CaseAnswers = (facts: RegistrationFacts, context: JudgingContext) => Readonly<Record<string, unknown>>;

@Injectable()
export class TouchedCasesService {
  constructor(
    private readonly repository: TouchedCasesRepository,
    private readonly cases: CasesService,
    private readonly database: Database,
  ) {}

  /**
   * Compares the answers of the agency's open cases before and after.
   * @param apply true: the dates that lists sort by are rewritten as they are after; nothing is decided from them
   */
  async compare(
    agencyId: string,
    before: JudgingContext,
    after: JudgingContext,
    answers: CaseAnswers,
    apply: boolean,
  ): Promise<CasesTouched> {
    const touched: CasesTouched['cases'] = [];
    let asked = 0;
    let last: string | null = null;
    for (;;) {
      const ids = await this.#compareBatch(agencyId, last, { before, after, answers, apply }, touched);
      asked += ids.length;
      last = ids.at(-1) ?? null;
      if (ids.length < BATCH || (!apply && asked >= MOST_ASKED))
        return {
          count: touched.length,
          cases: touched.slice(0, MOST_NAMED),
          truncated: touched.length > MOST_NAMED,
          askedAll: ids.length < BATCH,
        };
    }
  }

  #compareBatch(
    agencyId: string,
    last: string | null,
    books: { before: JudgingContext; after: JudgingContext; answers: CaseAnswers; apply: boolean },
    touched: CasesTouched['cases'],
  ): Promise<string[]> {
    const { before, after, answers, apply } = books;
    return this.database.withAgency(agencyId, async (transaction) => {
      const ids = await this.repository.listOpen(transaction, last, BATCH);
      const known = await Promise.all(ids.map((id) => this.cases.readWithin(transaction, id, after)));
      const rows: ProjectedRow[] = [];
      for (const each of known) {
        if (!each) continue;
        const { facts } = each;
        const changed = differences(answers(facts, before), answers(facts, after));
        if (changed.length === 0) continue;
        const derived = deriveCase(facts, after);
        const { id, proposedName } = facts.registration;
        touched.push({
          registrationId: id,
          clientName: each.particulars.client.name,
          accountName: proposedName ?? '',
          stage: derived.stage,
          changed,
        });
        rows.push(toProjectedRow(each, derived));
      }
      if (apply && rows.length > 0) await this.repository.project(transaction, rows, after.now);
      return ids;
    });
  }
}

function differences(one: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(other).filter((key) => JSON.stringify(one[key]) !== JSON.stringify(other[key]));
}
