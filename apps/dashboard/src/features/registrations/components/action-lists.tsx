/** What else can be done with a case, and what cannot with its reason: the rule, what clears it, who can. */
import { Button } from '@mantine/core';
import { FindingNotes } from '@daiban/ui';
import { IconLock } from '@tabler/icons-react';
import type { RegistrationEvent, RegistrationState } from '@daiban/domain/enumerations';
import type { OfferedEvent } from '../../../lib/event-form.js';
import { useFindingText } from '../../../lib/finding-text.js';
import { useLocale } from '../../../lib/locale.js';
import { useMay } from '../../../lib/session.js';

/** So many refused actions are shown at once; the rest opens. */
const SHOWN = 3;

/** What becomes of an account once it is live: rare, and folded away as long as nothing of it has begun. */
const LATER: readonly RegistrationEvent[] = [
  'account_restricted',
  'admin_changed',
  'email_changed',
  'name_changed',
  'subject_name_corrected',
  'migration_started',
  'migration_completed',
  'deregistration_started',
  'deregistration_confirmed',
  'custody_handed_over',
];

export interface ActionListProps {
  state: RegistrationState;
  events: readonly OfferedEvent<RegistrationEvent>[];
  onStart: (event: RegistrationEvent) => void;
}

export function ActionList({ state, events, onStart }: ActionListProps) {
  const { t } = useLocale();
  const mayDecide = useMay('registrations.decide');
  if (events.length === 0) return null;
  const later = state === 'live' ? events.filter(({ event }) => LATER.includes(event)) : [];
  return (
    <section className="panel-section" aria-labelledby="actions">
      <h2 id="actions">{t('dashboard.actions.title')}</h2>
      {mayDecide ? (
        <>
          <ActionButtons events={events.filter((event) => !later.includes(event))} onStart={onStart} />
          {later.length > 0 ? (
            <details className="more">
              <summary>{t('lifeAfter.actions', { count: later.length })}</summary>
              <ActionButtons events={later} onStart={onStart} />
            </details>
          ) : null}
        </>
      ) : (
        <p className="quiet">{t('dashboard.no_permission.decide')}</p>
      )}
    </section>
  );
}

function ActionButtons({ events, onStart }: Omit<ActionListProps, 'state'>) {
  const { t } = useLocale();
  return (
    <div className="action-buttons">
      {events.map(({ event }) => (
        <Button key={event} size="xs" variant="default" onClick={() => onStart(event)}>
          {t(`states.event.${event}`)}
        </Button>
      ))}
    </div>
  );
}

export function BlockedList({ events }: { events: readonly OfferedEvent<RegistrationEvent>[] }) {
  const { t } = useLocale();
  if (events.length === 0) return null;
  const rest = events.slice(SHOWN);
  return (
    <section className="panel-section" aria-labelledby="blocked">
      <h2 id="blocked">{t('dashboard.blocked.title')}</h2>
      <ul className="blocked">
        {events.slice(0, SHOWN).map((event) => (
          <Blocked key={event.event} offered={event} />
        ))}
      </ul>
      {rest.length > 0 ? (
        <details className="more">
          <summary>{t('dashboard.blocked.more', { count: rest.length })}</summary>
          <ul className="blocked">
            {rest.map((event) => (
              <Blocked key={event.event} offered={event} />
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}

function Blocked({ offered }: { offered: OfferedEvent<RegistrationEvent> }) {
  const { t } = useLocale();
  const findingText = useFindingText();
  return (
    <li>
      <p className="blocked-what">
        <IconLock size={15} stroke={1.6} aria-hidden="true" />
        <span>{t(`states.event.${offered.event}`)}</span>
      </p>
      <FindingNotes findings={offered.refusals.map(findingText)} />
    </li>
  );
}
