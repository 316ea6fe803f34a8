/** How long it is until an appointment, in the largest unit that says something. Pure; used by the appointment's card. */

export type TimeLeft =
  | { readonly unit: 'days' | 'hours' | 'minutes'; readonly count: number }
  /** It has begun. */
  | null;

/** From two days on in whole days, from two hours on in whole hours, else in minutes; never "0 minutes". */
export function timeLeft(startsAt: string, now: string): TimeLeft {
  const minutes = Math.ceil((Date.parse(startsAt) - Date.parse(now)) / 60_000);
  if (minutes <= 0) return null;
  if (minutes >= 2 * 1440) return { unit: 'days', count: Math.floor(minutes / 1440) };
  return minutes >= 120 ? { unit: 'hours', count: Math.floor(minutes / 60) } : { unit: 'minutes', count: minutes };
}
