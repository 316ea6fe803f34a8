/** The one next thing of a case: what, why, and one button; or what stands in its way and who can clear it. */
import { Button } from '@mantine/core';
import { FindingNotes, HolderMark } from '@daiban/ui';
import type { Prerequisite, RegistrationCase, VerificationOrder } from '@daiban/contracts';
import { useFindingText } from '../../../lib/finding-text.js';
import { useLocale } from '../../../lib/locale.js';
import type { NextStep } from '../../../lib/next-step.js';
import { useMay, useSession } from '../../../lib/session.js';
import { findText } from '../../../lib/texts.js';

export interface NextCardProps {
  step: NextStep;
  registration: Pick<RegistrationCase, 'stage' | 'holder' | 'availableEvents'>;
  papers: readonly Prerequisite[];
  orders: readonly VerificationOrder[];
  onStart: (step: NextStep) => void;
}

export function NextCard({ step, registration, papers, orders, onStart }: NextCardProps) {
  const { t, locale } = useLocale();
  const { actor } = useSession();
  const mayDecide = useMay('registrations.decide');
  const findingText = useFindingText();
  const holder = isOurs(step) ? 'agency' : registration.holder;
  if (step.kind === 'nothing') {
    const isOver = registration.stage === 'closed';
    return (
      <section className="next next-quiet" aria-label={t('dashboard.next.label')}>
        <div>
          <p className="next-what">{t(isOver ? 'dashboard.next.over' : 'dashboard.next.nothing')}</p>
          <p className="quiet">{t(isOver ? 'dashboard.next.over_why' : 'dashboard.next.nothing_why')}</p>
        </div>
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
  const order = step.kind === 'hear_tencent' ? orders.find(({ id }) => id === step.orderId) : undefined;
  const answers =
    step.kind === 'hear_tencent'
      ? step.events.filter((event) => order?.availableEvents.some((each) => each.event === event && each.allowed))
      : [];
  const names =
    'ids' in step
      ? papers
          .filter(({ id }) => step.ids.includes(id))
          .map(({ code }) => findText(locale, `prerequisites.${code}`) ?? code)
      : [];
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
        {why && mayDecide ? <p className="quiet">{why}</p> : null}
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
              <FindingNotes findings={offered.refusals.map(findingText)} />
            ) : (
              <p className="quiet">{t('dashboard.next.not_offered')}</p>
            )}
          </div>
        ) : null}
      </div>
      {step.kind === 'hear_tencent' && mayDecide ? (
        <div className="next-answers">
          {answers.map((event) => (
            <Button
              key={event}
              variant="default"
              size="xs"
              onClick={() => onStart({ kind: 'order_event', orderId: step.orderId, event })}
            >
              {t(`states.event.${event}`)}
            </Button>
          ))}
        </div>
      ) : null}
      {blocked || step.kind === 'collect_papers' || (step.kind === 'hear_tencent' && mayDecide) ? null : mayDecide &&
        step.kind !== 'hear_tencent' ? (
        <Button onClick={() => onStart(step)} className="next-do" aria-describedby="next-title">
          {t(isEvent ? 'dashboard.next_do.event' : `dashboard.next_do.${step.kind}`)}
        </Button>
      ) : (
        <p className="quiet next-do">{t('dashboard.no_permission.decide')}</p>
      )}
    </section>
  );
}

/** Steps that are ours, whoever holds the case as a whole. */
function isOurs(step: NextStep): boolean {
  if (step.kind === 'registration_event')
    return step.event === 'case_resumed' || step.event === 'verification_conflict_resolved';
  return step.kind === 'review_papers' || step.kind === 'open_order';
}
