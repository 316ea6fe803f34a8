import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { answerCalls } from '../../../testing/answer-calls.js';
import { renderScreen, type ScreenOptions } from '../../../testing/render-screen.js';
import { MaskedNumber } from './masked-number.js';

const ID = '0199a000-0000-7000-8000-000000000001';
const open = (options: ScreenOptions = {}) =>
  renderScreen(<MaskedNumber personId={ID} what="id_number" masked="310***********1234" none="none yet" />, options);

afterEach(() => {
  jest.restoreAllMocks();
});

async function reveal() {
  await userEvent.click(screen.getByRole('button', { name: 'Show the ID number' }));
  const show = screen.getByRole('button', { name: 'Show for a minute' }) as HTMLButtonElement;
  await userEvent.type(screen.getByLabelText(/Why do you need it/), 'WeChat asks for it by phone');
  expect(show.disabled).toBe(true);
  await userEvent.type(screen.getByLabelText(/Your password/), 'lantern bridge demo');
  await userEvent.click(show);
}

describe('a number', () => {
  test('is shown after a reason and the password, and goes again after a minute', async () => {
    const calls = answerCalls({ [`POST /people/${ID}/reveal`]: () => ({ number: '310101199001011234' }) });
    open();
    await reveal();
    expect(await screen.findByText('310101199001011234')).toBeTruthy();
    expect(calls).toMatchObject([
      { body: { what: 'id_number', reason: 'WeChat asks for it by phone', password: 'lantern bridge demo' } },
    ]);
    const later = Date.now() + 30_000;
    const clock = jest.spyOn(Date, 'now').mockReturnValue(later);
    expect(await screen.findByText(/Hides in (29|30) seconds/)).toBeTruthy();
    clock.mockReturnValue(later + 30_000);
    expect(await screen.findByText('310***********1234')).toBeTruthy();
    expect(screen.queryByText('310101199001011234')).toBeNull();
  });

  test('stays masked when the password is wrong, and nothing typed is lost', async () => {
    answerCalls({
      [`POST /people/${ID}/reveal`]: () => ({
        type: 'about:blank',
        title: 'The password is not right',
        status: 422,
        code: 'confirmation.wrong_password',
        detail: 'The password is not right',
        requestId: 'r-1',
      }),
    });
    open();
    await reveal();
    expect(await screen.findByText('The password is not right')).toBeTruthy();
    expect((screen.getByLabelText(/Why do you need it/) as HTMLTextAreaElement).value).toBe(
      'WeChat asks for it by phone',
    );
  });

  test('is offered to nobody who may not see it', () => {
    open({ role: 'viewer' });
    expect(screen.getByText('310***********1234')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });
});
