/** How each subject may prove itself, the order of WeChat's own pages, and what submission locks. */
import type { ShippedRule } from '../machine/rule-entry.js';
import { BOOK_BEGINS, CHECKED, CHECKED_WEAK, FORM_KNOWN, OVERSEAS_OPENED } from './checked.js';
import type { RuleValues } from './rule-values.js';

const FORM = { kind: 'hard', source: 'registration_form', validFrom: FORM_KNOWN, confidence: 'H', ...CHECKED } as const;

export const ROUTE_RULES = [
  {
    ...FORM,
    id: 'route.wechat_verification',
    value: {
      individual: 'refused',
      sole_proprietor: 'allowed',
      enterprise: 'allowed',
      media: 'allowed',
      government: 'allowed',
      other_organisation: 'allowed',
      overseas_enterprise: 'allowed',
    },
    alsoSources: ['registration_guides'],
  },
  {
    ...FORM,
    id: 'route.small_transfer',
    value: {
      individual: 'refused',
      // Proves itself as an enterprise does; without a corporate account the holder's own card may be given.
      sole_proprietor: 'allowed',
      enterprise: 'allowed',
      media: 'refused',
      government: 'refused',
      other_organisation: 'allowed',
      overseas_enterprise: 'refused',
    },
    alsoSources: ['corporate_account_answer'],
  },
  {
    ...FORM,
    id: 'route.legal_representative',
    value: {
      individual: 'refused',
      sole_proprietor: 'unknown',
      enterprise: 'allowed',
      media: 'refused',
      government: 'refused',
      other_organisation: 'unknown',
      overseas_enterprise: 'refused',
    },
  },
  {
    ...FORM,
    id: 'route.identity_scan',
    value: {
      individual: 'allowed',
      sole_proprietor: 'refused',
      enterprise: 'refused',
      media: 'refused',
      government: 'refused',
      other_organisation: 'refused',
      overseas_enterprise: 'refused',
    },
  },
  {
    ...FORM,
    id: 'route.other_types',
    value: null,
    kind: 'unknown',
    source: 'nobody_knows',
    ...CHECKED_WEAK,
  },
  {
    ...FORM,
    id: 'route.face_present',
    value: true,
    kind: 'soft',
    source: 'face_answer_2025',
    validFrom: '2025-06-27',
    ...CHECKED_WEAK,
  },
  { ...FORM, id: 'route.face_failures', value: true },
  { ...FORM, id: 'route.representative_as_admin', value: true },
  {
    ...FORM,
    id: 'registration.steps',
    value: ['account_type', 'email', 'region', 'type_confirmation', 'information', 'submission', 'name'],
    source: 'registration_guide_2020',
    alsoSources: ['registration_form'],
    confidence: 'M',
  },
  {
    ...FORM,
    id: 'registration.overseas_way',
    value: 'by_mail',
    source: 'account_types_article_2014',
    validFrom: BOOK_BEGINS,
    validTo: OVERSEAS_OPENED,
    confidence: 'M',
  },
  {
    ...FORM,
    id: 'registration.overseas_way',
    value: 'by_themselves',
    source: 'overseas_reports',
    alsoSources: ['local_overseas_comparison', 'registration_form'],
    disputedBy: ['account_types_article_2014', 'registration_guide_2020'],
    validFrom: OVERSEAS_OPENED,
    confidence: 'M',
  },
  {
    ...FORM,
    id: 'registration.locked',
    value: ['account_type', 'region', 'subject_class', 'subject'],
    alsoSources: ['registration_guide_2020', 'type_change_reports'],
  },
  {
    ...FORM,
    id: 'registration.by_interface',
    value: 'impossible',
    source: 'fast_registration_interface',
    confidence: 'M',
  },
  { ...FORM, id: 'sign_off.irreversible', value: true, source: 'house', alsoSources: ['registration_guide_2020'] },
  { ...FORM, id: 'prerequisites.complete', value: true, source: 'house' },
] as const satisfies readonly ShippedRule<RuleValues>[];
