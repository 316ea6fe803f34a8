import { afterEach, describe, expect, test } from '@jest/globals';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RuleNote, type ToldRule } from './rule-note.js';
import { WhyButton } from './why-button.js';

afterEach(cleanup);

const show = () =>
  render(
    <main>
      <p>
        Pay ¥300{' '}
        <WhyButton label="Why? Fee">
          <a href="/rules">See it in the rulebook</a>
        </WhyButton>
      </p>
      <button type="button">Next</button>
    </main>,
  );
const link = () => screen.queryByRole('link', { name: 'See it in the rulebook' });

describe('the question mark beside a number', () => {
  test('opens by keyboard, goes on to what it shows, and gives the place back on Escape', async () => {
    show();
    await userEvent.tab();
    const button = screen.getByRole('button', { name: 'Why? Fee' });
    expect(document.activeElement).toBe(button);
    expect([button.getAttribute('aria-expanded'), link()]).toEqual(['false', null]);
    await userEvent.keyboard('{Enter}');
    expect(button.getAttribute('aria-expanded')).toBe('true');
    expect(document.getElementById(button.getAttribute('aria-controls') ?? '')?.contains(link())).toBe(true);
    await userEvent.tab();
    expect(document.activeElement).toBe(link());
    await userEvent.keyboard('{Escape}');
    expect(link()).toBeNull();
    expect(document.activeElement).toBe(button);
  });

  test('closes when somebody goes on with Tab, or presses elsewhere', async () => {
    show();
    await userEvent.click(screen.getByRole('button', { name: 'Why? Fee' }));
    await userEvent.tab();
    await userEvent.tab();
    expect(document.activeElement?.textContent).toBe('Next');
    expect(link()).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Why? Fee' }));
    expect(link()).not.toBeNull();
    await userEvent.click(document.body);
    expect(link()).toBeNull();
  });

  test('leaves a dialog around it open when Escape closes only the panel', async () => {
    let escapes = 0;
    const { container } = render(<WhyButton label="Why?">because</WhyButton>);
    container.addEventListener('keydown', () => escapes++);
    await userEvent.click(screen.getByRole('button', { name: 'Why?' }));
    escapes = 0;
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByText('because')).toBeNull();
    expect(escapes).toBe(0);
  });
});

describe('a rule told to a person', () => {
  const rule: ToldRule = {
    text: 'Accounts a company may open',
    sentence: 'A company may open 2 Official Accounts.',
    kind: 'policy',
    source: {
      key: 'limits_notice',
      title: 'Notice of 2018',
      publisher: 'Tencent',
      address: null,
      heldOn: '2018-11-16',
    },
    validFrom: '2018-11-16',
    lastChecked: '2026-11-20',
    reviewOverdue: false,
    confidence: 'H',
  };
  const tell = (fields: Partial<ToldRule>, isOwn = false) =>
    render(
      <RuleNote
        rule={{ ...rule, ...fields }}
        isOwn={isOwn}
        locale="en"
        t={(key, params) => [key, ...Object.values(params ?? {})].join(' ')}
      />,
    ).container.textContent ?? '';

  test('says what holds, where it is written, how sure we are and since when', () => {
    const told = tell({});
    for (const part of [
      rule.sentence,
      'why.source_held Notice of 2018 Tencent 2018-11-16',
      'why.confidence.H',
      '16 Nov 2018',
    ])
      expect(told).toContain(part);
    expect(told).not.toContain('why.review_overdue');
  });

  test('warns when its review is overdue', () => {
    expect(tell({ reviewOverdue: true })).toContain('why.review_overdue');
  });

  test('names the agency, not the paper, as the source of its own value', () => {
    const told = tell({}, true);
    expect(told).toContain('why.own_value');
    expect(told).not.toContain('Notice of 2018');
  });

  test('links a source that can be read, in a window of its own', () => {
    tell({ source: { ...rule.source, address: 'https://mp.weixin.qq.com' } });
    const source = screen.getByRole('link');
    expect([source.getAttribute('href'), source.getAttribute('rel')]).toEqual([
      'https://mp.weixin.qq.com',
      'noreferrer noopener',
    ]);
  });
});
