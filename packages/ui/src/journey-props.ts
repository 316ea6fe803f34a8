/** What a journey line is drawn from: plain values, words and dates already in the reader's language. */
import type { Holder } from '@daiban/domain/enumerations';

export interface JourneyStation {
  /** The stage's word. */
  label: string;
  /** Calendar date it was reached, `YYYY-MM-DD`; null while it is ahead without a date. */
  on: string | null;
  /** The date as the reader writes it, and what came of it ("21 Sep · ¥300 lost"). */
  dateLabel: string;
  /** reached: behind us · lost: a failed attempt · current: here · ahead: still to come, on a day nobody promises. */
  kind: 'reached' | 'lost' | 'current' | 'ahead';
  /** Who holds the stretch that begins here; left out at a last station. */
  holder?: Holder;
  holderLabel?: string;
  /** How long that stretch took, short ("14 d"). */
  days?: string;
}

export interface JourneyEnd {
  label: string;
  /** The expected range, both `YYYY-MM-DD`; equal for a single day. */
  fromOn: string;
  toOn: string;
  dateLabel: string;
}

export interface JourneyLineProps {
  stations: readonly JourneyStation[];
  /** Where it should end; absent when nothing is under way. */
  end?: JourneyEnd;
  /** A hard stop after which the way is closed ("Route closes"). */
  stop?: { label: string; on: string; dateLabel: string };
  /** Days on which nobody works, within what is still ahead. */
  closed?: readonly { fromOn: string; toOn: string; label: string }[];
  /** Today in Beijing's calendar. */
  today: string;
  /** Names the whole for screen readers ("Journey of Northlight"). */
  label: string;
  /** small: shapes without days, for a row in a table. */
  size?: 'full' | 'small';
}
