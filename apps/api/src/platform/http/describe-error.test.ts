import { describe, expect, test } from '@jest/globals';
import { DatabaseError } from 'pg';
import { z } from 'zod';
import { describeError } from './describe-error.js';

const ID_NUMBER = '99999919900101001X';

describe('an error in the log', () => {
  test('says where it happened', () => {
    expect(describeError(new TypeError('x is not a function'))).toMatch(/^TypeError: x is not a function\n\s+at /);
    expect(describeError('a text')).toBe('thrown string');
  });

  const database = Object.assign(new DatabaseError(`duplicate key (id_number)=(${ID_NUMBER})`, 1, 'error'), {
    code: '23505',
    constraint: 'person_key',
  });
  const prisma = Object.assign(new Error(`Invalid call:\n{ idNumber: "${ID_NUMBER}" }\nArgument name is missing.`), {
    name: 'PrismaClientValidationError',
  });
  const zod = z.object({ phone: z.literal('never') }).safeParse({ phone: '+8613800138000' }).error;
  test.each([
    ['a message', new Error(`cannot read ${ID_NUMBER} of ana@client.test, +8613800138000`)],
    ['a database', database],
    ['Prisma', prisma],
    ['an answer that does not fit its contract', zod],
  ])('from %s repeats no number and no address', (_, error) => {
    const line = describeError(error).split('\n')[0];
    expect(line).not.toMatch(/999999|1380013|ana@/);
    expect(line?.length).toBeGreaterThan(15);
  });

  test('keeps what finds the mistake', () => {
    expect(describeError(database)).toContain('SQLSTATE 23505 person_key');
    expect(describeError(prisma)).toContain('Argument name is missing.');
    expect(describeError(zod)).toContain('phone invalid_value');
  });
});
