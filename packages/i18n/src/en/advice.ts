/** English sentences of the advisor's answers, by the codes that the domain gives. */
export const advice = {
  'assumed.mainland_licence':
    'Answered for the company in mainland China, whose licence is there: the account is registered as that company’s, not as the one’s in {{country}}.',
  'assumed.overseas':
    'Read as an overseas company, since it is registered in {{country}}: the place of registration decides.',
  'assumed.office_does_not_count':
    'An office in mainland China does not make a mainland company: what counts is where the company is registered, here {{country}}.',
  'assumed.anothers_licence':
    'Answered for a mainland company’s licence that belongs to somebody else ({{licenceOf:licence_of}}).',
  'assumed.person_by_id':
    'A person is registered nowhere: what counts is their ID. We took it to be one of {{country}}.',
  'assumed.person_without_licence':
    'Answered for the person alone. Who has a business licence can ask again as a sole proprietor or a company: that opens more.',
  'assumed.mainland_company':
    'Registered in mainland China is not overseas: the rest is answered for a mainland company.',
  'assumed.licence_to_come': 'The rest is answered for the day on which the licence is there.',
  'assumed.certificate':
    'A body of this kind ({{subjectType:subject_type}}) proves itself by its certificate and needs no business licence.',
  'reason.type_open':
    'A {{accountType:account_type_short}} is open to this kind of subject ({{subjectType:subject_type}}).',
  'reason.goal_content': 'For publishing, a subscription account may post most often.',
  'reason.goal_customer_service':
    'For customer service, a service account stands among the chats and has the functions for it.',
  'reason.goal_ecommerce':
    'For selling, a service account has the functions for it and can take payments once it is verified.',
  'reason.goal_internal': 'For staff among themselves WeChat has WeCom, a platform of its own.',
  'reason.goal_app': 'An app inside WeChat is a Mini Program.',
  'reason.places': '{{used}} of the {{limit}} Official Accounts of this licence are taken.',
  'reason.limit_unknown': 'How many Official Accounts an overseas company may open is not known; {{used}} are there.',
  'reach.mainland': 'Everybody in mainland China can find and follow it.',
  'reach.overseas':
    'Everybody in mainland China can find and follow it: an overseas company’s account stands on the same platform.',
  'reach.overseas_not': 'Users in mainland China do not see an overseas company’s account.',
  'reach.not_followed':
    'It has no followers as an Official Account has; whom it reaches in mainland China is not in our rulebook.',
  'pay.no_account': 'No account, so no payments.',
  'pay.once_verified': 'It can take payments through WeChat Pay once it is verified.',
  'pay.overseas_exceptions':
    'Overseas companies have no WeChat Pay in their account; only single exceptions are known.',
  'pay.unknown':
    'Whether a {{accountType:account_type_short}} of this kind of subject ({{subjectType:subject_type}}) can take payments is not known.',
  'pay.not_open':
    'A {{accountType:account_type_short}} of this kind of subject ({{subjectType:subject_type}}) cannot take payments.',
  'posting.folder_day_one':
    'One broadcast a day with up to {{articles}} articles; it appears in the folder of subscriptions, without a notice of its own.',
  'posting.folder_day_other':
    '{{count}} broadcasts a day with up to {{articles}} articles each; they appear in the folder of subscriptions, without a notice of their own.',
  'posting.folder_month_one':
    'One broadcast a month with up to {{articles}} articles; it appears in the folder of subscriptions, without a notice of its own.',
  'posting.folder_month_other':
    '{{count}} broadcasts a month with up to {{articles}} articles each; they appear in the folder of subscriptions, without a notice of their own.',
  'posting.chat_list_day_one':
    'One broadcast a day with up to {{articles}} articles; it appears among the chats, with a notice.',
  'posting.chat_list_day_other':
    '{{count}} broadcasts a day with up to {{articles}} articles each; they appear among the chats, with a notice.',
  'posting.chat_list_month_one':
    'One broadcast a month with up to {{articles}} articles; it appears among the chats, with a notice.',
  'posting.chat_list_month_other':
    '{{count}} broadcasts a month with up to {{articles}} articles each; they appear among the chats, with a notice.',
  'cost.line.registration': 'Registration',
  'cost.line.verification': 'Verification',
  'cost.line.renewal': 'Yearly renewal of the verification',
  'cost.per_application': 'The fee is for each application, passed or not, not for each success.',
  'cost.not_refunded': 'A failed review is not refunded: a new try costs a new fee.',
  'cost.again_each_year': 'A verification holds {{months}} months; renewing it costs the same again.',
  'cost.overseas_means': 'An overseas company pays by: {{means:payment_means}}.',
  'cost.notarised_papers': 'Notarising and translating the company’s papers is paid for at home and not counted here.',
  'cost.class_decides': 'Foundations and foreign missions pay {{fee:money}}: the finer class of the body decides.',
  'time.unknown': 'How long Tencent takes is not known: ask its customer service before you promise a day.',
  'route.complete_in_time':
    'To be completed within {{days}} days after the information is submitted, or it begins anew.',
  'route.supplements': 'A returned application can be corrected {{chances}} times.',
  'route.auditor_calls': 'An auditor phones the applicant on working days; a missed call counts as failed.',
  'route.transfer_in_time':
    'The company transfers a small odd amount from its own bank account within {{days}} days and gets it back.',
  'route.one_transfer': 'Only one account of a company can be in this check at a time.',
  'route.verification_follows':
    'The functions for this goal are for verified accounts: the verification follows once the account is live.',
  'route.more_seats': 'This way the administrator’s ID and phone carry up to {{limit}} accounts.',
  'route.face': 'The legal representative scans and shows their face in person; the code cannot be passed on.',
  'route.foreign_representative': 'Whether a foreign legal representative can do this is not known: ask early.',
  'route.own_scan': 'The person scans with their own WeChat; they are the administrator themselves.',
  'option.found_company_first':
    'A company in mainland China has to be founded first; what that costs and takes is not in these figures.',
  'option.mainland_admin': 'The administrator shows a resident ID of mainland China; a foreign passport is not taken.',
  'option.holder_owns': 'The account belongs to whoever holds the licence, whatever is agreed.',
  'option.places_shared': 'A licence carries {{limit}} accounts, for its holder and for everybody who borrows it.',
  'option.way_out':
    'The licence under an account is never exchanged: the way out is to move the followers into an account on an own licence.',
  'option.service_only': 'Overseas companies are offered a service account, no subscription account.',
  'option.overseas_papers': 'The company’s papers are notarised and translated into Chinese.',
  'option.foreign_admin': 'The administrator shows a passport and phone bills of {{months}} months.',
  'risk.licence_of_other':
    'The account will belong to the holder of the licence ({{licenceOf:licence_of}}), whoever uses it and pays for it.',
  'risk.agency_licence_full': 'The agency’s licence carries {{limit}} accounts in all, for all of its clients.',
  'risk.second_choice':
    'A {{suitedType:account_type_short}} would suit the goal better, and is not open to this kind of subject ({{subjectType:subject_type}}).',
  'risk.content_on_service':
    'A service account broadcasts {{monthly}} times a month and stands among the chats; a subscription account {{daily}} time a day, in a folder. More often or more visible: one of the two.',
  'risk.content_on_subscription':
    'A subscription account broadcasts {{daily}} time a day and is read in a folder; a service account {{monthly}} times a month, among the chats. More often or more visible: one of the two.',
  'risk.service_folded':
    'WeChat has tried folding service accounts’ posts away too; whether that comes for all is not known.',
  'risk.type_is_final': 'The type can never be changed after the registration.',
  'risk.no_switch':
    'A {{from:account_type_short}} cannot be made a {{to:account_type_short}}: this is a second account beside the first.',
  'risk.followers_move':
    'The followers of the {{from:account_type_short}} can be moved into a new {{to:account_type_short}} with at most {{followers}} followers, for {{fee:money}}; the old account then ends.',
  'risk.followers_stay':
    'The followers of the {{from:account_type_short}} cannot be moved into a {{to:account_type_short}}: they have to be won anew.',
  'risk.one_by_default':
    'We advise one account for one brand, a service account as a rule: with two, followers do not know which to follow.',
  'risk.restricted_blocks_raise': 'While one of the accounts is restricted, Tencent grants no further place.',
  'risk.individual_unverified':
    'No official way is known to verify an individual’s account: count on it staying unverified.',
  'risk.no_publishing':
    'The interfaces for publishing were withdrawn from individuals and from unverified companies: posts are published by hand.',
  'risk.overseas_papers': 'The papers have to be notarised and translated; each returned set costs weeks.',
  'risk.admin_is_subject': 'The person is their own administrator; nobody else can be.',
  'risk.admin_to_choose':
    'The administrator has to hold a resident ID of mainland China: choose them before anything is submitted.',
  'risk.admin_card': 'The administrator’s own WeChat needs a phone number and a bank card of their own.',
  'risk.admin_of_company':
    'Tencent asks for somebody responsible in the company as administrator, not for an outside service.',
  'risk.name_own': 'Have the trademark certificate at hand: the review of the name may ask for it.',
  'risk.name_licensed': 'The owner of the trademark has to give a letter of authority for the name.',
  'risk.name_without_right':
    'Without a right to the name the review may refuse it, and the fee is gone; somebody else may take the name.',
  'risk.filing': 'A Mini Program has to be filed with the regulator (ICP) before it may be published.',
  'risk.own_email': 'Each account needs an email address of its own that no WeChat product uses yet.',
  'change.open_type': 'With a {{accountType:account_type_short}} instead',
  'change.other_type': 'With a {{accountType:account_type_short}} instead',
  'change.other_route': 'By another way of proof',
  'change.with_pay': 'If WeChat Pay is needed',
  'change.without_pay': 'Without WeChat Pay',
  'change.mainland_licence': 'On the licence of a company in mainland China',
  'change.licence_there': 'Once the licence is there',
  'change.as_sole_proprietor': 'As a sole proprietor with a licence',
  'change.as_company_abroad': 'As a company registered abroad',
  'change.as_mainland_company':
    'As a company of mainland China with its licence, and an administrator with a resident ID',
  'change.registered_abroad': 'If the company is registered outside mainland China',
  'change.mainland_admin': 'With an administrator who holds a mainland resident ID',
  'change.passport_admin': 'With an administrator who holds a foreign passport',
  'change.permit_admin': 'With an administrator who holds a permit of Hong Kong, Macau or Taiwan',
  'change.together': 'All of this together: {{list}}',
  steps_comma: '; ',
  'change.free_place': 'Once one of the {{used}} accounts is deregistered or moved: its place comes free.',
  'change.raise': 'Tencent can be asked for a further place; it answers in {{from}} to {{to}} working days.',
  'change.raise_regulator': 'The regulator has to agree to a further place.',
  'change.raise_blocked': 'A further place can be asked for only once the restricted account is restored.',
  'change.no_raise': 'For this kind of subject ({{subjectType:subject_type}}) no further place can be asked for.',
  'ask.tencent': 'Ask Tencent’s customer service, and keep who answered what and when: {{what}}',
  'ask.payment_page': 'Read it on WeChat’s payment page before paying: {{what}}',
} as const satisfies Record<string, string>;
