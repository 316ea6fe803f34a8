/** Chinese texts of the client's messages with the agency. */
import type { thread as english } from '../en/portal-thread.js';
import type { TranslationOf } from '../translation.js';

export const thread: TranslationOf<typeof english> = {
  heading: '留言',
  empty: '关于{{account}}，有问题可以在这里留言。{{person}}会在此回复，并发邮件提醒您。',
  empty_agency: '关于{{account}}，有问题可以在这里留言。我们会在此回复，并发邮件提醒您。',
  none: '还没有留言。有问题可以在这里问，有了回复会发邮件提醒您。',
  you: '您',
  colleague: '{{name}}（贵公司）',
  somebody: '已离开的人员',
  new: '新',
  erased: '该内容已删除。',
  field: '给我们留言',
  hint: '请不要在此填写证件号码或密码，材料请在专门的页面提交。',
  left_other: '还可输入 {{count}} 字',
  send: '发送',
  sending: '正在发送……',
  sent: '已发送。我们会在此回复，并发邮件提醒您。',
  failed: '未能发送。您写的内容仍在，请重试。',
  preview: '客户可以在这里留言。',
  all: '全部留言',
  older: '更早的留言',
  loading: '正在加载留言',
  unread_other: '{{count}} 条新留言',
  load_failed: '留言未能加载。',
  retry: '重试',
  back: '返回我的页面',
  title: '与{{agency}}的留言',
};
