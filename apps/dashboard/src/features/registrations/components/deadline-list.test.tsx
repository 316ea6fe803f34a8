import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import type { Locale } from '@daiban/domain/enumerations';
import { renderScreen } from '../../../testing/render-screen.js';
import { DeadlineList } from './deadline-list.js';

const DEADLINES = [
  { kind: 'payment', on: '2026-09-25', passed: true, rule: null },
  { kind: 'verification_route', on: '2026-10-24', passed: false, rule: null },
];

test.each<[Locale, string[]]>([
  ['en', ['Pay until Fri 25 Sep passed', 'Route closes Sat 24 Oct']],
  ['zh', ['缴费截止 9月25日（周五） 已过期限', '验证截止 10月24日（周六）']],
])('a deadline that is over says so in a word, in %s', (locale, lines) => {
  renderScreen(<DeadlineList deadlines={DEADLINES} />, { locale });
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent?.trim())).toEqual(lines);
});
