/** English texts of seeing a person's number in clear, and of finding somebody by a number one has. */
export const numbers = {
  reveal: 'Show',
  reveal_id: 'Show the ID number',
  reveal_phone: 'Show the phone number',
  reason: 'Why do you need it?',
  reason_help:
    'At least {{length}} characters. It stands in the person’s history with your name; write no number in it.',
  password: 'Your password',
  demo_password: 'In the demonstration everybody’s password is {{password}}.',
  show: 'Show for a minute',
  hides_in_one: 'Hides in {{count}} second',
  hides_in_other: 'Hides in {{count}} seconds',
  hide: 'Hide now',
  find: 'Find by number',
  find_help:
    'For when you hold a number and look for whose it is. Numbers are compared whole; nothing of what you type stands in an address or a log.',
  find_id: 'ID number',
  find_phone: 'Phone',
  find_kind: 'Which number?',
  find_do: 'Find',
  found_none: 'Nobody of yours has this number.',
  found_one: 'One person has it:',
  found_other: '{{count}} people have it:',
} as const;
