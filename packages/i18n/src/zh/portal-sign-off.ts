/** Chinese texts of the page on which a client confirms what can never be changed. A change of what is agreed to needs a new SIGN_OFF_TEXT_VERSION. */
import type { signOff as english } from '../en/portal-sign-off.js';
import type { TranslationOf } from '../translation.js';

export const signOff: TranslationOf<typeof english> = {
  title: '确认提交后不能更改的内容',
  lead: '提交{{account}}之前，以下三项需要您逐一确认。请像阅读合同一样仔细阅读。',
  back: '返回我的页面',

  'unchangeable.heading': '永久不能更改的内容',
  'unchangeable.text': '提交之后，以下各项任何人都无法更改，付费也不行。如有错误，只能另行注册账号，粉丝也要重新积累。',
  'unchangeable.name': '名称是唯一的例外：以后可以修改，但须符合微信的规则，且多数情况下要再次付费审核。',
  'unchangeable.agree': '以上内容无误，我知道以后不能更改。',

  'choice.accountType': '账号类型',
  'choice.subjectType': '主体类型',
  'choice.subjectClass': '主体类别',
  'choice.subjectName': '账号主体',
  'choice.subjectCode': '证照编号',
  'choice.countryCode': '注册地',
  'choice.licenceOf': '所用证照',
  'choice.route': '主体验证方式',
  'choice.proposedName': '账号名称',
  'licence.client': '贵公司自有',
  'licence.agency': '{{agency}}所有',
  'licence.partner': '合作方所有',
  none: '无',

  'cost.heading': '费用',
  'cost.amount': '微信每次认证收取审核费 {{amount}}，审核未通过不退还；此后每年认证一次，每次都要缴纳。',
  'cost.free': '该主体认证无需缴纳微信审核费。',
  'cost.unknown':
    '微信每次认证都收取审核费，审核未通过不退还；此后每年认证一次，每次都要缴纳。具体金额以付款前的支付页面为准。',
  'cost.none': '该账号不支持认证，微信不收取审核费。',
  'cost.ours': '我们的服务费见报价，不在此列。',
  'cost.agree': '我知道微信审核费按次收取，且不退还。',
  'cost.agree_free': '我知道该账号的微信收费情况。',
  'cost.rule': '规则日期 {{date}}',

  'owner.heading': '账号归谁所有',
  'owner.client': '账号将归{{subject}}所有。',
  'owner.other':
    '账号使用{{subject}}的证照注册，在法律上归其所有，不归贵公司。以后要转到贵公司名下，须另行办理账号迁移，需要付费，也不保证成功。',
  'owner.admin': '管理员为{{admin}}：账号的重要操作都由其本人用微信确认，此人最好长期在贵公司任职。',
  'owner.no_admin': '管理员尚未确定。账号的重要操作都由管理员本人用微信确认。',
  'owner.agree': '我知道账号归谁所有，以及管理员的职责。',

  'confirm.button': '三项均确认',
  'confirm.sending': '正在确认……',
  'confirm.open_other': '还有 {{count}} 项未勾选。',
  'confirm.kept': '我们会保存您的姓名、确认时间、以上内容和本文本（版本 {{version}}）。',
  'confirm.who_other': '此项须由{{names}}确认。您可以查看，并转告对方。',
  'confirm.nobody': '贵公司尚未登记决定人，请与我们联系。',
  'confirm.preview': '客户在此确认。',

  'state.early.title': '暂不需要确认',
  'state.early.text': '相关内容尚未确定。需要您确认时，我们会写信通知您。',
  'state.signed.title': '已确认',
  'state.signed.text': '{{person}}，{{when}}。文本版本 {{version}}。',
  'state.signed.text_plain': '{{when}}。文本版本 {{version}}。',
  'state.signed.later': '提交之前如仍需改动其中任何一项，我们会再次请您确认。',
  'state.changed.title': '您确认之后，内容有变动',
  'state.changed.text': '因此{{when}}的确认不再有效。请查看变动的内容：',
  'state.changed.line': '{{choice}}：{{was}} → {{now}}',
  'state.submitted.title': '已提交',
  'state.submitted.text': '账号已提交，此处内容不能再更改。',
};
