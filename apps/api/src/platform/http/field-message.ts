/** What is wrong with a field, said to a person in their language: no types of a programming language, no patterns. Called where a request is checked against its contract. */
import { maskNumbers } from '@daiban/domain';
import type { Locale } from '@daiban/domain/enumerations';
import { text, type TextParams } from '@daiban/i18n';
import type { z } from 'zod';

/** Types and formats that have a sentence of their own in `problems.field.*`. */
const TYPES: ReadonlySet<string> = new Set(['string', 'number', 'int', 'boolean', 'array', 'object', 'record']);
const FORMATS: ReadonlySet<string> = new Set(['date', 'datetime', 'email', 'uuid']);

/** The last part of a `problems.field.*` key, and its values. */
type Saying = readonly [key: string, params?: TextParams];

/** For zod: turns each of its findings into a sentence. What a contract looked at itself, the contract names (`params.say`). */
export function fieldMessages(locale: Locale): z.core.$ZodErrorMap {
  return (issue) => {
    const [key, params] = sayingOf(issue);
    return text(locale, `problems.field.${key}`, params);
  };
}

function sayingOf(issue: z.core.$ZodRawIssue): Saying {
  // An absent field is absent, whatever it should have been.
  if (issue.code !== 'custom' && (issue.input === undefined || issue.input === null)) return ['missing'];
  switch (issue.code) {
    case 'custom': {
      const say: unknown = issue.params?.['say'];
      return [typeof say === 'string' ? say : 'other'];
    }
    case 'invalid_type':
      return [TYPES.has(issue.expected) ? `type.${issue.expected}` : 'other'];
    case 'invalid_value':
      return ['choice', { values: issue.values.map(String).join(', ') }];
    case 'unrecognized_keys':
      // A number that got into the place of a name is no field to tell of.
      return ['unknown_fields', { fields: issue.keys.map(maskNumbers).join(', ') }];
    case 'invalid_format':
      return [FORMATS.has(issue.format) ? `format.${issue.format}` : 'format.other'];
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum));
    case 'too_big':
      return tooBig(issue.origin, Number(issue.maximum));
    default:
      return ['other'];
  }
}

function tooSmall(origin: string, least: number): Saying {
  if (origin === 'string') return least === 1 ? ['empty'] : ['too_short', { count: least }];
  if (origin === 'array') return ['too_few', { count: least }];
  return ['too_small', { least }];
}

function tooBig(origin: string, most: number): Saying {
  if (origin === 'string') return ['too_long', { count: most }];
  if (origin === 'array') return ['too_many', { count: most }];
  return ['too_large', { most }];
}
