/**
 * Every screen of both apps, in both languages, on a phone and on a desk: accessible (axe, WCAG 2.2 AA), no wider than its window, every text in
 * words. Leaves a picture of each in test-results/. One run sees each screen once in English and once in Chinese, one narrow and one wide, light
 * or dark, as a printed seed decides; DAIBAN_FULL=1 sees all four.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  createAdminLink,
  getAdvice,
  getCapacity,
  importSheet,
  listCasePapers,
  listDeliveries,
  listPeople,
  type Paper,
} from '@daiban/contracts';
import type { Locale, Role } from '@daiban/domain/enumerations';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { paths } from '../../apps/dashboard/src/config/paths.js';
import { paths as portalPaths } from '../../apps/portal/src/config/paths.js';
import { text } from '@daiban/i18n';
import type { Page } from 'playwright-core';
import type { WatchedPage } from '../support/browser.js';
import { startInstallation, type Installation } from './installation.js';
import { chooseLanguage, look, looks, NARROW, pressButton, SMALLEST, windowOf, type Screen } from './looks.js';
import { findFaults, untilDrawn } from './screen-checks.js';

jest.setTimeout(60_000);

const NOBODYS_ID = '01998e5c-0000-7000-8000-0000000000ff';
/** The demo's people by the language they chose. */
const READERS: Record<Locale, Role> = { en: 'owner', zh: 'manager' };

let installation: Installation;
/** What the placeholders of the dashboard's addresses stand for. */
const ids: Record<string, string> = {};
/** Papers of the demo's case that has them in every state. */
let papers: readonly Paper[] = [];

beforeAll(async () => {
  installation = await startInstallation();
  const inReview = await installation.findCase(({ stage }) => stage === 'review');
  const people = await installation.call('viewer', listPeople, { query: { limit: 1 } });
  const mails = await installation.call('viewer', listDeliveries, { query: { limit: 1, state: 'accepted' } });
  ids['registrationId'] = inReview.id;
  ids['readyId'] = (await installation.findCase(({ stage }) => stage === 'ready')).id;
  ids['waitingId'] = (await installation.findCase(({ stage }) => stage === 'prerequisites')).id;
  ids['clientId'] = inReview.client.id;
  const gathering = await installation.findCase(({ proposedName }) => proposedName === '金合欢营养');
  ids['gatheringId'] = gathering.id;
  ids['gatheringClientId'] = gathering.client.id;
  papers = (await installation.call('specialist', listCasePapers, { params: { id: gathering.id } })).items;
  ids['scanId'] = (await installation.findCase(({ proposedName }) => proposedName === '北光照明日志')).id;
  ids['personId'] = people.items[0]?.id ?? '';
  ids['deliveryId'] = mails.items[0]?.id ?? '';
  for (const stage of ['live', 'restricted', 'migrating', 'closing'] as const)
    ids[`${stage}Id`] = (await installation.findCase((found) => found.stage === stage)).id;
  const licences = await installation.call('viewer', getCapacity, { query: { licenceOf: 'agency' } });
  ids['subjectId'] = licences.items[0]?.subject.id ?? '';
  const kept = await installation.call('manager', getAdvice, {
    query: {},
    body: {
      goal: 'ecommerce',
      subjectType: 'overseas_enterprise',
      countryCode: 'HK',
      hasMainlandLicence: false,
      hasMainlandOffice: true,
      needsWechatPay: true,
    },
  });
  ids['adviceId'] = kept.id ?? '';
  const sheet = new Blob([readFileSync(resolve(import.meta.dirname, '../fixtures/chinese-sheet.semicolon.csv'))]);
  const imported = await installation.call('owner', importSheet, {
    query: { fileName: 'chinese-sheet.csv' },
    body: sheet,
  });
  ids['importId'] = imported.id;
}, 120_000);
afterAll(() => installation.stop());

/** Opens a dialog by the first button with this text. */
const openDialog =
  (key: Parameters<typeof pressButton>[0]) =>
  async (page: Page, locale: Locale): Promise<void> => {
    await pressButton(key)(page, locale);
    await page.getByRole('dialog').waitFor();
  };

