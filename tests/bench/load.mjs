// Sends requests as fast as they are answered and counts the answers. Called by bench.mjs.
import autocannon from 'autocannon';

/**
 * @typedef {{ method?: string, path: string, headers?: Record<string, string>, body?: string, answered?: (ok: boolean) => void }} Request
 * @param {{ origin: string, connections: number, amount: number, next: () => Request }} load `next` makes the next request of any connection.
 *   A number of requests and not a time: a request that is cut off at the end may have changed something all the same.
 * @returns {Promise<{ perSecond: number, failures: string[] }>} answers of 2xx a second; each other answer by its status and body
 */
export async function sendLoad({ origin, connections, amount, next }) {
  const failures = [];
  const began = performance.now();
  // autocannon itself looks only once a second whether all are answered.
  let answeredAt = began;
  const result = await autocannon({
    url: origin,
    connections,
    amount,
    timeout: 60,
    requests: [
      {
        setupRequest: (request, context) => {
          const { method = 'GET', path, headers, body, answered } = next();
          context.answered = answered;
          return {
            ...request,
            method,
            path,
            headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
            body,
          };
        },
        onResponse: (status, body, context) => {
          answeredAt = performance.now();
          const ok = status >= 200 && status < 300;
          if (!ok) failures.push(`${status} ${body.slice(0, 200)}`);
          context.answered?.(ok);
        },
      },
    ],
  });
  if (result.errors > 0) failures.push(`${result.errors} requests without an answer`);
  return { perSecond: (result['2xx'] / (answeredAt - began)) * 1000, failures };
}
