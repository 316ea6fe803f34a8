/** Draws a page of the portal over an API that answers as a test says, and notes what was asked. */
import { Suspense, type ReactNode } from 'react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { PortalVisit } from '@daiban/contracts';
import type { Locale } from '@daiban/domain/enumerations';
import { LocaleProvider } from '../lib/locale.js';
import { VisitProvider } from '../lib/visit.js';

/** A call as it was sent. */
export interface SentCall {
  readonly call: string;
  readonly body: unknown;
}

/** By "METHOD path" below /api/v1/portal, without the query: what is answered, how it is worked out at that moment, or a refusal. */
export type Answers = Readonly<Record<string, unknown>>;

/** An answer that is a refusal. */
export class Refusal {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail = 'It is refused.',
  ) {}
}

export function aVisit(changes: Partial<PortalVisit> = {}): PortalVisit {
  return {
    kind: 'contact',
    name: 'Ruth Okafor',
    locale: 'en',
    timeZone: 'Europe/Rome',
    clientName: 'Northlight',
    registrationId: null,
    prerequisiteId: null,
    preview: null,
    agency: {
      name: 'Lantern Bridge',
      nameZh: '灯桥咨询',
      slug: null,
      brandColour: null,
      legalName: null,
      address: null,
      contactEmail: null,
      website: null,
    },
    ...changes,
  };
}

/** The caller cleans up and puts `fetch` back. What is not in `answers` is answered 404. */
export function openPage(page: ReactNode, answers: Answers, locale: Locale = 'en'): SentCall[] {
  const sent: SentCall[] = [];
  const all: Answers = { 'GET /session': aVisit({ locale }), ...answers };
  globalThis.fetch = async (input, init) => {
    const url = new URL(typeof input === 'object' && 'url' in input ? input.url : input, 'http://localhost');
    const call = `${init?.method ?? 'GET'} ${url.pathname.replace('/api/v1/portal', '')}`;
    sent.push({ call: call + url.search, body: typeof init?.body === 'string' ? JSON.parse(init.body) : null });
    const answer = call in all ? all[call] : new Refusal(404, 'resource.not_found');
    return toResponse(typeof answer === 'function' ? (answer() as unknown) : answer);
  };
  const client = new QueryClient({ defaultOptions: { queries: { retryDelay: 1 } } });
  render(
    <QueryClientProvider client={client}>
      <LocaleProvider initial={locale}>
        <VisitProvider asked>
          <Suspense>{page}</Suspense>
        </VisitProvider>
      </LocaleProvider>
    </QueryClientProvider>,
  );
  return sent;
}

function toResponse(answer: unknown): Response {
  const refused = answer instanceof Refusal;
  const body = refused
    ? {
        type: '/problems/x',
        title: 'x',
        status: answer.status,
        code: answer.code,
        detail: answer.detail,
        requestId: 'r1',
      }
    : answer;
  return {
    ok: !refused,
    status: refused ? answer.status : 200,
    headers: {
      get: (name: string) =>
        name === 'content-type' ? (refused ? 'application/problem+json' : 'application/json') : null,
    },
    json: async () => body,
  } as unknown as Response;
}
