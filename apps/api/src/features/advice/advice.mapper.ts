/** Writes an answer of the domain as the contract's: codes become sentences in the reader's language, rule ids the rules as they stood. Called by `AdviceService`. */
import type { Advice, AdviceCosts, AdviceStatement, AdviceTimeRange, RuleReference } from '@daiban/contracts';
import type {
  AdviceAnswer,
  AdviceCosts as CostLines,
  AdviceStatement as Said,
  AdviceTimeRange as Range,
  CostPeriod,
  Finding,
  NeededDocument,
  Posting,
  SourceKey,
} from '@daiban/domain';
import { SOURCES } from '@daiban/domain';
import { VERDICTS, type Locale } from '@daiban/domain/enumerations';
import { describeSource, text } from '@daiban/i18n';
import { toRefusals } from '../../platform/refusal/to-refusals.js';
import type { AdviceRow } from './advice.repository.js';

/** @param row `id` null: nothing was kept */
export function toAdvice(row: Omit<AdviceRow, 'id'> & { readonly id: string | null }, locale: Locale): Advice {
  const { answer } = row;
  const { standing, posting } = answer;
  const words = new AdviceWords(answer, locale);
  const asked = words.statements(answer.askWhom);
  return {
    id: row.id,
    asOf: row.asOf,
    rulebookVersion: row.rulebookVersion,
    askedAt: row.askedAt,
    question: { ...row.question, existingAccounts: row.question.existingAccounts.map((each) => ({ ...each })) },
    verdict: answer.verdict,
    accountType: answer.accountType,
    suitedType: answer.suitedType,
    subject: {
      option: standing.option,
      type: standing.subjectType,
      countryCode: standing.countryCode,
      licenceOf: standing.licenceOf,
    },
    reasons: words.statements(answer.reasons),
    route: answer.route,
    routes: answer.routes.map((each) => ({
      route: each.route,
      verdict: each.verdict,
      isRecommended: each.isRecommended,
      rule: words.rule(each.ruleId),
      costs: each.costs && words.costs(each.costs),
      timeRange: words.timeRange(each.timeRange),
      documents: words.documents(each.documents),
      notes: words.statements(each.notes),
    })),
    options: answer.options.map((each) => ({
      option: each.option,
      isChosen: each.isChosen,
      isAvailable: each.isAvailable,
      verdict: each.verdict,
      accountType: each.accountType,
      subjectType: each.subjectType,
      openTypes: [...each.openTypes],
      costs: each.costs && words.costs(each.costs),
      timeRange: words.timeRange(each.timeRange),
      wechatPay: each.wechatPay,
      owner: each.owner,
      notes: words.statements(each.notes),
      refusals: words.refusals(each.refusals),
    })),
    documents: words.documents(answer.documents),
    costs: answer.costs && words.costs(answer.costs),
    timeRange: words.timeRange(answer.timeRange),
    reach: { ...answer.reach, statement: words.statement(answer.reach.statement) },
    posting: posting && words.posting(posting),
    wechatPay: { ...answer.wechatPay, statement: words.statement(answer.wechatPay.statement) },
    risks: words.statements(answer.risks),
    changesVerdict: answer.changesVerdict.map((each) => ({
      ...words.statement(each),
      verdict: VERDICTS.find((verdict) => verdict === each.params['verdict']) ?? null,
    })),
    assumptions: words.statements(answer.assumptions),
    refusals: words.refusals(answer.refusals),
    unknowns: words.refusals(answer.unknowns),
    warnings: words.refusals(answer.warnings),
    ...(asked.length > 0 && { askWhom: asked }),
    rules: answer.rules.map(({ id, kind, lastChecked, reviewBy, reviewOverdue, ...rule }) => ({
      ...words.reference({ ...rule, id }),
      name: text(locale, `rules.${id}`),
      kind,
      lastChecked,
      reviewBy,
      reviewOverdue,
    })),
  };
}

/** The words of one answer: each rule it names is read from the answer itself, so that an old one stays what it was. */
class AdviceWords {
  readonly #rules: ReadonlyMap<string, AdviceAnswer['rules'][number]>;
  readonly #regions: Intl.DisplayNames;

  constructor(
    answer: AdviceAnswer,
    private readonly locale: Locale,
  ) {
    this.#rules = new Map(answer.rules.map((rule) => [rule.id, rule]));
    this.#regions = new Intl.DisplayNames([locale === 'zh' ? 'zh-CN' : 'en'], { type: 'region' });
  }

  reference(rule: Pick<AdviceAnswer['rules'][number], 'id' | 'source' | 'validFrom' | 'confidence' | 'isOverridden'>) {
    const { id, source, validFrom, confidence, isOverridden } = rule;
    const writtenIn = isOverridden
      ? text(this.locale, 'why.own_value')
      : describeSource(this.locale, source as SourceKey, SOURCES[source as SourceKey]).title;
    return { id, source: writtenIn, validFrom, confidence } satisfies RuleReference;
  }

  rule(id: string | null): RuleReference | null {
    const rule = id === null ? undefined : this.#rules.get(id);
    return rule ? this.reference(rule) : null;
  }

  statement({ code, params, ruleId }: Said): AdviceStatement {
    const { countryCode, about, steps } = params;
    const message = text(this.locale, `advice.${code}`, {
      ...params,
      ...(countryCode !== undefined && { country: this.#regions.of(String(countryCode)) ?? countryCode }),
      // Whom to ask names what it is about in the words of the unknown itself.
      ...(steps !== undefined && { list: this.#steps(String(steps), params) }),
      ...(about !== undefined && { what: text(this.locale, `refusals.${about}`, params) }),
    });
    return { code, message, rule: this.rule(ruleId) };
  }

  /** Steps to be taken together, by their codes. */
  #steps(codes: string, params: Said['params']): string {
    const steps = codes.split(' ').map((code) => text(this.locale, `advice.${code}`, params));
    return steps.join(text(this.locale, 'advice.steps_comma'));
  }

  statements(said: readonly Said[]): AdviceStatement[] {
    return said.map((each) => this.statement(each));
  }

  refusals(findings: readonly Finding[]) {
    return toRefusals(findings, this.locale, (id) => this.rule(id));
  }

  documents(documents: readonly NeededDocument[]) {
    return documents.map(({ ruleId, ...document }) => ({
      ...document,
      name: text(this.locale, `prerequisites.${document.code}`),
      rule: this.rule(ruleId),
    }));
  }

  timeRange(range: Range | null): AdviceTimeRange | null {
    if (range === null) return null;
    const { ruleId, ...days } = range;
    return { ...days, rule: this.rule(ruleId) };
  }

  costs({ firstYear, yearly, notes }: CostLines): AdviceCosts {
    const period = ({ lines, totals, incomplete }: CostPeriod) => ({
      lines: lines.map(({ ruleId, ...line }) => ({
        ...line,
        message: text(this.locale, `advice.cost.line.${line.code}`),
        rule: this.rule(ruleId),
      })),
      totals: [...totals],
      incomplete,
    });
    return { firstYear: period(firstYear), yearly: period(yearly), notes: this.statements(notes) };
  }

  posting({ ruleIds, ...posting }: Posting) {
    const { placement, per, broadcasts: count, articles } = posting;
    return {
      ...posting,
      message: text(this.locale, `advice.posting.${placement}_${per}`, { count, articles }),
      rules: ruleIds.flatMap((id) => this.rule(id) ?? []),
    };
  }
}
