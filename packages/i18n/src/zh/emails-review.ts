/** Chinese texts of the mail that ends a review of papers. */
import type { reviewEmails as english } from '../en/emails-review.js';
import type { TranslationOf } from '../translation.js';

export const reviewEmails: TranslationOf<typeof english> = {
  'review.subject.return_named': '{{account}}：请重新提交“{{paper}}”',
  'review.subject.return': '{{account}}：请重新提交 {{count}} 份材料',
  'review.subject.open': '{{account}}：您的材料已审阅',
  'review.subject.all': '{{account}}：材料已全部通过',
  'review.hello': '{{recipient}}，您好：',
  'review.title.return_other': '有 {{count}} 份材料需要重新提交。',
  'review.title.open': '您提交的材料已通过，谢谢。',
  'review.title.all': '您的材料已全部通过，谢谢。',
  'review.lead.return': '下方逐项说明了问题和修改方法，其余材料无需再动。',
  'review.lead.open_other': '还差 {{count}} 份材料即可齐备。',
  'review.lead.all': '您现在无需任何操作。接下来由我们办理，有进展会告知您。',
  'review.accepted.heading': '已通过',
  'review.returned.heading': '请重新提交',
  'review.returned.fix': '修改方法：{{fix}}',
  'review.returned.note': '我们的备注：“{{note}}”',
  'review.open.heading': '尚未提交',
  'review.button.return': '重新上传',
  'review.button.open': '继续提交',
  'review.button.all': '打开我的页面',
  'review.button_hint': '打开您的页面。每份材料旁都有图示，说明怎样拍才合格。',
  'review.why': '您收到此邮件，是因为您负责提交“{{account}}”的材料。',
};
