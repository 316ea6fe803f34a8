/** Serves the OpenAPI document and its readable page. */
import type { FastifyInstance } from 'fastify';
import { VERSION } from '../config/version.js';
import { apiDocsPage } from './api-docs-page.js';
import { openApiDocument } from './open-api.js';
import type { OperationRegistry } from './operation-registry.js';
import { sendPage } from './web-apps.js';

export function serveDocumentation(server: FastifyInstance, registry: OperationRegistry, origin: string): void {
  let document: object | null = null;
  // Written at the first look: by then every controller is known.
  const read = (): object => (document ??= openApiDocument(registry.operations, VERSION, origin));
  server.get('/api/openapi.json', (_request, reply) => reply.type('application/json; charset=utf-8').send(read()));
  server.get('/api/docs', (_request, reply) => sendPage(reply, apiDocsPage(read())));
}
