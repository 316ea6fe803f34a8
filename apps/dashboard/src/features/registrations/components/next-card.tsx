/** The one next thing of a case: what, why, and one button; or what stands in its way and who can clear it. */
import { Button } from '@mantine/core';
import { FindingNote, HolderMark } from '@daiban/ui';
import type { Prerequisite, RegistrationCase, VerificationOrder } from '@daiban/contracts';
import { useFindingText } from '../../../lib/finding-text.js';
import { useLocale } from '../../../lib/locale.js';
import type { NextStep } from '../../../lib/next-step.js';
import { useMay, useSession } from '../../../lib/session.js';
import { findText } from '../../../lib/texts.js';

export interface NextCardProps {
  step: NextStep;
  registration: RegistrationCase;
  papers: readonly Prerequisite[];
  orders: readonly VerificationOrder[];
  onStart: (step: NextStep) => void;
}

export function NextCard({ step, registration, papers, orders, onStart }: NextCardProps) {
  const { t, locale } = useLocale();
  const { actor } = useSession();
  const mayDecide = useMay('registrations.decide');
  const findingText = useFindingText();
  const { holder } = registration;
  if (step.kind === 'nothing') {
    return (
      <section className="next next-quiet" aria-label={t('dashboard.next.label')}>
        <p className="next-what">{t('dashboard.next.nothing')}</p>
        <p className="quiet">{t('dashboard.next.nothing_why')}</p>
      </section>
    );
  }
  const offered =
    step.kind === 'registration_event'
      ? registration.availableEvents.find(({ event }) => event === step.event)
      : step.kind === 'order_event'
        ? orders.find(({ id }) => id === step.orderId)?.availableEvents.find(({ event }) => event === step.event)
        : undefined;
  const isEvent = step.kind === 'registration_event' || step.kind === 'order_event';
  const blocked = isEvent && !offered?.allowed;
  const title = isEvent ? t(`states.event.${step.event}`) : t(`dashboard.next.${step.kind}`);
  const why = findText(locale, `dashboard.next_why.${isEvent ? step.event : step.kind}`);
  const names =
    'ids' in step ? papers.filter(({ id }) => step.ids.includes(id)).map(({ code }) => findText(locale, `prerequisites.${code}`) ?? code) : [];
  return (
    <section className={holder === 'agency' ? 'next' : 'next next-quiet'} aria-labelledby="next-title">
      <div>
        <p className="next-label">
          <HolderMark holder={holder} />
          {holder === 'agency'
            ? t('dashboard.next.your_turn', { name: actor.name })
            : t('dashboard.next.turn_of', { holder: t(`states.holder.${holder}`) })}
        </p>
        <h2 id="next-title" className="next-what">
          {title}
        </h2>
        {why ? <p className="quiet">{why}</p> : null}
        {names.length > 0 ? (
          <ul className="next-papers">
            {names.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        ) : null}
        {blocked ? (
          <div className="next-blocked">
            {offered ? (
              offered.refusals.map((refusal) => <FindingNote key={refusal.code} {...findingText(refusal)} />)
            ) : (
              <p className="quiet">{t('dashboard.next.not_offered')}</p>
            )}
          </div>
        ) : null}
      </div>
      {blocked || step.kind === 'collect_papers' ? null : mayDecide ? (
        <Button onClick={() => onStart(step)} className="next-do">
          {title}
        </Button>
      ) : (
        <p className="quiet next-do">{t('dashboard.no_permission.decide')}</p>
      )}
    </section>
  );
}
