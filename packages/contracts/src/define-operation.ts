/** Describes one HTTP operation once, for both ends: the API serves and documents it with `@Operation`, programs call it with `callOperation`. */
import type { Permission } from '@daiban/domain';
import { z } from 'zod';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type SuccessStatus = 200 | 201 | 202 | 204;

/** What an operation takes: every part is checked on both ends, and a field that is not named is refused. */
export interface OperationInputSchemas {
  /** One string for each `{name}` of the path. */
  params?: z.ZodObject;
  /** Query parameters; values arrive as text, so numbers and booleans are coerced by the schema. */
  query?: z.ZodObject;
  /** The body; a `z.strictObject`, or a union of such. */
  body?: z.ZodType;
  /** What the body is written in (one, or any of a list); `application/json` when not given. Anything else is handed on as bytes and not checked by a schema. */
  contentType?: string | readonly string[];
  /** Largest body in bytes that is not JSON; 10 MB when not given. JSON is limited to 1 MB. */
  maxBytes?: number;
  /** Header fields of the operation's own, named in small letters; other fields pass. */
  headers?: z.ZodObject;
  /** With `contentType`: the body is handed on as it arrives, never whole; who reads it keeps to `maxBytes`. */
  streamed?: true;
}

export interface OperationDefinition {
  /** operationId: a verb and a noun, unique in the whole contract. */
  id: string;
  method: HttpMethod;
  /** Path below `/api/v1`, or below `/api` with `root`; parameters in braces: `/clients/{id}`. */
  path: string;
  /** Below `/api` instead of `/api/v1`: health and what other systems dictate. */
  root?: boolean;
  permission: Permission;
  /** One sentence for a reader of the documentation. */
  summary: string;
  input: OperationInputSchemas;
  output: {
    /** 200 when not given. */
    status?: SuccessStatus;
    /** Left out for 204 only. */
    schema?: z.ZodType;
    /** What the answer is written in when it is not JSON; then no schema checks it. */
    contentType?: string;
    /** Statuses beside the usual one that carry the same body: 503 of an installation that is not ready. */
    otherStatuses?: readonly number[];
  };
  /** Refusal codes that this operation may answer with, for its documentation. */
  refusals?: readonly string[];
  /** False: an Idempotency-Key is accepted and has no effect (signing in). Every other POST honours it. */
  idempotent?: boolean;
  /** Answers to an Idempotency-Key are kept 30 days instead of 24 hours: operations that move money. */
  money?: boolean;
}

/** A checked definition with its whole path. */
export type Operation<Definition extends OperationDefinition = OperationDefinition> = Definition & {
  /** The path from the origin on, parameters in braces. */
  readonly fullPath: string;
};

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;
type Written<Schema> = Schema extends z.ZodType ? z.input<Schema> : undefined;
type Part<Name extends string, Value> = undefined extends Value ? { [Key in Name]?: Value } : { [Key in Name]: Value };
/** A query whose fields are all optional may be left out by the caller. */
type QueryPart<Value> = undefined extends Value
  ? { query?: Value }
  : Record<never, never> extends Value
    ? { query?: Value }
    : { query: Value };
/** Only operations with headers of their own have any. */
type HeadersPart<Value> = undefined extends Value ? Record<never, never> : { headers: Value };
type BodyOf<Definition extends OperationDefinition, Value> = Definition['input'] extends {
  contentType: string | readonly string[];
}
  ? Blob | Uint8Array
  : Value;

/** What the API's method receives: `{ params, query, body }`, parsed, and `headers` where the operation has any. */
export type OperationInput<Definition extends OperationDefinition> = {
  params: Parsed<Definition['input']['params']>;
  query: Parsed<Definition['input']['query']>;
  body: Definition['input'] extends { streamed: true }
    ? AsyncIterable<Uint8Array>
    : Definition['input'] extends { contentType: string | readonly string[] }
      ? Uint8Array
      : Parsed<Definition['input']['body']>;
} & HeadersPart<Parsed<Definition['input']['headers']>>;

/** What a caller hands to `callOperation`: `{ params?, query?, headers?, body? }`, before parsing. */
export type OperationCall<Definition extends OperationDefinition> = Part<
  'params',
  Written<Definition['input']['params']>
> &
  QueryPart<Written<Definition['input']['query']>> &
  HeadersPart<Written<Definition['input']['headers']>> &
  Part<'body', BodyOf<Definition, Written<Definition['input']['body']>>>;

/** What the API's method returns; the schema strips what it does not name. An answer that is no JSON goes out as it is. */
export type OperationResult<Definition extends OperationDefinition> = Definition['output']['schema'] extends z.ZodType
  ? z.input<Definition['output']['schema']>
  : Definition['output'] extends { contentType: string }
    ? string | Uint8Array
    : void;

/** What `callOperation` answers. */
export type OperationAnswer<Definition extends OperationDefinition> = Definition['output']['schema'] extends z.ZodType
  ? z.output<Definition['output']['schema']>
  : Definition['output'] extends { contentType: string }
    ? Blob
    : void;

/**
 * Checks a definition and adds its whole path.
 * @throws Error when path and parameters disagree, when a GET has a body or when an object would let unnamed fields pass: a mistake of ours, seen at load time.
 */
export function defineOperation<const Definition extends OperationDefinition>(
  definition: Definition,
): Operation<Definition> {
  const { id, method, path, input, output } = definition;
  const wrong = (what: string): Error => new Error(`Operation ${id}: ${what}`);
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
  const named = Object.keys(input.params?.shape ?? {});
  if (inPath.length !== named.length || inPath.some((name) => !named.includes(name ?? '')))
    throw wrong('path and params name different parameters');
  if (method === 'GET' && input.body) throw wrong('a GET has no body');
  if ((output.status === 204) === Boolean(output.schema ?? output.contentType))
    throw wrong('204 has no answer schema, every other status has one');
  for (const part of [input.query, input.body]) {
    if (part instanceof z.ZodObject && part.def.catchall?._zod.def.type !== 'never')
      throw wrong('write z.strictObject, so that an unknown field is refused');
  }
  return { ...definition, fullPath: (definition.root ? '/api' : '/api/v1') + path };
}
