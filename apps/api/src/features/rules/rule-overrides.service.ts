/** An owner's own value of a policy rule: checked, tried on the open cases, kept with its reason. */
import { Injectable } from '@nestjs/common';
import type { OperationInput, OperationResult, overrideRule } from '@daiban/contracts';
import {
  checkOverride,
  type JudgingContext,
  type RegistrationFacts,
  type Rulebook,
  type RuleEntry,
} from '@daiban/domain';
import { v7 } from 'uuid';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { OtherStatus } from '../../platform/http/answer.js';
import { Refused } from '../../platform/refusal/refused.js';
import { AgenciesService } from '../agencies/agencies.service.js';
import { toCommandActor } from '../registrations/case-answers.service.js';
import { JudgingService } from '../registrations/judging.service.js';
import { TouchedCasesService } from '../registrations/touched-cases.service.js';
import { answersUnder } from './answers-under.js';
import { RuleOverridesRepository, type OverrideRow } from './rule-overrides.repository.js';
import { sentenceOf } from './rule.mapper.js';
import { RulesService } from './rules.service.js';

type Answer = OperationResult<typeof overrideRule>;

@Injectable()
export class RuleOverridesService {
  constructor(
    private readonly repository: RuleOverridesRepository,
    private readonly rules: RulesService,
    private readonly judging: JudgingService,
    private readonly touched: TouchedCasesService,
    private readonly agencies: AgenciesService,
    private readonly database: Database,
  ) {}

  /**
   * Sets an own value from a day on. Decisions that were made keep what they were made under: it stands in their history. A dry run
   * answers the same and writes nothing.
   */
  async overrideRule(
    actor: StaffActor,
    { params, query, body }: OperationInput<typeof overrideRule>,
  ): Promise<Answer | OtherStatus<Answer> | Refused> {
    const context = await this.judging.now(actor.agencyId);
    const { validFrom, reason } = body;
    const ruleId = params.id;
    if (validFrom < context.today) return Refused.of('rule.valid_from_past', { params: { today: context.today } });
    const known = await this.rules.overridesOf(actor.agencyId);
    const before = this.#contextUnder(context, known, validFrom);
    const shipped = entryOf(this.rules.bookOf([], validFrom), ruleId);
    if (!shipped) return Refused.of('rule.unknown');
    const problem = checkOverride(shipped, body.value);
    const ruleOf = this.rules.ruleLookup(before.rules);
    if (problem) return Refused.because([problem], ruleOf);
    if (body.value === null && !before.rules.overridden.includes(ruleId)) {
      const params = { validFrom };
      return Refused.of('rule.nothing_to_withdraw', { params, ruleId, clearedBy: 'nothing_to_do' }).under(ruleOf);
    }
    const row: OverrideRow = {
      id: v7(),
      ruleId,
      value: body.value,
      validFrom,
      reason,
      by: actor.name,
      createdAt: context.now,
    };
    const after = this.#contextUnder(context, [...known, row], validFrom);
    const isDryRun = query.dryRun === 'true';
    if (!isDryRun) {
      const refused = await this.#keep(actor, row, before);
      if (refused) return refused;
    }
    // From a later day on, the cases' dates are derived anew when that day comes.
    const applies = !isDryRun && validFrom === context.today;
    const commandActor = toCommandActor(actor);
    const answers = (facts: RegistrationFacts, book: JudgingContext) => answersUnder(facts, book, commandActor);
    const casesTouched = await this.touched.compare(actor.agencyId, before, after, answers, applies);
    const answer: Answer = {
      override: isDryRun
        ? null
        : {
            id: row.id,
            ruleId,
            value: row.value,
            sentence: sentenceOf(after.rules, ruleId, actor.locale),
            validFrom,
            reason,
            setAt: row.createdAt,
          },
      before: sentenceOf(before.rules, ruleId, actor.locale),
      after: sentenceOf(after.rules, ruleId, actor.locale),
      casesTouched,
    };
    return isDryRun ? new OtherStatus(200, answer) : answer;
  }

  /** The case's own days under these own values; what began before them keeps what it began under. */
  #contextUnder(context: JudgingContext, overrides: readonly OverrideRow[], day: string): JudgingContext {
    const books = new Map<string, Rulebook>();
    const rulesOn = (on: string) => {
      const book = books.get(on) ?? this.rules.bookOf(overrides, on);
      books.set(on, book);
      return book;
    };
    return { ...context, rules: rulesOn(day), rulesOn };
  }

  /** The value, and its entry in the agency's history: what it was, what it is, why. */
  async #keep(actor: StaffActor, row: OverrideRow, before: JudgingContext): Promise<Refused | null> {
    const { id, ruleId, value, validFrom, reason } = row;
    const draft = {
      kind: 'rule_overridden',
      payload: {
        overrideId: id,
        ruleId,
        before: entryOf(before.rules, ruleId)?.value ?? null,
        value,
        validFrom,
        reason,
      },
    } as const;
    const refused = await this.database.withAgency<Refused | null>(actor.agencyId, async (transaction) => {
      await this.repository.insert(transaction, { ...row, createdBy: toCommandActor(actor).memberId });
      const version = await this.agencies.recordChange(transaction, actor, null, draft);
      return version instanceof Refused ? version : null;
    });
    if (refused) return refused;
    this.rules.forget(actor.agencyId);
    return null;
  }
}

function entryOf(rules: Rulebook, ruleId: string): RuleEntry | undefined {
  const entries: Readonly<Record<string, RuleEntry | undefined>> = rules.entries;
  return Object.hasOwn(entries, ruleId) ? entries[ruleId] : undefined;
}
