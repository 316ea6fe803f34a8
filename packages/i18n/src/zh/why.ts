/** Chinese words of "Why?": how a rule is told beside the number or the refusal that rests on it. */
import type { why as english } from '../en/why.js';
import type { TranslationOf } from '../translation.js';

export const why: TranslationOf<typeof english> = {
  button_of: '依据：{{what}}',
  loading: '正在查询规则……',
  failed: '暂时无法显示该规则。',
  own_value: '由机构自行设定',
  fee: '费用',
  rules_then: '依据当时的规则',
  source: '来源',
  source_held: '{{title}}（{{publisher}}），时点：{{held}}',
  disputed: '各来源说法不一：{{says}}',
  confidence: '可靠程度',
  'confidence.H': '可靠：官方文本或微信自身的表单',
  'confidence.M': '较可靠：多个来源一致，或有一个可信来源',
  'confidence.L': '不够可靠：仅有单一或较旧的来源',
  valid_from: '生效日期',
  last_checked: '最近核对',
  review_overdue: '已过复核期限：承诺客户前请先向腾讯确认。',
  'kind.hard': '硬性规定：任何人都不能放宽',
  'kind.policy': '政策：机构所有者可另设取值',
  'kind.soft': '提醒：说明理由后可继续',
  'kind.unknown': '尚无人知晓',
  open_rules: '在规则库中查看',
};
