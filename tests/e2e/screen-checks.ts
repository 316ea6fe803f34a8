/** What must hold of every screen whatever it shows: drawn to its end, accessible, no wider than its window, no text without words. Called by the browser tests. */
import AxeBuilder from '@axe-core/playwright';
import { catalogues } from '@daiban/i18n';
import type { Page } from 'playwright-core';

/** A key that a person would read where its text is missing: `dashboard.nav.people`. */
const BARE_KEY = new RegExp(`(?<![-\\w])(${Object.keys(catalogues.en).join('|')})\\.[a-z_]+(\\.[a-z_]+)*\\b`, 'gi');
/** A code that stands where its word should: `admin_named`. Ids of rules (`route.small_transfer`) WeChat’s `gh_…` and the beginning of an API key (`dbk_…`) are shown on purpose. */
const BARE_CODE = /(?<![\w.@/=-])(?!(gh|dbk)_)[a-z]{2,}(_[a-z]+)+(?![\w.@])/g;
/** A parameter that nobody filled in. */
const BARE_PARAMETER = /\{\{[^}]*\}\}/g;

/** Waits until nothing that can be seen says that it is loading, and fonts are there. What a tab hides is read when the tab is opened. */
export async function untilDrawn(page: Page): Promise<void> {
  await page.locator('h1, h2, [role=alert]').first().waitFor();
  await page.waitForFunction(() => {
    const loading = [...document.querySelectorAll('[aria-busy=true], .mantine-Skeleton-root')];
    return !loading.some((element) => element.checkVisibility());
  });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await untilStill(page);
}

/** Colours on their way from one to another are nobody's: waits until everything that moves to an end is there. */
async function untilStill(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(
        (animation) => animation.playState !== 'running' || animation.effect?.getComputedTiming().endTime === Infinity,
      ),
  );
}

/** Everything wrong with the page as it is drawn now, one line each; none when all is well. */
export async function findFaults(page: Page): Promise<string[]> {
  await untilStill(page);
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'])
    .setLegacyMode()
    .analyze();
  const texts = await page.evaluate(() => `${document.title}\n${document.body.innerText}`);
  return [
    ...violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, failureSummary }) => `axe ${id} (${help}): ${target.join(' ')} ${failureSummary ?? ''}`),
    ),
    ...(await page.evaluate(findWideElements)).map((element) => `wider than the window: ${element}`),
    ...(texts.match(BARE_KEY) ?? []).filter(isNoRule).map((key) => `text without words: ${key}`),
    ...(texts.match(BARE_CODE) ?? []).map((code) => `code without a word: ${code}`),
    ...(texts.match(BARE_PARAMETER) ?? []).map((parameter) => `parameter without a value: ${parameter}`),
  ];
}

/** A rule is named by its id, which may begin like a key: `calendar.notice`. */
function isNoRule(key: string): boolean {
  return !(key in catalogues.en.rules);
}

/** Runs in the page: the page itself when it scrolls sideways, and what stands out of the window and cannot be scrolled to. */
function findWideElements(): string[] {
  const width = document.documentElement.clientWidth;
  const scrolls = (element: Element | null): boolean =>
    element !== null &&
    (/auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
  const name = (element: Element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`;
  const wide = [...document.body.querySelectorAll('*')].filter((element) => {
    const { right, width: itsWidth, height } = element.getBoundingClientRect();
    return itsWidth > 1 && height > 1 && right > width + 1 && !scrolls(element.parentElement);
  });
  const pageScrolls = document.documentElement.scrollWidth > width;
  return [...(pageScrolls ? ['the page'] : []), ...wide.slice(0, 3).map(name)];
}
