import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Controller, Get, Module } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { startTestApi, type TestApi } from '../../testing/test-api.js';
import { OperationRegistry } from './operation-registry.js';
import { statusOfRefusal } from './problem.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

interface Answer {
  content?: Record<string, { schema: object }>;
}
interface Document {
  openapi: string;
  paths: Record<
    string,
    Record<
      string,
      { operationId: string; responses: Record<string, Answer>; parameters: { in: string; name: string }[] }
    >
  >;
  components: { schemas: Record<string, object> };
}
const read = async (): Promise<Document> => (await (await fetch(`${api.origin}/api/openapi.json`)).json()) as Document;

describe('the OpenAPI document', () => {
  test('names every operation that is served, each once', async () => {
    const document = await read();
    const ids = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    );
    expect(document.openapi).toBe('3.1.0');
    expect(ids.sort()).toEqual(
      api.app
        .get(OperationRegistry)
        .operations.map(({ id }) => id)
        .sort(),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('names the status of every refusal that an operation announces', async () => {
    const operations = Object.values((await read()).paths).flatMap((methods) => Object.values(methods));
    const byId = new Map(operations.map(({ operationId, responses }) => [operationId, Object.keys(responses)]));
    const missing = api.app
      .get(OperationRegistry)
      .operations.flatMap(({ id, refusals = [] }) =>
        refusals.filter((code) => !byId.get(id)?.includes(`${statusOfRefusal(code)}`)).map((code) => `${id} ${code}`),
      );
    expect(missing).toEqual([]);
    // Who or what is asked for stands in the query there, and may not exist.
    expect(byId.get('getCapacityWhatIf')).toContain('404');
  });

  test('refers to nothing that is not there and describes every path parameter', async () => {
    const document = await read();
    for (const [, reference] of JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)) {
      expect(Object.keys(document.components.schemas)).toContain(reference?.replace('#/components/schemas/', ''));
    }
    for (const [path, methods] of Object.entries(document.paths)) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      for (const { parameters } of Object.values(methods))
        expect(parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name)).toEqual(named);
    }
  });

  test('says in JSON Schema what every answer holds, problems too, and each of these schemas is one', async () => {
    const document = await read();
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    const schemas = JSON.parse(
      JSON.stringify(document.components.schemas).replaceAll('#/components/schemas/', 'daiban:/'),
    ) as Record<string, object>;
    for (const [name, schema] of Object.entries(schemas)) {
      expect([name, ajv.validateSchema(schema), ajv.errors]).toEqual([name, true, null]);
      ajv.addSchema(schema, `daiban:/${name}`);
    }
    const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
    for (const { operationId, responses } of operations) {
      for (const [status, { content }] of Object.entries(responses)) {
        if (status === '204') continue;
        const [type, answer] = Object.entries(content ?? {})[0] ?? [];
        expect([operationId, status, answer]).toEqual([operationId, status, { schema: expect.any(Object) }]);
        const schema = JSON.parse(
          JSON.stringify(answer?.schema).replaceAll('#/components/schemas/', 'daiban:/'),
        ) as object;
        expect([operationId, status, ajv.validateSchema(schema)]).toEqual([operationId, status, true]);
        expect(() => ajv.compile(schema)).not.toThrow();
        const isProblem = Number(status) >= 400 && type === 'application/problem+json';
        if (isProblem) expect(answer?.schema).toEqual({ $ref: '#/components/schemas/Problem' });
        else
          expect([operationId, status, Number(status) < 400 || operationId === 'getHealth']).toEqual([
            operationId,
            status,
            true,
          ]);
      }
    }
  });

  test('is readable as a page without any script', async () => {
    const response = await fetch(`${api.origin}/api/docs`);
    const page = await response.text();
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(page).toContain('createApiKey');
    expect(page).not.toContain('<script');
    expect(page).toContain(/nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1]);
  });
});

describe('the start', () => {
  @Controller()
  class ForgottenController {
    @Get('/api/v1/forgotten')
    forgotten() {
      return {};
    }
  }
  @Module({ imports: [DiscoveryModule], controllers: [ForgottenController], providers: [OperationRegistry] })
  class ForgetfulModule {}

  test('fails when a route has no contract and so no permission', async () => {
    const context = await NestFactory.createApplicationContext(ForgetfulModule, {
      logger: false,
      abortOnError: false,
    }).then(
      () => null,
      (error: Error) => error.message,
    );
    expect(context).toContain('ForgottenController.forgotten is a route without @Operation');
  });
});
