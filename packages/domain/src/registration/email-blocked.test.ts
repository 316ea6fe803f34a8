import { expect, test } from '@jest/globals';
import { emailBlocked } from './email-blocked.js';

test('an address on a personal WeChat is taken off there, one that another product has is looked up again', () => {
  expect(emailBlocked('personal_wechat')).toMatchObject({
    code: 'email.blocked',
    ruleId: 'email.personal_unbound',
    clearedBy: 'unbind_then_check_email',
  });
  for (const result of ['used_by_wechat_product', 'open_platform', null] as const)
    expect(emailBlocked(result)).toMatchObject({ ruleId: 'email.one_product', clearedBy: 'check_email' });
});
