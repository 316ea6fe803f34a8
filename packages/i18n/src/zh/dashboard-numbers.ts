/** Chinese texts of seeing a person's number in clear, and of finding somebody by a number one has. */
import type { numbers as english } from '../en/dashboard-numbers.js';
import type { TranslationOf } from '../translation.js';

export const numbers: TranslationOf<typeof english> = {
  reveal: '显示',
  reveal_id: '显示证件号码',
  reveal_phone: '显示手机号',
  reason: '为何需要查看？',
  reason_help: '至少 {{length}} 个字符，将连同您的姓名记入此人的历史；请勿写入任何号码。',
  password: '您的密码',
  demo_password: '演示环境中所有人的密码均为 {{password}}。',
  show: '显示一分钟',
  hides_in_other: '{{count}} 秒后隐藏',
  hide: '立即隐藏',
  find: '按号码查找',
  find_help: '手上有号码、想知道是谁的时候使用。号码须完整一致；输入内容不会出现在网址或日志中。',
  find_id: '证件号码',
  find_phone: '手机号',
  find_kind: '哪种号码？',
  find_do: '查找',
  found_none: '没有人使用此号码。',
  found_other: '有 {{count}} 人使用此号码：',
};
