/** Chinese texts of the ways into the portal beside its link: the code by mail, the ended link, the links a contact makes. */
import type { waysIn as english } from '../en/portal-ways-in.js';
import type { TranslationOf } from '../translation.js';

export const waysIn: TranslationOf<typeof english> = {
  'lost.title': '找回您的页面',
  'lost.text': '请填写平时接收我们邮件的邮箱。我们会把验证码发到该邮箱，无需其他资料。',

  'origin.agency': '该链接由{{agency}}生成。直接回复其邮件即可获取新链接。',
  'origin.person': '该链接由{{agency}}生成，您的专属顾问是{{person}}。直接回复其邮件即可获取新链接。',
  'origin.unknown': '请直接回复您最近收到的邮件，即可联系为您办理的顾问。',

  'code.heading': '改用邮箱验证码进入',
  'code.email': '您的邮箱',
  'code.send': '发送验证码',
  'code.sending': '正在发送……',
  'code.sent': '如果 {{email}} 是接收我们邮件的邮箱，8 位验证码正在发往该邮箱。',
  'code.valid_other': '验证码 {{count}} 分钟内有效，仅可使用一次。',
  'code.field': '邮件中的验证码',
  'code.open': '打开页面',
  'code.opening': '正在打开……',
  'code.wrong': '验证码无效：可能输入有误、已使用或已过期。连续输错五次后验证码作废，请重新获取。',
  'code.again': '重新发送验证码',
  'code.other_email': '换一个邮箱',
  'code.no_mail': '两分钟后仍未收到？',
  'code.no_mail_spam': '请查看垃圾邮件和订阅邮件文件夹。',
  'code.no_mail_address': '验证码只会发到我们登记的邮箱，也就是平时接收我们邮件的那个。',
  'code.no_mail_ask': '如果邮箱已更换，请用原邮箱回复我们的任意一封邮件，或请能收到邮件的同事代为联系。',
  'code.failed': '未能连接到我们。请检查网络后重试。',

  'links.title': '您生成的链接',
  'links.explain': '在到期或您停用之前，持有链接的人都可以使用。',
  'links.back': '返回我的页面',
  'links.boardroom.heading': '让其他人查看进度',
  'links.boardroom.explain':
    '可发给董事会、投资人或同事：对方能看到目前进展和下次更新时间，但看不到任何个人姓名和资料文件，也不能进行任何操作。',
  'links.boardroom.label': '发给谁？',
  'links.boardroom.placeholder': '例如：十月董事会',
  'links.boardroom.make': '生成链接',
  'links.made': '请现在复制。为了安全，链接只显示这一次。',
  'links.copy': '复制链接',
  'links.copied': '已复制',
  'links.until': '有效期至 {{date}}',
  'links.none': '您还没有生成过链接。',
  'links.kind.boardroom': '仅查看进度',
  'links.kind.item': '单份资料',
  'links.never_opened': '尚未打开',
  'links.opened_other': '已打开 {{count}} 次，最近一次：{{date}}',
  'links.state.expired': '已到期',
  'links.state.revoked': '已停用',
  'links.revoke': '停用',
  'links.revoke_named': '停用发给“{{label}}”的链接',
};
