/** How long something has lasted, in whole days, as a short text: "today", "9 d". Used wherever a holder stands. */
import { dateIn } from '@daiban/i18n';
import type { Translate } from './locale.js';

const DAY = 86_400_000;

/** Calendar days between two instants, in Beijing. */
export function daysSince(at: string, now: string): number {
  const day = (instant: string): number => Date.parse(`${dateIn(instant, 'Asia/Shanghai')}T00:00:00Z`);
  return Math.max(0, Math.round((day(now) - day(at)) / DAY));
}

/** Days left until the end of a calendar day; 0 on the day itself. */
export function daysUntil(on: string, today: string): number {
  return Math.max(0, Math.round((Date.parse(on) - Date.parse(today)) / DAY));
}

export function howLong(at: string, now: string, t: Translate): string {
  const count = daysSince(at, now);
  return count === 0 ? t('dashboard.today_short') : t('dashboard.days_short', { count });
}