/** Opens what the last row's button with this text opens. */
const openLast =
  (key: Parameters<typeof pressButton>[0]) =>
  async (page: Page, locale: Locale): Promise<void> => {
    await page
      .getByRole('button', { name: text(locale, key) })
      .last()
      .click();
    await page.getByRole('dialog').waitFor();
  };

/** Opens the rule behind the first number. */
const openWhy = async (page: Page): Promise<void> => {
  await page.locator('.why-button').first().click();
  await page.locator('.why-panel a').first().waitFor();
};

const staffScreens: readonly Screen[] = [
  { name: 'registrations', address: paths.registrations },
  { name: 'registrations-none-fits', address: `${paths.registrations}?q=zzzz` },
  { name: 'case', address: paths.registration },
  {
    name: 'case-dialog',
    address: paths.registration,
    prepare: async (page, locale) => {
      await pressButton('states.event.case_paused')(page, locale);
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'case-live', address: paths.registration.replace('$registrationId', '$liveId') },
  {
    name: 'case-operator-dialog',
    address: paths.registration.replace('$registrationId', '$liveId'),
    prepare: openDialog('capacity.operators.bind'),
  },
  { name: 'case-restricted', address: paths.registration.replace('$registrationId', '$restrictedId') },
  { name: 'case-migrating', address: paths.registration.replace('$registrationId', '$migratingId') },
  { name: 'case-closing', address: paths.registration.replace('$registrationId', '$closingId') },
  { name: 'advisor', address: paths.advisor },
  {
    name: 'advisor-allowed',
    address: `${paths.advisor}?goal=customer_service&country=HK&office=true`,
    prepare: openWhy,
  },
  {
    name: 'advisor-refused',
    address: `${paths.advisor}?goal=content&country=CN&subscriptions=1&services=1&restricted=true&pay=true&trademark=none`,
  },
  { name: 'advisor-unknown', address: `${paths.advisor}?goal=customer_service&country=MY&type=wecom` },
  { name: 'kept-advice', address: paths.keptAdvice },
  { name: 'preflight', address: paths.preflight.replace('$registrationId', '$readyId') },
  { name: 'preflight-blocked', address: paths.preflight.replace('$registrationId', '$waitingId') },
  { name: 'preflight-submitted', address: paths.preflight },
  { name: 'case-papers', address: paths.registration.replace('$registrationId', '$gatheringId') },
  { name: 'case-appointment', address: paths.registration.replace('$registrationId', '$scanId') },
  { name: 'review-queue', address: paths.reviewQueue },
  { name: 'review', address: paths.review.replace('$registrationId', '$gatheringId') },
  {
    name: 'review-return',
    address: paths.review.replace('$registrationId', '$gatheringId'),
    prepare: async (page, locale) => {
      await page.keyboard.press('r');
      await page.getByRole('radio').first().check();
      await pressButton('review.preview')(page, locale);
    },
  },
  {
    name: 'review-keys',
    address: paths.review.replace('$registrationId', '$gatheringId'),
    prepare: async (page) => {
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'review-nothing', address: paths.review },
  { name: 'settings', address: paths.settings },
  { name: 'new-registration', address: paths.newRegistration },
  { name: 'clients', address: paths.clients },
  { name: 'client', address: paths.client },
  { name: 'new-client', address: paths.newClient },
  { name: 'people', address: paths.people },
  { name: 'person', address: paths.person },
  { name: 'person-number-dialog', address: paths.person, prepare: openDialog('numbers.reveal_id') },
  { name: 'new-person', address: paths.newPerson },
  {
    name: 'case-why',
    address: paths.registration,
    prepare: async (page, locale) => {
      await page
        .getByRole('button', {
          name: text(locale, 'why.button_of', { what: text(locale, 'dashboard.case.expected') }),
          exact: true,
        })
        .click();
      await page.getByText(text(locale, 'why.open_rules')).waitFor();
    },
  },
  { name: 'capacity', address: paths.capacity },
  { name: 'capacity-none-fits', address: `${paths.capacity}?q=zzzz` },
  { name: 'capacity-people', address: `${paths.capacity}?view=people` },
  {
    name: 'capacity-person-leaves',
    address: `${paths.capacity}?view=people`,
    prepare: openLast('capacity.what_if.person'),
  },
  { name: 'subject', address: paths.subject },
  { name: 'subject-raise-dialog', address: paths.subject, prepare: openDialog('capacity.raise.granted') },
  { name: 'subject-elsewhere-dialog', address: paths.subject, prepare: openDialog('capacity.subject.elsewhere_add') },
  { name: 'emails', address: paths.emails },
  { name: 'emails-none-fits', address: `${paths.emails}?q=zzzz` },
  { name: 'rules', address: paths.rules },
  { name: 'rules-of-another-day', address: `${paths.rules}?noun=quota&asOf=2018-03-01` },
  { name: 'rules-none-fits', address: `${paths.rules}?q=zzzz` },
  {
    name: 'rule-opened',
    address: `${paths.rules}?q=quota.admin_id`,
    prepare: (page) => page.locator('details.rule-more summary').first().click(),
  },
  { name: 'calendar', address: paths.calendar },
  { name: 'calendar-not-announced', address: `${paths.calendar}?year=2027` },
  { name: 'checks', address: paths.checks },
  {
    name: 'checks-wrong-number',
    address: paths.checks,
    prepare: async (page) => {
      await page.getByRole('textbox').fill('9131011500O009996Q');
      await page.getByText('91310115000009996Q').waitFor();
    },
  },
  { name: 'outbox', address: paths.outbox },
  { name: 'mail', address: paths.mail },
  { name: 'imports', address: paths.imports },
  {
    name: 'import-preview',
    address: paths.imports,
    prepare: async (page) => {
      await page
        .locator('input[type=file]')
        .setInputFiles(resolve(import.meta.dirname, '../fixtures/agency-sheet.csv'));
      await page.locator('table').waitFor();
    },
  },
  { name: 'import-result', address: `${paths.imports}?run=$importId` },
  { name: 'team', address: paths.team },
  { name: 'no-such-page', address: '/nowhere' },
  { name: 'no-such-case', address: `${paths.registrations}/${NOBODYS_ID}` },
  { name: 'no-such-client', address: `${paths.clients}/${NOBODYS_ID}` },
  { name: 'no-such-person', address: `${paths.people}/${NOBODYS_ID}` },
  { name: 'no-such-subject', address: paths.subject.replace('$subjectId', NOBODYS_ID) },
  { name: 'no-such-advice', address: paths.keptAdvice.replace('$adviceId', NOBODYS_ID) },
  { name: 'no-such-preflight', address: paths.preflight.replace('$registrationId', NOBODYS_ID) },
];

/** What the owner alone is offered. */
const ownerScreens: readonly Screen[] = [
  { name: 'owner-settings', address: paths.settings },
  {
    name: 'owner-erase-dialog',
    address: paths.client.replace('$clientId', '$gatheringClientId'),
    prepare: openDialog('erasure.open'),
  },
  {
    name: 'owner-rule-dialog',
    address: `${paths.rules}?q=quota.admin_id`,
    prepare: async (page, locale) => {
      await page.locator('details.rule-more summary').first().click();
      await openDialog('rulebook.override')(page, locale);
    },
  },
  {
    name: 'owner-calendar-dialog',
    address: `${paths.calendar}?year=2027`,
    prepare: async (page) => {
      await page.locator('.year-bar button').click();
      await page.getByRole('dialog').waitFor();
    },
  },
];

/** What a viewer meets who may read everything and change nothing. */
const viewerScreens: readonly Screen[] = [
  { name: 'viewer-case', address: paths.registration },
  { name: 'viewer-review', address: paths.review.replace('$registrationId', '$gatheringId') },
  { name: 'viewer-settings', address: paths.settings },
  { name: 'viewer-new-registration', address: paths.newRegistration },
  { name: 'viewer-new-client', address: paths.newClient },
  { name: 'viewer-new-person', address: paths.newPerson },
  { name: 'viewer-imports', address: paths.imports },
  { name: 'viewer-advisor', address: `${paths.advisor}?goal=content&country=IT` },
  { name: 'viewer-preflight', address: paths.preflight.replace('$registrationId', '$readyId') },
  { name: 'viewer-capacity', address: paths.capacity },
  { name: 'viewer-subject', address: paths.subject },
  { name: 'viewer-emails', address: paths.emails },
  {
    name: 'viewer-rule',
    address: `${paths.rules}?q=quota.admin_id`,
    prepare: (page) => page.locator('details.rule-more summary').first().click(),
  },
  { name: 'viewer-calendar', address: `${paths.calendar}?year=2027` },
];

const signedOutScreens: readonly Screen[] = [
  { name: 'signed-out', address: paths.registrations },
  { name: 'sign-in', address: paths.signIn },
  {
    name: 'sign-in-refused',
    address: paths.signIn,
    prepare: async (page, locale) => {
      await page.locator('input[name=email]').fill('nobody@lantern-bridge.example');
      await page.locator('input[name=password]').fill('not the password');
      await pressButton('dashboard.sign_in.action')(page, locale);
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'setup-without-address', address: paths.setup },
  { name: 'portal-signed-out', address: portalPaths.home },
  { name: 'portal-no-link', address: portalPaths.enter },
  {
    name: 'portal-link-unusable',
    address: `${portalPaths.enter}#not-a-link`,
    prepare: pressButton('portal.enter.button'),
  },
  { name: 'portal-no-such-page', address: '/portal/nowhere' },
];

const API = '**/api/v1';
/** What a person sees when our server broke or cannot be reached. */
const brokenScreens: readonly Screen[] = [
  { name: 'unexpected', address: paths.registrations, broken: { calls: `${API}/session`, by: 'error' } },
  { name: 'offline', address: paths.registrations, broken: { calls: `${API}/session`, by: 'no network' } },
  { name: 'list-failed', address: paths.registrations, broken: { calls: `${API}/registrations?*`, by: 'error' } },
  {
    name: 'review-failed',
    address: paths.review.replace('$registrationId', '$gatheringId'),
    broken: { calls: `${API}/registrations/*/papers`, by: 'error' },
  },
  {
    name: 'review-queue-offline',
    address: paths.reviewQueue,
    broken: { calls: `${API}/review-queue*`, by: 'no network' },
  },
  { name: 'settings-failed', address: paths.settings, broken: { calls: `${API}/agency`, by: 'error' } },
  { name: 'case-failed', address: paths.registration, broken: { calls: `${API}/registrations/**`, by: 'error' } },
  {
    name: 'advice-failed',
    address: `${paths.advisor}?goal=content&country=IT`,
    broken: { calls: `${API}/advice*`, by: 'error' },
  },
  { name: 'capacity-failed', address: paths.capacity, broken: { calls: `${API}/capacity*`, by: 'error' } },
  { name: 'emails-offline', address: paths.emails, broken: { calls: `${API}/emails*`, by: 'no network' } },
  { name: 'rules-failed', address: paths.rules, broken: { calls: `${API}/rules*`, by: 'error' } },
  { name: 'calendar-failed', address: paths.calendar, broken: { calls: `${API}/calendar/**`, by: 'error' } },
  { name: 'portal-unexpected', address: portalPaths.home, broken: { calls: `${API}/portal/**`, by: 'error' } },
  { name: 'portal-offline', address: portalPaths.home, broken: { calls: `${API}/portal/**`, by: 'no network' } },
];

const seenAt = (screen: Screen): Screen => ({
  ...screen,
  address: screen.address.replace(/\$(\w+)/g, (_, name: string) => ids[name] ?? ''),
});

describe.each(looks)('in %s at %i pixels', (...seen) => {
  const [locale] = seen;

  describe.each([
    ['a member', READERS[locale], staffScreens],
    ['the owner', 'owner', ownerScreens],
    ['a viewer', 'viewer', viewerScreens],
    ['nobody in particular', null, signedOutScreens],
  ] as const)('as %s', (_, role, screens) => {
    let watched: WatchedPage;
    beforeAll(async () => {
      watched = role ? await installation.openAs(role, windowOf(seen)) : await installation.open(windowOf(seen));
      if (role === null || role === READERS[locale]) return;
      // Wei and Sofia read English; the browser keeps what is chosen before anybody is signed in.
      await watched.page.goto(paths.signIn);
      await chooseLanguage(watched.page, locale);
    });
    afterAll(() => watched.close());

    test.each(screens.map((screen) => [screen.name, screen] as const))('%s', async (_name, screen) => {
      expect(await look(watched, seenAt(screen), seen)).toEqual([]);
    });
  });
});

test.each(looks)('in %s at %i pixels every failure has a face', async (...seen) => {
  // Side by side: the time goes into the calls that the screens try again.
  const faults = await Promise.all(
    brokenScreens.map(async (screen) => {
      const watched = await installation.openAs(READERS[seen[0]], windowOf(seen));
      const found = await look(watched, seenAt(screen), seen);
      await watched.close();
      return [screen.name, found];
    }),
  );
  expect(faults).toEqual(brokenScreens.map(({ name }) => [name, []]));
});

describe.each(looks)('the client’s page in %s at %i pixels', (locale, width) => {
  const seen = [locale, width === NARROW ? SMALLEST : width] as const;

  test.each(['prerequisites', 'review', 'supplement', 'live', 'renewal_due', 'closed'] as const)(
    '%s',
    async (stage) => {
      const { client } = await installation.findCase((found) => found.stage === stage);
      const watched = await installation.open(windowOf(seen));
      const { page } = watched;
      await page.goto(await installation.portalLinkOf(client.id));
      await untilDrawn(page);
      expect(await findFaults(page)).toEqual([]);
      await pressButton('portal.enter.button')(page, locale);
      // The page opens in the client's language; the reader chooses another.
      await page.locator('.portal-columns').waitFor();
      await chooseLanguage(page, locale);
      expect(await look(watched, { name: `portal-${stage}`, address: portalPaths.home }, seen)).toEqual([]);
      await watched.close();
    },
  );
});

test.each(looks)('the client’s advisor in %s at %i pixels', async (locale, width) => {
  const seen = [locale, width === NARROW ? SMALLEST : width] as const;
  const { client } = await installation.findCase(({ stage }) => stage === 'prerequisites');
  const watched = await installation.open(windowOf(seen));
  const { page } = watched;
  await page.goto(await installation.portalLinkOf(client.id));
  await pressButton('portal.enter.button')(page, locale);
  await page.locator('.portal-columns').waitFor();
  await chooseLanguage(page, locale);
  const ask = async (goal: 'content' | 'customer_service', country: string): Promise<void> => {
    await page.getByRole('radio', { name: text(locale, `advisor.goal.${goal}`) }).check();
    await page.getByRole('combobox').first().selectOption(country);
  };
  const answered = async (): Promise<void> => page.locator('.advisor-verdict').waitFor();
  const screens: readonly Screen[] = [
    { name: 'portal-advisor', address: portalPaths.advisor },
    {
      name: 'portal-advisor-abroad',
      address: portalPaths.advisor,
      prepare: () => ask('customer_service', 'HK').then(answered),
    },
    {
      name: 'portal-advisor-mainland',
      address: portalPaths.advisor,
      prepare: () => ask('content', 'CN').then(answered),
    },
    {
      name: 'portal-advisor-failed',
      address: portalPaths.advisor,
      broken: { calls: `${API}/portal/advice`, by: 'error' },
      prepare: () => ask('content', 'IT').then(() => page.getByRole('alert').waitFor()),
    },
  ];
  for (const screen of screens) expect([screen.name, await look(watched, screen, seen)]).toEqual([screen.name, []]);
  await watched.close();
});

describe.each(looks)('the page of one paper in %s at %i pixels', (locale, width) => {
  test('still to come, returned, sent; and of nobody', async () => {
    const seen = [locale, width === NARROW ? SMALLEST : width] as const;
    const watched = await installation.open(windowOf(seen));
    const { page } = watched;
    await page.goto(await installation.portalLinkOf(ids['gatheringClientId'] ?? ''));
    await pressButton('portal.enter.button')(page, locale);
    await page.locator('.portal-columns').waitFor();
    await chooseLanguage(page, locale);
    const addressOf = (code: string, state: string): string => {
      const found = papers.find(({ prerequisite }) => prerequisite.code === code && prerequisite.state === state);
      return portalPaths.paper(found?.prerequisite.id ?? `no ${code} that is ${state}`);
    };
    const screens: readonly Screen[] = [
      { name: 'portal-paper-open', address: addressOf('legal_representative', 'open') },
      { name: 'portal-paper-refused-file', address: addressOf('name_right', 'open') },
      { name: 'portal-paper-returned', address: addressOf('company_certificate_translated', 'returned') },
      {
        name: 'portal-paper-link-made',
        address: addressOf('company_certificate_translated', 'returned'),
        prepare: async () => {
          await page.getByLabel(text(locale, 'task.delegate.label')).fill('Li Na');
          await pressButton('task.delegate.make')(page, locale);
          await page.locator('output').waitFor();
        },
      },
      { name: 'portal-paper-sent', address: addressOf('application_letter', 'submitted') },
      { name: 'portal-no-such-paper', address: portalPaths.paper(NOBODYS_ID) },
      {
        name: 'portal-paper-failed',
        address: addressOf('legal_representative', 'open'),
        broken: { calls: `${API}/portal/prerequisites/*`, by: 'error' },
      },
    ];
    for (const screen of screens) expect([screen.name, await look(watched, screen, seen)]).toEqual([screen.name, []]);
    await watched.close();
  });

  test('and the administrator’s own page: before they agree, and when their part is done', async () => {
    const seen = [locale, width === NARROW ? SMALLEST : width] as const;
    const watched = await installation.open(windowOf(seen));
    const { page } = watched;
    for (const [name, id] of [
      ['portal-admin-asked', ids['scanId']],
      ['portal-admin-done', ids['migratingId']],
    ] as const) {
      const { url } = await installation.call('specialist', createAdminLink, { params: { id: id ?? '' }, body: {} });
      await page.goto('about:blank');
      await page.goto(url);
      await page.locator('.portal-enter button').click();
      await page.waitForURL(`**${portalPaths.admin}`);
      await page.locator('.admin-counters').waitFor();
      await chooseLanguage(page, locale);
      expect([name, await look(watched, { name, address: portalPaths.admin }, seen)]).toEqual([name, []]);
    }
    await watched.close();
  });
});

/** Addresses that are looked at in another file, as it takes more to come there. */
const seenElsewhere: readonly string[] = [paths.leads, paths.dataRequests, paths.passport];

test('no address of the dashboard is left out', () => {
  const seen = new Set([...staffScreens, ...signedOutScreens].map(({ address }) => address));
  for (const path of seenElsewhere) seen.add(path);
  // Home is a way on to the registrations.
  expect(Object.values(paths).filter((path) => path !== paths.home && !seen.has(path))).toEqual([]);
});

test('no address of the portal is left out of the tests that look at screens', () => {
  const looking = readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => readFileSync(resolve(import.meta.dirname, name), 'utf8'))
    .filter((source) => source.includes('await look(') && source.includes('apps/portal/src/config/paths.js'));
  const isSeen = (name: string) =>
    looking.some((source) => new RegExp(`address: (\`\\$\\{)?(portalP|p)aths\\.${name}\\b`).test(source));
  // One paper, and one account among several, are looked at by addresses that are made above and in portal-home.test.ts.
  const named = Object.keys(portalPaths).filter((name) => name !== 'paper' && name !== 'account');
  expect(named.filter((name) => !isSeen(name))).toEqual([]);
});
