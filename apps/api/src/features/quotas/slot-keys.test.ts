import { describe, expect, test } from '@jest/globals';
import { slotKeysOf, subjectKeyOf } from './slot-keys.js';

const blindIndex = (kind: string, value: string) => Buffer.from(`${kind}:${value}`);
const company = { id: 's1', type: 'enterprise', code: '91350100M000100Y43' } as const;
const person = { id: 's2', type: 'individual', code: null } as const;
const admin = { personId: 'p1', idNumberIndex: Buffer.from('id'), phoneIndex: null };
const shown = (keys: ReturnType<typeof slotKeysOf>) => keys.map(({ kind, key, ref }) => [kind, String(key), ref]);

describe('what a slot is counted under', () => {
  test("a company's accounts by its code, its admin's by ID number and WeChat; a phone nobody gave is not counted", () => {
    expect(shown(slotKeysOf({ subject: company, admin }, true, blindIndex))).toEqual([
      ['subject', 'subject:91350100M000100Y43', 's1'],
      ['admin_id', 'id', 'p1'],
      ['admin_wechat', 'admin_wechat:p1', 'p1'],
    ]);
  });
  test("an individual's by the ID number, since subject and admin are one person", () => {
    expect(String(subjectKeyOf(person, admin.idNumberIndex, blindIndex))).toBe('id');
    expect(subjectKeyOf(person, null, blindIndex)).toBeNull();
  });
  test("a Mini Program takes none of the subject's places", () => {
    expect(slotKeysOf({ subject: company, admin: null }, false, blindIndex)).toEqual([]);
  });
});
