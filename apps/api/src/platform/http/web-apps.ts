/** Serves the two built apps on the API's own origin: the dashboard at `/`, the portal at `/portal`. A page is a template that gets a nonce. */
import { randomBytes } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { FastifyReply, FastifyRequest } from './request-state.js';
import { pagePolicy } from './security-headers.js';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** One built app: its files by address, and its page. */
interface WebApp {
  /** When its page was written; another build is another app. */
  readonly builtAtMs: number;
  readonly files: ReadonlyMap<string, string>;
  readonly page: string;
}

export interface WebAppOptions {
  /** Folder with `dashboard/dist` and `portal/dist`. */
  readonly appsFolder: string;
  /** Whether the sign-in page offers the demo's people. */
  readonly isDemo: () => boolean;
}

/** Adds the catch-all GET route; what no file and no page answers goes on to the 404 problem. */
export function serveWebApps(server: FastifyInstance, { appsFolder, isDemo }: WebAppOptions): void {
  const loaded = new Map<string, WebApp>();
  const load = (name: 'dashboard' | 'portal', base: string): WebApp | null => {
    const folder = join(appsFolder, name, 'dist');
    const builtAtMs = statSync(join(folder, 'index.html'), { throwIfNoEntry: false })?.mtimeMs;
    if (builtAtMs === undefined) return null;
    const known = loaded.get(name);
    if (known?.builtAtMs === builtAtMs) return known;
    // Listed once a build: an address can name one of these files and nothing else on the disk.
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== 'index.html')
      .map((entry) => join(entry.parentPath, entry.name));
    const app = {
      builtAtMs,
      files: new Map(files.map((file) => [base + relative(folder, file).split(sep).join('/'), file])),
      page: readFileSync(join(folder, 'index.html'), 'utf8').replaceAll('%DEMO%', isDemo() ? '1' : '0'),
    };
    loaded.set(name, app);
    return app;
  };

  server.get('/*', (request: FastifyRequest, reply: FastifyReply) => {
    const path = request.url.split('?')[0] ?? '/';
    const inPortal = path === '/portal' || path.startsWith('/portal/');
    const app =
      path === '/api' || path.startsWith('/api/')
        ? null
        : inPortal
          ? load('portal', '/portal/')
          : load('dashboard', '/');
    if (!app) return reply.callNotFound();
    const file = app.files.get(path);
    if (file && existsSync(file)) {
      // Names under assets/ carry a hash of their content.
      const cache = path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
      return reply
        .header('Cache-Control', cache)
        .type(TYPES[extname(file)] ?? 'application/octet-stream')
        .send(createReadStream(file));
    }
    if (!isNavigation(request, path)) return reply.callNotFound();
    return sendPage(reply, app.page);
  });
}

/** A browser that opens an address of the app's own router; a missing picture or script is none. */
function isNavigation(request: FastifyRequest, path: string): boolean {
  return extname(path) === '' && (request.headers.accept ?? '').includes('text/html');
}

/** Sends a page with a nonce of its own at every `%NONCE%`: only scripts and styles that carry it may run. */
export function sendPage(reply: FastifyReply, template: string): FastifyReply {
  const nonce = randomBytes(16).toString('base64');
  return reply
    .header('Content-Security-Policy', pagePolicy(nonce))
    .header('Cache-Control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(template.replaceAll('%NONCE%', nonce));
}
