import { expect, jest, test } from '@jest/globals';
import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { paths } from '../../../config/paths.js';
import { answerCalls } from '../../../testing/answer-calls.js';
import { renderRoute } from '../../../testing/render-route.js';
import { SettingsPage } from './settings-page.js';

jest.setTimeout(30_000);

const AGENCY = {
  id: '0199a000-0000-7000-8000-000000000900',
  name: 'Lantern Bridge',
  nameZh: '灯桥咨询',
  slug: 'lantern-bridge',
  brandColour: '#9a3412',
  legalName: null,
  address: null,
  contactEmail: null,
  website: null,
  timeZone: 'Asia/Shanghai',
  locale: 'en',
  advisorUrl: 'https://daiban.example/portal/a/lantern-bridge',
  version: 3,
};
const TEXT = {
  kind: 'privacy_notice',
  version: 'daiban-1',
  en: '## Who\n\nWe.',
  zh: '## 谁\n\n我们。',
  setAt: null,
  setBy: null,
};

const open = (role: 'owner' | 'viewer' = 'owner', answer: object = { ...AGENCY, version: 4 }) => {
  const calls = answerCalls({
    'GET /agency': () => AGENCY,
    'GET /agency/texts': () => ({ items: [TEXT] }),
    'PATCH /agency': () => answer,
    'POST /agency/texts': () => ({ ...TEXT, version: 'agency-1', setAt: '2026-09-28T03:20:00.000Z', setBy: 'Wei' }),
    'GET /session': () => ({ status: 500 }),
  });
  return renderRoute(paths.settings, SettingsPage, '/settings', { role }).then(() => calls);
};

test('a light colour is told to reach the stripe alone, and what is sent is what changed', async () => {
  const calls = await open();
  const colour = await screen.findByLabelText('Colour');
  expect(screen.getByText(/the stripe and the buttons take it/)).toBeTruthy();
  fireEvent.change(colour, { target: { value: '#FFE08A' } });
  expect(screen.getByText(/the buttons keep the product’s own/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(calls.find(({ method }) => method === 'PATCH')?.body).toEqual({ expectedVersion: 3, brandColour: '#ffe08a' });
});

test('a short name that is taken is told at its field', async () => {
  const refusal = {
    code: 'agency.slug_taken',
    kind: 'hard',
    message: 'Another agency has this short name.',
    rule: null,
    clearedBy: 'Choose another.',
    clearedByHolder: 'agency',
  };
  const problem = {
    type: 'about:blank',
    title: 'No',
    status: 422,
    code: 'agency.slug_taken',
    detail: 'No',
    requestId: 'r',
  };
  await open('owner', { ...problem, refusals: [refusal] });
  const slug = await screen.findByLabelText(/Short name/);
  await userEvent.type(slug, '-two');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Another agency has this short name. Choose another.')).toBeTruthy();
  expect((slug as HTMLInputElement).value).toBe('lantern-bridge-two');
});

test('a text of the agency’s own is written in both languages and published as a version', async () => {
  const calls = await open();
  await userEvent.click(await screen.findByRole('button', { name: 'Write your own' }));
  const publish = screen.getByRole('button', { name: 'Publish as a new version' }) as HTMLButtonElement;
  expect(publish.disabled).toBe(true);
  fireEvent.change(screen.getByLabelText(/English/), { target: { value: 'Ours.' } });
  fireEvent.change(screen.getByLabelText(/中文/), { target: { value: ' ' } });
  expect(screen.getByText(/Both languages are needed/)).toBeTruthy();
  fireEvent.change(screen.getByLabelText(/中文/), { target: { value: '我们的。' } });
  await userEvent.click(publish);
  expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({
    kind: 'privacy_notice',
    en: 'Ours.',
    zh: '我们的。',
  });
});

test('whoever is not the owner reads it and is told so', async () => {
  await open('viewer');
  expect(await screen.findByText('Only an owner changes this.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Write your own' })).toBeNull();
});
