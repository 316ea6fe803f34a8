/** The rulebook as people read it: of any day, with sources, with the agency's own values and with what each rule said before. */
import { Injectable } from '@nestjs/common';
import type { getPortalRule, getRule, listRules, OperationInput, OperationResult, Rule } from '@daiban/contracts';
import { RULEBOOK_VERSION, SHIPPED_RULES, type RuleEntry } from '@daiban/domain';
import type { Locale } from '@daiban/domain/enumerations';
import { text } from '@daiban/i18n';
import type { Actor } from '../../platform/auth/actor.js';
import { BusinessClock } from '../../platform/clock/clock.js';
import { Refused } from '../../platform/refusal/refused.js';
import { RulesService } from './rules.service.js';
import { sentenceOfPart, toPortalRule, toRule } from './rule.mapper.js';
import { ruleTimeline } from './rule-timeline.js';
import type { OverrideRow } from './rule-overrides.repository.js';

/** The shipped entries of each rule, in the order of the book. */
const ENTRIES = Map.groupBy<string, RuleEntry>(SHIPPED_RULES, ({ id }) => id);

@Injectable()
export class RulebookService {
  constructor(
    private readonly rules: RulesService,
    private readonly businessClock: BusinessClock,
  ) {}

  /** Everything that held on the day and fits the search, in the order of the book. */
  async listRules(
    actor: Actor,
    { query }: OperationInput<typeof listRules>,
  ): Promise<OperationResult<typeof listRules>> {
    const { q, noun, kind, own } = query;
    const today = await this.businessClock.today();
    const asOf = query.asOf ?? today;
    const overrides = await this.rules.overridesOf(actor.agencyId);
    const book = [...ENTRIES.keys()].flatMap((id) => ruleOf(id, overrides, asOf, today, actor.locale) ?? []);
    return {
      version: RULEBOOK_VERSION,
      asOf,
      items: book.filter(
        (rule) =>
          (noun === undefined || rule.noun === noun) &&
          (kind === undefined || rule.kind === kind) &&
          (own === undefined || (rule.overridden !== null) === (own === 'true')) &&
          (q === undefined || saysAll(rule, q)),
      ),
      nextCursor: null,
      nouns: [...Map.groupBy(book, (rule) => rule.noun)].map(([of, rules]) => ({
        noun: of,
        text: text(actor.locale, `ruleNouns.${of}`),
        count: rules.length,
      })),
      reviewOverdue: book.filter((rule) => rule.reviewOverdue).length,
    };
  }

  async getRule(actor: Actor, { params, query }: OperationInput<typeof getRule>): Promise<Rule | Refused> {
    const today = await this.businessClock.today();
    const overrides = await this.rules.overridesOf(actor.agencyId);
    const rule = ruleOf(params.id, overrides, query.asOf ?? today, today, actor.locale);
    return rule ? { ...rule, sentence: sentenceOfPart(rule, query.part, actor.locale) } : Refused.of('rule.unknown');
  }

  /** A rule for a visitor of the client's page: what holds is no secret, who set it and why is. */
  async getPortalRule(
    actor: Actor,
    { params, query }: OperationInput<typeof getPortalRule>,
  ): Promise<OperationResult<typeof getPortalRule> | Refused> {
    const today = await this.businessClock.today();
    const rule = ruleOf(
      params.id,
      await this.rules.overridesOf(actor.agencyId),
      query.asOf ?? today,
      today,
      actor.locale,
    );
    return rule
      ? toPortalRule({ ...rule, sentence: sentenceOfPart(rule, query.part, actor.locale) })
      : Refused.of('rule.unknown');
  }
}

/** null: the book has no such rule, or it did not hold on that day. */
function ruleOf(
  id: string,
  overrides: readonly OverrideRow[],
  asOf: string,
  today: string,
  locale: Locale,
): Rule | null {
  const own = overrides.filter(({ ruleId }) => ruleId === id);
  return toRule(ruleTimeline(ENTRIES.get(id) ?? [], own), asOf, today, locale);
}

/** Every word of the question stands somewhere in what a reader sees. */
function saysAll({ id, text: name, sentence, source }: Rule, question: string): boolean {
  const said = [id, name, sentence, source.title, source.publisher].join(' ').toLowerCase();
  return question
    .toLowerCase()
    .split(/\s+/)
    .every((word) => said.includes(word));
}
