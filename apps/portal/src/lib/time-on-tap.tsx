/** An instant in the reader's own time; tapped, it shows Beijing's. Used wherever a page tells when something was or will be. */
import { useState } from 'react';
import { dateIn, formatDateTime, formatTime } from '@daiban/i18n';
import { useLocale } from './locale.js';
import { text } from './texts.js';

const BEIJING = 'Asia/Shanghai';

export interface TimeOnTapProps {
  at: string;
  /** The reader's zone. */
  timeZone: string;
  /** Business time: the year is left out of this year's dates. */
  now: string;
  /** Says it in a sentence of the caller's own: once as the reader's time, once as Beijing's. */
  words?: (isBeijing: boolean) => string;
}

export function TimeOnTap({ at, timeZone, now, words }: TimeOnTapProps) {
  const { locale } = useLocale();
  const [beijing, setBeijing] = useState(false);
  const inZone = (zone: string) => formatDateTime(at, zone, locale, dateIn(now, zone));
  const own = words ? words(false) : inZone(timeZone);
  // Nothing to tap for a reader whose clocks show Beijing's time, nor where the words are the same there.
  if (readsBeijingTime(at, timeZone) || words?.(true) === own) return <time dateTime={at}>{own}</time>;
  const shown = !beijing
    ? own
    : words
      ? words(true)
      : text(locale, 'portal.time.in_beijing', { when: inZone(BEIJING) });
  return (
    <button type="button" className="portal-time" onClick={() => setBeijing(!beijing)}>
      <time dateTime={at}>{shown}</time>
      <span className="visually-hidden">
        {' '}
        {text(locale, beijing ? 'portal.time.show_own' : 'portal.time.show_beijing')}
      </span>
    </button>
  );
}

/** Whether clocks there and in Beijing show the same at that instant. */
export function readsBeijingTime(at: string, timeZone: string): boolean {
  const [own, beijing] = [timeZone, BEIJING].map((zone) => dateIn(at, zone) + formatTime(at, zone, 'en'));
  return own === beijing;
}
