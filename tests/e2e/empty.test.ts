/** An installation with nothing in it: set up at its one-time address, and every empty screen says what to do next. */
import { text } from '@daiban/i18n';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { paths } from '../../apps/dashboard/src/config/paths.js';
import { startInstallation, type Installation } from './installation.js';
import { chooseLanguage, look, looks, pressButton, windowOf, type Look } from './looks.js';
import { untilDrawn } from './screen-checks.js';

jest.setTimeout(60_000);

const OWNER = { name: 'Wei', email: 'wei@seven-lanterns.example', password: 'seven lanterns on a bridge' };

let installation: Installation;
beforeAll(async () => {
  installation = await startInstallation({ DAIBAN_DEMO: '0' });
}, 60_000);
afterAll(() => installation.stop());

test('is set up at its one-time address, which never serves again', async () => {
  const seen: Look = looks[0] ?? ['en', 1280];
  const [locale] = seen;
  const watched = await installation.open(windowOf(seen));
  const { page } = watched;
  const address = installation.server.setUpAddress ?? '';
  const fill = async (agency: string): Promise<void> => {
    const field = (key: Parameters<typeof text>[1]) => page.getByRole('textbox', { name: text(locale, key) });
    await field('records.setup.agency').fill(agency);
    await field('records.setup.name').fill(OWNER.name);
    await field('records.setup.email').fill(OWNER.email);
    await page.locator('input[type=password]').fill(OWNER.password);
    await pressButton('records.setup.action')(page, locale);
  };
  expect(await look(watched, { name: 'setup', address }, seen)).toEqual([]);
  await fill('Seven Lanterns');
  await page.getByText(text(locale, 'dashboard.registrations.empty')).waitFor();
  expect(await page.locator('nav').first().textContent()).toContain('Seven Lanterns');

  await page.goto('about:blank');
  await page.goto(address);
  await untilDrawn(page);
  await fill('A second agency');
  await page.getByRole('alert').waitFor();
  expect(new URL(page.url()).pathname).toBe(paths.setup);
  await watched.close();
});

test.each(looks)('teaches the next step on every empty screen, in %s at %i pixels', async (...seen) => {
  const [locale] = seen;
  const watched = await installation.open(windowOf(seen));
  const { page } = watched;
  await page.goto(paths.signIn);
  await chooseLanguage(page, locale);
  await page.locator('input[name=email]').fill(OWNER.email);
  await page.locator('input[name=password]').fill(OWNER.password);
  await pressButton('dashboard.sign_in.action')(page, locale);
  await page.getByText(text(locale, 'dashboard.registrations.empty')).waitFor();
  for (const name of [
    ...(['registrations', 'newRegistration', 'clients', 'people', 'outbox', 'imports'] as const),
    ...(['advisor', 'capacity', 'emails', 'rules', 'calendar', 'checks', 'team'] as const),
  ])
    expect(await look(watched, { name: `empty-${name}`, address: paths[name] }, seen)).toEqual([]);
  await watched.close();
});
