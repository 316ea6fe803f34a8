import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Rule } from '@daiban/contracts';
import { residentIdCheckCharacter } from '@daiban/domain/identity';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { paths } from '../../../config/paths.js';
import { renderScreen, type ScreenOptions } from '../../../testing/render-screen.js';
import { NewPersonPage } from './new-person-page.js';

// jsdom has no page to scroll.
globalThis.scrollTo = () => undefined;

/** An area code that nobody was ever given, so that the number is nobody's. */
const FIRST_17 = '99999919880101123';
const RIGHT = FIRST_17 + residentIdCheckCharacter(FIRST_17);
const WRONG = FIRST_17 + (RIGHT.endsWith('5') ? '6' : '5');

async function open(options: ScreenOptions = {}): Promise<void> {
  const root = createRootRoute({ component: Outlet });
  const page = createRoute({ getParentRoute: () => root, path: paths.newPerson, component: NewPersonPage });
  const person = createRoute({ getParentRoute: () => root, path: paths.person, component: () => <p>The person</p> });
  const router = createRouter({
    routeTree: root.addChildren([page, person]),
    history: createMemoryHistory({ initialEntries: [paths.newPerson] }),
  });
  await router.load();
  renderScreen(<RouterProvider router={router as never} />, options);
}

/** The parts of a Response that are read; jsdom has none of its own. */
function response(status: number, body: object): Response {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  return {
    ok: status < 400,
    status,
    headers: { get: (name: string) => (name === 'content-type' ? type : null) },
    json: () => Promise.resolve(body),
  } as unknown as Response;
}

const OF_AGE: Rule = {
  id: 'admin.minimum_age',
  noun: 'admin',
  value: 18,
  kind: 'hard',
  text: 'An administrator must be of age',
  sentence: 'The administrator is 18 years old or older on the day.',
  source: { key: 'form', title: 'A form', publisher: 'Tencent', address: null, heldOn: '2018', says: 'An adult.' },
  alsoSources: [],
  disputed: null,
  form: null,
  validFrom: '2018-11-16',
  validTo: null,
  lastChecked: '2026-11-20',
  reviewBy: '2027-05-20',
  reviewOverdue: false,
  confidence: 'H',
  overridden: null,
  history: [],
};

/** The API's answer to what is sent; the rule of the age is answered on its own. */
function answer(status: number, body: object): jest.Mock<typeof fetch> {
  const call = jest.fn<typeof fetch>(() => Promise.resolve(response(status, body)));
  globalThis.fetch = (input, init) =>
    input === '/api/v1/rules/admin.minimum_age' ? Promise.resolve(response(200, OF_AGE)) : call(input, init);
  return call;
}
const before = globalThis.fetch;
beforeEach(() => {
  answer(500, {});
});
afterEach(() => {
  globalThis.fetch = before;
});

describe('a new person', () => {
  test('who is not of age yet is told so, and may be entered', async () => {
    await open();
    const field = screen.getByLabelText(/ID number/);
    const child = '99999920150101123';
    await userEvent.type(field, child + residentIdCheckCharacter(child));
    expect(await screen.findByText(/The person is under 18/)).toBeTruthy();
    expect(field.getAttribute('aria-invalid')).toBeNull();
  });

  test('with a wrong digit in the resident ID is told while typing, before anything is sent', async () => {
    const call = answer(500, {});
    await open();
    const field = screen.getByLabelText(/ID number/);
    await userEvent.type(field, FIRST_17.slice(0, 12));
    expect(screen.getByText('12 of 18 characters')).toBeTruthy();
    expect(field.getAttribute('aria-invalid')).toBeNull();
    await userEvent.type(field, WRONG.slice(12));
    expect(screen.getByText(/last character does not fit the others/)).toBeTruthy();
    expect(field.getAttribute('aria-invalid')).toBe('true');
    await userEvent.type(field, `{Backspace}${RIGHT.at(-1)}`);
    expect(screen.queryByText(/last character does not fit the others/)).toBeNull();
    expect(call).not.toHaveBeenCalled();
  });

  test('of another kind of ID is not measured by the resident ID’s rule', async () => {
    await open();
    await userEvent.selectOptions(screen.getByLabelText('Kind of ID'), 'passport');
    await userEvent.type(screen.getByLabelText(/ID number/), WRONG);
    expect(screen.queryByText(/last character does not fit/)).toBeNull();
  });

  test('that the API refuses keeps everything typed and says it at the field', async () => {
    const call = answer(422, {
      type: '/problems/resident_id.checksum',
      title: 'A rule says no',
      status: 422,
      code: 'refused',
      detail: 'A rule says no.',
      requestId: 'r-1',
      refusals: [
        {
          code: 'resident_id.checksum',
          message: 'The number cannot be right.',
          kind: 'hard',
          rule: null,
          clearedBy: 'Read it from the card again.',
          clearedByHolder: 'agency',
        },
      ],
    });
    await open();
    await userEvent.type(screen.getByLabelText(/^Name/), '周海宁');
    const field = screen.getByLabelText(/ID number/) as HTMLInputElement;
    await userEvent.type(field, WRONG);
    await userEvent.click(screen.getByRole('button', { name: 'Add person' }));
    expect(await screen.findByText('The number cannot be right. Read it from the card again.')).toBeTruthy();
    expect(field.value).toBe(WRONG);
    expect((screen.getByLabelText(/^Name/) as HTMLInputElement).value).toBe('周海宁');
    expect(call).toHaveBeenCalledTimes(1);
  });

  test('is not sent by the Enter that chooses a Chinese word', async () => {
    const call = answer(500, {});
    await open();
    const name = screen.getByLabelText(/^Name/);
    await userEvent.type(name, '周');
    const enter = new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true, cancelable: true });
    name.dispatchEvent(enter);
    expect(enter.defaultPrevented).toBe(true);
    expect(call).not.toHaveBeenCalled();
  });

  test('is not for a viewer, who is told which roles and which colleagues can', async () => {
    await open({ role: 'viewer' });
    expect(screen.queryByRole('button', { name: 'Add person' })).toBeNull();
    expect(screen.getByText('Your role does not open this')).toBeTruthy();
    expect(screen.getByText('Whoever has one of these roles can: Owner, Manager, Specialist.')).toBeTruthy();
    expect(screen.getByText('Ask Jun.')).toBeTruthy();
  });

  test('is not for a viewer who reads Chinese either', async () => {
    await open({ role: 'viewer', locale: 'zh' });
    expect(screen.getByText('以下角色可以：所有者、经理、专员。')).toBeTruthy();
    expect(screen.getByText('可请 Jun 处理。')).toBeTruthy();
  });
});
