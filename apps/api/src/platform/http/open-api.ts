/** Writes the OpenAPI 3.1 document straight from the contract, so that it cannot say anything else than what is checked. */
import { isPortalPermission, ProblemSchema } from '@daiban/contracts';
import { z } from 'zod';
import type { AnyOperation } from './operation.decorator.js';
import { statusOfRefusal } from './problem.js';

type Json = { [key: string]: unknown };

/** Problems that an operation can answer with beside its own refusals, by status. */
const PROBLEMS: Readonly<Record<number, string>> = {
  400: 'The request does not fit the contract.',
  401: 'Nobody is signed in, or the credentials are wrong.',
  403: 'The role may not do this, or the request comes from another site.',
  404: 'There is no such record in this agency.',
  409: 'Somebody was quicker.',
  410: 'It was deleted; the answer says when.',
  413: 'The body is too large.',
  415: 'The body is not written in what the operation takes.',
  422: 'A rule says no; `refusals` says which, what clears it and who can.',
  429: 'Too many tries; Retry-After says when to come back.',
  503: 'The installation cannot work at the moment.',
};

/** @param version of the installation @param origin where it is served */
export function openApiDocument(operations: readonly AnyOperation[], version: string, origin: string): Json {
  const schemas: Json = {};
  const paths: Record<string, Json> = {};
  schemaOf(ProblemSchema, 'output', schemas);
  for (const operation of operations) {
    (paths[operation.fullPath] ??= {})[operation.method.toLowerCase()] = describe(operation, schemas);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Daiban',
      version,
      description: 'Registration, verification and renewal of WeChat accounts for agencies.',
    },
    servers: [{ url: origin }],
    paths,
    components: {
      schemas,
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: '__Host-daiban' },
        apiKey: { type: 'http', scheme: 'bearer' },
        portal: { type: 'apiKey', in: 'cookie', name: '__Host-daiban-portal' },
      },
    },
  };
}

function describe(operation: AnyOperation, schemas: Json): Json {
  const { input, output, permission, method } = operation;
  const types = [input.contentType ?? 'application/json'].flat();
  const bodySchema = input.contentType
    ? { type: 'string', format: 'binary' }
    : input.body && schemaOf(input.body, 'input', schemas);
  const keyed = method === 'POST' ? [IDEMPOTENCY_KEY] : [];
  return {
    operationId: operation.id,
    summary: operation.summary,
    tags: [operation.fullPath.split('/')[operation.root ? 2 : 3]],
    'x-permission': permission,
    ...(operation.refusals && { 'x-refusals': operation.refusals }),
    security:
      permission === 'public'
        ? []
        : isPortalPermission(permission)
          ? [{ portal: [] }]
          : [{ session: [] }, { apiKey: [] }],
    parameters: [
      ...parameters(input.params, 'path', schemas),
      ...parameters(input.query, 'query', schemas),
      ...parameters(input.headers, 'header', schemas),
      ...keyed,
    ],
    ...(bodySchema && {
      requestBody: {
        required: !input.body?.safeParse(undefined).success,
        content: Object.fromEntries(types.map((type) => [type, { schema: bodySchema }])),
      },
    }),
    responses: { ...successes(operation, schemas), ...problems(operation) },
    ...(output.contentType && { 'x-content-type': output.contentType }),
  };
}

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'Makes the request safe to repeat: the same key and body get the same answer for 24 hours.',
  schema: { type: 'string', maxLength: 255 },
};

function successes({ output }: AnyOperation, schemas: Json): Json {
  const content = output.contentType
    ? { [output.contentType]: { schema: { type: 'string', format: 'binary' } } }
    : output.schema && { 'application/json': { schema: schemaOf(output.schema, 'output', schemas) } };
  const statuses = [output.status ?? 200, ...(output.otherStatuses ?? [])];
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      { description: status < 400 ? 'Done.' : 'Not ready.', ...(content && { content }) },
    ]),
  );
}

function problems(operation: AnyOperation): Json {
  const hasInput = Boolean(
    operation.input.params ?? operation.input.query ?? operation.input.body ?? operation.input.contentType,
  );
  const refused = new Set(operation.refusals?.map((code) => statusOfRefusal(code)));
  const applies = (status: number): boolean => {
    if (operation.output.otherStatuses?.includes(status)) return false;
    if (refused.has(status)) return true;
    if (status === 401 || status === 403) return operation.permission !== 'public' || operation.method !== 'GET';
    if (status === 404) return Boolean(operation.input.params ?? operation.input.body);
    if (status === 410) return false;
    if (status === 409 || status === 413 || status === 415) return operation.method !== 'GET';
    if (status === 422) return Boolean(operation.refusals) || operation.method === 'POST';
    return status !== 400 || hasInput;
  };
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return Object.fromEntries(
    Object.entries(PROBLEMS)
      .filter(([status]) => applies(Number(status)))
      .map(([status, description]) => [status, { description, content }]),
  );
}

function parameters(schema: z.ZodObject | undefined, place: 'path' | 'query' | 'header', schemas: Json): Json[] {
  return Object.entries(schema?.shape ?? {}).map(([name, field]) => ({
    name,
    in: place,
    required: place === 'path' || !(field as z.ZodType).safeParse(undefined).success,
    schema: schemaOf(field as z.ZodType, 'input', schemas),
  }));
}

/** JSON Schema of a zod schema; whatever has a name (`.meta({ id })`) goes into `components` once and is referred to. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output', schemas: Json): Json {
  const {
    $schema: _,
    $defs = {},
    ...own
  } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' }) as Json & { $defs?: Json };
  for (const [name, definition] of Object.entries($defs)) schemas[name] ??= withoutId(referring(definition) as Json);
  const written = referring(own) as Json;
  const id = schema.meta()?.id;
  if (!id) return written;
  schemas[id] ??= withoutId(written);
  return { $ref: `#/components/schemas/${id}` };
}

function withoutId(definition: Json): Json {
  return Object.fromEntries(Object.entries(definition).filter(([key]) => key !== 'id'));
}

function referring(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(referring);
  if (!value || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === '$ref' && typeof inner === 'string'
        ? inner.replace('#/$defs/', '#/components/schemas/')
        : referring(inner),
    ]),
  );
}
