/** The journey line of a case: its stations with their dates and holders, what is expected, closed days, and the day a route closes. */
import type { RegistrationCase } from '@daiban/contracts';
import { dateIn, formatDate, formatDateRange, formatDateWithYear, formatMoney, formatShortDate } from '@daiban/i18n';
import { HolderText, JourneyLine, type JourneyStation } from '@daiban/ui';
import type { Holder, Locale } from '@daiban/domain/enumerations';
import { useLocale, type Translate } from '../../../lib/locale.js';
import { stageWord } from '../../../lib/stage-word.js';
import { findText } from '../../../lib/texts.js';
import { useBusinessTime } from '../../../lib/session.js';

const BEIJING = 'Asia/Shanghai';
/** A closure shorter than this is a weekend, which everybody expects. */
const NAMED_CLOSURE = 3;

export function CaseJourney({ registration }: { registration: RegistrationCase }) {
  const { t, locale } = useLocale();
  const { today } = useBusinessTime();
  const { journey, deadlines } = registration;
  const dated = journey.findLast(
    ({ outcome, expectedFromOn, expectedToOn }) => outcome === 'expected' && expectedFromOn && expectedToOn,
  );
  const stations = journey
    .filter((station) => station !== dated)
    .map((station) => toStation(station, t, locale, today));
  const end =
    dated?.expectedFromOn && dated.expectedToOn
      ? {
          label: stageWord(dated.stage, t),
          fromOn: dated.expectedFromOn,
          toOn: dated.expectedToOn,
          dateLabel: formatDateRange(dated.expectedFromOn, dated.expectedToOn, locale),
        }
      : undefined;
  const lastOn = end?.toOn ?? today;
  const stop = deadlines.filter(({ on }) => on >= lastOn).sort((a, b) => a.on.localeCompare(b.on))[0];
  return (
    <section className="case-section" aria-labelledby="journey">
      <header className="section-head">
        <h2 id="journey">{t('dashboard.journey.title')}</h2>
        <Held journey={journey} />
      </header>
      <JourneyLine
        label={t('dashboard.journey.of', { name: registration.proposedName })}
        stations={stations}
        end={end}
        stop={
          stop
            ? {
                label: findText(locale, `dashboard.deadline.${stop.kind}`) ?? stop.kind,
                on: stop.on,
                dateLabel: formatDate(stop.on, locale, today),
              }
            : undefined
        }
        closed={closures(registration).map(({ fromOn, toOn }) => ({
          fromOn,
          toOn,
          label: t('dashboard.journey.closed', { days: formatDateRange(fromOn, toOn, locale) }),
        }))}
        today={today}
      />
    </section>
  );
}

function toStation(
  station: RegistrationCase['journey'][number],
  t: Translate,
  locale: Locale,
  today: string,
): JourneyStation {
  const on = station.at ? dateIn(station.at, BEIJING) : station.expectedFromOn;
  const word = stageWord(station.stage, t);
  const date = on ? (on === today ? t('dashboard.journey.today') : shortDay(on, locale, today)) : '';
  return {
    label: station.attempt > 1 ? t('dashboard.journey.attempt', { stage: word, number: station.attempt }) : word,
    on,
    dateLabel: station.lost ? t('dashboard.journey.lost', { date, amount: formatMoney(station.lost, locale) }) : date,
    kind: KINDS[station.outcome],
    holder: station.holder,
    holderLabel: t(`states.holder.${station.holder}`),
    days: station.days ? t('dashboard.days_short', { count: station.days }) : undefined,
  };
}

/** Without its year where that is this year's. */
function shortDay(on: string, locale: Locale, today: string): string {
  return on.slice(0, 4) === today.slice(0, 4) ? formatShortDate(on, locale) : formatDateWithYear(on, locale);
}

const KINDS = { done: 'reached', current: 'current', lost: 'lost', expected: 'ahead' } as const;

/** Longer closures among the days of the wait. */
function closures({ expectedRange }: RegistrationCase): { fromOn: string; toOn: string }[] {
  const found: { fromOn: string; toOn: string; days: number }[] = [];
  let open: { fromOn: string; toOn: string; days: number } | null = null;
  for (const { on, kind } of expectedRange?.days ?? []) {
    if (kind !== 'off') open = null;
    else if (open) Object.assign(open, { toOn: on, days: open.days + 1 });
    else found.push((open = { fromOn: on, toOn: on, days: 1 }));
  }
  return found.filter(({ days }) => days >= NAMED_CLOSURE);
}

/** How many days each holder has had the case so far. */
function Held({ journey }: { journey: RegistrationCase['journey'] }) {
  const { t } = useLocale();
  const days = new Map<Holder, number>();
  for (const { holder, days: held } of journey.flatMap((station) => station.held))
    if (held > 0 && holder !== 'none') days.set(holder, (days.get(holder) ?? 0) + held);
  const total = [...days.values()].reduce((sum, each) => sum + each, 0);
  if (total === 0) return null;
  return (
    <ul className="held">
      <li>{t('dashboard.journey.so_far', { count: total })}</li>
      {[...days]
        .sort((a, b) => b[1] - a[1])
        .map(([holder, count]) => (
          <li key={holder}>
            <HolderText
              holder={holder}
              label={t(`states.holder.${holder}`)}
              since={t('dashboard.days_short', { count })}
            />
          </li>
        ))}
    </ul>
  );
}
