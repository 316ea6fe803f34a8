/** English texts of why a paper came back. */
export const reasons = {
  unreadable: 'The picture is blurred, cut off or too dark to read. Please photograph the whole page in daylight.',
  expired: 'The paper has run out. Please send the one that is valid now.',
  expires_too_soon: 'The paper runs out before the review can be finished. Please send a newer one.',
  seal_missing: 'The company’s seal is missing. Please stamp it and send it again.',
  seal_differs:
    'The text of the seal is not the registered name, brackets included. Please stamp it with the right seal.',
  signature_missing: 'The signature is missing. Please sign and send it again.',
  name_differs: 'The name is not the registered one, letter by letter. Please correct it.',
  wrong_document: 'This is another paper than the one asked for.',
  page_missing: 'A page is missing. Please send all pages.',
  translation_missing: 'A Chinese translation is missing.',
  notarisation_missing: 'The notarisation is missing.',
  format_not_accepted: 'WeChat does not take this file format; please send a JPG or PNG picture.',
  edited: 'The picture has been edited. Please send the untouched original.',
  other: 'Please see our note.',
} as const satisfies Record<string, string>;
