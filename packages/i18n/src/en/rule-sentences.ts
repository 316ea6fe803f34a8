/** English sentences of the rulebook: each states a rule with its value. `ruleSentence` chooses the form and fills in the values. */
export const ruleSentences = {
  // Shared by rules that go by kind of company
  permit_allowed: 'Open to: {{subjects}}.',
  permit_refused: 'Not open to: {{subjects}}.',
  permit_unknown: 'Nobody knows for: {{subjects}}.',
  permit_of_type: '{{accountType}}: {{permits}}',

  // Accounts
  'account_type.subscription.says': 'A subscription account can be opened by some kinds of company only.',
  'account_type.subscription.disputed':
    'A comparison of about 2019 names no type that overseas companies cannot have; reports since 2018 say that they are offered a service account only.',
  'account_type.service.says': 'A service account needs a licence: an individual never gets one.',
  'account_type.service.disputed':
    'A guide of 2020 says that only mainland companies may register. The registration form has had a whole way for overseas companies since 2018.',
  'account_type.mini_program.says': 'A Mini Program can be opened by nearly everybody.',
  'account_type.wecom.says': 'WeCom is for organisations.',
  'account_type.names.says':
    'Tencent calls the subscription account {{subscription}} and the service account {{service}}. The word 公众号 alone does not tell the type.',
  'account_type.enterprise_successor.says_wecom':
    'The enterprise account (企业号) of older guides lives on as WeCom, a platform of its own with its own verification.',
  'account_type.enterprise_successor.disputed':
    'A guide of 2020 still lists the enterprise account as a type of Official Account.',
  'wecom.verified_per_organisation.says_one': 'One organisation could verify {{value}} enterprise account.',
  'wecom.verified_per_organisation.says_other': 'One organisation could verify {{value}} enterprise accounts.',
  'type.switch.says_one_free_choice': 'An account that existed then could choose its type once, free of charge.',
  'type.switch.says_one_upgrade':
    'A verified subscription account could be turned into a service account once. No other change was possible.',
  'type.switch.says_final':
    'The type is final: a subscription account never becomes a service account, nor the other way round. Whoever wants another type registers another account.',
  'type.switch.disputed':
    'An article of 2014 says that no switch is possible, a comparison of about 2019 that a subscription account can be changed. Both ways are closed since 2023.',
  'visibility.overseas.says': 'Users in the mainland see and follow the account of an overseas company.',
  'visibility.overseas.says_not':
    'Accounts of overseas companies lived on a platform of their own: users in the mainland did not see them.',
  'visibility.overseas.disputed':
    'An article of 2014 says that international accounts cannot be seen in the mainland. It was right then: their separate platform was shut on 13 September 2018.',

  // Companies
  'subject.region.says':
    'Overseas companies register as overseas with their own papers; every other kind of company registers in the mainland.',
  'subject.region.disputed':
    'A guide of 2020 says that only the mainland can be chosen. Since 2018 companies of more than two hundred countries and regions can register.',
  'subject.code_fits_class.says':
    'The first two characters of a licence code name the registry and the kind of body. WeChat compares them with the kind that was chosen, in both directions.',
  'subject.class_fits_type.says': 'Each finer class goes with certain kinds of company and codes: {{rows}}.',
  'subject.class_fits_type.row': '{{subjectClass}} ({{types}}, code beginning {{codes}})',
  'subject.class_fits_type.any_code_row': '{{subjectClass}} ({{types}}, any code)',
  'subject.own_licence.says':
    'Whoever holds the licence owns the account. On a borrowed licence the account belongs to the lender, and a quarrel ends with their word.',
  'subject.accounts_on_one_licence.says':
    'How many clients’ accounts Tencent puts up with on one licence, and in which lines of business, agencies have asked and were not told.',
  'subject.media_roles.says': 'A media body says what it is to its medium: {{values}}.',
  'subject.media_kinds.says': 'A media body says what its medium is: {{values}}.',
  'subject.struck_off.says':
    'A company struck off the register should not be registered or renewed: the money is lost.',
  'subject.correction.says':
    'A name changed at the registry, under the same code, is corrected in {{value}} working days. Nothing else about the company changes.',
  'subject.only_by_migration.says':
    'The company behind an account never changes. Only a migration into an account of the other company moves its followers.',
  'subject.batch_registration.says': 'Registering batches of similar accounts is forbidden by the operating rules.',

  // Posting
  'broadcast.subscription.says_day_one': 'A subscription account may post {{count}} time a day.',
  'broadcast.subscription.says_day_other': 'A subscription account may post {{count}} times a day.',
  'broadcast.subscription.says_month_one': 'A subscription account may post {{count}} time a month.',
  'broadcast.subscription.says_month_other': 'A subscription account may post {{count}} times a month.',
  'broadcast.service.says_day_one': 'A service account may post {{count}} time a day.',
  'broadcast.service.says_day_other': 'A service account may post {{count}} times a day.',
  'broadcast.service.says_month_one': 'A service account may post {{count}} time in a calendar month.',
  'broadcast.service.says_month_other': 'A service account may post {{count}} times in a calendar month.',
  'broadcast.service.disputed':
    'One digest of 2025 says that a verified company may ask for six, another calls every offer of more a fraud. We keep four.',
  'broadcast.articles.says_one': 'One post holds up to {{value}} article.',
  'broadcast.articles.says_other': 'One post holds up to {{value}} articles.',
  'broadcast.articles.disputed': 'A guide of 2020 says six; a digest of 2025 says eight.',
  'posting.placement.subscription.says_folder':
    'Posts of a subscription account lie in the subscriptions folder, without a notification.',
  'posting.placement.subscription.says_chat_list': 'Posts of a subscription account stand among the chats.',
  'posting.placement.service.says_chat_list': 'Posts of a service account stand among the chats, with a notification.',
  'posting.placement.service.says_folder': 'Posts of a service account lie in a folder.',
  'posting.service_folded.says':
    'In tests of 2025 posts of service accounts were folded away like those of subscription accounts. Whether this account will be: nobody knows.',

  // Rights
  'api_rights.advanced.says': 'A verified account of either type may use: {{values}}.',
  'api_rights.service_only.says': 'Only a verified service account may use: {{values}}.',
  'api_rights.publish.says': 'Publishing and drafts by interface are withdrawn from: {{values}}.',
  'wechat_pay.accounts.says': 'Which account of which kind of company can take payments:',
  'wechat_pay.overseas.says_exceptions_only':
    'An overseas company’s account gets no WeChat Pay as a rule. Exceptions are known, for large retailers: ask Tencent.',
  'wechat_pay.verified.says': 'WeChat Pay asks for a verified account.',
  'wechat_pay.sole_proprietor_web.says_refused': 'A sole proprietor takes no payments on web pages (H5).',
  'open_platform.bindings.says':
    'An Open Platform account binds {{sameSubject}} accounts of its own company and {{otherSubject}} of others, of these {{newOtherSubjectPerMonth}} new ones a month.',
  'mini_program.inherits_verification.says':
    'A Mini Program founded by a verified account takes over its verification and its end.',
  'mini_program.inherits_verification.says_not':
    'A Mini Program founded by a verified account begins unverified and is verified on its own.',
  'mini_program.from_account_per_month.says_one': 'A verified account may found {{value}} Mini Program a month.',
  'mini_program.from_account_per_month.says_other': 'A verified account may found {{value}} Mini Programs a month.',
  'mini_program.from_account_subjects.says': 'Who may found a Mini Program from a verified account:',
  'mini_program.fast_registration_lock_hours.says_one':
    'One fast registration per company at a time: it blocks the next one for {{value}} hour.',
  'mini_program.fast_registration_lock_hours.says_other':
    'One fast registration per company at a time: it blocks the next one for {{value}} hours.',
  'mini_program.icp_filing.says': 'A Mini Program also needs its ICP filing before it may be published.',
  'quota.mini_program.enterprise.says_one': 'A company may verify {{value}} Mini Program.',
  'quota.mini_program.enterprise.says_other': 'A company may verify {{value}} Mini Programs.',
  'quota.mini_program.sole_proprietor.says_one': 'A sole proprietor may verify {{value}} Mini Program.',
  'quota.mini_program.sole_proprietor.says_other': 'A sole proprietor may verify {{value}} Mini Programs.',
  'custody.no_sale.says':
    'Accounts are Tencent’s and whoever registered first may use them. They are not sold or given away; followers move by migration only.',
  'custody.checklist.says': 'An account is handed over when these are changed: {{values}}.',
  'custody.sound_set_up.says': 'A sound account has: {{values}}.',

  // Limits
  'quota.subject.individual.says_one': 'An individual may hold {{value}} Official Account.',
  'quota.subject.individual.says_other': 'An individual may hold {{value}} Official Accounts.',
  'quota.subject.sole_proprietor.says_one': 'A sole proprietor may hold {{value}} Official Account.',
  'quota.subject.sole_proprietor.says_other': 'A sole proprietor may hold {{value}} Official Accounts.',
  'quota.subject.enterprise.says_one': 'A company may hold {{value}} Official Account.',
  'quota.subject.enterprise.says_other': 'A company may hold {{value}} Official Accounts.',
  'quota.subject.enterprise.disputed': 'For agencies abroad one report counts 20, 5, 2 instead of 50, 5, 2.',
  'quota.subject.media.says_one': 'A media body may hold {{value}} Official Account.',
  'quota.subject.media.says_other': 'A media body may hold {{value}} Official Accounts.',
  'quota.subject.government.says_one': 'A government body may hold {{value}} Official Account.',
  'quota.subject.government.says_other': 'A government body may hold {{value}} Official Accounts.',
  'quota.subject.other_organisation.says_one': 'Another organisation may hold {{value}} Official Account.',
  'quota.subject.other_organisation.says_other': 'Another organisation may hold {{value}} Official Accounts.',
  'quota.subject.overseas_enterprise.says':
    'How many accounts an overseas company may hold was found nowhere; two, as for others, is a guess. Ask Tencent before the second.',
  'quota.kept_above.says': 'Accounts above a lowered limit stay, and are renewed as before.',
  'quota.held_in_freeze.says':
    'While an account is frozen or being closed, its company, ID, phone and WeChat still count.',
  'quota.admin_id.says_one': 'One ID may be the administrator of {{value}} account.',
  'quota.admin_id.says_other': 'One ID may be the administrator of {{value}} accounts.',
  'quota.admin_id.legal_representative.says_one':
    'When the legal representative proves the company, one ID may be the administrator of {{value}} account.',
  'quota.admin_id.legal_representative.says_other':
    'When the legal representative proves the company, one ID may be the administrator of {{value}} accounts.',
  'quota.admin_phone.says_one': 'One phone number may stand behind {{value}} account.',
  'quota.admin_phone.says_other': 'One phone number may stand behind {{value}} accounts.',
  'quota.admin_phone.legal_representative.says_one':
    'When the legal representative proves the company, one phone number may stand behind {{value}} account.',
  'quota.admin_phone.legal_representative.says_other':
    'When the legal representative proves the company, one phone number may stand behind {{value}} accounts.',
  'quota.admin_wechat.says_one': 'One WeChat may be the administrator of {{value}} account.',
  'quota.admin_wechat.says_other': 'One WeChat may be the administrator of {{value}} accounts.',
  'quota.admin_wechat.disputed': 'The form’s own message says fifty; an older number that was published is five.',
  'quota.small_transfer_per_subject.says_one':
    'One company has {{value}} small transfer under way at a time; the next one waits for its end.',
  'quota.small_transfer_per_subject.says_other': 'One company has {{value}} small transfers under way at a time.',
  'quota_raise.reason_length.says_one': 'The reason for more accounts has at most {{value}} character.',
  'quota_raise.reason_length.says_other': 'The reason for more accounts has at most {{value}} characters.',
  'quota_raise.subject_types.says': 'More accounts can be asked for by: {{values}}. Nobody else.',
  'quota_raise.subject_types.disputed':
    'Digests of 2025 say that sole proprietors cannot ask; the form holds a way for them that its server opens or not.',
  'quota_raise.working_days.says_one': 'The answer to a request for more accounts takes {{value}} working day.',
  'quota_raise.working_days.says_other': 'The answer to a request for more accounts takes {{value}} working days.',
  'quota_raise.blocked_by_restriction.says':
    'While one of its accounts is frozen, a company cannot ask for more accounts.',
  'quota_raise.regulator.says':
    'Tencent looks at a request for more accounts first, then the regulator of internet content decides.',
  'operator.long_seats.says_one': 'Beside its administrator an account has {{value}} seat for a long-term operator.',
  'operator.long_seats.says_other': 'Beside its administrator an account has {{value}} seats for long-term operators.',
  'operator.short_seats.says_one': 'An account has {{value}} seat for a short-term operator.',
  'operator.short_seats.says_other': 'An account has {{value}} seats for short-term operators.',
  'operator.short_months.says_one': 'A short-term operator’s seat ends after {{value}} month.',
  'operator.short_months.says_other': 'A short-term operator’s seat ends after {{value}} months.',
  'operator.accounts.says_one': 'One WeChat may be the operator of {{value}} account.',
  'operator.accounts.says_other': 'One WeChat may be the operator of {{value}} accounts.',
  'operator.follows.says': 'An operator follows the account.',
  'operator.own_card.says': 'An operator’s WeChat has their own bank card bound.',

  // Account email
  'email.one_product.says':
    'An address opens one account of one WeChat product. It must be unknown to the platform and the Open Platform, and not bound to a personal WeChat.',
  'email.personal_unbound.says': 'An address bound to a personal WeChat is good again once it is unbound there.',
  'email.activation.says_link': 'A mail with a link proves the address.',
  'email.activation.says_code': 'A code sent by mail proves the address, on the same page.',
  'email.activation.disputed': 'Older pages describe a link in a mail; newer reports a code on the same page.',
  'email.activation_hours.says':
    'How long the mail’s link or code is good was found in no source, though many repeat twenty-four hours: do not wait.',
  'email.activation_hours.disputed':
    'A textbook says forty-eight hours, many others twenty-four; none names where it was read.',
  'email.plus_address.says':
    'An address with a plus sign may be taken for the same mailbox, or not be taken at all: a plain one is safer.',
  'email.abandoned_deletable.says': 'A half-finished registration can be deleted, and is then begun again.',
  'email.password_length.says_one': 'The password has {{value}} character or more: letters, digits, signs.',
  'email.password_length.says_other': 'The password has {{value}} characters or more: letters, digits, signs.',
  'email.reservation_days.says_one': 'We keep an address for a case for {{value}} day.',
  'email.reservation_days.says_other': 'We keep an address for a case for {{value}} days.',

  // Administrator
  'admin.minimum_age.says_one': 'The administrator is {{value}} year old or older on the day.',
  'admin.minimum_age.says_other': 'The administrator is {{value}} years old or older on the day.',
  'admin.passport_mainland.says_refused':
    'The administrator of a mainland company cannot use a foreign passport: the form wants a resident ID.',
  'admin.passport_mainland.disputed':
    'A report on overseas accounts says that name and passport number are enough. That holds for overseas companies only.',
  'admin.permit_mainland.says':
    'Whether the form takes a Hong Kong, Macau, Taiwan or permanent residence permit is not known. Ask, do not refuse.',
  'admin.first_generation_id.says_refused': 'ID numbers of fifteen digits are no longer valid.',
  'admin.wechat_phone.says': 'The administrator’s WeChat has a phone number bound.',
  'admin.wechat_card.says': 'The administrator’s WeChat has a bank card bound, their own.',
  'admin.scan.says': 'The administrator scans the code with their own WeChat; for overseas companies there is no scan.',
  'appointment.minutes.says_one': 'An appointment for the scan takes {{value}} minute.',
  'appointment.minutes.says_other': 'An appointment for the scan takes {{value}} minutes.',
  'appointment.earliest.says': 'Appointments are offered from {{value}} on, Beijing time; earlier ones are warned of.',
  'appointment.latest.says': 'Appointments are offered until {{value}}, Beijing time; later ones are warned of.',
  'appointment.reminder_hours.says': 'The administrator is reminded {{values}} hours before the appointment.',
  'appointment.ready_minutes.says_one':
    'The administrator can say that they are ready from {{value}} minute before the appointment on.',
  'appointment.ready_minutes.says_other':
    'The administrator can say that they are ready from {{value}} minutes before the appointment on.',
  'admin.scan_together.says':
    'Only the administrator can scan the code, and it is good for minutes: administrator and agency sit down at the same time.',
  'admin.sms_resend_seconds.says_one': 'A new code by text message can be asked for after {{value}} second.',
  'admin.sms_resend_seconds.says_other': 'A new code by text message can be asked for after {{value}} seconds.',
  'admin.sms_digits.says_one': 'The code by text message has {{value}} digit.',
  'admin.sms_digits.says_other': 'The code by text message has {{value}} digits.',
  'admin.is_subject.says': 'An individual is the administrator of their own account, and nobody else is.',
  'admin.outsider.says':
    'The administrator should be a responsible person of the company. Tencent advises against outsiders, agencies too.',
  'admin.change.says_both_scan':
    'The administrator can be changed: the old and the new one scan. If the old one is gone, a sealed letter takes the scan’s place.',
  'admin.foreign_representative.says':
    'How a legal representative without a Chinese ID scans at a renewal was asked and not answered: settle it early.',
  'admin.four_eyes.says': 'An ID is looked at by a second member, not by the one who brought it in.',
  'admin.four_eyes.says_not': 'An ID may be looked at by the member who brought it in.',
  'consent.admin_identity.says':
    'Identity data needs a consent of its own, for this account and this purpose, which can be withdrawn.',

  // Way of proof
  'route.wechat_verification.says':
    'By WeChat verification the fee comes before the account works; for government, media and overseas companies it is the only way.',
  'route.small_transfer.says': 'By a small transfer from the company’s own bank account, free of charge.',
  'route.legal_representative.says': 'By the legal representative’s face, free of charge.',
  'route.identity_scan.says': 'By the individual’s own scan.',
  'route.other_types.says':
    'How Mini Programs and WeCom prove their company is known from Official Accounts only: ask before promising a way.',
  'route.face_present.says': 'The legal representative scans from the screen, in person: the code cannot be forwarded.',
  'route.face_failures.says': 'After too many failures of the face another way of proof has to be taken.',
  'route.representative_as_admin.says': 'The legal representative who proves the company may be its administrator too.',
  'registration.steps.says': 'WeChat’s pages follow this order: {{values}}.',
  'registration.locked.says': 'Once submitted, these never change: {{values}}.',
  'registration.overseas_way.says_by_mail':
    'Overseas companies wrote to Tencent (bd@wechat.com) and asked for an account on a platform of its own; many never heard back.',
  'registration.overseas_way.says_by_themselves':
    'Overseas companies register on WeChat’s own pages, with their own licence. Nobody has to write to Tencent for it.',
  'registration.overseas_way.disputed':
    'An article of 2014 sends overseas companies to a mail address, which was right until September 2018; a guide of 2020 says that they cannot register at all.',
  'sign_off.irreversible.says':
    'The client signs off what can never be changed, in its present form, before it is submitted.',
  'prerequisites.complete.says': 'Everything required is accepted before anything is submitted.',

  // Papers
  'papers.licence_code_lengths.says': 'The form takes licence codes of {{values}} characters.',
  'papers.organisation_code_lengths.says':
    'Government bodies and other organisations give a code of {{values}} characters.',
  'data_request.answer_days.says_one': 'A request about one’s own data is answered within {{value}} day.',
  'data_request.answer_days.says_other': 'A request about one’s own data is answered within {{value}} days.',
  'lead.keep_days.says_one': 'Name and address of an enquiry are forgotten after {{value}} day.',
  'lead.keep_days.says_other': 'Name and address of an enquiry are forgotten after {{value}} days.',
  'document.types.says': 'Files are taken as: {{values}}.',
  'document.types.word.image/jpeg': 'JPEG',
  'document.types.word.image/png': 'PNG',
  'document.types.word.application/pdf': 'PDF',
  'document.max_bytes.says': 'A file has at most {{value}} MB.',
  'document.pages_max.says_one': 'A paper is brought in {{value}} file at most.',
  'document.pages_max.says_other': 'A paper is brought in {{value}} files at most.',
  'document.pdf_pages_max.says_one': 'A PDF has {{value}} page at most.',
  'document.pdf_pages_max.says_other': 'A PDF has {{value}} pages at most.',
  'document.day_bytes.says': 'An agency takes in {{value}} MB a day at most.',
  'document.fix_minutes.says_one': 'Whoever sent a file can take it back for {{value}} minute.',
  'document.fix_minutes.says_other': 'Whoever sent a file can take it back for {{value}} minutes.',
  'document.review_minutes.says_one':
    'A review that nobody ends is told to the client {{value}} minute after it began.',
  'document.review_minutes.says_other':
    'A review that nobody ends is told to the client {{value}} minutes after it began.',
  'retention.identity_documents.says': 'These papers prove who somebody is and are deleted by themselves: {{values}}.',
  'retention.identity_documents.word.admin_id': 'the administrator’s ID',
  'retention.identity_documents.word.admin_phone': 'the proof of the administrator’s phone',
  'retention.identity_documents.word.legal_representative': 'the legal representative’s ID',
  'retention.identity_documents.word.operator_passport': 'the operator’s passport',
  'retention.identity_documents.word.operator_phone_bill': 'the operator’s phone bill',
  'retention.identity_documents_days.says_one':
    'Papers that prove who somebody is are deleted {{value}} day after the account is live.',
  'retention.identity_documents_days.says_other':
    'Papers that prove who somebody is are deleted {{value}} days after the account is live.',
  'papers.image_formats.says': 'Pictures are taken as: {{values}}.',
  'papers.id_image_pixels.says_one': 'A picture of an ID has at least {{value}} pixel each way.',
  'papers.id_image_pixels.says_other': 'A picture of an ID has at least {{value}} pixels each way.',
  'papers.supplementary_files.says_one': 'Up to {{value}} further file can be added.',
  'papers.supplementary_files.says_other': 'Up to {{value}} further files can be added.',
  'papers.bank_digits.says': 'A bank account’s number has {{min}} to {{max}} digits, and is typed twice.',
  'papers.bank_name_equals.says': 'The bank account’s name is the company’s, character by character.',
  'papers.seal_equals.says': 'The text of the seal is the company’s name, brackets included.',
  'papers.official_letter.says': 'The application letter is written on Tencent’s own form for the kind of company.',
  'papers.without_corporate_account.says':
    'Without a corporate account a sole proprietor gives the holder’s own card, a public institution the certificate holder’s card or the treasury’s account.',
  'papers.government_bank_blank.says': 'A government body may write 无 in place of a bank account.',
  'papers.operator_phone_bill_months.says_one':
    'The operator of an overseas account brings {{value}} month of phone bills, or bank statements.',
  'papers.operator_phone_bill_months.says_other':
    'The operator of an overseas account brings {{value}} months of phone bills, or bank statements.',
  'papers.overseas_phone.says':
    'An overseas company gives a foreign mobile number: digits only, with the country’s prefix.',
  'papers.overseas_notarised.says':
    'An overseas company’s papers are notarised and translated; three refusals can cost more than a month.',
  'prerequisites.papers.says': 'By kind of company, way of proof and order these are asked for: {{papers}}.',

  // Names
  'name.form.says': 'An account’s name has the allowed length and characters, and nobody else has it.',
  'name.units.says': 'A name has {{min}} to {{max}} units: a Chinese character counts two, a letter or digit one.',
  'name.units.disputed': 'The verification form of 2014 counts up to 32 units once an account is verified.',
  'name.units_verified.says': 'A verified account’s name has {{min}} to {{max}} units.',
  'name.characters.says': 'A name is made of: {{values}}. Nothing else.',
  'name.unique.says': 'A name is used by one account only.',
  'name.individual_changes.says_one': 'An individual may change the name {{value}} time in a calendar year.',
  'name.individual_changes.says_other': 'An individual may change the name {{value}} times in a calendar year.',
  'name.cooling_hours.says_one': 'A change of name can be taken back for {{value}} hour.',
  'name.cooling_hours.says_other': 'A change of name can be taken back for {{value}} hours.',
  'name.kept_days.says_one': 'The old name is kept for the same company for {{value}} day.',
  'name.kept_days.says_other': 'The old name is kept for the same company for {{value}} days.',
  'name.protected_word_working_days.says_one':
    'A name with a protected word is looked at for up to {{value}} working day.',
  'name.protected_word_working_days.says_other':
    'A name with a protected word is looked at for up to {{value}} working days.',
  'name.by_order.says':
    'Everybody but an individual changes the name with a verification, a re-verification or a renewal only: it costs a review fee.',
  'name.brackets.says': 'Full-width brackets in a company’s name count as half-width ones when names are compared.',
  'name.bank_route_weight.says':
    'Where the bank proves it, a company’s name weighs {{min}} to {{max}}: a Chinese character weighs three.',
  'name.sole_proprietor_nameless.says':
    'A sole proprietor without a name is written “{{value}}” followed by the operator’s name.',

  // Money
  'fee.official_account.individual.says':
    'No fee is known for an individual’s Official Account: it is probably not verified at all.',
  'fee.official_account.individual.disputed':
    'Some web journals name a fee of ¥300 or none, others say that there is no way; for ¥99 no support was found.',
  'fee.official_account.sole_proprietor.says':
    'What a sole proprietor’s Official Account pays is not certain: read it on the payment page.',
  'fee.official_account.sole_proprietor.disputed':
    'Sources on Official Accounts say ¥300, the price list of Mini Programs says ¥30.',
  'fee.official_account.enterprise.says': 'A review of a company’s Official Account costs {{fee:money}}.',
  'fee.official_account.enterprise.says_free': 'A review of a company’s Official Account is free.',
  'fee.official_account.media.says': 'A review of a media body’s Official Account costs {{fee:money}}.',
  'fee.official_account.media.says_free': 'A review of a media body’s Official Account is free.',
  'fee.official_account.government.says': 'A review of a government body’s Official Account costs {{fee:money}}.',
  'fee.official_account.government.says_free': 'A review of a government body’s Official Account is free.',
  'fee.official_account.other_organisation.says':
    'A review of another organisation’s Official Account costs {{fee:money}}.',
  'fee.official_account.other_organisation.says_free': 'A review of another organisation’s Official Account is free.',
  'fee.official_account.overseas_enterprise.says':
    'A review of an overseas company’s Official Account costs {{fee:money}}.',
  'fee.official_account.overseas_enterprise.says_free': 'A review of an overseas company’s Official Account is free.',
  'fee.class.foundation.says': 'A review costs a foundation {{fee:money}}.',
  'fee.class.foundation.says_free': 'A review is free for a foundation.',
  'fee.class.foreign_mission.says': 'A review costs a foreign government mission {{fee:money}}.',
  'fee.class.foreign_mission.says_free': 'A review is free for a foreign government mission.',
  'fee.mini_program.enterprise.says': 'A review of a company’s Mini Program costs {{fee:money}}.',
  'fee.mini_program.enterprise.says_free': 'A review of a company’s Mini Program is free.',
  'fee.mini_program.sole_proprietor.says': 'A review of a sole proprietor’s Mini Program costs {{fee:money}}.',
  'fee.mini_program.sole_proprietor.says_free': 'A review of a sole proprietor’s Mini Program is free.',
  'fee.mini_program.others.says': 'What others pay for their Mini Program is not known: read it on the payment page.',
  'fee.wecom.small.says': 'A WeCom review costs a small organisation {{fee:money}}.',
  'fee.wecom.small.says_free': 'A WeCom review is free for a small organisation.',
  'fee.wecom.medium.says': 'A WeCom review costs a medium organisation {{fee:money}}.',
  'fee.wecom.medium.says_free': 'A WeCom review is free for a medium organisation.',
  'fee.wecom.large.says': 'A WeCom review costs a large organisation {{fee:money}}.',
  'fee.wecom.large.says_free': 'A WeCom review is free for a large organisation.',
  'fee.open_platform.mainland.says': 'The Open Platform’s yearly verification costs {{fee:money}}.',
  'fee.open_platform.mainland.says_free': 'The Open Platform’s yearly verification is free.',
  'fee.open_platform.overseas.says': 'The Open Platform’s yearly verification costs overseas developers {{fee:money}}.',
  'fee.open_platform.overseas.says_free': 'The Open Platform’s yearly verification is free for overseas developers.',
  'fee.per_application.says':
    'The fee is owed for each application, not for each success: again at each renewal, each failed attempt, each change of name. Registering itself costs nothing.',
  'fee.per_application.disputed':
    'A guide of 2020 shows the fee as a step of every registration. It is one on the verification way only.',
  'payment.overseas_means.says': 'Overseas companies pay by: {{values}}.',
  'payment.first_registration_means.says': 'The fee of a first registration is paid by: {{values}}.',
  'payment.own_receiving_number.says':
    'A bank transfer goes to the receiving number of this one account. Several fees are never sent together.',
  'payment.transfer_arrival.says_one': 'A bank transfer arrives in {{value}} working day.',
  'payment.transfer_arrival.says_other': 'A bank transfer arrives in {{value}} working days.',
  'payment.pay_once.says': 'Pay once only: WeChat’s page warns against a second payment.',
  'payment.refund.says_none': 'Nothing is paid back when a review fails.',
  'invoice.kinds.says': 'With the order one of these is chosen: {{values}}.',
  'invoice.kind_is_final.says': 'The kind of invoice cannot be changed later.',
  'invoice.individual_without_vat.says': 'An individual gets no special VAT invoice.',

  // Clocks
  'timer.half_registration_days.says_one':
    'An unfinished registration may be ended after {{value}} day, and its address freed.',
  'timer.half_registration_days.says_other':
    'An unfinished registration may be ended after {{value}} days, and its address freed.',
  'timer.verification_route_days.says_one':
    'The verification has to be finished within {{value}} day of submitting, else all is submitted again.',
  'timer.verification_route_days.says_other':
    'The verification has to be finished within {{value}} days of submitting, else all is submitted again.',
  'timer.transfer_days.says_one': 'The small transfer has to be sent within {{value}} day.',
  'timer.transfer_days.says_other': 'The small transfer has to be sent within {{value}} days.',
  'timer.transfer_return.says_one': 'The small transfer’s money is back in {{value}} working day.',
  'timer.transfer_return.says_other': 'The small transfer’s money is back in {{value}} working days.',
  'transfer.odd_amount.says': 'The small transfer has exactly the amount that the page shows.',
  'transfer.odd_amount.disputed':
    'Some pages saved from 2018 to 2020 show one cent for everybody; an older way had a code to type in, and failed after three wrong ones.',
  'timer.payment_link_hours.says_one': 'The payment link lives {{value}} hour.',
  'timer.payment_link_hours.says_other': 'The payment link lives {{value}} hours.',
  'supplement.chances.says_one': 'A returned application may be answered {{value}} time; then the fee is gone.',
  'supplement.chances.says_other': 'A returned application may be answered {{value}} times; then the fee is gone.',
  'supplement.days.says': 'How many days an answer has stands in the notice, and nowhere else: read it there.',
  'supplement.days.disputed':
    'Two reports say thirty days, one of them of Mini Programs; no notice was found that says so.',
  'supplement.every_answer_counts.says': 'Every answer uses a chance, one about the name alone too.',
  'review.mainland.says_one': 'A mainland company’s review takes {{value}} working day.',
  'review.mainland.says_other': 'A mainland company’s review takes {{value}} working days.',
  'review.mainland.disputed': 'Others say one to three, one to five, or within fifteen working days.',
  'review.overseas.says_one': 'An overseas company’s review takes {{value}} working day.',
  'review.overseas.says_other': 'An overseas company’s review takes {{value}} working days.',
  'review.other_types.says': 'How long a review of other account types takes is not known.',
  'review.small_transfer.says_one': 'The small transfer’s check takes {{value}} working day.',
  'review.small_transfer.says_other': 'The small transfer’s check takes {{value}} working days.',
  'review.own_cases_min.says_one':
    'Once {{value}} review of the same kind of account is finished, our own experience is told in the place of the rule.',
  'review.own_cases_min.says_other':
    'Once {{value}} reviews of the same kind of account are finished, our own experience is told in the place of the rule.',
  'review.own_cases_days.says_one': 'A finished review counts among our own experience for {{value}} day.',
  'review.own_cases_days.says_other': 'A finished review counts among our own experience for {{value}} days.',
  'review.daily_cap.says':
    'Tencent may take no more applications for the day: they are taken again from {{value}} the next morning, Beijing time.',
  'review.auditor_call.says':
    'The auditing firm telephones. A call that nobody answers, or that is refused, counts as failed.',
  'review.office_days.says': 'The auditing firms work from Monday to Friday.',
  'promise.working_days.says': 'Working days after which the client hears from us, by stage: {{rows}}.',
  'message.mail_minutes.says_one': 'New messages are told to one reader by one mail in {{value}} minute at most.',
  'message.mail_minutes.says_other': 'New messages are told to one reader by one mail in {{value}} minutes at most.',
  'promise.time.says': 'The client hears from us by {{value}}, Beijing time.',

  // Verification and renewal
  'verification.validity_months.says_one': 'A verification holds {{value}} month from its success.',
  'verification.validity_months.says_other': 'A verification holds {{value}} months from its success.',
  'verification.individual.says':
    'No official way is known to verify an individual’s Official Account: count on none, and ask.',
  'verification.individual.disputed': 'Several web journals describe a way, free or for ¥300; others deny it.',
  'verification.rename_effect.says':
    'Whether a paid change of name moves the end of the verification is not known: read the end afterwards.',
  'verification.inherited.says':
    'Where the verification was taken over from another account, that account is verified and renewed, not this one.',
  'verification.one_order.says': 'An account has one open order at a time.',
  'verification.parts.says':
    'A review has parts, in this order: {{values}}. Rights come with the first, the tick with the last.',
  'verification.name_failed_counts.says':
    'If the qualification passes and the name fails, the verification counts: rights yes, tick no, the old name stays.',
  'verification.same_subject.says': 'The company that is verified is the one that registered.',
  'verification.no_withdrawal.says': 'Once in review, an application cannot be taken back.',
  'verification.rejections.says': 'What applications are refused for: {{values}}.',
  'renewal.window_days.says_one': 'A renewal may begin {{value}} day before the verification ends.',
  'renewal.window_days.says_other': 'A renewal may begin {{value}} days before the verification ends.',
  'renewal.window_days.disputed':
    'A renewal seen in 2015 opened three calendar months before; two later ones exactly ninety days.',
  'renewal.dates_from_wechat.says':
    'Where WeChat names the window’s days they count; we compute them only where it does not.',
  'renewal.as_first.says': 'A renewal has the steps, the fee and the review of a first verification.',
  'renewal.same_subject.says': 'The company’s name cannot be changed with a renewal.',
  'renewal.tencent_notice_months.says_one':
    'Tencent writes {{value}} month before the end, in the account’s own inbox.',
  'renewal.tencent_notice_months.says_other':
    'Tencent writes {{value}} months before the end, in the account’s own inbox.',
  'renewal.mini_program_reminders.says': 'A Mini Program hears from Tencent before its end: {{values}}.',
  'renewal.verified_in_window.says': 'Until its end the account stays verified, inside the window too.',
  'renewal.early_keeps_end.says':
    'Whether an early renewal adds a year to the old end or begins a new one is not known: read the end afterwards.',
  'renewal.after_expiry.says_re_verification':
    'After the end there is no renewal any more: the account is verified anew, for the fee of a first one.',
  'renewal.loses.says': 'With the end these are lost: {{values}}.',
  'renewal.grace.says': 'No days of grace after the end were found for Official Accounts: count on none.',
  'renewal.mini_program_notices.says':
    'A Mini Program is warned on days {{values}} after its end, with growing limits.',
  'renewal.account_kept.says': 'Account, followers and AppID stay after the end.',
  'renewal.reminder_days.says': 'We remind the client {{values}} days before the end.',
  'renewal.preparation_working_days.says_one': 'We count {{value}} working day for a renewal’s papers.',
  'renewal.preparation_working_days.says_other': 'We count {{value}} working days for a renewal’s papers.',

  // Life after
  'migration.mainland_only.says': 'Both companies of a migration are in the mainland; overseas is excluded.',
  'migration.mainland_only.disputed':
    'One article calls moving an overseas account to a mainland company the most common case, possible once; the guides say that overseas is excluded. Ask Tencent before promising it.',
  'migration.target_organisation.says': 'The account moved into is an organisation’s, and verified.',
  'migration.directions.says': 'Accounts may be moved: {{rows}}.',
  'migration.target_followers.says_one':
    'When all followers move, the account moved into has at most {{value}} follower.',
  'migration.target_followers.says_other':
    'When all followers move, the account moved into has at most {{value}} followers.',
  'migration.fee.says': 'A migration costs {{fee:money}}, again when its days run out.',
  'migration.fee.says_free': 'A migration is free.',
  'migration.notarised_letter.says': 'The letter of a migration carries a notarised seal.',
  'migration.review.says_one': 'A migration’s review takes {{value}} working day.',
  'migration.review.says_other': 'A migration’s review takes {{value}} working days.',
  'migration.confirm_days.says_one': 'Both administrators confirm within {{value}} day, else it is paid for again.',
  'migration.confirm_days.says_other': 'Both administrators confirm within {{value}} days, else it is paid for again.',
  'migration.freeze_hours.says_one': 'After both confirmed, nothing can be done for {{value}} hour.',
  'migration.freeze_hours.says_other': 'After both confirmed, nothing can be done for {{value}} hours.',
  'migration.days.says_one': 'A migration takes {{value}} day in all.',
  'migration.days.says_other': 'A migration takes {{value}} days in all.',
  'migration.openid_days.says_one': 'Followers’ ids change; for {{value}} day an interface tells the new ones.',
  'migration.openid_days.says_other': 'Followers’ ids change; for {{value}} days an interface tells the new ones.',
  'migration.openid_batch.says_one': 'That interface takes {{value}} id at a time.',
  'migration.openid_batch.says_other': 'That interface takes {{value}} ids at a time.',
  'migration.openid_not_individual.says': 'Followers’ ids of an individual’s account cannot be converted.',
  'migration.moves.says': 'With a migration these move: {{values}}.',
  'migration.source_ends.says': 'The account that is moved ends; the one moved into goes on.',
  'deregistration.services_closed.says': 'Before an account is closed, these are closed: {{values}}.',
  'deregistration.proof.says': 'How the wish to close an account is proved:',
  'deregistration.proof.permit_own_scan': 'By their own scan: {{subjects}}.',
  'deregistration.proof.permit_small_transfer': 'By a small transfer: {{subjects}}.',
  'deregistration.proof.permit_without_bank': 'On a way of their own, without a bank: {{subjects}}.',
  'deregistration.transfer_days.says_one': 'The transfer that proves it is sent within {{value}} day.',
  'deregistration.transfer_days.says_other': 'The transfer that proves it is sent within {{value}} days.',
  'deregistration.freeze_days.says': 'An account that is being closed stays frozen, by followers: {{rows}}.',
  'deregistration.freeze_days.row': 'up to {{upTo}}: {{days}} days',
  'deregistration.freeze_days.last_row': 'above: {{days}} days',
  'deregistration.freeze_days.disputed': 'An older text knows no freeze of seven days: it begins with fifteen.',
  'deregistration.confirm_days.says_one':
    'After the freeze the administrator confirms within {{value}} day, else the account stays.',
  'deregistration.confirm_days.says_other':
    'After the freeze the administrator confirms within {{value}} days, else the account stays.',
  'deregistration.frees.says': 'Once confirmed, these places are free at once: {{values}}.',
  'deregistration.frees.word.subject': 'the company’s',
  'deregistration.frees.word.admin_id': 'the administrator’s ID’s',
  'deregistration.frees.word.admin_phone': 'the phone number’s',
  'deregistration.frees.word.admin_wechat': 'the WeChat’s',
  'deregistration.name_kept_days.says_one': 'The name is kept for the same company for {{value}} day.',
  'deregistration.name_kept_days.says_other': 'The name is kept for the same company for {{value}} days.',
  'restriction.dormancy.says':
    'An unverified account that nobody uses for {{days}} days is given {{noticeDays}} days’ notice and then removed.',
  'restriction.dormancy.says_without_notice':
    'After {{days}} days without a sign-in Tencent may end functions of an account.',
  'restriction.dormancy.disputed':
    'A report of 2017 speaks of unverified accounts only: two hundred and ten days, then fourteen days of notice.',
  'restriction.dormant_warn_days.says_one': 'We warn when nobody used an account for {{value}} day.',
  'restriction.dormant_warn_days.says_other': 'We warn when nobody used an account for {{value}} days.',
  'restriction.struck_off.says': 'When a company is struck off the register, its accounts are frozen for good.',

  // Working days
  'calendar.notice.says':
    'The State Council’s notice of each autumn names the next year’s days off and the weekend days that are worked; every other weekday is a working day.',
  'subject.barred.says': 'A company may be barred from registering, with a way to appeal or without one.',
  'admin.barred.says': 'An ID on which false data was given is barred.',
  'registration.by_interface.says_impossible':
    'No interface registers an Official Account: a person fills in WeChat’s pages.',
  'calendar.warn_from.says': 'While the next year’s holidays are missing, we warn from {{value}} on.',
  'calendar.make_up_soft.says':
    'A weekend day that is worked counts as a working day, though perhaps nobody is at the auditing firm.',
  'calendar.beyond_official.says':
    'Holidays beyond the last notice are not known: dates that reach there are provisional.',
  'calendar.new_year.says': '1 January is a holiday, whatever the notice says.',

  // Words for lists
  'word.customer_messages': 'customer messages',
  'word.user_info': 'followers’ data',
  'word.material': 'stored material',
  'word.template_messages': 'template messages',
  'word.web_oauth': 'sign-in on web pages',
  'word.parametric_qr': 'QR codes with parameters',
  'word.location': 'a follower’s location',
  'word.individual_subjects': 'individuals',
  'word.unverified_enterprises': 'unverified companies',
  'word.unverifiable_accounts': 'accounts that cannot be verified',
  'word.admin': 'administrator',
  'word.login_email': 'sign-in address',
  'word.phone': 'phone number',
  'word.operators': 'operators',
  'word.authorisation': 'authorisations of third parties',
  'word.app_secret': 'AppSecret',
  'word.ip_whitelist': 'IP allowlist',
  'word.own_licence': 'the client’s own licence',
  'word.own_mailbox': 'a mailbox of the client used for nothing else',
  'word.own_admin': 'an administrator from the client’s own people',
  'word.agency_as_operator': 'the agency as operator or by authorisation',
  'word.account_type': 'account type',
  'word.email': 'address',
  'word.region': 'region',
  'word.type_confirmation': 'type once more',
  'word.information': 'company and administrator',
  'word.submission': 'summary and submission',
  'word.name': 'name and introduction',
  'word.subject_class': 'kind of company',
  'registration.locked.word.subject': 'company',
  'word.han': 'Chinese characters',
  'word.latin': 'Latin letters',
  'word.digit': 'digits',
  'word.qualification': 'qualification',
  'word.naming': 'name',
  'word.licence_unreadable': 'a blurred licence',
  'word.licence_expired': 'an expired licence',
  'word.seal_missing': 'a missing seal',
  'word.seal_differs': 'a seal that differs from the name',
  'word.bank_name_differs': 'a bank account’s name that differs',
  'word.wrong_class': 'the wrong kind of company',
  'word.name_without_right': 'a brand’s name without the right to it',
  'word.phone_unreachable': 'a phone that nobody answers',
  'word.tick': 'the tick',
  'word.verified_interfaces': 'interfaces for verified accounts',
  'word.name_protection': 'protection of the name',
  'word.followers': 'followers',
  'word.articles': 'articles',
  'word.violations': 'violations on record',
  'word.advertising': 'advertising',
  'word.third_party_services': 'third-party services',
  'word.publisher': 'publisher',
  'word.sponsor': 'sponsor',
  'word.supervisor': 'supervising body',
  'word.television': 'television',
  'word.press': 'newspaper',
  'word.magazine': 'magazine',
  'word.online': 'online medium',
  'word.three_months': 'three months',
  'word.two_months': 'two months',
  'word.one_month': 'one month',
  'word.seven_days': 'seven days',
} as const satisfies Record<string, string>;
