/** Chinese texts of papers and facts, with their Chinese names. */
import type { prerequisites as english } from '../en/prerequisites.js';
import type { TranslationOf } from '../translation.js';

export const prerequisites: TranslationOf<typeof english> = {
  business_licence: '营业执照',
  organisation_certificate: '组织机构登记证书',
  legal_representative: '法定代表人信息',
  application_letter: '申请公函（加盖公章）',
  corporate_bank_account: '对公账户信息',
  admin_id: '管理员身份证件',
  admin_phone: '管理员手机号与微信',
  company_certificate_translated: '公司注册证书（公证并附中文译文）',
  company_profile: '公司概况（地址、经营范围、母公司）',
  operator_passport: '运营者护照',
  operator_phone_bill: '运营者近三个月话费账单，或银行对账单',
  name_right: '名称权利证明（商标注册证或授权书）',
};
