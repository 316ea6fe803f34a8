/** Builds the application around checked settings; `main.ts` listens with it, tests call it in process. */
import { resolve } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { AppModule } from './app.module.js';
import { InstallationClock } from './platform/clock/installation-clock.js';
import type { Settings } from './platform/config/settings.js';
import { serveDocumentation } from './platform/http/documentation.js';
import { takeCspReports } from './platform/http/csp-reports.js';
import { ErrorFilter } from './platform/http/error.filter.js';
import { OperationRegistry } from './platform/http/operation-registry.js';
import { createServer } from './platform/http/server.js';
import { serveWebApps } from './platform/http/web-apps.js';
import { PinoNestLogger } from './platform/http/pino-nest-logger.js';

/** `apps/`, seen from both `src` and `dist`. */
const APPS_FOLDER = resolve(import.meta.dirname, '../..');

/** The application, initialised: the database was reached, every route has its contract. It does not listen yet. */
export async function createApp(settings: Settings): Promise<NestFastifyApplication> {
  const adapter = createServer(settings, new ErrorFilter());
  const server = adapter.getInstance<FastifyInstance>();
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(settings), adapter, {
    bodyParser: false,
    logger: new PinoNestLogger(server.log),
    abortOnError: false,
  });
  const registry = app.get(OperationRegistry);
  const clock = app.get(InstallationClock);
  takeCspReports(server);
  serveDocumentation(server, registry, settings.publicUrl);
  serveWebApps(server, { appsFolder: APPS_FOLDER, isDemo: () => clock.demo });
  app.enableShutdownHooks(['SIGINT', 'SIGTERM']);
  await app.init();
  await server.ready();
  return app;
}
