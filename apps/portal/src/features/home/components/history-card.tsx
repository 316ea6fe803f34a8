/** What has happened, newest first, in the reader's own time; the latest few, the rest on demand. */
import { useState } from 'react';
import type { PortalRegistration } from '@daiban/contracts';
import { historySentence } from '../history-sentence.js';
import { text } from '../../../lib/texts.js';
import { TimeOnTap } from '../../../lib/time-on-tap.js';
import type { Reader } from '../reader-time.js';

const FIRST = 6;

export default function HistoryCard({ registration, reader }: { registration: PortalRegistration; reader: Reader }) {
  const [all, setAll] = useState(false);
  const { locale, timeZone, now } = reader;
  const entries = all ? registration.history : registration.history.slice(0, FIRST);
  return (
    <section className="portal-card" aria-labelledby="history">
      <h2 id="history">{text(locale, 'portal.history.heading')}</h2>
      {entries.length ? (
        <ol className="portal-history">
          {entries.map((entry) => (
            <li key={entry.id}>
              <span>{historySentence(entry, locale)}</span>
              <TimeOnTap at={entry.at} timeZone={timeZone} now={now} />
            </li>
          ))}
        </ol>
      ) : (
        <p className="portal-note">{text(locale, 'portal.history.empty')}</p>
      )}
      {all || registration.history.length <= FIRST ? null : (
        <button type="button" className="portal-link" onClick={() => setAll(true)}>
          {text(locale, 'portal.history.all', { count: registration.history.length })}
        </button>
      )}
    </section>
  );
}
