/** English texts of our no: what is wrong and why, one text for each finding. */
export const refusals = {
  'account_type.not_open':
    'WeChat does not offer a {{accountType:account_type_short}} to this kind of company ({{subjectType:subject_type}}).',
  'account_type.unknown':
    'Whether WeChat offers a {{accountType:account_type_short}} to this kind of company ({{subjectType:subject_type}}) is not known.',
  'route.not_open': 'This kind of company cannot prove itself this way: WeChat’s form does not offer it to them.',
  'route.unknown':
    'Whether WeChat offers this way of proof to this company is not known; its form decides case by case.',
  'route.unknown_for_type': 'How this account type proves its company is not in our rulebook.',
  'route.unchanged': 'The case already goes this way, so there is nothing to change.',
  'subject.region_mismatch':
    'Kind of company and place of registration do not fit: an overseas company is registered outside the mainland, every other kind inside.',
  'subject.class_mismatch':
    'The licence code belongs to another kind of body than the one chosen; WeChat’s form compares both.',
  'subject.class_differs':
    'The finer class “{{subjectClass:subject_class}}” does not go with the kind of company ({{subjectType:subject_type}}) or with its licence code.',
  'subject.code_unrecognised':
    'The licence code does not tell what kind of body it is, so we cannot compare it with the one chosen.',
  'subject.code_missing': 'The licence code is missing; WeChat’s form does not go on without it.',
  'subject.code_invalid': 'The licence code is wrong: its own check does not come out.',
  'subject.name_missing': 'The company’s registered name is missing; WeChat compares it letter by letter.',
  'subject.licence_of_other': 'The licence is not the client’s own: whoever holds the licence owns the account.',
  'subject.struck_off': 'The registry shows this company as struck off; WeChat may refuse it or freeze its accounts.',
  'subject.licence_expires_soon':
    'The licence runs out on {{expiresOn:date}}, before the review can be finished; an expired licence fails it.',
  'subject.licence_missing':
    'Registered in the mainland ({{subjectType:subject_type}}), and no licence yet: WeChat’s form does not go on without one.',
  'wechat_pay.not_open':
    'A {{accountType:account_type_short}} of this kind of company ({{subjectType:subject_type}}) cannot take payments through WeChat Pay.',
  'review.time_unknown':
    'How long Tencent takes to answer for a {{accountType:account_type_short}} opened this way is not known.',
  'wechat_pay.unknown':
    'Whether a {{accountType:account_type_short}} of this kind of company ({{subjectType:subject_type}}) can take payments through WeChat Pay is not known.',
  'quota.subject_full': 'This company has {{used}} of {{limit}} accounts: WeChat limits how many one company may open.',
  'quota.subject_planned':
    'This company has {{used}} of {{limit}} accounts and {{planned}} more planned: together they are too many.',
  'quota.subject_unknown': 'How many accounts this kind of company may open is not known.',
  'quota.raise_not_granted':
    'This company has {{used}} of {{limit}} accounts, and the request for more has not been granted.',
  'quota_raise.not_open':
    'WeChat takes no request for more accounts from this kind of subject ({{subjectType:subject_type}}).',
  'quota_raise.limit_unknown':
    'How many accounts this kind of subject ({{subjectType:subject_type}}) may open is not known, so nobody knows whether more can be asked for.',
  'quota_raise.limit_not_reached':
    '{{used}} of {{limit}} places of this company are taken: WeChat’s form asks for a raise only once the limit is reached.',
  'quota_raise.blocked':
    'An account of this company, in our care or elsewhere, is restricted; until that is over WeChat takes no request for more.',
  'quota_raise.already_open': 'This company has a request for more accounts under way; there is one at a time.',
  'quota_raise.reason_too_long': 'The reason has {{length}} characters; WeChat’s form takes {{max}}.',
  'registration.not_of_subject': 'This registration does not stand on this licence.',
  'operator.account_not_live':
    'Operators are bound in the account’s own settings, which open once it is live. It is in “{{state:registration}}”.',
  'operator.is_admin': 'This person is the account’s administrator and may do everything an operator may.',
  'operator.already_bound': 'This person is an operator of this account already.',
  'operator.not_following': 'The person’s own WeChat has to follow the account before it can be bound.',
  'operator.card_not_bound': 'The person’s WeChat has no bank card of their own bound, which WeChat asks of operators.',
  'operator.long_seats_full': '{{used}} of {{limit}} long-term seats of this account are taken.',
  'operator.short_seats_full': '{{used}} of {{limit}} short-term seats of this account are taken.',
  'operator.accounts_full': 'This person operates {{used}} accounts already; WeChat allows {{limit}}.',
  'operator.unknown_for_type': 'How operators are counted on {{accountType:account_type_short}} is not known.',
  'capacity.one_cause': 'Name either the person who leaves or the licence that is blocked.',
  'quota.admin_id_full': 'This ID already manages {{used}} accounts; WeChat allows {{limit}}.',
  'quota.admin_phone_full': 'This phone number already manages {{used}} accounts; WeChat allows {{limit}}.',
  'quota.admin_wechat_full': 'This person’s WeChat already manages {{used}} accounts; WeChat allows {{limit}}.',
  'name.right_not_shown':
    'The wanted name does not come from the registered name, and no right to it has been shown: the review of a brand without its papers fails.',
  'email.check_old':
    'The address was last checked on {{checkedOn:date}}; since then somebody may have used it with WeChat.',
  'calendar.review_provisional':
    'The review may last until {{neededUntil:date}}, in days whose holidays are not announced: dates may move.',
  'supplement.last_chance':
    'This is the last chance to correct. If one thing is still wrong, the order ends and its fee is lost.',
  'verification.ends_in_review':
    'The verification ends on {{endsOn:date}}, and the review may last until {{neededUntil:date}}: the account may stand unverified in between.',
  'verification.conflict_open':
    'WeChat told us something that does not fit what we hold: the account may be verified already, and this fee spent for nothing.',
  'renewal.client_declined': 'The client has said that this verification is not to be renewed.',
  'sheet.field_unknown': 'The form of this case has no such field.',
  'sheet.field_empty': 'There is nothing in this field yet that could have been typed.',
  'sheet.sealed': 'The form was handed in: its ticks stay as they were.',
  'prerequisite.not_accepted': '“{{item:paper}}” is not accepted yet; an incomplete application costs the fee.',
  'prerequisite.expires_too_soon':
    '“{{item:paper}}” runs out on {{expiresOn:date}}, and the review may last until {{neededUntil:date}}: an expired paper fails it.',
  'sign_off.missing': 'The client has not signed off the choices that can never be changed after submission.',
  'sign_off.choices_changed':
    'Changed after the client’s sign-off: {{choices:field}}. The sign-off no longer covers it.',
  'email.missing': 'No email is reserved; every account needs one address of its own.',
  'email.not_reserved': 'This address is not reserved for this registration.',
  'email.reservation_expired': 'The reservation of this address has run out, and another case may have taken it.',
  'email.not_checked':
    'Nobody has checked yet that this address is unused; WeChat takes an address for one account only.',
  'email.already_used': 'This address is already in use; WeChat takes an address for one account only.',
  'email.use_unknown': 'The check could not find out whether this address is used with WeChat.',
  'email.control_not_proven': 'Nobody has shown that we can read this mailbox, and WeChat sends its code there.',
  'admin.missing': 'No administrator is named; WeChat wants one person who answers for the account.',
  'admin.scan_not_seen': 'Nobody has seen the administrator’s scan, and only their own WeChat can do it.',
  'admin.phone_missing': 'The administrator’s phone number is missing; the form asks for it.',
  'admin.id_missing': 'The administrator’s ID number is missing.',
  'admin.id_invalid': 'The administrator’s ID number is wrong: its own check does not come out.',
  'admin.id_kind_refused': 'WeChat does not take this kind of ID for the administrator of a mainland company.',
  'admin.id_kind_unknown': 'Whether WeChat takes this kind of ID for an administrator is not known.',
  'admin.under_age':
    'The administrator turns {{age}} on {{adultOn:date}}; WeChat wants an adult on the day of the scan.',
  'admin.age_unknown': 'The administrator’s age cannot be read from this document, and WeChat wants an adult.',
  'admin.phone_not_bound': 'The administrator’s WeChat has no phone number bound; the scan then fails.',
  'admin.card_not_bound': 'The administrator’s WeChat has no own bank card bound; WeChat identifies the person by it.',
  'admin.wechat_unknown':
    'We do not know whether the administrator’s WeChat has their phone and their own bank card bound.',
  'admin.id_not_checked': 'Nobody has looked at the administrator’s ID yet.',
  'admin.id_checked_by_uploader':
    'The ID was checked by the same member who entered its number: no second look has been had.',
  'admin.not_the_subject': 'An individual’s account must be managed by that very person.',
  'admin.outsider': 'The administrator does not work for the registering company; Tencent advises against outsiders.',
  'consent.missing': 'The administrator has not agreed to the use of their identity data for this registration.',
  'name.missing': 'The account has no name yet.',
  'name.not_allowed': 'This name breaks WeChat’s naming rules and would fail the review.',
  'name.doubtful': 'This name may be refused: it has a word, a sign or a length that WeChat protects or questions.',
  'transfer.not_this_route': 'There is no bank transfer on this way of proof.',
  'transfer.not_running': 'No bank transfer is expected: none was begun, or it has ended.',
  'transfer.already_running': 'Another account of this company is in its small transfer; WeChat allows one at a time.',
  'transfer.wrong_amount':
    'The amount sent ({{sent:money}}) differs from the one WeChat asked for ({{asked:money}}); it must be exact.',
  'transfer.wrong_payer': 'The payer’s name is not the company’s registered name; WeChat compares them.',
  'transfer.bank_closed': 'Chinese banks are closed on {{sentOn:date}}, so the transfer arrives later.',
  'transfer.under_check': 'Tencent is checking a transfer at this moment.',
  'proof.by_order': 'On this way the proof is the verification order: only its answer makes the account live.',
  'lapse.too_early': 'The days of this registration are not over yet.',
  'order.paid_undecided': 'An order is paid and Tencent has not decided it; giving up now would waste the fee.',
  'case.already_paused': 'The case is already paused.',
  'case.not_paused': 'The case is not paused.',
  'verification.nothing_to_resolve': 'There is no conflict about the verification.',
  'verification.nothing_observed': 'There is no observed result that could be taken over.',
  'registration.state_final': 'This case has come to its end with us; what was told later cannot bring it back.',
  'order.other_open':
    'Another order of this account is open ({{kind:order_kind}}, {{state:order}}); WeChat runs one at a time.',
  'order.registration_not_ready': 'An order cannot stand before the account has reached this point.',
  'order.individual_unknown':
    'Whether an individual’s Official Account can be verified is not known: no official way was found.',
  'order.inherited': 'This account takes its verification from another one, so it has no order of its own.',
  'order.already_verified': 'This account is already verified, so a first verification is not open to it.',
  'order.window_not_open': 'The renewal window opens on {{opensOn:date}}; WeChat takes no renewal earlier.',
  'order.already_expired': 'The verification has ended, so it cannot be renewed any more.',
  'order.not_expired': 'The verification has not ended, so re-verification is not open.',
  'order.not_verified': 'This account was never verified, so there is nothing to renew or rename.',
  'order.until_unknown': 'We do not know when the verification ends, so we cannot tell whether the window is open.',
  'order.rename_effect_unknown': 'Whether a rename moves the end of the verification is not known.',
  'order.name_missing': 'A rename needs the new name.',
  'order.size_missing': 'WeCom’s fee goes by the size of the organisation, which is missing.',
  'order.in_review': 'The order is in review and cannot be withdrawn.',
  'fee.amount_differs': '{{paid:money}} was paid, but this order’s fee is {{due:money}}.',
  'fee.page_differs':
    '{{paid:money}} was paid, but this order’s fee is {{due:money}} by the rules of the day it was applied for.',
  'fee.paid_too_early': 'The application was handed in on {{askedOn:date}}; nothing could be paid on {{paidOn:date}}.',
  'fee.unknown': 'The fee for this case is not known; WeChat’s payment page shows it.',
  'fee.is_free': 'No fee is due here: WeChat reviews this kind of body free of charge.',
  'fee.not_free': 'A fee of {{due:money}} is due here; it cannot be waived.',
  'fee.means_not_allowed': 'WeChat does not take “{{means:payment_means}}” here, only: {{allowed:payment_means}}.',
  'fee.receiving_number_missing': 'The receiving account number is missing; each account has one of its own.',
  'fee.receiving_number_differs': 'The money went to another receiving number than this account’s own.',
  'fee.other_payer': 'Another side was named as payer of this order.',
  'fee.nothing_paid': 'No first payment is recorded, so there can be no second.',
  'supplement.days_over': 'The days for the correction ended on {{dueOn:date}}.',
  'state.not_possible': '“{{event:event}}” does not fit here: it stands at “{{state:state}}”.',
  'state.target_not_open': '“{{event:event}}” does not lead there from “{{state:state}}”, where the case stands now.',
  'actor.not_allowed': '“{{event:event}}” is not yours to record: the table names others for it.',
  'reason.missing': '“{{event:event}}” needs a reason; it is kept in the history.',
  'facts.missing': '“{{event:event}}” needs a fact that is missing: {{fact:fact}}.',
  'evidence.missing': '“{{event:event}}” needs evidence: what WeChat decided is not recorded on hearsay.',
  'evidence.file_unknown': 'The evidence names a file that nobody has uploaded.',
  'evidence.countersigner_invalid':
    'Whoever countersigns must be another active member of the agency than the one who says it.',
  'time.in_future': 'The time given lies in the future; only what has happened can be recorded.',
  'time.day_in_future': '{{day:date}} lies in the future; only what has happened can be recorded ({{fact:fact}}).',
  'version.conflict': 'Somebody changed this in the meantime; your change was not saved.',
  'resource.not_found': 'There is no such thing, or it belongs to somebody else.',
  'session.wrong_credentials': 'Email and password do not fit together.',
  'rate.too_many': 'That was asked too often in a short time; we pause it for {{minutes}} minutes.',
  'session.too_many_attempts': 'Too many attempts to sign in; we pause them for your safety.',
  'member.email_in_use': 'A member with this email exists already.',
  'member.role_above_own': 'Nobody can give or change a role above their own.',
  'member.last_owner': 'The agency would be left without an owner.',
  'setup.wrong_token': 'This set-up address is not valid.',
  'setup.already_done': 'The first agency has been set up already.',
  'demo.not_ready': 'The demonstration data are still being made.',
  'clock.only_forward': 'The demonstration’s clock only moves forward.',
  'portal.link_not_valid': 'This link does not work any more: it has run out or was switched off.',
  'portal.link_unusable': 'This link does not work any more: it has run out or was switched off.',
  'slot.taken': 'Another case has just taken the last place.',
  'order.already_open': 'Another order was opened a moment ago.',
  'supplement.days_left': 'The correction may still be sent until {{dueOn:date}}, so it has not lapsed.',
  'client.not_found': 'There is no such client, or it belongs to somebody else.',
  'contact.not_found': 'There is no such contact with this client.',
  'contact.unknown': 'One of the contacts named is not a contact of this client.',
  'person.not_found': 'There is no such person, or they belong to somebody else.',
  'member.not_found': 'There is no such member in your agency.',
  'advice.not_found': 'There is no such advice, or it belongs to somebody else.',
  'registration.not_found': 'There is no such registration, or it belongs to somebody else.',
  'registration.field_locked': '“{{field:field}}” cannot be edited any more at this point.',
  'subject.sealed': '“{{field:field}}” was submitted to Tencent and cannot be edited any more.',
  'subject.name_differs': 'We hold this licence code under another name: {{name}}.',
  'person.number_in_use':
    'Submitted accounts are counted under this person’s ID number or phone as it is; changing it here would hide them from the limit.',
  'consent.already_given': 'This consent is already on record.',
  'consent.already_withdrawn': 'This consent was already withdrawn.',
  'person.no_id_number': 'This person has no ID number on record yet, so there is nothing to check.',
  'prerequisite.expired': 'This paper ran out on {{expiresOn:date}}, so it cannot be accepted.',
  'prerequisite.reason_missing': 'A returned paper needs a reason, so that its sender knows what to do.',
  'prerequisite.sealed': 'This paper was sealed with the submission and cannot be reviewed any more.',
  'sign_off.choices_differ': 'What was signed differs from the registration as it stands now: {{choices:field}}.',
  'email.blocked': 'This address is blocked: WeChat knows it from another product.',
  'email.locked': 'The account’s email is confirmed and cannot be changed or released like this any more.',
  'email.needs_recheck': 'This address was used before; somebody must check it afresh.',
  'email.none_reserved': 'No address is reserved for this registration.',
  'email.taken_elsewhere': 'This address is in use outside your agency’s pool.',
  'rule.unknown': 'The rulebook has no such rule.',
  'rule.valid_from_past':
    'A value of your own can hold from today on, {{today:date}}: what was decided before keeps the rules of its day.',
  'rule.nothing_to_withdraw':
    'There is no value of your own to take back: on {{validFrom:date}} the rule holds as shipped.',
  'calendar.days_or_to': 'Give either a number of days or an end date, not both and not neither.',
  'calendar.year_over':
    'Only the years {{from}} to {{to}} can be loaded: what was decided in a year that is over stands, and later notices do not exist yet.',
  'calendar.no_days_off': 'The year {{year}} has no day off at all; every notice names some.',
  'calendar.day_outside_year': 'Not days of {{year}}: {{days:date}}.',
  'calendar.day_twice': 'Both off and worked in exchange: {{days:date}}.',
  'calendar.make_up_on_weekday': 'No weekend days, so nothing is worked in exchange on them: {{days:date}}.',
  'calendar.fixed_holiday_missing':
    'These are public holidays by law, whatever the notice says, and are missing from the days off: {{days:date}}.',
  'calendar.balance_odd':
    '{{weekdaysOff}} weekdays off against {{makeUpDays}} make-up days: every notice so far left about the {{holidays}} holidays of the law between them. A day may be missing.',
  'calendar.spring_festival_missing':
    'No day off between 21 January and 20 February {{year}}, where the Spring Festival always lies.',
  'cursor.invalid': 'This page mark is not one of ours.',
  'race.lost': 'Somebody else has just done this.',
  'import.unreadable': 'This file cannot be read as a sheet.',
  'import.empty': 'This sheet has no rows.',
  'import.too_many_rows': 'This sheet has more rows than we take at once; the limit is {{maxRows}}.',
  'import.mapping_invalid': 'The columns named do not fit this sheet.',
  'import.answers_invalid': 'The answers sent are not answers to this sheet’s questions.',
  'import.already_running': 'Another sheet is being brought in at this moment.',
  'import.row_closed': 'This row has been dealt with already.',
  'subject.code_in_use':
    'This licence code is another subject’s on our books: {{name}} ({{subjectType:subject_type}}).',
  'order.account_restricted':
    'Tencent has restricted this account ({{restriction:restriction}}); nothing is paid for it until it works again.',
  'slots.not_held': 'This account holds no places any more.',
  'admin.unchanged': 'This person is the administrator already.',
  'name.by_order': 'An organisation’s account gets another name only within a verification, which costs its fee.',
  'name.changes_used':
    'The name was changed {{used}} times in {{year}}; WeChat allows an individual {{limit}} changes a calendar year.',
  'name.cooling':
    'The name was changed on {{changedOn:date}}; for {{hours}} hours it can be taken back and not be changed again.',
  'name.unchanged': 'The account has this name already.',
  'subject.code_differs':
    'This licence code belongs to another company; an account changes its company only by a migration.',
  'subject.name_unchanged': 'The company has this name already.',
  'migration.source_overseas':
    'The account stands on an overseas company, and WeChat migrates only between mainland ones.',
  'migration.target_overseas':
    'The target stands on an overseas company, and WeChat migrates only between mainland ones.',
  'migration.target_not_organisation':
    'The target belongs to an individual; WeChat takes only an organisation’s account as a target.',
  'migration.target_is_itself': 'An account cannot move into itself.',
  'migration.target_not_live':
    'The target is not a live account with us: {{state:state}}. An account moves only into one that works.',
  'migration.target_not_verified': 'The target is not verified; WeChat asks for a verified one.',
  'migration.target_followers_unknown':
    'Nobody has counted the target’s followers; WeChat limits them when followers move.',
  'migration.target_too_large':
    'The target has {{followers}} followers; when all followers move, WeChat allows it {{limit}}.',
  'migration.type_closed': 'An account of this type ({{from:account_type_short}}) does not migrate at all.',
  'migration.direction_closed': 'WeChat does not move a {{from:account_type_short}} into a {{to:account_type_short}}.',
  'migration.not_approved': 'We hold no approval of this migration, so a note alone does not finish it.',
  'migration.days_over': 'The days in which both administrators can confirm ended on {{endedOn:date}}.',
  'migration.days_left': 'The migration is not over: both administrators can still confirm it.',
  'closing.services_open': 'Still to be confirmed: {{items:fact}}. WeChat deregisters no account while they run.',
  'closing.not_started': 'No deregistration of this account is under way, so a note alone does not close it.',
  'closing.not_proven': 'The company has not proven the deregistration, so no freeze has run.',
  'closing.freeze_running': 'The freeze before the deregistration runs until {{endsOn:date}}.',
  'closing.days_over': 'The administrator’s days to confirm the deregistration ended on {{endedOn:date}}.',
  'closing.days_left': 'The deregistration is not over: its days still run.',
  'custody.incomplete': 'Still to be confirmed: {{items:fact}}. Until then the account is still in our hands.',
  'custody.licence_of_other':
    'The account stands on a licence that is not the client’s ({{licenceOf:licence_of}}); whoever holds the licence owns it.',
  'rule.not_overridable': 'This rule cannot be overridden: only values that a notice may change can.',
  'rule.value_shape': 'The value is not of this rule’s form, or beyond all bounds.',
} as const satisfies Record<string, string>;
