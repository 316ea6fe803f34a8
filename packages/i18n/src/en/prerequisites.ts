/** English texts of papers and facts, with their Chinese names. */
export const prerequisites = {
  business_licence: 'Business licence (营业执照)',
  organisation_certificate: 'Certificate of the organisation (组织机构证书)',
  legal_representative: 'Data of the legal representative (法定代表人)',
  application_letter: 'Application letter with seal (申请公函)',
  corporate_bank_account: 'Corporate bank account (对公账户)',
  admin_id: 'Administrator’s ID (管理员身份证件)',
  admin_phone: 'Administrator’s phone and WeChat (管理员手机与微信)',
  company_certificate_translated: 'Company certificate, notarised and translated (公司注册证书)',
  company_profile: 'Company’s addresses, business and parent company (公司概况)',
  operator_passport: 'Operator’s passport (运营者护照)',
  operator_phone_bill: 'Operator’s phone bills of three months (话费账单), or bank statements',
  name_right: 'Right to the name: trademark or letter of authority (商标注册证或授权书)',
} as const satisfies Record<string, string>;
