import { afterEach, expect, test } from '@jest/globals';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LocaleProvider } from './locale.js';
import { TimeOnTap } from './time-on-tap.js';

afterEach(cleanup);

const AT = '2026-09-28T20:42:00.000Z';
const NOW = '2026-09-28T21:00:00.000Z';
const show = (timeZone: string, words?: (isBeijing: boolean) => string) =>
  render(
    <LocaleProvider initial="en">
      <TimeOnTap at={AT} timeZone={timeZone} now={NOW} {...(words && { words })} />
    </LocaleProvider>,
  );

test('a time is the reader’s own; a tap or a key shows Beijing’s, another one takes it back', async () => {
  show('Europe/Rome');
  const time = screen.getByRole('button', { name: 'Mon 28 Sep, 22:42 (show Beijing time)' });
  await userEvent.click(time);
  expect(time.textContent).toBe('Tue 29 Sep, 04:42 in Beijing (show your time)');
  time.focus();
  await userEvent.keyboard('{Enter}');
  expect(time.textContent).toBe('Mon 28 Sep, 22:42 (show Beijing time)');
});

test('a reader whose clocks show Beijing’s time has nothing to tap', () => {
  show('Asia/Singapore');
  expect(screen.queryByRole('button')).toBeNull();
  expect(screen.getByText('Tue 29 Sep, 04:42')).toBeTruthy();
});

test('where the words are the same in Beijing there is nothing to tap either', () => {
  show('Europe/Rome', () => 'since Mon 21 Sep');
  expect(screen.queryByRole('button')).toBeNull();
});
