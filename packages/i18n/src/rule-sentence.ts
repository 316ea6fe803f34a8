/** Says a rule in a sentence with its value, and names a source, in the reader's language. The API asks for the Rules page, for "Why?" and for refusals. */
import type { RuleId, RuleValues, Source, SourceKey } from '@daiban/domain';
import type { Locale } from '@daiban/domain/enumerations';
import { catalogues } from './catalogues.js';
import { formatShortDate } from './format-date.js';
import { createText, findTemplate, type Catalogue, type TextParams } from './text.js';
import { sources as sourcesZh } from './zh/sources.js';

/** The rules' texts under keys made at run time. */
const text = createText<Catalogue>(catalogues);

/** Where the word for a code of a rule's list may stand. */
const WORDS = [
  'rules.word',
  'states.subject_type',
  'states.subject_class',
  'states.account_type_short',
  'states.slot',
  'states.payment_means',
  'states.invoice_kind',
  'states.stage',
  'prerequisites',
] as const;

/**
 * The rule with this value in words: `ruleSentence('en', { id: 'supplement.chances', value: 3 })`. Takes any value that the
 * rule had, has, or is given by an owner; what nobody knows has the rule's own words. A rule without words is answered by its key.
 */
export function ruleSentence(locale: Locale, rule: { readonly id: string; readonly value: unknown }): string {
  const saying = new Saying(locale, rule.id);
  const own = IN_ITS_OWN_WAY[rule.id as RuleId] as ((saying: Saying, value: unknown) => string) | undefined;
  return own ? own(saying, rule.value) : saying.plain(rule.value);
}

/** A source as a reader sees it: title, publisher, the time it held and what it says. */
export function describeSource(
  locale: Locale,
  key: SourceKey,
  { title, publisher, heldOn, says }: Source,
): Pick<Source, 'title' | 'publisher' | 'heldOn' | 'says'> {
  return locale === 'zh' ? sourcesZh[key] : { title, publisher, heldOn, says };
}

/** One rule being put into words. */
class Saying {
  constructor(
    readonly locale: Locale,
    readonly id: string,
  ) {}

  /** A value whose own form tells how it is said. */
  plain(value: unknown): string {
    if (value === null || value === 'unknown' || value === true) return this.say();
    if (value === false) return this.say({}, '_not');
    if (typeof value === 'string') return this.say({ value }, `_${value}`);
    if (typeof value === 'number') return this.say({ value: this.number(value), count: value });
    if (Array.isArray(value))
      return this.say({ values: this.list(value.map((one) => this.word(one as string | number))) });
    const { amountMinor, currency, from, to, count, per, ...numbers } = value as Readonly<
      Record<string, string | number>
    >;
    if (amountMinor !== undefined)
      return this.say({ fee: `${amountMinor} ${currency}` }, amountMinor === 0 ? '_free' : '');
    if (to !== undefined) return this.say({ value: from === to ? to : `${from}–${to}`, count: to });
    return count === undefined ? this.say(numbers) : this.say({ count }, `_${per}`);
  }

  /** The rule's sentence, or its variant for a value that wants one. */
  say(params: TextParams = {}, variant = ''): string {
    const key = `rules.${this.id}.says`;
    const has = (one: string) => findTemplate(catalogues[this.locale], this.locale, one) !== null;
    return text(this.locale, variant !== '' && has(key + variant) ? key + variant : key, params);
  }

  /** A part of the sentence that the rule has, or that all rules share. */
  part(name: string, params: TextParams): string {
    const own = `rules.${this.id}.${name}`;
    const isOwn = findTemplate(catalogues[this.locale], this.locale, own) !== null;
    return text(this.locale, isOwn ? own : `rules.${name}`, params);
  }

  /** The kinds of company behind each answer of a table, a sentence each. */
  bySubject(table: Readonly<Record<string, string>>): string[] {
    // In the order of the alphabet what is allowed comes first and what nobody knows last.
    const answers = [...new Set(Object.values(table))].toSorted();
    return answers.map((answer) => {
      const subjects = Object.keys(table).filter((subject) => table[subject] === answer);
      return this.part(`permit_${answer}`, {
        subjects: this.list(subjects.map((subject) => this.word(subject, 'states.subject_type'))),
      });
    });
  }

