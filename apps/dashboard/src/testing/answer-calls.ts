/** Stands in for the API at its one port, `fetch`: answers by method and path, and keeps what was sent. Used by component tests alone. */
import { afterEach } from '@jest/globals';

export interface SentCall {
  readonly method: string;
  /** With its search. */
  readonly path: string;
  readonly body: unknown;
}

type Answer = (call: SentCall) => object;

const before = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = before;
});

/** @param answers by `GET /calendar/years`; an answer with a numeric `status` is a problem */
export function answerCalls(answers: Readonly<Record<string, Answer>>): readonly SentCall[] {
  const sent: SentCall[] = [];
  globalThis.fetch = (address, init) => {
    const url = new URL(typeof address === 'object' && 'url' in address ? address.url : address, 'https://daiban.test');
    const call: SentCall = {
      method: init?.method ?? 'GET',
      path: url.pathname.replace('/api/v1', '') + url.search,
      body: typeof init?.body === 'string' ? JSON.parse(init.body) : undefined,
    };
    sent.push(call);
    const answer = answers[`${call.method} ${url.pathname.replace('/api/v1', '')}`];
    if (!answer) return Promise.reject(new Error(`Nobody answers ${call.method} ${url.pathname}.`));
    const body = answer(call);
    const status = 'status' in body && typeof body.status === 'number' ? body.status : 200;
    const type = status < 400 ? 'application/json' : 'application/problem+json';
    return Promise.resolve({
      ok: status < 400,
      status,
      headers: { get: (name: string) => (name === 'content-type' ? type : null) },
      json: () => Promise.resolve(body),
    } as unknown as Response);
  };
  return sent;
}
