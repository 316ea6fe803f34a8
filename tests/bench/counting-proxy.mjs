// Stands between the API and PostgreSQL and counts round trips: what the API sends after the database has answered begins one. Called by bench.mjs.
import { connect, createServer } from 'node:net';

/** @returns {Promise<{ url: (target: string) => string, trips: () => number, stop: () => void }>} `url` leads to `target` through the proxy */
export async function startCountingProxy({ hostname, port }) {
  let trips = 0;
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    let answered = true;
    near.on('data', (chunk) => {
      if (answered) trips += 1;
      answered = false;
      far.write(chunk);
    });
    far.on('data', (chunk) => {
      answered = true;
      near.write(chunk);
    });
    near.on('error', () => far.destroy()).on('close', () => far.destroy());
    far.on('error', () => near.destroy()).on('close', () => near.destroy());
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: (target) => {
      const address = new URL(target);
      address.host = `127.0.0.1:${server.address().port}`;
      return address.href;
    },
    trips: () => trips,
    stop: () => server.close(),
  };
}
