/** Chinese texts of the mail that says that messages wait, and nothing of what they say. */
import type { messageEmails as english } from '../en/emails-messages.js';
import type { TranslationOf } from '../translation.js';

export const messageEmails: TranslationOf<typeof english> = {
  'message.subject.client_other': '{{about}}：{{agency}}给您发来 {{count}} 条新留言',
  'message.subject.staff_other': '{{about}}：{{client}}发来 {{count}} 条新留言',
  'message.title.client_other': '您有 {{count}} 条新留言。',
  'message.title.staff_other': '{{client}}发来 {{count}} 条新留言。',
  'message.hello': '{{recipient}}，您好：',
  'message.lead.client': '为避免他人看到，留言内容不写在邮件里，请到您的页面查看。',
  'message.lead.staff': '留言内容请在该账号的页面查看。在那里回复，对方会收到邮件提醒，并计为一次进展通报。',
  'message.button.client': '查看并回复',
  'message.button.staff': '打开账号页面',
  'message.button_hint.client': '链接仅供您本人使用，打开后即为您的页面。',
  'message.button_hint.staff': '需要先登录。',
  'message.why.client': '{{agency}}为您办理{{about}}，因此向您发送本邮件。',
  'message.why.staff': '您在{{agency}}负责{{about}}，因此收到本邮件。',
};
