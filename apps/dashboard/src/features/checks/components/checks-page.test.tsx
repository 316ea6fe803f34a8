import { expect, test } from '@jest/globals';
import type { IdentifierAnswer } from '@daiban/contracts';
import { checkUscc } from '@daiban/domain/identity';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { paths } from '../../../config/paths.js';
import { answerCalls } from '../../../testing/answer-calls.js';
import { renderRoute } from '../../../testing/render-route.js';
import { ChecksPage } from './checks-page.js';

test('a code with an O for a 0 is told wrong, and the one that is meant is one press away', async () => {
  const sent = answerCalls({
    'POST /checks': ({ body }): IdentifierAnswer => {
      const { value } = body as { value: string };
      const { valid, acceptance, normalised, suggestion, problems } = checkUscc(value);
      const remarks = problems.map(({ code }) => ({ code, message: `wrong by ${code}`, rule: null }));
      const meant = suggestion === undefined ? {} : { suggestion };
      return { kind: 'uscc', valid, acceptance, normalised, ...meant, problems: remarks, warnings: [], rule: null };
    },
  });
  await renderRoute(paths.checks, ChecksPage, '/checks');
  expect(screen.getByText('The answer stands here as soon as you type.')).toBeTruthy();
  await userEvent.type(screen.getByLabelText('Number, address or name'), '9135O100M000100Y43');
  expect(await screen.findByText('It is not right')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Take 91350100M000100Y43' }));
  expect(await screen.findByText('It is right')).toBeTruthy();
  expect(screen.getByText('91350100M000100Y43')).toBeTruthy();
  expect(sent.length).toBeLessThan(6);
});