  /** The word for a code, of one list or of the first that has it; a number as people write it, a code without a word as it stands. */
  word(code: string | number, list?: (typeof WORDS)[number]): string {
    if (typeof code === 'number') return this.number(code);
    const keys = [`rules.${this.id}.word.${code}`, ...(list ? [list] : WORDS).map((one) => `${one}.${code}`)];
    return (
      keys.map((key) => findTemplate(catalogues[this.locale], this.locale, key)).find((found) => found !== null) ?? code
    );
  }

  number(value: number): string {
    return value.toLocaleString('en-GB', { useGrouping: this.locale === 'en' });
  }

  list(items: readonly string[]): string {
    return items.join(this.locale === 'zh' ? '、' : ', ');
  }

  rows(items: readonly string[]): string {
    return items.join(this.locale === 'zh' ? '；' : '; ');
  }

  sentences(items: readonly string[]): string {
    return items.join(this.locale === 'zh' ? '' : ' ');
  }
}

const permits = (saying: Saying, value: Readonly<Record<string, string>>): string =>
  saying.sentences([saying.say(), ...saying.bySubject(value)]);

/** Bytes as people say them. */
const megabytes = (saying: Saying, bytes: number): string =>
  saying.say({ value: saying.number(bytes / (1024 * 1024)) });

/** Rules whose value is a table. */
const IN_ITS_OWN_WAY: { readonly [Id in RuleId]?: (saying: Saying, value: RuleValues[Id]) => string } = {
  'account_type.subscription': permits,
  'account_type.service': permits,
  'account_type.mini_program': permits,
  'account_type.wecom': permits,
  'route.wechat_verification': permits,
  'route.small_transfer': permits,
  'route.legal_representative': permits,
  'route.identity_scan': permits,
  'mini_program.from_account_subjects': permits,
  'deregistration.proof': permits,
  'wechat_pay.accounts': (saying, value) =>
    saying.sentences([
      saying.say(),
      ...Object.entries(value).map(([accountType, table]) =>
        saying.part('permit_of_type', {
          accountType: saying.word(accountType, 'states.account_type_short'),
          permits: saying.sentences(saying.bySubject(table)),
        }),
      ),
    ]),
  'account_type.names': (saying, { subscription, service }) =>
    saying.say({ subscription: subscription.join(' / '), service: service.join(' / ') }),
  'subject.class_fits_type': (saying, value) =>
    saying.say({
      rows: saying.rows(
        Object.entries(value).map(([subjectClass, { types, codes }]) =>
          saying.part(codes === null ? 'any_code_row' : 'row', {
            subjectClass: saying.word(subjectClass, 'states.subject_class'),
            types: saying.list(types.map((type) => saying.word(type, 'states.subject_type'))),
            codes: codes?.join(' / ') ?? '',
          }),
        ),
      ),
    }),
  'document.max_bytes': megabytes,
  'document.day_bytes': megabytes,
  'prerequisites.papers': (saying, rows) =>
    saying.say({ papers: saying.rows([...new Set(rows.map(({ code }) => saying.word(code, 'prerequisites')))]) }),
  'promise.working_days': (saying, value) =>
    saying.say({
      rows: saying.list(
        Object.entries(value)
          .filter(([, days]) => days !== null)
          .map(([stage, days]) => `${saying.word(stage, 'states.stage')} ${days}`),
      ),
    }),
  'migration.directions': (saying, directions) =>
    saying.say({
      rows: saying.list(
        directions.map(
          ({ from, to }) =>
            `${saying.word(from, 'states.account_type_short')} → ${saying.word(to, 'states.account_type_short')}`,
        ),
      ),
    }),
  'deregistration.freeze_days': (saying, tiers) =>
    saying.say({
      rows: saying.rows(
        tiers.map(({ upTo, days }) =>
          upTo === null ? saying.part('last_row', { days }) : saying.part('row', { upTo: saying.number(upTo), days }),
        ),
      ),
    }),
  'restriction.dormancy': (saying, { days, noticeDays }) =>
    noticeDays === null ? saying.say({ days }, '_without_notice') : saying.say({ days, noticeDays }),
  // Any year would do that has every day.
  'calendar.warn_from': (saying, day) => saying.say({ value: formatShortDate(`2028-${day}`, saying.locale) }),
};
