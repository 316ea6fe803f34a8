/** Chinese texts of erasing a client, and of typing one's password again. */
import type { erasure as english } from '../en/dashboard-erasure.js';
import type { TranslationOf } from '../translation.js';

export const erasure: TranslationOf<typeof english> = {
  title: '清除该客户的数据',
  explain:
    '用于客户要求删除其资料的情形。文件、姓名、地址、号码、留言和邮件将永久清除，旧备份中的内容也不再可读；何时办理过何事仍会保留，但不含任何文字内容。',
  open: '清除……',
  loading: '正在核对将清除的内容……',
  blocked_other: '仍有 {{count}} 个账号未办结，须先办结：',
  goes: '以下内容清除后无法恢复',
  'goes.cases': '账号的名称与办理详情',
  'goes.contacts': '联系人及其链接',
  'goes.people': '仅服务于该客户的管理员与运营者',
  'goes.documents': '文件',
  'goes.messages': '留言',
  'goes.mails': '已发送邮件的内容',
  stays: '保留的内容：办理过哪些账号、日期与结果，以及当事人同意过哪些文本。',
  name: '请输入客户名称',
  name_help: '{{name}}',
  reason: '原因',
  reason_help: '至少 {{length}} 个字，请勿写出姓名或号码；机构的操作记录会予以保存。',
  password: '您的密码',
  demo_password: '演示环境中所有人的密码均为 {{password}}。',
  erase: '永久清除',
  done: '该客户的数据已清除，时间：',
};
