/** Why an address that WeChat knows from elsewhere cannot be had, and what frees it. The guard of `email_confirmed` and the API's address pool answer with it. */
import type { EmailCheckResult } from '../enumerations/index.js';
import type { Finding } from '../machine/finding.js';
import { found } from './judging.js';

/** @param result of the last look, null without one: a personal WeChat can let go of an address; whether another product still has it is looked up again */
export function emailBlocked(result: EmailCheckResult | null): Finding {
  return result === 'personal_wechat'
    ? { ...found('email.blocked', 'email.personal_unbound'), clearedBy: 'unbind_then_check_email' }
    : found('email.blocked', 'email.one_product');
}
