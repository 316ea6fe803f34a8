/** Twelve months with their days off and the weekend days worked in exchange, each by shape and by word. */
import { addDays, daysInMonth, toEpochDay } from '@daiban/domain/calendar';
import type { Locale } from '@daiban/domain/enumerations';
import { useLocale } from '../../../lib/locale.js';
import { useBusinessTime } from '../../../lib/session.js';

/** What a day is; a plain day is a weekday worked or a weekend. */
export type DayKind = 'off' | 'make_up' | 'fixed';

export interface YearPictureProps {
  year: number;
  /** Days that are not simply "Monday to Friday". */
  days: ReadonlyMap<string, DayKind>;
}

const INTL: Record<Locale, string> = { en: 'en-GB', zh: 'zh-CN' };
/** A Monday, to name the weekdays from. */
const MONDAY = '2026-01-05';

export function YearPicture({ year, days }: YearPictureProps) {
  const { t, locale } = useLocale();
  const { today } = useBusinessTime();
  const name = (on: string, form: Intl.DateTimeFormatOptions): string =>
    new Date(`${on}T00:00:00Z`).toLocaleDateString(INTL[locale], { ...form, timeZone: 'UTC' });
  const weekdays = Array.from({ length: 7 }, (_, index) => addDays(MONDAY, index));
  return (
    <div>
      <ul className="year-legend">
        {(['off', 'make_up', 'fixed'] as const)
          .filter((kind) => [...days.values()].includes(kind))
          .map((kind) => (
            <li key={kind}>
              <span className={`year-day year-${kind}`} aria-hidden="true">
                1
              </span>
              {t(`calendar.legend.${kind}`)}
            </li>
          ))}
      </ul>
      <div className="year-months">
        {Array.from({ length: 12 }, (_, index) => {
          const first = `${year}-${String(index + 1).padStart(2, '0')}-01`;
          return (
            <table key={first} className="year-month">
              <caption>{name(first, { month: 'long' })}</caption>
              <thead>
                <tr>
                  {weekdays.map((on) => (
                    <th key={on} scope="col" abbr={name(on, { weekday: 'long' })}>
                      {name(on, { weekday: 'narrow' })}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {weeksOf(first).map((week) => (
                  <tr key={week.find((on) => on !== null)}>
                    {week.map((on, weekday) => {
                      if (on === null) return <td key={weekday}>{null}</td>;
                      const kind = days.get(on);
                      const className = ['year-day', kind ? `year-${kind}` : weekday > 4 ? 'year-weekend' : '']
                        .filter(Boolean)
                        .join(' ');
                      return (
                        <td key={on} aria-current={on === today ? 'date' : undefined}>
                          <span className={className} title={kind ? t(`calendar.legend.${kind}`) : undefined}>
                            {Number(on.slice(8))}
                          </span>
                          {kind ? <span className="visually-hidden">{t(`calendar.legend.${kind}`)}</span> : null}
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          );
        })}
      </div>
    </div>
  );
}

/** The weeks of a month from Monday on; null stands for a day of another month. */
function weeksOf(first: string): (string | null)[][] {
  const length = daysInMonth(Number(first.slice(0, 4)), Number(first.slice(5, 7)));
  // 1970-01-01 was a Thursday, three days after a Monday.
  const before = (((toEpochDay(first) + 3) % 7) + 7) % 7;
  const cells = [
    ...Array.from({ length: before }, () => null),
    ...Array.from({ length }, (_, index) => addDays(first, index)),
  ];
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (__, weekday) => cells[week * 7 + weekday] ?? null),
  );
}
