/** The way so far and the way ahead, as the journey line that both apps share. */
import type { PortalHome, PortalRegistration } from '@daiban/contracts';
import { formatDateRange, formatMoney, formatShortDate } from '@daiban/i18n';
import { JourneyLine, type JourneyEnd, type JourneyStation } from '@daiban/ui';
import { text } from '../../../lib/texts.js';
import { agencyNameFor } from '../agency-name.js';
import type { Reader } from '../reader-time.js';

type Station = PortalRegistration['journey'][number];

interface JourneyCardProps {
  home: PortalHome;
  registration: PortalRegistration;
  reader: Reader;
}

function holderWords({ holder }: Station, { home, registration, reader }: JourneyCardProps): string {
  if (holder === 'client') return text(reader.locale, 'portal.journey.you');
  if (holder === 'agency') return agencyNameFor(home, reader.locale);
  if (holder === 'admin_person' && registration.owner.adminName) return registration.owner.adminName;
  if (holder === 'none') return text(reader.locale, 'portal.journey.nobody');
  return text(reader.locale, `states.holder.${holder}`);
}

/** The second review is named as such: a stage that comes again is numbered. */
function stationWords({ stage, kind, amount }: Station, attempt: number, { locale }: Reader): string {
  if (kind === 'lost') {
    return amount
      ? text(locale, 'portal.journey.refused_fee', { amount: formatMoney(amount, locale) })
      : text(locale, 'portal.journey.refused');
  }
  const word = text(locale, `portal.journey.stage.${stage}`);
  return attempt > 1 ? text(locale, 'portal.journey.attempt', { stage: word, count: attempt }) : word;
}

function daysWords(days: number, { locale }: Reader): string {
  return days === 0 ? text(locale, 'portal.journey.same_day') : text(locale, 'portal.journey.days', { count: days });
}

export function JourneyCard(props: JourneyCardProps) {
  const { registration, reader } = props;
  const { locale, today } = reader;
  const { journey, expectedLive } = registration;
  const stations = journey.map((station, index): JourneyStation => {
    const { stage, kind, on, holder, days } = station;
    const attempt = journey.slice(0, index + 1).filter((each) => each.stage === stage).length;
    return {
      label: stationWords(station, attempt, reader),
      on,
      dateLabel: on === today ? text(locale, 'portal.journey.today') : formatShortDate(on, locale, today),
      kind,
      ...(holder === 'none' ? {} : { holder, holderLabel: holderWords(station, props) }),
      ...(days === null || holder === 'none' ? {} : { days: daysWords(days, reader) }),
    };
  });
  const end: JourneyEnd | null = expectedLive && {
    ...expectedLive,
    label: text(locale, 'portal.journey.stage.live'),
    dateLabel: formatDateRange(expectedLive.fromOn, expectedLive.toOn, locale),
  };
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
