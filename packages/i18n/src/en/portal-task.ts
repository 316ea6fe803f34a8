/** English texts of the page on which somebody brings a paper; downloaded when it is opened. */
export const task = {
  your_agency: 'your agency',
  back: 'Back to your page',
  for_account: 'For “{{account}}”',
  required: 'Needed before we can go on',
  optional: 'Only if you have it',

  'returned.heading': 'It came back: please send it again',
  'returned.fix': 'How to put it right',
  'returned.note': 'Note from {{agency}}',
  'returned.when': 'Looked at on {{date}}',

  'why.heading': 'Why we need it',
  'why.business_licence':
    'WeChat compares the account’s owner with the company register. It takes the licence only as an original in colour.',
  'why.organisation_certificate':
    'WeChat compares the account’s owner with the public register of organisations. It takes the certificate only as an original in colour.',
  'why.legal_representative':
    'WeChat asks for the person who stands in the licence and compares the name letter by letter.',
  'why.application_letter':
    'With this letter your company tells WeChat that it wants this account and who looks after it. It counts only with signature and seal.',
  'why.corporate_bank_account':
    'WeChat makes sure that the company itself applies: by a small transfer from its own account.',
  'why.admin_id':
    'The administrator is liable to WeChat for the account. WeChat compares the ID with the person’s own WeChat.',
  'why.admin_phone':
    'WeChat sends codes to this number for as long as the account exists. It must be registered in the administrator’s own name.',
  'why.company_certificate_translated':
    'For a company outside mainland China this paper takes the place of the Chinese licence. WeChat’s reviewers read the Chinese translation.',
  'why.company_profile': 'WeChat’s reviewers want to know who stands behind the account and what the company does.',
  'why.operator_passport': 'WeChat wants to know the person who runs the account abroad.',
  'why.operator_phone_bill': 'It shows that the operator’s phone number is really theirs.',
  'why.name_right': 'Names that belong to a brand, a place or a trade are given only to those who may use them.',

  'examples.more': 'More examples',
  'examples.heading': 'So it passes at the first try',

  'bring.heading': 'Bring it here',
  'bring.camera': 'Take a photo',
  'bring.pictures': 'Choose pictures',
  'bring.pdf': 'Choose a PDF',
  'bring.files': 'Choose files',
  'bring.drop': 'or drop files here',
  'bring.drop_now': 'Let go to bring them',
  'bring.limits': '{{types}} · up to {{size}} each · at most {{files}} files',
  'bring.limits_pdf': 'a PDF: at most {{pages}} pages',
  'bring.original': 'Send photos as your camera took them: smaller copies make seals hard to read.',
  'bring.plain_http': 'Your connection is not encrypted, so checking a file takes a little longer.',
  'bring.privacy': 'Files are encrypted as soon as they arrive, and only those who work on your case can open them.',
  'bring.kept': 'They are deleted {{days}} days after your account is live.',
  'types.or': '{{first}} or {{last}}',

  'files.heading': 'What is here',
  'files.none': 'Nothing yet.',
  'file.page': 'Page {{page}}',
  'file.pages_one': '{{count}} page',
  'file.pages_other': '{{count}} pages',
  'file.remove': 'Remove',
  'file.remove_named': 'Remove {{name}}',
  'file.up': 'Move {{name}} up',
  'file.down': 'Move {{name}} down',
  'file.state.receiving':
    'Only a part has arrived ({{share}} %). Choose the same file again and it goes on from there.',
  'file.state.quarantined': 'Arrived. It is being checked for damage and viruses.',
  'file.state.available': 'Arrived and checked',
  'file.state.refused': 'Not taken',
  'file.by': 'brought by {{name}}',
  'file.by_agency': 'brought by {{agency}}',

  'upload.waiting': 'Waits for its turn',
  'upload.reading': 'Is being read …',
  'upload.sending': '{{sent}} of {{whole}} sent',
  'upload.retrying': 'The connection broke. We try again by ourselves; {{sent}} of {{whole}} are safe.',
  'upload.stopped': 'The connection is gone. {{sent}} of {{whole}} are safe.',
  'upload.resume': 'Go on',
  'upload.cancel': 'Cancel',
  'upload.cancel_named': 'Cancel {{name}}',
  'upload.duplicate': 'This file is here already.',
  'upload.full': 'There is room for {{files}} files. Remove one first.',
  'upload.dismiss': 'All right',
  'upload.failed': 'This did not work. Try again in a moment.',
  'upload.progress': '{{name}}: {{share}} %',

  'send.button': 'Send to {{agency}}',
  'send.sending': 'Sending …',
  'send.wait_uploads': 'You can send as soon as every file has arrived.',
  'send.wait_checks': 'You can send as soon as every file is checked. That takes a few seconds.',
  'send.unfinished': 'Finish or remove the file of which only a part has arrived, then send.',
  'send.refused_first': 'Replace or remove the file that was not taken, then send.',
  'send.nothing': 'Bring at least one file, then send.',
  'send.failed': 'It was not sent. Your files are safe; try again.',

  'receipt.title': 'Sent. Thank you.',
  'receipt.check_by': '{{agency}} looks at it by {{date}}. Nothing more is needed from you until then.',
  'receipt.check': '{{agency}} looks at it. Nothing more is needed from you until then.',
  'receipt.sent_at': 'Sent {{when}}',
  'receipt.list': 'What you sent',
  'receipt.change': 'Something wrong? Until {{time}} you can remove a file and bring another.',
  'receipt.changed': 'If you remove a file, the paper is open again: send it once more afterwards.',

  'closed.accepted.title': 'This paper is accepted',
  'closed.accepted.text': 'There is nothing more to do here.',
  'closed.being_checked.title': 'It is being looked at',
  'closed.being_checked.text':
    'It cannot be changed now. If something is wrong with it, write to us by answering any of our mails.',
  'closed.sealed.title': 'This account is closed',
  'closed.sealed.text': 'Nothing more can be brought for it.',
  'closed.consent_missing.title': 'First your consent',
  'closed.consent_missing.text':
    'Pictures of your ID are kept only if you agree. Open your page, read what is kept and until when, and agree there.',
  'closed.read_only.title': 'You can look, not bring',
  'closed.read_only.text': 'Papers are brought by the person the link was made for.',

  'delegate.heading': 'Does a colleague have it?',
  'delegate.text': 'Make a link for them: it opens this paper and nothing else.',
  'delegate.label': 'Who brings it?',
  'delegate.placeholder': 'For example: Li Na, accounting',
  'delegate.make': 'Make a link',
  'delegate.message':
    '{{account}} needs one paper for its WeChat account: {{paper}}. Please bring it here by phone or computer: {{url}}',
  'delegate.made': 'Send them this message. For safety the link is shown only this once.',
  'delegate.copy': 'Copy the message',
  'delegate.copied': 'Copied',
  'delegate.share': 'Share',
  'delegate.until': 'Works until {{date}}',
  'delegate.existing': 'Asked already',
  'delegate.opened': 'opened {{date}}',
  'delegate.not_opened': 'not opened yet',
  'delegate.failed': 'The link could not be made. Try again.',

  'wechat.heading': 'Does choosing a file not work in WeChat?',
  'wechat.text':
    'Tap ··· at the top right, then “Open in browser”. There, come in with your link once more, or with a code by mail.',
  'wechat.picture':
    'A phone: a finger taps the three dots at the top right, and “Open in browser” is marked in the menu below.',

  'gone.title': 'This paper is not here',
  'gone.text': 'It may have been taken off the list. Your page shows what is needed now.',
} as const satisfies Record<string, string>;
