/** How long Tencent has had it and when the answer is expected, drawn and in words. */
import { formatDateRange } from '@daiban/i18n';
import { WaitGauge } from '@daiban/ui';
import { RuleWhy } from '../../../lib/rule-why.js';
import { text } from '../../../lib/texts.js';
import type { Reader } from '../reader-time.js';
import { waitCells, waitNotes, type Wait } from '../wait-cells.js';

export function WaitCard({ wait, reader }: { wait: Wait; reader: Reader }) {
  const { locale, today } = reader;
  const words = {
    day: wait.dayNumber,
    min: wait.minDays,
    max: wait.maxDays,
    range: formatDateRange(wait.fromOn, wait.toOn, locale),
  };
  const late = today > wait.toOn;
  return (
    <section className="portal-card" aria-labelledby="wait">
      <div className="portal-card-head">
        <h2 id="wait">
          {late ? text(locale, 'portal.wait.heading_late', words) : text(locale, 'portal.wait.heading', words)}
        </h2>
        <RuleWhy ruleId={wait.ruleId} asOf={wait.startedOn} what={text(locale, 'portal.wait.expected', words)} />
      </div>
      <div className="portal-gauge">
        <WaitGauge
          cells={waitCells(wait, today, locale)}
          expectedLabel={text(locale, 'portal.wait.expected', words)}
          summary={text(locale, 'portal.wait.summary', words)}
        />
      </div>
      <p className="portal-note">
        {wait.ownCases === null
          ? text(locale, 'portal.wait.by_rule')
          : text(locale, 'portal.wait.own_cases', { count: wait.ownCases })}
      </p>
      {waitNotes(wait, today, locale).map((note) => (
        <p key={note} className="portal-note">
          {note}
        </p>
      ))}
    </section>
  );
}
