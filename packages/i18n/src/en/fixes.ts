/** English texts of how to put right what a paper came back for. Every reason has one. */
import type { reasons } from './reasons.js';

export const fixes = {
  blurred: 'Lay the page flat, hold the phone still and tap the text before you take the picture.',
  cut_off: 'Step back until all four corners are in the picture.',
  glare: 'Switch the flash off and tilt the page a little, or go to a window.',
  unreadable: 'Take the picture in daylight, without a shadow on the page.',
  too_small: 'Send the picture as the camera took it, not a preview or a screenshot.',
  edited: 'Send the original, without marks, filters or covered places.',
  expired: 'Send the one that is valid now.',
  expires_too_soon: 'Renew it first, then send the new one.',
  seal_missing: 'Stamp it with the company’s seal so that the seal can be read whole, then send it again.',
  seal_differs: 'Stamp it with the seal that carries the registered name, then send it again.',
  signature_missing: 'Sign it by hand, then send it again.',
  name_differs: 'Have the name written exactly as it is registered, brackets and spaces included, then send it again.',
  code_differs:
    'Compare the number with the licence. If ours is wrong, write to us; if the paper is, have it corrected.',
  wrong_document: 'Look at the paper’s name above and send that one.',
  page_missing: 'Send all pages, the blank backs with a stamp too.',
  translation_missing: 'Add a translation into Chinese, with the translator’s stamp.',
  notarisation_missing: 'Have it notarised, then send all pages of the notary’s file.',
  format_not_accepted: 'Save it as JPG, PNG or PDF and send it again.',
  other: 'Do as the note says, then send it again.',
} as const satisfies Record<keyof typeof reasons, string>;
