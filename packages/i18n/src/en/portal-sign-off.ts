/** English texts of the page on which a client confirms what can never be changed. A change of what is agreed to needs a new SIGN_OFF_TEXT_VERSION. */
export const signOff = {
  title: 'Confirm what can never be changed',
  lead: 'Before we submit {{account}}, we need your yes to three things. Please read them as you would read a contract.',
  back: 'Back to your page',

  'unchangeable.heading': 'What stays for ever',
  'unchangeable.text':
    'After submission WeChat lets nobody change these lines, for no fee and for no reason. A mistake means a new account, with new followers.',
  'unchangeable.name':
    'The name is the one exception: it can be changed later, but only under WeChat’s rules and mostly with another paid review.',
  'unchangeable.agree': 'These lines are right, and I know that they cannot be changed later.',

  'choice.accountType': 'Account type',
  'choice.subjectType': 'Kind of owner',
  'choice.subjectClass': 'Class',
  'choice.subjectName': 'Owner',
  'choice.subjectCode': 'Licence code',
  'choice.countryCode': 'Registered in',
  'choice.licenceOf': 'Licence',
  'choice.route': 'How the owner is proven',
  'choice.proposedName': 'Account name',
  'licence.client': 'Your own',
  'licence.agency': '{{agency}}’s',
  'licence.partner': 'A partner’s',
  none: 'none',

  'cost.heading': 'What it costs',
  'cost.amount':
    'WeChat charges {{amount}} for each attempt at the verification. It keeps the fee when the review fails, and it asks for it again every year.',
  'cost.free': 'WeChat charges nothing for the verification of this owner.',
  'cost.unknown':
    'WeChat charges for each attempt at the verification, keeps the fee when the review fails, and asks for it again every year. How much it is stands on its payment page, before anything is paid.',
  'cost.none': 'This account cannot be verified, so WeChat asks no fee for it.',
  'cost.ours': 'Our own fee stands in our offer and is no part of this.',
  'cost.agree': 'I know that WeChat’s fee falls due with each attempt and is not returned.',
  'cost.agree_free': 'I know what WeChat asks for this account.',
  'cost.rule': 'Rule of {{date}}',

  'owner.heading': 'Whose account it will be',
  'owner.client': '{{subject}} will own the account.',
  'owner.other':
    'The account stands on the licence of {{subject}} and will be theirs in law, not yours. Moving it to you later is a migration of its own, with a fee and without certainty.',
  'owner.admin':
    '{{admin}} will be its administrator: what matters is confirmed with the WeChat of that one person, and they should stay with you.',
  'owner.no_admin': 'The administrator is not named yet. They confirm what matters with their own WeChat.',
  'owner.agree': 'I know who will own the account and what its administrator does.',

  'confirm.button': 'Confirm all three',
  'confirm.sending': 'Confirming …',
  'confirm.open_one': '{{count}} part is still to be ticked.',
  'confirm.open_other': '{{count}} parts are still to be ticked.',
  'confirm.kept': 'We keep your name, the time, the choices above and this text, version {{version}}.',
  'confirm.who_one': 'This needs a yes from {{names}}. You can read it and pass it on.',
  'confirm.who_other': 'This needs a yes from one of these: {{names}}. You can read it and pass it on.',
  'confirm.nobody': 'Nobody of your company is entered as deciding. Please write to us.',
  'confirm.preview': 'The client confirms here.',

  'state.early.title': 'Not yet',
  'state.early.text': 'The choices are still being made. We write to you when this page needs you.',
  'state.signed.title': 'Confirmed',
  'state.signed.text': 'By {{person}}, {{when}}. Text version {{version}}.',
  'state.signed.text_plain': '{{when}}. Text version {{version}}.',
  'state.signed.later': 'If one of these lines still has to change before we submit, we ask you again.',
  'state.changed.title': 'Something has changed since you confirmed',
  'state.changed.text': 'So the yes given {{when}} does not hold any more. Please look at what is new:',
  'state.changed.line': '{{choice}}: {{was}} → {{now}}',
  'state.submitted.title': 'Submitted',
  'state.submitted.text': 'The account is submitted. What stands here can no longer be changed.',
} as const satisfies Record<string, string>;
