/** Checks a request against its contract: every part, every field, and that the database can hold every text. */
import type { InvalidField } from '@daiban/contracts';
import type { Locale } from '@daiban/domain/enumerations';
import { z } from 'zod';
import { HttpProblem } from './http-problem.js';
import type { AnyOperation } from './operation.decorator.js';

const MESSAGES = { en: z.locales.en().localeError, zh: z.locales.zhCN().localeError };

export interface RequestParts {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

/** @throws HttpProblem `request.malformed` for text with NUL or half a character, `request.invalid` naming every field that is wrong */
export function parseInput(
  operation: AnyOperation,
  parts: RequestParts,
  locale: Locale,
): Record<keyof RequestParts, unknown> {
  const { input } = operation;
  if ([parts.params, parts.query, input.contentType ? null : parts.body].some(holdsUnstorableText))
    throw new HttpProblem('request.malformed');
  const invalid: InvalidField[] = [];
  const parse = (name: keyof RequestParts, schema: z.ZodType | undefined): unknown => {
    const value = parts[name];
    if (!schema) {
      if (isEmpty(value)) return undefined;
      invalid.push({ in: name, path: '', message: MESSAGE_UNEXPECTED[locale] });
      return undefined;
    }
    const parsed = schema.safeParse(value ?? (name === 'body' ? undefined : {}), { error: MESSAGES[locale] });
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues)
      invalid.push({ in: name, path: issue.path.join('.'), message: issue.message });
    return undefined;
  };
  const parsed = {
    params: parse('params', input.params),
    query: parse('query', input.query),
    body: input.contentType ? parts.body : parse('body', input.body),
  };
  if (invalid.length > 0) throw new HttpProblem('request.invalid', { invalid: invalid.slice(0, 50) });
  return parsed;
}

const MESSAGE_UNEXPECTED = { en: 'Nothing is expected here', zh: '此处不应有内容' };

function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === '' ||
    (typeof value === 'object' && Object.keys(value).length === 0)
  );
}

/** NUL cannot be stored in PostgreSQL, and half of a surrogate pair would come back as another character. */
function holdsUnstorableText(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed();
  if (Array.isArray(value)) return value.some(holdsUnstorableText);
  if (value && typeof value === 'object')
    return Object.entries(value).some(([key, inner]) => holdsUnstorableText(key) || holdsUnstorableText(inner));
  return false;
}
