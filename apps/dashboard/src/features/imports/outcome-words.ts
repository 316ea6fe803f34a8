/** How the outcomes of rows are drawn, and in which order they are offered. */
import type { ImportRow } from '@daiban/contracts';
import type { MarkTextProps } from '../../components/mark-text.js';

export type Outcome = ImportRow['outcome'];

/** Those that want a person first. */
export const OUTCOMES = [
  'refused',
  'failed',
  'create_with_problems',
  'create',
  'created_with_problems',
  'created',
  'already_there',
] as const satisfies readonly Outcome[];

export const OUTCOME_MARKS: Readonly<Record<Outcome, Pick<MarkTextProps, 'shape' | 'tone'>>> = {
  create: { shape: 'waiting', tone: 'good' },
  create_with_problems: { shape: 'partly', tone: 'turn' },
  refused: { shape: 'refused', tone: 'turn' },
  created: { shape: 'done', tone: 'good' },
  created_with_problems: { shape: 'partly', tone: 'turn' },
  already_there: { shape: 'same', tone: 'quiet' },
  failed: { shape: 'dead', tone: 'turn' },
};

/** Whether the row did not come in, or will not. */
export function isHeldBack(outcome: Outcome): boolean {
  return outcome === 'refused' || outcome === 'failed';
}

/** Lists of the `states` texts that name what a row will be. */
export const STATES_IN_WORDS = { accountType: 'account_type_short', state: 'registration' } as const;

/** Rows that an import would bring in. */
export function rowsComingIn(rows: readonly ImportRow[]): number {
  return rows.filter(({ outcome }) => outcome === 'create' || outcome === 'create_with_problems').length;
}
