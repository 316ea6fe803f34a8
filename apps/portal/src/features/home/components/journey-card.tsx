/** The way so far and the way ahead, as the journey line that both apps share. */
import type { PortalHome, PortalRegistration } from '@daiban/contracts';
import { dateIn, formatDateRange, formatMoney, formatShortDate } from '@daiban/i18n';
import { JourneyLine, type JourneyEnd, type JourneyStation } from '@daiban/ui';
import { text } from '../../../lib/texts.js';
import { agencyNameFor } from '../agency-name.js';
import { BEIJING, type Reader } from '../reader-time.js';

type Station = PortalRegistration['journey'][number];

interface JourneyCardProps {
  home: PortalHome;
  registration: PortalRegistration;
  reader: Reader;
}

function holderWords({ holder }: Station, { home, registration, reader }: JourneyCardProps): string {
  if (holder === 'client') return text(reader.locale, 'portal.journey.you');
  if (holder === 'agency') return agencyNameFor(home, reader.locale);
  if (holder === 'admin_person' && registration.answers.adminName) return registration.answers.adminName;
  if (holder === 'none') return text(reader.locale, 'portal.journey.nobody');
  return text(reader.locale, `states.holder.${holder}`);
}

function stationWords({ stage, attempt, outcome, lost }: Station, { locale }: Reader): string {
  if (outcome === 'lost') {
    return lost
      ? text(locale, 'portal.journey.refused_fee', { amount: formatMoney(lost, locale) })
      : text(locale, 'portal.journey.refused');
  }
  const word = text(locale, `states.stage.${stage}`);
  return attempt > 1 ? text(locale, 'portal.journey.attempt', { stage: word, count: attempt }) : word;
}

function daysWords(days: number, { locale }: Reader): string {
  return days === 0 ? text(locale, 'portal.journey.same_day') : text(locale, 'portal.journey.days', { count: days });
}

const KINDS = { done: 'reached', lost: 'lost', current: 'current' } as const;

export function JourneyCard(props: JourneyCardProps) {
  const { registration, reader } = props;
  const { locale } = reader;
  const today = dateIn(reader.now, BEIJING);
  const stations: JourneyStation[] = [];
  for (const station of registration.journey) {
    if (station.outcome === 'expected' || !station.at) continue;
    const on = dateIn(station.at, BEIJING);
    stations.push({
      label: stationWords(station, reader),
      on,
      dateLabel: on === today ? text(locale, 'portal.journey.today') : formatShortDate(on, locale, today),
      kind: KINDS[station.outcome],
      ...(station.holder === 'none' ? {} : { holder: station.holder, holderLabel: holderWords(station, props) }),
      ...(station.days === null || station.holder === 'none' ? {} : { days: daysWords(station.days, reader) }),
    });
  }
  const last = registration.journey.at(-1);
  const end: JourneyEnd | null =
    last?.outcome === 'expected' && last.expectedFromOn && last.expectedToOn
      ? {
          label: text(locale, last.stage === 'live' ? 'portal.journey.live' : `states.stage.${last.stage}`),
          fromOn: last.expectedFromOn,
          toOn: last.expectedToOn,
          dateLabel: formatDateRange(last.expectedFromOn, last.expectedToOn, locale),
        }
      : null;
  if (stations.length === 0) return null;
  return (
    <section className="portal-card" aria-labelledby="journey">
      <h2 id="journey">{text(locale, 'portal.journey.heading')}</h2>
      <JourneyLine
        stations={stations}
        {...(end ? { end } : {})}
        today={today}
        label={text(locale, 'portal.journey.label', { account: registration.accountName })}
      />
    </section>
  );
}
