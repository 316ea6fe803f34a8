/** How old the page is: it reads itself anew when somebody comes back to it, and says so. */
import { useEffect, useState } from 'react';
import { useLocale } from '../../../lib/locale.js';
import { text } from '../../../lib/texts.js';

const MINUTE_MS = 60_000;

/** @param readAt real time, in milliseconds */
export function CheckedLine({ readAt }: { readAt: number }) {
  const { locale } = useLocale();
  const [now, setNow] = useState(readAt);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), MINUTE_MS / 2);
    return () => clearInterval(timer);
  }, [readAt]);
  const count = Math.floor(Math.max(0, now - readAt) / MINUTE_MS);
  return (
    <p>{count < 1 ? text(locale, 'portal.foot.checked') : text(locale, 'portal.foot.checked_minutes', { count })}</p>
  );
}
