import { describe, expect, jest, test } from '@jest/globals';
import { ProblemError, type Refusal } from '@daiban/contracts';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import type { EventInput, OfferedEvent } from '../lib/event-form.js';
import { JUN, renderScreen } from '../testing/render-screen.js';
import { ActionDialog } from './action-dialog.js';

const warning: Refusal = {
  code: 'auditor.call_missed',
  kind: 'soft',
  message: 'The auditor’s call was missed.',
  rule: null,
  clearedBy: 'Say why the result is trusted all the same.',
  clearedByHolder: 'agency',
};
const feePaid: OfferedEvent = {
  event: 'fee_paid',
  allowed: true,
  refusals: [],
  warnings: [],
  unknowns: [],
  factsNeeded: [
    { name: 'amount', kind: 'money', required: true },
    { name: 'means', kind: 'enum', required: true, options: ['wechat_pay', 'bank_transfer'] },
    { name: 'evidence', kind: 'evidence', required: true },
  ],
};

function open(changes: { event?: Partial<OfferedEvent>; error?: unknown; locale?: 'en' | 'zh' } = {}) {
  const onSubmit = jest.fn<(input: EventInput) => void>();
  renderScreen(
    <ActionDialog
      title="Record the fee"
      event={{ ...feePaid, ...changes.event }}
      onSubmit={onSubmit}
      onClose={() => undefined}
      pending={false}
      error={changes.error ?? null}
    />,
    { locale: changes.locale ?? 'en' },
  );
  return { onSubmit };
}

const problem = (code: string, status: number, refusals: Refusal[] = []): ProblemError =>
  new ProblemError({ type: 'x', title: code, status, code, detail: 'Not possible.', requestId: 'r', refusals });

describe('recording an event', () => {
  test('asks for exactly the facts the event needs, and sends nothing while one is missing', async () => {
    const { onSubmit } = open();
    expect(screen.getByRole('textbox', { name: /Amount/ })).toBeTruthy();
    expect(screen.getByRole('combobox', { name: /Paid by/ })).toBeTruthy();
    expect(screen.queryByRole('textbox', { name: /Reason/ })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Record the fee' }));
    expect(onSubmit).not.toHaveBeenCalled();
    expect(screen.getAllByText('Please fill this in')).toHaveLength(3);
  });

  test('sends the facts in the API’s own units, with evidence and who saw it too', async () => {
    const { onSubmit } = open();
    await userEvent.type(screen.getByRole('textbox', { name: /Amount/ }), '300');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: /Paid by/ }), 'wechat_pay');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: /Evidence/ }), 'typed');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: /Also seen by/ }), JUN);
    await userEvent.click(screen.getByRole('button', { name: 'Record the fee' }));
    expect(onSubmit).toHaveBeenCalledWith({
      facts: { amount: { amountMinor: 30_000, currency: 'CNY' }, means: 'wechat_pay' },
      evidence: { rank: 'typed', countersignedBy: JUN },
    });
  });

  test('a warning is shown with what clears it, and is sent only with a reason', async () => {
    const { onSubmit } = open({ event: { factsNeeded: [], warnings: [warning] } });
    expect(screen.getByText('The auditor’s call was missed.')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Record the fee' }));
    expect(onSubmit).not.toHaveBeenCalled();
    await userEvent.type(screen.getByRole('textbox', { name: /Why we go on/ }), 'They called back');
    await userEvent.click(screen.getByRole('button', { name: 'Record the fee' }));
    expect(onSubmit).toHaveBeenCalledWith({
      acknowledgements: [{ code: 'auditor.call_missed', reason: 'They called back' }],
    });
  });

  test('a warning that the API finds only with the facts can be answered at once', () => {
    open({ event: { factsNeeded: [] }, error: problem('event.refused', 422, [warning]) });
    expect(screen.getByRole('textbox', { name: /Why we go on/ })).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('a hard no says who can clear it and cannot be answered away', () => {
    const no: Refusal = {
      ...warning,
      code: 'order.paid',
      kind: 'hard',
      message: 'A paid order cannot be cancelled.',
      clearedByHolder: 'tencent',
    };
    open({ event: { factsNeeded: [] }, error: problem('event.refused', 422, [no]) });
    const alert = screen.getByRole('alert');
    expect(alert.textContent).toContain('A paid order cannot be cancelled.');
    expect(alert.textContent).toContain('Tencent');
    expect(screen.queryByRole('textbox', { name: /Why we go on/ })).toBeNull();
  });

  test('when somebody was quicker, what was typed stays and can be sent again', async () => {
    const sent: EventInput[] = [];
    function Dialog() {
      const [error, setError] = useState<unknown>(null);
      return (
        <ActionDialog
          title="Pause the case"
          event={{ ...feePaid, event: 'case_paused', factsNeeded: [{ name: 'reason', kind: 'text', required: true }] }}
          onSubmit={(input) => {
            sent.push(input);
            setError(problem('version.conflict', 409));
          }}
          onClose={() => undefined}
          pending={false}
          error={error}
        />
      );
    }
    renderScreen(<Dialog />);
    await userEvent.type(screen.getByRole('textbox', { name: /Reason/ }), 'Holiday');
    await userEvent.click(screen.getByRole('button', { name: 'Pause the case' }));
    expect(screen.getByRole('alert').textContent).toContain('Somebody changed this case');
    await userEvent.click(screen.getByRole('button', { name: 'Send again' }));
    expect(sent).toEqual([{ reason: 'Holiday' }, { reason: 'Holiday' }]);
  });

  test('speaks Chinese to a Chinese reader', () => {
    open({ locale: 'zh' });
    expect(screen.getByRole('textbox', { name: /金额/ })).toBeTruthy();
    expect(screen.getByRole('combobox', { name: /付款方式/ })).toBeTruthy();
  });
});
