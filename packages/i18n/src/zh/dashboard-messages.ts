/** Chinese texts of the messages on a case: those the client reads, and the notes that staff keep to themselves. */
import type { messages as english } from '../en/dashboard-messages.js';
import type { TranslationOf } from '../translation.js';

export const messages: TranslationOf<typeof english> = {
  title: '留言',
  'tab.client': '与客户',
  'tab.internal': '内部备注',
  'explain.client': '客户会在其页面看到，并收到邮件提醒；计为一次进展通报。',
  'explain.internal': '仅本机构可见，客户永远看不到。',
  'empty.client': '还没有留言。',
  'empty.internal': '还没有备注。可以写下接手的同事需要知道的事。',
  'field.client': '给{{client}}留言',
  'field.internal': '写一条备注',
  'send.client': '发送给客户',
  'send.internal': '保存备注',
  keys: 'Ctrl 或 ⌘ 加回车',
  left_other: '还可输入 {{count}} 字',
  older: '更早的留言',
  new: '新',
  unread_other: '客户的 {{count}} 条新留言',
  read: '客户已读',
  not_read: '客户未读',
  erased: '该内容已删除。',
  somebody: '已离开的人员',
  about_client: '不限于此账号',
};
