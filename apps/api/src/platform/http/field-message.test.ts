import { describe, expect, test } from '@jest/globals';
import { MoneySchema, NameSchema } from '@daiban/contracts';
import { z } from 'zod';
import { fieldMessages } from './field-message.js';

const FIELD = z.strictObject({
  amount: z.number().int().min(1).max(100).optional(),
  days: z.coerce.number().int().optional(),
  name: z.string().min(1).max(5).optional(),
  code: z.string().min(3).optional(),
  kind: z.enum(['uscc', 'email']).optional(),
  on: z.iso.date().optional(),
  at: z.iso.datetime().optional(),
  id: z.uuid().optional(),
  email: z.email().optional(),
  one: z.string().regex(/^wx/).optional(),
  yes: z.boolean().optional(),
  list: z.array(z.string()).min(1).max(2).optional(),
  group: z.object({ inner: z.string() }).optional(),
  either: z.union([z.number(), z.boolean()]).optional(),
  exactly: z.literal(true).optional(),
  pairs: z.record(z.string(), z.number()).optional(),
  money: MoneySchema.optional(),
  who: NameSchema.optional(),
});
const say = (value: unknown, locale: 'en' | 'zh') =>
  FIELD.safeParse(value, { error: fieldMessages(locale) }).error?.issues.map(({ message }) => message) ?? [];

const WRONG: [string, unknown, string, string][] = [
  ['a field left out', { group: {} }, 'This is missing', '此项缺失'],
  ['nothing where something is due', { name: null }, 'This is missing', '此项缺失'],
  ['a word for a number', { days: 'ten' }, 'A number is expected here', '此处应填写数字'],
  ['half a unit', { amount: 1.5 }, 'A whole number is expected here', '此处应填写整数'],
  ['too little', { amount: 0 }, 'This is too small: 1 at least', '数值过小，最小为 1'],
  ['too much', { amount: 101 }, 'This is too large: 100 at most', '数值过大，最大为 100'],
  ['a number for a text', { name: 5 }, 'A text is expected here', '此处应填写文字'],
  ['an empty text', { name: '' }, 'This is empty', '此项不能为空'],
  ['a short text', { code: 'ab' }, 'At least 3 characters are needed', '至少需要 3 个字符'],
  ['a long text', { name: 'abcdef' }, 'At most 5 characters fit', '最多 5 个字符'],
  ['a choice nobody has', { kind: 'fax' }, 'This has to be one of: uscc, email', '只能是以下之一：uscc、email'],
  ['anything but yes', { exactly: false }, 'This has to be one of: true', '只能是以下之一：true'],
  ['no day', { on: '2026-02-30' }, 'Not a day of the calendar', '不是有效的日期'],
  ['no time', { at: 'noon' }, 'Not a point in time', '不是有效的时间'],
  ['no id', { id: '7' }, 'Not an id of ours', '不是本系统的编号'],
  ['no email', { email: 'mei' }, 'Not an email address', '不是邮箱地址'],
  ['another spelling', { one: 'gh' }, 'Not written the way', '书写格式不符合要求'],
  ['a word for yes', { yes: 'yes' }, 'Yes or no is expected', '此处应填写“是”或“否”'],
  ['no list', { list: 'a' }, 'A list is expected', '此处应为列表'],
  ['an empty list', { list: [] }, 'At least 1 entry is needed', '至少需要 1 项'],
  ['a long list', { list: ['a', 'b', 'c'] }, 'At most 2 entries fit', '最多 2 项'],
  ['no group', { group: 'a' }, 'A group of named fields', '此处应为一组字段'],
  ['no pairs', { pairs: 'a' }, 'A group of named fields', '此处应为一组字段'],
  ['neither of two', { either: 'a' }, 'Not what is expected here', '内容不符合要求'],
  ['fields nobody knows', { b: 1, c: 2 }, 'Not known here: b, c', '此处没有这些字段：b、c'],
  ['a currency that is none', { money: { amountMinor: 1, currency: 'yuan' } }, 'Not a currency', '不是 ISO 4217'],
  ['two lines for a name', { who: 'a\nb' }, 'One line only', '只能写一行'],
];

describe('what is wrong with a field', () => {
  test.each(WRONG)('%s is said to a person in both languages', (_, value, english, chinese) => {
    expect(say(value, 'en')).toEqual([expect.stringContaining(english)]);
    expect(say(value, 'zh')).toEqual([expect.stringContaining(chinese)]);
  });

  test('never with the words of a programming language', () => {
    const all = WRONG.flatMap(([, value]) => [...say(value, 'en'), ...say(value, 'zh')]);
    expect(all.filter((message) => /NaN|undefined|null|string|expected \w+,|pattern|\{\{/i.test(message))).toEqual([]);
  });
});
