/** How long Tencent has had it and when the answer is expected, drawn and in words. */
import type { ExpectedRange } from '@daiban/contracts';
import { dateIn, formatDateRange } from '@daiban/i18n';
import { WaitGauge } from '@daiban/ui';
import { text } from '../../../lib/texts.js';
import { BEIJING, type Reader } from '../reader-time.js';
import { dayNumber, waitCells, waitNotes } from '../wait-cells.js';

export function WaitCard({ range, reader }: { range: ExpectedRange; reader: Reader }) {
  const { locale } = reader;
  const today = dateIn(reader.now, BEIJING);
  const day = dayNumber(range, today);
  const words = {
    day,
    min: range.minDays,
    max: range.maxDays,
    range: formatDateRange(range.fromOn, range.toOn, locale),
  };
  const late = today > range.toOn;
  return (
    <section className="portal-card" aria-labelledby="wait">
      <h2 id="wait">
        {late ? text(locale, 'portal.wait.heading_late', words) : text(locale, 'portal.wait.heading', words)}
      </h2>
      <div className="portal-gauge">
        <WaitGauge
          cells={waitCells(range, today, locale)}
          expectedLabel={text(locale, 'portal.wait.expected', words)}
          summary={text(locale, 'portal.wait.summary', words)}
        />
      </div>
      {waitNotes(range, today, locale).map((note) => (
        <p key={note} className="portal-note">
          {note}
        </p>
      ))}
    </section>
  );
}
