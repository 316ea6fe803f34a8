/** Looks at a screen as it stands, in a language and at a width: keeps its picture and says what is wrong with it. Called by the tests that go through all screens. */
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Locale } from '@daiban/domain/enumerations';
import { text } from '@daiban/i18n';
import type { BrowserContextOptions, Page } from 'playwright-core';
import type { WatchedPage } from '../support/browser.js';
import { findFaults, untilDrawn } from './screen-checks.js';

/** A language and a width in pixels. */
export type Look = readonly [locale: Locale, width: number];

export const NARROW = 390;
export const WIDE = 1280;
/** The narrowest phone that the client's page is made for. */
export const SMALLEST = 360;

const seed = Number(process.env['DAIBAN_SEED'] ?? Math.floor(Math.random() * 1000));

const PAIRS: readonly (readonly [Look, Look])[] = [
  [
    ['en', NARROW],
    ['zh', WIDE],
  ],
  [
    ['en', WIDE],
    ['zh', NARROW],
  ],
];

/** Once in English and once in Chinese, once narrow and once wide, in the light or in the dark, as the seed decides; with DAIBAN_FULL=1 all four. */
export const looks: readonly Look[] = process.env['DAIBAN_FULL'] === '1' ? PAIRS.flat() : (PAIRS[seed % 2] ?? []);
process.stdout.write(`screens: DAIBAN_SEED=${seed}\n`);

/** A window, a browser's language and its colours. */
export const windowOf = ([locale, width]: Look): BrowserContextOptions => ({
  locale: locale === 'zh' ? 'zh-CN' : 'en-GB',
  viewport: { width, height: width < WIDE ? 844 : 800 },
  colorScheme: seed % 4 < 2 ? 'light' : 'dark',
});

/** A screen: what it is called in its picture, how to come there, and what to do before it is looked at. */
export interface Screen {
  readonly name: string;
  readonly address: string;
  readonly prepare?: (page: Page, locale: Locale) => Promise<void>;
  /** Calls to the API that fail while it is looked at: our server broke, or it cannot be reached. */
  readonly broken?: { readonly calls: string; readonly by: 'error' | 'no network' };
}

/** What a call gets whose server broke. */
const OUR_FAULT = {
  status: 500,
  contentType: 'application/problem+json',
  body: JSON.stringify({
    type: 'about:blank',
    title: 'Unexpected',
    status: 500,
    code: 'server.unexpected',
    detail: 'Unexpected.',
    requestId: '01998e5c-0000-7000-8000-00000000eeee',
  }),
};
/** The router tells the console as well what its screen shows. */
const TOLD_WHEN_BROKEN = /^console (ProblemError: 500|TypeError: Failed to fetch)/;

const pictures = resolve(import.meta.dirname, '../../test-results');
mkdirSync(pictures, { recursive: true });

/** Goes to a screen and answers what is wrong with it, one line each; its picture is kept in test-results/. */
export async function look({ page, unseen }: WatchedPage, screen: Screen, [locale, width]: Look): Promise<string[]> {
  const before = unseen.length;
  const { name, address, prepare, broken } = screen;
  // A fragment alone would not load the page anew.
  await page.goto('about:blank');
  if (broken) {
    await page.route(broken.calls, (route) =>
      broken.by === 'error' ? route.fulfill(OUR_FAULT) : route.abort('internetdisconnected'),
    );
  }
  await page.goto(address);
  await untilDrawn(page);
  await prepare?.(page, locale);
  await untilDrawn(page);
  await page.screenshot({
    path: resolve(pictures, `${name}-${locale}-${width}.png`),
    fullPage: (await page.getByRole('dialog').count()) === 0,
  });
  if (broken) await page.unroute(broken.calls);
  const told = unseen.slice(before).filter((line) => !(broken && TOLD_WHEN_BROKEN.test(line)));
  return [...(await findFaults(page)), ...told];
}

/** Presses the first button with this text. */
export const pressButton =
  (key: Parameters<typeof text>[1]) =>
  async (page: Page, locale: Locale): Promise<void> => {
    const name = text(locale, key);
    await page.getByRole('button', { name, exact: true }).first().click();
  };

/** Chooses the language where the page offers it openly: at the sign-in and in the portal. */
export async function chooseLanguage(page: Page, locale: Locale): Promise<void> {
  await page.locator(`button[lang=${locale === 'zh' ? 'zh-Hans' : 'en'}]`).click();
}
