/** What else can be done with a case, and what cannot with its reason: the rule, what clears it, who can. */
import { Button } from '@mantine/core';
import { FindingNotes } from '@daiban/ui';
import { IconLock } from '@tabler/icons-react';
import type { RegistrationEvent } from '@daiban/domain/enumerations';
import type { OfferedEvent } from '../../../lib/event-form.js';
import { useFindingText } from '../../../lib/finding-text.js';
import { useLocale } from '../../../lib/locale.js';
import { useMay } from '../../../lib/session.js';

/** So many refused actions are shown at once; the rest opens. */
const SHOWN = 3;

export interface ActionListProps {
  events: readonly OfferedEvent<RegistrationEvent>[];
  onStart: (event: RegistrationEvent) => void;
}

export function ActionList({ events, onStart }: ActionListProps) {
  const { t } = useLocale();
  const mayDecide = useMay('registrations.decide');
  if (events.length === 0) return null;
  return (
    <section className="panel-section" aria-labelledby="actions">
      <h2 id="actions">{t('dashboard.actions.title')}</h2>
      {mayDecide ? (
        <div className="action-buttons">
          {events.map(({ event }) => (
            <Button key={event} size="xs" variant="default" onClick={() => onStart(event)}>
              {t(`states.event.${event}`)}
            </Button>
          ))}
        </div>
      ) : (
        <p className="quiet">{t('dashboard.no_permission.decide')}</p>
      )}
    </section>
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
