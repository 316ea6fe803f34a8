import { afterEach, describe, expect, test } from '@jest/globals';
import type { Rule } from '@daiban/contracts';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderScreen } from '../../../testing/render-screen.js';
import { OverrideDialog } from './override-dialog.js';
import { RuleRow } from './rule-row.js';

const source: Rule['source'] = {
  key: 'review_reports',
  title: 'Reports on the time of the review',
  publisher: 'several agencies',
  address: null,
  heldOn: '2015-2020',
  says: 'Five to seven working days is the usual word.',
};
const aRule = (fields: Partial<Rule> = {}): Rule => ({
  id: 'review.mainland',
  noun: 'review',
  value: { from: 5, to: 7 },
  kind: 'policy',
  text: 'Working days of a review, mainland',
  sentence: 'A mainland company’s review takes 5–7 working days.',
  source,
  alsoSources: [],
  disputed: null,
  form: { kind: 'range', unit: 'working_days', min: 0, max: 60 },
  validFrom: '2018-11-16',
  validTo: null,
  lastChecked: '2026-11-20',
  reviewBy: '2027-05-20',
  reviewOverdue: false,
  confidence: 'M',
  overridden: null,
  history: [],
  ...fields,
});
const OWN: Partial<Rule> = {
  value: { from: 8, to: 12 },
  sentence: 'A mainland company’s review takes 8–12 working days.',
  overridden: {
    value: { from: 5, to: 7 },
    sentence: 'A mainland company’s review takes 5–7 working days.',
    reason: 'Tencent is slow.',
    by: 'Wei',
    validFrom: '2026-09-28',
  },
};
const row = (fields: Partial<Rule>, onOverride?: (way: 'own' | 'back') => void) =>
  renderScreen(<RuleRow rule={aRule(fields)} onOverride={onOverride} />).container.textContent;

describe('a rule in the rulebook', () => {
  test('says what holds, how sure we are and where it is written', () => {
    const told = row({});
    for (const part of ['takes 5–7 working days', 'Likely', 'from 16 Nov 2018', source.title, source.says])
      expect(told).toContain(part);
    expect(told).not.toContain('Review was due');
  });

  test('warns when its review is overdue', () => {
    expect(row({ reviewOverdue: true })).toContain('confirm with Tencent before promising');
  });

  test('with an own value says whose it is, why, and what it would be without', () => {
    const told = row(OWN);
    for (const part of [
      'Own value',
      'set by Wei: Tencent is slow.',
      'Without it: A mainland company’s review takes 5–7',
    ])
      expect(told).toContain(part);
  });

  test('tells a value that held for some hours from the one of the rest of its day', () => {
    const setAt = '2026-09-28T01:00:00.000Z';
    const hours = { validFrom: '2026-09-28', validTo: '2026-09-28', value: null, sentence: '8–12 working days.' };
    const since = { ...hours, validTo: null, sentence: '5–7 working days.', own: null };
    const history = [since, { ...hours, own: { reason: 'Slow.', by: 'Wei', setAt } }];
    const told = row({ validFrom: '2026-09-28', history });
    expect(told).toContain('for some hours of 28 Sep 20268–12 working days.own value: Slow.');
    expect(document.querySelectorAll('[aria-current]')).toHaveLength(1);
  });

  test('is changed and given back by an owner; anybody else reads who can', () => {
    row(OWN, () => undefined);
    const names = screen.getAllByRole('button', { hidden: true }).map((button) => button.textContent);
    expect(names).toEqual(['Change own value', 'Back to the shipped value']);
    expect(row(OWN)).toContain('Only an owner sets a value of the agency’s own.');
  });

  test('that nobody can lift offers nothing', () => {
    const told = row({ kind: 'hard', form: null }, () => undefined);
    expect(screen.queryAllByRole('button', { hidden: true })).toEqual([]);
    expect(told).not.toContain('Only an owner');
  });
});

describe('setting an own value', () => {
  const realFetch = globalThis.fetch;
  afterEach(() => {
    globalThis.fetch = realFetch;
  });

  test('is tried before it is set: the cases it touches are named, nothing is written', async () => {
    const sent: { path: string; body: unknown }[] = [];
    globalThis.fetch = async (input, init) => {
      sent.push({ path: String(input), body: JSON.parse(String(init?.body)) });
      const body = {
        override: null,
        before: 'A mainland company’s review takes 5–7 working days.',
        after: 'A mainland company’s review takes 9–12 working days.',
        casesTouched: { count: 0, cases: [], truncated: false, askedAll: true },
      };
      const headers = { get: (name: string) => (name === 'content-type' ? 'application/json' : null) };
      return { ok: true, status: 200, headers, json: async () => body } as unknown as Response;
    };
    renderScreen(<OverrideDialog rule={aRule()} way="own" onClose={() => undefined} />);
    const preview = screen.getByRole('button', { name: 'See which cases it touches' });
    expect(preview.hasAttribute('disabled')).toBe(true);
    expect(screen.getByText('A value, a day and a reason are wanted first.')).toBeTruthy();
    await userEvent.clear(screen.getByLabelText('From'));
    await userEvent.type(screen.getByLabelText('From'), '9');
    await userEvent.clear(screen.getByLabelText('To'));
    await userEvent.type(screen.getByLabelText('To'), '12');
    await userEvent.type(screen.getByLabelText('Reason'), 'Tencent told us.');
    await userEvent.click(preview);
    expect(await screen.findByText('No open case answers differently.')).toBeTruthy();
    expect(screen.getByText(/Then it says: .*9–12 working days/)).toBeTruthy();
    expect(sent).toEqual([
      {
        path: '/api/v1/rules/review.mainland/overrides?dryRun=true',
        body: { value: { from: 9, to: 12 }, validFrom: '2026-09-28', reason: 'Tencent told us.' },
      },
    ]);
  });
});
