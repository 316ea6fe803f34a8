/** What an account may send to its followers, and where they see it. */
import type { ShippedRule } from '../machine/rule-entry.js';
import { BOOK_BEGINS, CHECKED, CHECKED_WEAK } from './checked.js';
import { ARTICLES, POSTINGS } from './forms.js';
import type { RuleValues } from './rule-values.js';

const TOLD = {
  kind: 'policy',
  source: 'account_types_article_2014',
  validFrom: BOOK_BEGINS,
  confidence: 'H',
  ...CHECKED,
} as const;

export const POSTING_RULES = [
  {
    ...TOLD,
    id: 'broadcast.subscription',
    value: { count: 1, per: 'day' },
    form: POSTINGS,
    source: 'registration_guide_2020',
    alsoSources: ['account_types_article_2014'],
  },
  {
    ...TOLD,
    id: 'broadcast.service',
    value: { count: 1, per: 'month' },
    form: POSTINGS,
    validTo: '2014-04-15',
    confidence: 'M',
  },
  {
    ...TOLD,
    id: 'broadcast.service',
    value: { count: 4, per: 'month' },
    form: POSTINGS,
    alsoSources: ['registration_guide_2020'],
    disputedBy: ['rule_digests_2025'],
    validFrom: '2014-04-15',
  },
  {
    ...TOLD,
    id: 'broadcast.articles',
    value: 6,
    form: ARTICLES,
    source: 'registration_guide_2020',
    validFrom: '2020-09-07',
    validTo: '2025-07-01',
  },
  {
    ...TOLD,
    id: 'broadcast.articles',
    value: 8,
    form: ARTICLES,
    source: 'rule_digests_2025',
    disputedBy: ['registration_guide_2020'],
    validFrom: '2025-07-01',
    confidence: 'M',
  },
  { ...TOLD, id: 'posting.placement.subscription', value: 'folder', kind: 'hard', source: 'registration_guide_2020' },
  { ...TOLD, id: 'posting.placement.service', value: 'chat_list', kind: 'hard', source: 'registration_guide_2020' },
  {
    ...TOLD,
    id: 'posting.service_folded',
    value: 'unknown',
    kind: 'unknown',
    source: 'folding_report_2025',
    validFrom: '2025-01-01',
    ...CHECKED_WEAK,
  },
] as const satisfies readonly ShippedRule<RuleValues>[];
