import { describe, expect, test } from '@jest/globals';
import {
  ADVICE_FINDINGS,
  ADVICE_STATEMENTS,
  checkOverride,
  ENGINE_FINDINGS,
  EVENT_FACTS,
  FINDINGS,
  HISTORY_VISIBILITY,
  IDENTIFIER_PROBLEM_CODES,
  LOCALES,
  ORDER_TRANSITIONS,
  PREFLIGHT_FINDINGS,
  PLAIN_HISTORY_KINDS,
  PREREQUISITE_ROWS,
  PROOF_FAILURES,
  REGISTRATION_TRANSITIONS,
  SHIPPED_RULES,
} from '@daiban/domain';
import { catalogues, text } from './catalogues.js';
import { findTemplate, type Catalogue } from './text.js';

const findings = Object.entries({ ...FINDINGS, ...ADVICE_FINDINGS, ...ENGINE_FINDINGS, ...PREFLIGHT_FINDINGS });
/** Decisions on the way to a fee: each guard of theirs is a line of the pre-flight. */
const TO_THE_FEE = [
  'restarted',
  'advice_accepted',
  'prerequisites_completed',
  'email_confirmed',
  'admin_verified',
  'information_submitted',
  'order_opened',
  'application_submitted',
  'fee_paid',
  'fee_waived',
  'supplement_submitted',
];
const wanted: Record<string, readonly string[]> = {
  'every refusal, warning and unknown of the rulebook': findings.map(([code]) => `refusals.${code}`),
  'what clears each of them': findings.map(([, { clearedBy }]) => `clearedBy.${clearedBy}`),
  'every check of a pre-flight': [...REGISTRATION_TRANSITIONS, ...ORDER_TRANSITIONS]
    .filter(({ event }) => TO_THE_FEE.includes(event))
    .flatMap(({ guards }) => guards.map((guard) => `preflight.check.${guard}`)),
  'every sentence of an advice': ADVICE_STATEMENTS.map((code) => `advice.${code}`),
  'every paper': PREREQUISITE_ROWS.map(({ code }) => `prerequisites.${code}`),
  'every rule': SHIPPED_RULES.map(({ id }) => `rules.${id}`),
  'everything that rules are about': SHIPPED_RULES.map(({ id }) => `ruleNouns.${id.slice(0, id.indexOf('.'))}`),
  'every entry of the history': [...Object.keys(HISTORY_VISIBILITY), ...PLAIN_HISTORY_KINDS].map(
    (kind) => `history.${kind}`,
  ),
  'every fact an event asks for': Object.values(EVENT_FACTS)
    .flat()
    .map(({ name }) => `states.fact.${name}`),
  'every reason why a proof failed': PROOF_FAILURES.map((failure) => `states.proof_failure.${failure}`),
  'every problem with a number, an address or a name': IDENTIFIER_PROBLEM_CODES.map((code) => `problems.${code}`),
};

const texts = LOCALES.flatMap((locale) =>
  Object.entries(catalogues[locale] as Catalogue).flatMap(([namespace, keys]) =>
    Object.entries(keys).map(([key, template]) => ({ locale, key: `${namespace}.${key}`, template })),
  ),
);
/** Texts whose Chinese form says it without the value: under a gauge's narrow cell a range of dates has no room. */
const SAID_WITHOUT_VALUE = ['portal.wait.closed_label'];
const placeholders = (template: string) => [...template.matchAll(/\{\{[^}]*\}\}/g)].map(([each]) => each).sort();

test('a case is 账号 or 办理 in Chinese, never a matter for a court', () => {
  expect(texts.filter(({ locale, template }) => locale === 'zh' && /案件|建案|结案/.test(template))).toEqual([]);
});

describe('both languages have words for', () => {
  test.each(Object.entries(wanted))('%s', (_, keys) => {
    expect(keys.length).toBeGreaterThan(0);
    for (const locale of LOCALES) {
      expect(keys.filter((key) => findTemplate(catalogues[locale], locale, key) === null)).toEqual([]);
    }
  });
});

test.each(LOCALES)('what an own value of each policy may be is said with its bounds: %s', (locale) => {
  const policies = SHIPPED_RULES.filter(({ kind }) => kind === 'policy');
  const said = policies.map((rule) => {
    const finding = checkOverride(rule, { no: 'value at all' });
    return [rule.id, finding ? text(locale, `clearedBy.${finding.clearedBy}`, finding.params) : ''] as const;
  });
  expect(said.filter(([, sentence]) => !/^[^{}]{10,}$/.test(sentence) || /give_|value_unit/.test(sentence))).toEqual(
    [],
  );
  expect(new Map(said).get('review.mainland')).toMatch(/working days from 0 to 120|0 至 120 .*个工作日/);
});

describe('the texts', () => {
  test('ask for the same values in both languages', () => {
    const differing = texts
      .filter(({ locale, key }) => locale === 'en' && !key.endsWith('_one') && !SAID_WITHOUT_VALUE.includes(key))
      .filter(({ key, template }) => {
        const chinese = findTemplate(catalogues.zh, 'zh', key);
        return chinese === null || placeholders(chinese).join() !== placeholders(template).join();
      })
      .map(({ key }) => key);
    expect(differing).toEqual([]);
  });

  test('are never empty and have no blanks at their ends, but for what only joins others', () => {
    const joins = (template: string) => /^[,;·、，；]?\s*$/u.test(template) && template !== '';
    expect(
      texts.filter(({ template }) => !joins(template) && (template === '' || template !== template.trim())),
    ).toEqual([]);
  });

  test('stand in Chinese with full-width punctuation beside Han', () => {
    const halfWidth = /\p{Script=Han}[,:;?!()]|[,:;?!()]\p{Script=Han}/u;
    expect(texts.filter(({ locale, template }) => locale === 'zh' && halfWidth.test(template))).toEqual([]);
  });

  test('use only value formats that exist', () => {
    const lists = new Set(Object.keys(catalogues.en.states).map((key) => key.split('.')[0]));
    const unknown = texts
      .flatMap(({ key, template }) =>
        [...template.matchAll(/\{\{\w+:(\w+)\}\}/g)].map((match) => ({ key, format: match[1]! })),
      )
      .filter(
        ({ format }) => !['date', 'list', 'moment', 'money', 'paper', 'state'].includes(format) && !lists.has(format),
      );
    expect(unknown).toEqual([]);
  });
});
