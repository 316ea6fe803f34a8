/** What screens and answers show of a personal number. Called by every mapper; the number itself stays sealed. */

/** First three and last four characters of an ID number; of a short one (a passport) the first and the last two. */
export function maskIdNumber(value: string): string {
  const [head, tail] = value.length >= 12 ? [3, 4] : value.length >= 6 ? [1, 2] : [0, 0];
  return value.slice(0, head) + '*'.repeat(value.length - head - tail) + value.slice(value.length - tail);
}

/** A phone number with the four digits before its last four hidden; a short one shows its last two only. */
export function maskPhone(value: string): string {
  const number = value.replace(/[^\d+]/g, '');
  const hidden = number.length >= 9 ? 4 : Math.max(number.length - 2, 0);
  const tail = number.length >= 9 ? 4 : Math.min(2, number.length);
  return number.slice(0, number.length - hidden - tail) + '*'.repeat(hidden) + number.slice(number.length - tail);
}

/** A name as a record that is never erased keeps it: the family name's character of a Chinese name, the initials of any other. */
export function maskName(value: string): string {
  const name = value.trim();
  if (/^\p{Script=Han}/u.test(name)) {
    const [family = '', ...rest] = [...name];
    return family + '*'.repeat(rest.length);
  }
  return name
    .split(/\s+/)
    .flatMap(([initial]) => (initial ? [`${initial.toUpperCase()}.`] : []))
    .join(' ');
}
