/** The rulebook of a day, and where each of its rules is written. Called by every service that decides or that shows a rule. */
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
import type { Locale } from '@daiban/domain/enumerations';
import { text } from '@daiban/i18n';
import type { RuleLookup } from '../../platform/refusal/refused.js';

/** Days kept at hand: today, and a few that a recorded past asks for. */
const KEPT_DAYS = 32;

@Injectable()
export class RulesService {
  readonly #books = new Map<string, Rulebook>();

  /** The rules in force on a day (`YYYY-MM-DD`, Shanghai). */
  rulesOn(today: string): Rulebook {
    const known = this.#books.get(today);
    if (known) return known;
    const book = resolveRulebook<RuleValues>(SHIPPED_RULES, [], today, RULEBOOK_VERSION);
    if (this.#books.size >= KEPT_DAYS) this.#books.clear();
    this.#books.set(today, book);
    return book;
  }

  /** How refusals of decisions under this book name their rules. */
  ruleLookup(rules: Rulebook): RuleLookup {
    const entries: Readonly<Record<string, RuleEntry | undefined>> = rules.entries;
    return (ruleId, locale) => toRuleReference(entries[ruleId], locale);
  }
}

function toRuleReference(entry: RuleEntry | undefined, locale: Locale): RuleReference | null {
  if (!entry) return null;
  const { id, source, validFrom, confidence } = entry;
  return { id, source: text(locale, `rules.source.${source}`), validFrom, confidence };
}
