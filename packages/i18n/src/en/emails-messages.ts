/** English texts of the mail that says that messages wait, and nothing of what they say. */
export const messageEmails = {
  'message.subject.client_one': '{{about}}: a new message from {{agency}}',
  'message.subject.client_other': '{{about}}: {{count}} new messages from {{agency}}',
  'message.subject.staff_one': '{{about}}: {{client}} has written to you',
  'message.subject.staff_other': '{{about}}: {{count}} new messages from {{client}}',
  'message.title.client_one': 'A new message waits for you.',
  'message.title.client_other': '{{count}} new messages wait for you.',
  'message.title.staff_one': '{{client}} has written to you.',
  'message.title.staff_other': '{{client}} has written {{count}} messages to you.',
  'message.hello': 'Dear {{recipient}},',
  'message.lead.client': 'So that nobody else reads it, what we wrote stands on your page and not in this mail.',
  'message.lead.staff':
    'What they wrote stands with the case. An answer there reaches them by mail and keeps your update promise.',
  'message.button.client': 'Read and answer',
  'message.button.staff': 'Open the case',
  'message.button_hint.client': 'The link is yours alone and opens your page.',
  'message.button_hint.staff': 'You sign in first.',
  'message.why.client': 'You get this because {{agency}} looks after {{about}} for you.',
  'message.why.staff': 'You get this because you look after {{about}} at {{agency}}.',
} as const satisfies Record<string, string>;
