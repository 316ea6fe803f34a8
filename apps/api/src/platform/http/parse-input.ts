/** Checks a request against its contract: every part, every field, how deep it is nested, and that the database can hold every text. */
import type { InvalidField } from '@daiban/contracts';
import type { Locale } from '@daiban/domain/enumerations';
import { text } from '@daiban/i18n';
import type { z } from 'zod';
import { fieldMessages } from './field-message.js';
import { HttpProblem } from './http-problem.js';
import type { AnyOperation } from './operation.decorator.js';

const MESSAGES = { en: fieldMessages('en'), zh: fieldMessages('zh') };

export interface RequestParts {
  readonly params: unknown;
  readonly query: unknown;
  readonly headers: unknown;
  readonly body: unknown;
}

/** No contract nests as deep as this by far; whoever walks a body later may then do so by recursion. */
const MAX_DEPTH = 32;

/** @throws HttpProblem `request.malformed` for text with NUL or half a character or a body nested too deep, `request.invalid` naming every field that is wrong */
export function parseInput(
  operation: AnyOperation,
  parts: RequestParts,
  locale: Locale,
): Record<keyof RequestParts, unknown> {
  const { input } = operation;
  if ([parts.params, parts.query, input.contentType ? null : parts.body].some((part) => isUnfit(part, 0)))
    throw new HttpProblem('request.malformed');
  const invalid: InvalidField[] = [];
  const parse = (name: Exclude<keyof RequestParts, 'headers'>, schema: z.ZodType | undefined): unknown => {
    const value = parts[name];
    if (!schema) {
      if (isEmpty(value)) return undefined;
      invalid.push({ in: name, path: '', message: text(locale, 'problems.field.unexpected') });
      return undefined;
    }
    const parsed = schema.safeParse(value ?? (name === 'body' ? undefined : {}), { error: MESSAGES[locale] });
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues)
      invalid.push({ in: name, path: issue.path.join('.'), message: issue.message });
    return undefined;
  };
  const parseHeaders = (schema: z.ZodObject): unknown => {
    const parsed = schema.safeParse(parts.headers, { error: MESSAGES[locale] });
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues)
      invalid.push({ in: 'header', path: issue.path.join('.'), message: issue.message });
    return undefined;
  };
  const parsed = {
    headers: input.headers && parseHeaders(input.headers),
    params: parse('params', input.params),
    query: parse('query', input.query),
    body: input.contentType ? parts.body : parse('body', input.body),
  };
  if (invalid.length > 0) throw new HttpProblem('request.invalid', { invalid: invalid.slice(0, 50) });
  return parsed;
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === '' ||
    (typeof value === 'object' && Object.keys(value).length === 0)
  );
}

/** NUL cannot be stored in PostgreSQL, half of a surrogate pair would come back as another character, and bottomless nesting would end in our own stack. */
function isUnfit(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed();
  if (value === null || typeof value !== 'object') return false;
  if (depth === MAX_DEPTH) return true;
  return Array.isArray(value)
    ? value.some((inner) => isUnfit(inner, depth + 1))
    : Object.entries(value).some(([key, inner]) => isUnfit(key, depth + 1) || isUnfit(inner, depth + 1));
}
