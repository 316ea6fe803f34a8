import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { readSettings } from '../config/settings.js';
import { takeCspReports } from './csp-reports.js';
import { ErrorFilter } from './error.filter.js';
import { HttpProblem } from './http-problem.js';
import { createServer } from './server.js';
import { serveWebApps } from './web-apps.js';

const folder = mkdtempSync(join(tmpdir(), 'daiban-web-apps-'));
let server: FastifyInstance;

const FILES = {
  'dashboard/dist/index.html':
    '<meta name="daiban-demo" content="%DEMO%"><script type="module" nonce="%NONCE%" src="/assets/app-1a2b3c.js"></script><style nonce="%NONCE%"></style>',
  'dashboard/dist/assets/app-1a2b3c.js': 'export {}',
  'dashboard/dist/favicon.svg': '<svg/>',
  'portal/dist/index.html': '<title>portal</title><script nonce="%NONCE%"></script>',
  'portal/dist/assets/portal-4d5e6f.js': 'export {}',
  'secret.txt': 'not for anybody',
};

beforeAll(async () => {
  for (const [path, content] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const settings = readSettings('api', {
    DATABASE_APP_URL: 'postgresql://a:b@c/d',
    DATABASE_AUTH_URL: 'postgresql://a:b@c/d',
    DAIBAN_DATA_DIR: folder,
    LOG_LEVEL: 'silent',
  });
  const filter = new ErrorFilter();
  const adapter = createServer(settings, filter);
  server = adapter.getInstance() as unknown as FastifyInstance;
  takeCspReports(server);
  serveWebApps(server, { appsFolder: folder, isDemo: () => true });
  server.setErrorHandler((error, request, reply) => filter.answer(error, request, reply));
  server.setNotFoundHandler((request, reply) => filter.answer(new HttpProblem('request.unknown_path'), request, reply));
  await server.ready();
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const open = (url: string, headers = {}) => server.inject({ url, headers: { accept: 'text/html,*/*', ...headers } });

describe('a page', () => {
  test('carries its own nonce at every place and in its policy, another one each time', async () => {
    const [one, two] = [await open('/'), await open('/')];
    const nonces = [...one.body.matchAll(/nonce="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(nonces).size).toBe(1);
    expect(one.headers['content-security-policy']).toContain(`script-src 'nonce-${nonces[0]}' 'strict-dynamic'`);
    expect(two.body).not.toContain(nonces[0]);
    expect(one.body).not.toContain('%NONCE%');
    expect(one.body).toContain('content="1"');
    expect(one.headers['cache-control']).toBe('no-store');
  });

  test('allows no inline script, no frame, no other origin, and no string to become a script', async () => {
    const policy = String((await open('/')).headers['content-security-policy']);
    expect(policy).not.toMatch(/unsafe-|https?:|\*/);
    for (const directive of [
      `default-src 'none'`,
      `frame-ancestors 'none'`,
      `base-uri 'none'`,
      `require-trusted-types-for 'script'`,
      'report-uri /api/csp-reports',
    ]) {
      expect(policy).toContain(directive);
    }
  });

  test('answers every address of the app’s own router, for the portal its own', async () => {
    expect((await open('/registrations/01990000-0000-7000-8000-000000000001')).body).toContain('app-1a2b3c');
    for (const url of ['/portal', '/portal/', '/portal/privacy'])
      expect((await open(url)).body).toContain('<title>portal</title>');
    expect((await open('/portals')).body).toContain('app-1a2b3c');
  });

  test.each([
    '/assets/missing.js',
    '/nothing.png',
    '/api',
    '/api/v1/nothing',
    '/api/v1/%2e%2e/',
    '/portal/assets/app-1a2b3c.js',
  ])('%s is no page', async (url) => {
    const response = await open(url);
    expect([response.statusCode, response.json<{ code: string }>().code]).toEqual([404, 'request.unknown_path']);
  });

  test('is not given to a program that asks for data', async () => {
    expect((await open('/registrations', { accept: 'application/json' })).statusCode).toBe(404);
  });
});

describe('a file', () => {
  test('with a hash in its name may be kept for ever, any other is asked for again', async () => {
    const [hashed, plain] = [await open('/assets/app-1a2b3c.js'), await open('/favicon.svg')];
    expect([hashed.headers['cache-control'], hashed.headers['content-type']]).toEqual([
      'public, max-age=31536000, immutable',
      'text/javascript; charset=utf-8',
    ]);
    expect([plain.headers['cache-control'], plain.headers['content-type']]).toEqual(['no-cache', 'image/svg+xml']);
    expect(plain.headers['content-security-policy']).toContain(`default-src 'none'`);
  });

  test.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/assets/../../secret.txt',
    '/assets/%2e%2e/%2e%2e/%2e%2e/secret.txt',
    '//secret.txt',
    '/assets/..\\..\\secret.txt',
  ])('outside the app is out of reach: %s', async (url) => {
    expect((await open(url)).body).not.toContain('not for anybody');
  });
});

test('another build is served at once', async () => {
  const page = join(folder, 'portal/dist/index.html');
  writeFileSync(page, '<title>newer</title>');
  utimesSync(page, new Date(), new Date(Date.now() + 5000));
  rmSync(join(folder, 'portal/dist/assets/portal-4d5e6f.js'));
  expect((await open('/portal')).body).toContain('newer');
  expect((await open('/portal/assets/portal-4d5e6f.js')).statusCode).toBe(404);
});

describe('every answer', () => {
  test('tells the browser to trust nothing but us', async () => {
    for (const url of ['/', '/assets/app-1a2b3c.js', '/api/v1/nothing', '/%E0%A4%A']) {
      expect((await open(url)).headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'x-frame-options': 'DENY',
        'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
      });
    }
    expect((await open('/')).headers).not.toHaveProperty('strict-transport-security');
  });
});

describe('a report of the browser', () => {
  const report = (payload: string, type: string) =>
    server.inject({ method: 'POST', url: '/api/csp-reports', payload, headers: { 'content-type': type } });

  test('is taken in both forms, and nonsense does no harm', async () => {
    const old = JSON.stringify({
      'csp-report': { 'effective-directive': 'script-src-elem', 'blocked-uri': 'https://evil.example/x?token=1' },
    });
    const recent = JSON.stringify([
      { type: 'csp-violation', body: { effectiveDirective: 'img-src', blockedURL: 'data' } },
    ]);
    expect((await report(old, 'application/csp-report')).statusCode).toBe(204);
    expect((await report(recent, 'application/reports+json')).statusCode).toBe(204);
    expect((await report('{', 'application/reports+json')).statusCode).toBe(204);
    expect((await report('x'.repeat(20_000), 'application/csp-report')).statusCode).toBe(413);
  });
});
