/** A whole product for one browser test file: the built API as a process, on a database of its own, with a real mail server and a real browser. */
import {
  callOperation,
  createPortalLink,
  demoSignIn,
  getClient,
  listRegistrations,
  type Operation,
  type OperationAnswer,
  type OperationCall,
  type OperationDefinition,
  type RegistrationSummary,
} from '@daiban/contracts';
import type { Role } from '@daiban/domain/enumerations';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { MailCatcher } from '../../apps/api/src/features/deliveries/testing/mail-catcher.js';
import { openBrowser, openPage, type WatchedPage } from '../support/browser.js';
import { startServer, type TestServer } from '../support/server.js';
import { createTestDatabase } from '../support/test-database.js';

export interface Installation {
  readonly origin: string;
  readonly server: TestServer;
  /** What the product's SMTP_URL leads to. */
  readonly mails: MailCatcher;
  /** A page with cookies of its own; addresses given to it may begin with `/`. */
  open(options?: BrowserContextOptions): Promise<WatchedPage>;
  /** The same, signed in as one of the demo's four people by the call that the sign-in page's button makes. */
  openAs(role: Role, options?: BrowserContextOptions): Promise<WatchedPage>;
  /** Calls the API as a program with the demo's key of that role, for what a test needs to know or to have beforehand. */
  call<Definition extends OperationDefinition>(
    role: Role,
    operation: Operation<Definition>,
    input: OperationCall<Definition>,
  ): Promise<OperationAnswer<Definition>>;
  /** The demo's first case that fits. */
  findCase(fits: (found: RegistrationSummary) => boolean): Promise<RegistrationSummary>;
  /** A new link for the client's first contact, `http://…/portal/enter#…`. */
  portalLinkOf(clientId: string): Promise<string>;
  stop(): Promise<void>;
}

/** Starts all of it. The caller stops it in `afterAll`. @param env settings beside the mail server's, DAIBAN_DEMO=0 for an empty one */
export async function startInstallation(env: Readonly<Record<string, string>> = {}): Promise<Installation> {
  const mails = new MailCatcher();
  const [database, browser] = await Promise.all([createTestDatabase(), openBrowser(), mails.open()]);
  const stops: (() => Promise<void>)[] = [() => mails.close(), () => database.drop(), () => browser.close()];
  const stop = async () => {
    for (const end of stops.toReversed()) await end();
  };
  try {
    const server = await startServer({ database, env: { SMTP_URL: mails.url, ...env } });
    stops.push(() => server.stop());
    return { ...inBrowser(browser, server), mails, server, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function inBrowser(browser: Browser, { origin }: TestServer) {
  const keys = new Map<Role, Promise<string>>();
  const keyOf = (role: Role): Promise<string> => {
    const key =
      keys.get(role) ??
      callOperation(demoSignIn, { body: { as: role } }, { baseUrl: origin }).then(({ apiKey }) => apiKey);
    keys.set(role, key);
    return key;
  };
  const open = (options: BrowserContextOptions = {}) => openPage(browser, { baseURL: origin, ...options });
  const call: Installation['call'] = async (role, operation, input) =>
    callOperation(operation, input, { baseUrl: origin, headers: { Authorization: `Bearer ${await keyOf(role)}` } });
  return {
    origin,
    open,
    call,
    openAs: async (role: Role, options: BrowserContextOptions = {}) => {
      const opened = await open(options);
      const answer = await opened.page.request.post('/api/v1/demo/sign-in', {
        data: { as: role },
        headers: { Origin: origin },
      });
      if (!answer.ok()) throw new Error(`No demo sign-in: ${answer.status()} ${await answer.text()}`);
      return opened;
    },
    findCase: async (fits: (found: RegistrationSummary) => boolean) => {
      const { items } = await call('viewer', listRegistrations, { query: { limit: 200 } });
      const found = items.find(fits);
      if (!found) throw new Error('The demo has no such case.');
      return found;
    },
    portalLinkOf: async (clientId: string) => {
      const { contacts } = await call('specialist', getClient, { params: { id: clientId } });
      const contactId = contacts[0]?.id ?? '';
      const { url } = await call('specialist', createPortalLink, { params: { id: contactId }, body: {} });
      return url;
    },
  };
}
