import { expect, test } from '@jest/globals';
import { useQuery } from '@tanstack/react-query';
import { getClient, type Client } from '@daiban/contracts';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { paths } from '../config/paths.js';
import { callApi } from '../lib/call-api.js';
import { answerCalls } from '../testing/answer-calls.js';
import { renderRoute } from '../testing/render-route.js';
import { RecordPage } from './record-page.js';

const ID = '0199a000-0000-7000-8000-000000000001';
const CLIENT: Client = {
  id: ID,
  version: 1,
  name: 'Northlight',
  countryCode: 'ES',
  locale: 'en',
  timeZone: 'Europe/Madrid',
  contacts: [],
  openRegistrations: 0,
  erasedAt: null,
  createdAt: '2026-09-01T00:00:00.000Z',
};
const problem = (status: number, code: string) => ({
  type: 'about:blank',
  title: code,
  detail: code,
  requestId: 'r-1',
  status,
  code,
});

function Screen() {
  const query = useQuery({
    queryKey: ['client'],
    queryFn: () => callApi(getClient, { params: { id: ID } }),
    retry: false,
  });
  return (
    <RecordPage query={query} list={{ to: paths.clients, label: 'Clients' }} nameOf={({ name }) => name}>
      {({ timeZone }) => <p>{timeZone}</p>}
    </RecordPage>
  );
}
const open = async (...answers: object[]) => {
  answerCalls({ [`GET /clients/${ID}`]: () => answers.shift() ?? {} });
  await renderRoute(paths.client, Screen, `/clients/${ID}`);
};

test('a record stands under its name, in the crumbs and in the title of the tab', async () => {
  await open(CLIENT);
  expect(await screen.findByText('Europe/Madrid')).toBeTruthy();
  expect(screen.getByText('Northlight').getAttribute('aria-current')).toBe('page');
  expect(document.title).toBe('Northlight · Daiban');
});

test('one that is not there leads back to the list', async () => {
  await open(problem(404, 'resource.not_found'));
  expect(await screen.findByText('There is no such record, or it is not yours')).toBeTruthy();
  expect(screen.getAllByRole('link', { name: 'Clients' }).map((link) => link.getAttribute('href'))).toEqual([
    '/clients',
    '/clients',
  ]);
});

test('one that could not be read is asked for again', async () => {
  await open(problem(500, 'internal.error'), CLIENT);
  expect(screen.queryByText('Europe/Madrid')).toBeNull();
  await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('Europe/Madrid')).toBeTruthy();
});
