/** English texts of the mails, subject lines too. Sentences are whole: nothing is glued together from words. */
export const emails = {
  'holder.client': 'you',
  'holder.agency': 'us',
  'holder.tencent': 'Tencent',
  'reply.named': 'Reply to this mail and {{person}} reads it.',
  'reply.agency': 'Reply to this mail and we read it.',
  'footer.brand': 'Sent with Daiban by {{agency}}',

  'portal_code.subject': 'Your code for the page of {{agency}}',
  'portal_code.hello': 'Hello {{recipient}},',
  'portal_code.title': 'This code opens your page.',
  'portal_code.valid_one': 'It works once, within {{count}} minute, where you asked for it.',
  'portal_code.valid_other': 'It works once, within {{count}} minutes, where you asked for it.',
  'portal_code.secret':
    'Type it yourself and tell nobody: none of us will ever ask you for it, by phone or in writing.',
  'portal_code.not_you':
    'You did not ask for it? Then somebody mistyped their own address; without this mail they cannot open anything. If it happens again, reply and tell {{agency}}.',

  'renewal.subject.ahead_one': '{{account}}: verification ends {{date}} (1 day)',
  'renewal.subject.ahead_other': '{{account}}: verification ends {{date}} ({{count}} days)',
  'renewal.subject.today': '{{account}}: verification ends today, {{date}}',
  'renewal.subject.expired': '{{account}}: verification has lapsed, re-verification needed',
  'renewal.title.plan': 'Verification ends {{date}}. There is time to plan the renewal.',
  'renewal.title.papers': 'Verification ends {{date}}. Now is the time for the papers.',
  'renewal.title.decide': 'Verification ends {{date}}. Please decide now.',
  'renewal.title.decide_by': 'Verification ends {{date}}. Please decide by {{decideBy}}.',
  'renewal.title.urgent_one': '1 day left. Verification ends {{date}}.',
  'renewal.title.urgent_other': '{{count}} days left. Verification ends {{date}}.',
  'renewal.title.tomorrow': 'Verification ends tomorrow, {{date}}.',
  'renewal.title.today': 'Verification ends today.',
  'renewal.title.expired': 'Verification ended on {{date}}. It now needs re-verification.',
  'renewal.lead.plan':
    'WeChat verification (认证) runs for one year. Nothing is urgent: tell us whether you want another year and we prepare it.',
  'renewal.lead.papers':
    'Some papers are made new each year and a few of yours may run out. Decide now, and there is time to put any of them right.',
  'renewal.lead.decide':
    'The review itself takes working days and cannot be hurried. Tell us whether to renew, so that the new year is in place before the old one ends.',
  'renewal.lead.range':
    'The review takes {{min}}–{{max}} working days. If we start by {{startBy}}, the new year is in place before the old one ends.',
  'renewal.lead.urgent':
    'The review may no longer finish before that day. We can still start it, and each day sooner shortens the gap.',
  'renewal.lead.tomorrow':
    'A review that starts now will not finish in time, but the account is best put in the queue today. Tell us and we start.',
  'renewal.lead.today':
    'From tomorrow the account counts as unverified. Tell us to go on and we start the review as soon as it can be started.',
  'renewal.lead.expired':
    'A lapsed verification cannot be renewed. The account itself, its followers and its articles stay; the verification is applied for again, with a new fee and a full review.',
  'renewal.track.today': 'Today',
  'renewal.track.decide': 'You decide',
  'renewal.track.start': 'We start',
  'renewal.track.ends': 'It ends',
  'renewal.track.by': 'by {{date}}',
  'renewal.track.review': 'Tencent, {{min}}–{{max}} working days',
  'renewal.button': 'Open your page',
  'renewal.button_hint': 'Opening it decides nothing. To decide, answer this mail with “renew” or “do not renew”.',
  'renewal.loss.heading': 'If it lapses',
  'renewal.loss.heading_expired': 'What is lost meanwhile',
  'renewal.loss.text':
    'The verified badge and the functions that need it stop. The name is released, and others may take it.',
  'renewal.papers.heading_one': '{{count}} of {{total}} papers is still valid',
  'renewal.papers.heading_other': '{{count}} of {{total}} papers are still valid',
  'renewal.papers.until': 'until {{date}}',
  'renewal.papers.yearly': 'new each year, we prepare it',
  'renewal.papers.needed': 'please send a new one',
  'renewal.papers.ends': 'ends {{date}}, please send the new one',
  'renewal.cost.heading': 'What it costs',
  'renewal.cost.official': '{{fee}} to WeChat for each attempt, not returned if the review fails.',
  'renewal.cost.free': 'WeChat asks no fee for this account.',
  'renewal.cost.unknown': 'WeChat’s fee is shown on its payment page; we tell you the amount before anything is paid.',
  'renewal.cost.ours': 'Our fee is {{fee}}, shown apart on the invoice.',
  'renewal.next': 'Next reminder: {{date}}, unless you answer.',
  'renewal.why': 'You get this because you decide on renewals for {{account}}.',
  'renewal.source.wechat_event': 'The end date was sent by WeChat.',
  'renewal.source.wechat_api': 'The end date was read from WeChat.',
  'renewal.source.screenshot': 'The end date was read from a screenshot of WeChat’s console.',
  'renewal.source.typed_countersigned': 'The end date was typed in and checked by a second person.',
  'renewal.source.typed': 'The end date was typed in. Please tell us if you know another.',
  'renewal.source.assumed': 'The end date is our own estimate. Please tell us if you know another.',

  'invitation.subject': '{{account}}: your WeChat registration page is ready',
  'invitation.title': 'Your page for {{account}} is ready.',
  'invitation.lead':
    '{{agency}} registers and looks after your WeChat account. On this page you see at any time where it stands, whose turn it is and when the next news comes.',
  'invitation.hello': 'Dear {{recipient}},',
  'invitation.button': 'Open your page',
  'invitation.button_hint':
    'The link is yours alone: whoever has it sees the page. It works until {{date}}, as often as you like.',
  'invitation.steps.heading': 'What happens',
  'invitation.steps.papers': 'You send the papers and confirm what can never be changed later.',
  'invitation.steps.prepare': 'We prepare the account’s own email and check everything before it is sent.',
  'invitation.steps.scan': 'Your administrator scans a code with their own WeChat. Nothing is charged.',
  'invitation.steps.review': 'Tencent reviews in working days. We write even when there is no news.',
  'invitation.why': 'You get this because {{agency}} named you as contact for {{account}}.',
  'invitation.not_you': 'Not meant for you? Please tell us by reply; we then switch the link off.',
} as const satisfies Record<string, string>;
