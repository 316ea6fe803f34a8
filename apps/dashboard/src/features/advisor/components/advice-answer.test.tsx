import type { Advice } from '@daiban/contracts';
import { describe, expect, jest, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { JEWELLER, RULE, say } from '../../../testing/an-advice.js';
import { renderScreen } from '../../../testing/render-screen.js';
import type { AdvisorForm } from '../advisor-form.js';
import { AdviceAnswer } from './advice-answer.js';
import { AdvisorQuestions } from './advisor-questions.js';
import { AdviceActions } from './verdict-card.js';

const show = (changes: Partial<Advice> = {}) => renderScreen(<AdviceAnswer advice={{ ...JEWELLER, ...changes }} />);
const verdict = () => within(screen.getByRole('region', { name: /service account/i }));

describe('the answer', () => {
  test('says yes, the account, its fees in their own currency, and the days with their dates', () => {
    show();
    expect(verdict().getByRole('heading', { name: 'Yes: Service account' })).toBeTruthy();
    expect(verdict().getAllByText(/US\$99/)).toHaveLength(2);
    expect(verdict().getByText(/5–10 working days/)).toBeTruthy();
    expect(verdict().getByText('10–16 Oct if submitted today.')).toBeTruthy();
  });

  test('that is a no says why, what clears it and who can, and which account is open', () => {
    const message = 'WeChat does not offer a Subscription account to this kind of company.';
    show({
      verdict: 'refused',
      refusals: [
        {
          code: 'account_type.not_open',
          message,
          kind: 'hard',
          rule: RULE,
          clearedBy: 'Choose an account type that is open to this company.',
          clearedByHolder: 'agency',
        },
      ],
      changesVerdict: [{ ...say('change.open_type', 'With a Service account instead'), verdict: 'allowed' }],
    });
    expect(screen.getByRole('heading', { name: 'Not as asked. Possible: Service account' })).toBeTruthy();
    expect(screen.getByText(message)).toBeTruthy();
    const changes = within(screen.getByRole('region', { name: 'What would change this' }));
    expect(changes.getByText(/With a Service account instead/).textContent).toContain('Possible');
  });

  test('that nobody knows says whom to ask', () => {
    show({
      verdict: 'unknown',
      unknowns: [
        {
          code: 'account_type.unknown',
          message: 'Not known.',
          kind: 'unknown',
          rule: RULE,
          clearedBy: 'Ask.',
          clearedByHolder: 'agency',
        },
      ],
      askWhom: [say('ask.tencent', 'Ask Tencent’s customer service.')],
    });
    expect(screen.getByText(/Ask Tencent’s customer service/)).toBeTruthy();
  });

  test('that nobody knows still names the account, and calls no sum of its fees complete', () => {
    const line = { code: 'verification', message: 'Verification', due: 'if_verified', rule: RULE } as const;
    const yuan = (amountMinor: number) => ({ amountMinor, currency: 'CNY' });
    const lines = [
      { ...line, amount: yuan(300_00), size: 'small' as const },
      { ...line, amount: yuan(3_000_00), size: 'medium' as const },
    ];
    const period = { lines, totals: [], incomplete: true };
    show({
      verdict: 'unknown',
      accountType: 'wecom',
      route: null,
      timeRange: null,
      costs: { firstYear: period, yearly: period, notes: [] },
    });
    const card = within(screen.getByRole('region', { name: 'WeCom: nobody knows yet whether it can be done' }));
    expect(card.getAllByText(/By size/)).toHaveLength(2);
    expect(card.getByText('Tencent answers in').nextElementSibling?.textContent).toBe('Nobody knows');
    expect(card.queryByText(/Nothing due/)).toBeNull();
  });

  test('rests on rules past their review date: it asks to confirm before promising', () => {
    show({ rules: JEWELLER.rules.map((rule) => ({ ...rule, reviewOverdue: true })) });
    expect(screen.getByText(/confirm with Tencent before promising/, { selector: 'p' })).toBeTruthy();
  });

  test('opens the rule behind each sentence', () => {
    show({ risks: [say('risk.type_is_final', 'The type can never be changed.')] });
    expect(screen.getByRole('button', { name: 'Why? The type can never be changed.' })).toBeTruthy();
  });

  test('without an open account has no case to open, and says so beside the button', () => {
    renderScreen(
      <AdviceActions isOpen={false} mayCreate keeping={false} onCreate={() => undefined} onKeep={() => undefined} />,
    );
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Create case from this' }).disabled).toBe(true);
    expect(screen.getByText('No account is open, so there is no case to open.')).toBeTruthy();
  });
});

describe('the questions', () => {
  const ask = (form: AdvisorForm) => {
    const onChange = jest.fn<(form: AdvisorForm) => void>();
    renderScreen(<AdvisorQuestions form={form} onChange={onChange} />);
    return onChange;
  };

  test('are answered by one choice each', async () => {
    const onChange = ask({ country: 'IT' });
    await userEvent.click(screen.getByRole('radio', { name: /Customer service/ }));
    expect(onChange).toHaveBeenCalledWith({ country: 'IT', goal: 'customer_service' });
  });

  test('another place forgets what belonged to the old one', async () => {
    const onChange = ask({ goal: 'content', country: 'CN', kind: 'government', licence: 'own' });
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Where is the company registered?' }), 'HK');
    expect(onChange).toHaveBeenCalledWith({ goal: 'content', country: 'HK' });
  });

  test('ask for an office only abroad', () => {
    ask({ goal: 'content', country: 'CN' });
    expect(screen.queryByRole('checkbox', { name: /office/ })).toBeNull();
  });
});
