/** A real Chromium for a test, and a page that notices what a person would not see: errors and security reports. Called by tests/e2e. */
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

/** Opens the browser that browser-setup.mjs unpacked. The caller closes it in `afterAll`. */
export async function openBrowser(): Promise<Browser> {
  const found = process.env['TEST_CHROMIUM'];
  if (!found) throw new Error('TEST_CHROMIUM is not set: run this test in jest\'s "browser" project');
  const { executablePath, env } = JSON.parse(found) as { executablePath: string; env: Record<string, string> };
  return chromium.launch({
    executablePath,
    env: { ...(process.env as Record<string, string>), ...env },
    // The package's own list of flags would switch off what browser tests are for (--disable-web-security).
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
}

/** Console errors that say nothing about the product: a refusal that the screen shows; the script below in a frame where none may run. */
const OF_THE_TEST_ITSELF = ['Failed to load resource', "Blocked script execution in 'about:blank'"];

/** A page in a context (cookies, language, size) of its own. */
export interface WatchedPage {
  readonly page: Page;
  /** What went wrong unseen, in the order it happened; a test ends with `expect(unseen).toEqual([])`. */
  readonly unseen: readonly string[];
  close(): Promise<void>;
}

/**
 * Opens a page that collects uncaught errors, console errors and breaches of the Content-Security-Policy or of Trusted Types.
 */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 800 }, ...options });
  const unseen: string[] = [];
  await context.exposeFunction('reportBreach', (text: string) => void unseen.push(text));
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      const report = (globalThis as unknown as { reportBreach(text: string): void }).reportBreach;
      report(`policy ${event.effectiveDirective} broken by ${event.blockedURI || 'inline'} ${event.sample}`);
    });
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => unseen.push(`uncaught ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !OF_THE_TEST_ITSELF.some((begin) => message.text().startsWith(begin)))
      unseen.push(`console ${message.text()}`);
  });
  return { page, unseen, close: () => context.close() };
}
