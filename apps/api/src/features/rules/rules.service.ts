/** The rulebook of an agency on a day, and where each of its rules is written. Called by every service that decides or that shows a rule. */
import { Injectable } from '@nestjs/common';
import type { RuleReference } from '@daiban/contracts';
import {
  resolveRulebook,
  RULEBOOK_VERSION,
  SHIPPED_RULES,
  type Rulebook,
  type RuleEntry,
  type RuleValues,
} from '@daiban/domain';
import { shanghaiInstant } from '@daiban/domain/calendar';
import type { Locale } from '@daiban/domain/enumerations';
import { text } from '@daiban/i18n';
import { SystemClock } from '../../platform/clock/clock.js';
import { AgencyMemory } from '../../platform/memory/agency-memory.js';
import type { RuleLookup } from '../../platform/refusal/refused.js';
import { sourceOf } from './rule.mapper.js';
import { RuleOverridesRepository, type OverrideRow } from './rule-overrides.repository.js';

/** Rules whose value is a number of days. */
type DaysRuleId = { [Id in keyof RuleValues]: RuleValues[Id] extends number ? Id : never }[keyof RuleValues];

/** One set of own values with the books made of it so far: one for each stretch of days on which nothing changes, by its first day. */
interface AgencyBooks {
  readonly overrides: readonly OverrideRow[];
  /** First days of all stretches, in order. */
  readonly firstDays: readonly string[];
  readonly byFirstDay: Map<string, Rulebook>;
}

/** Days on which the shipped book changes. */
const SHIPPED_DAYS = SHIPPED_RULES.flatMap((entry: RuleEntry) => [entry.validFrom, entry.validTo ?? entry.validFrom]);

@Injectable()
export class RulesService {
  /** Shared by all agencies without a value of their own. */
  readonly #shipped = booksFrom([]);
  readonly #memory: AgencyMemory<AgencyBooks>;

  constructor(repository: RuleOverridesRepository, systemClock: SystemClock) {
    this.#memory = new AgencyMemory(async (agencyId) => {
      const overrides = await repository.list(agencyId);
      return overrides.length === 0 ? this.#shipped : booksFrom(overrides);
    }, systemClock);
  }

  /** The rules in force for an agency on a day (`YYYY-MM-DD`, Shanghai). Without a question to the database, but for the first. */
  async rulesOn(agencyId: string, day: string): Promise<Rulebook> {
    return (await this.booksOf(agencyId))(day);
  }

  /** The same for any number of days, as the agency's own values stand now. */
  async booksOf(agencyId: string): Promise<(day: string) => Rulebook> {
    const { overrides, firstDays, byFirstDay } = await this.#memory.get(agencyId);
    return (day) => {
      const firstDay = firstDays.findLast((first) => first <= day) ?? day;
      const known = byFirstDay.get(firstDay) ?? this.bookOf(overrides, firstDay);
      byFirstDay.set(firstDay, known);
      return known.asOf === day ? known : { ...known, asOf: day };
    };
  }

  /** The smallest value that a rule of days has ever had for an agency, or will have: what began on whatever day has run at least so long. */
  async leastOf(agencyId: string, ruleId: DaysRuleId): Promise<number> {
    const shipped = SHIPPED_RULES.filter(({ id }) => id === ruleId).map(({ value }) => value);
    const own = (await this.overridesOf(agencyId)).filter((row) => row.ruleId === ruleId).map(({ value }) => value);
    return Math.min(...[...shipped, ...own].filter((value) => typeof value === 'number'));
  }

  /** The agency's own values, past and to come, in the order in which they come into force. */
  async overridesOf(agencyId: string): Promise<readonly OverrideRow[]> {
    return (await this.#memory.get(agencyId)).overrides;
  }

  /**
   * The moment at which the last own value that was set ahead began to hold; null: none has. One that was set for its own day touched its
   * cases when it was set.
   */
  async lastBegun(agencyId: string, today: string): Promise<string | null> {
    const { overrides } = await this.#memory.get(agencyId);
    const ahead = overrides.findLast(
      ({ validFrom, createdAt }) => validFrom <= today && createdAt < shanghaiInstant(validFrom, '00:00'),
    );
    return ahead ? shanghaiInstant(ahead.validFrom, '00:00') : null;
  }

  /** The book of a day as it is, or would be, with these own values. */
  bookOf(overrides: readonly OverrideRow[], day: string): Rulebook {
    return resolveRulebook<RuleValues>(SHIPPED_RULES, overrides, day, RULEBOOK_VERSION);
  }

  /** After an own value was set and committed. */
  forget(agencyId: string): void {
    this.#memory.forget(agencyId);
  }

  /** How refusals of decisions under this book name their rules; `rulesOn`: where those of another day stand. */
  ruleLookup(rules: Rulebook, rulesOn: (day: string) => Rulebook = () => rules): RuleLookup {
    return (ruleId, locale, ruledOn) => {
      const book = ruledOn ? rulesOn(ruledOn) : rules;
      const entries: Readonly<Record<string, RuleEntry | undefined>> = book.entries;
      const entry = entries[ruleId];
      return entry ? toRuleReference(entry, book.overridden.includes(ruleId), locale) : null;
    };
  }
}

function booksFrom(overrides: readonly OverrideRow[]): AgencyBooks {
  const firstDays = [...new Set([...SHIPPED_DAYS, ...overrides.map(({ validFrom }) => validFrom)])].toSorted();
  return { overrides, firstDays, byFirstDay: new Map() };
}

/** @param isOwn the value is the agency's: its source is the agency's decision, not the paper that said otherwise */
function toRuleReference(entry: RuleEntry, isOwn: boolean, locale: Locale): RuleReference {
  const { id, source, validFrom, confidence } = entry;
  const writtenIn = isOwn ? text(locale, 'why.own_value') : sourceOf(source, locale).title;
  return { id, source: writtenIn, validFrom, confidence };
}
