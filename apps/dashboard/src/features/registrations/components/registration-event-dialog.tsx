/** Records an event of a case. A change of admin first asks who it is: their consent has to be on record before they can scan. */
import type { RegistrationCase } from '@daiban/contracts';
import type { RegistrationEvent } from '@daiban/domain/enumerations';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ActionDialog } from '../../../components/action-dialog.js';
import { listCountries } from '../../../lib/countries.js';
import { useLocale } from '../../../lib/locale.js';
import { useApplyRegistrationEvent } from '../api/apply-registration-event.js';
import { ownTargetsQuery } from '../api/list-own-targets.js';
import { EventNote } from './event-note.js';
import { SuccessorDialog, type Successor } from './successor-dialog.js';

export interface RegistrationEventDialogProps {
  registration: RegistrationCase;
  event: RegistrationEvent;
  onClose: () => void;
}

export function RegistrationEventDialog({ registration, event, onClose }: RegistrationEventDialogProps) {
  const { t, locale } = useLocale();
  const targets = useQuery({ ...ownTargetsQuery(registration.id), enabled: event === 'migration_started' });
  const apply = useApplyRegistrationEvent(registration.id);
  const [successor, setSuccessor] = useState<Successor | null>(null);
  const offered = registration.availableEvents.find((each) => each.event === event);
  if (!offered) return null;
  if (event === 'admin_changed' && !successor)
    return <SuccessorDialog registration={registration} onChosen={setSuccessor} onClose={onClose} />;
  const { followers, accountType } = registration;
  return (
    <ActionDialog
      title={t(`states.event.${event}`)}
      event={offered}
      initialFacts={{
        ...(followers === null ? {} : { followers: String(followers) }),
        ...(successor ? { personId: successor.value } : {}),
        targetAccountType: accountType,
        targetCountryCode: 'CN',
      }}
      choices={{
        ...(successor ? { personId: [successor] } : {}),
        ...(targets.data?.length ? { targetRegistrationId: targets.data } : {}),
        targetCountryCode: listCountries(locale),
      }}
      pending={apply.isPending}
      error={apply.error}
      onClose={onClose}
      onSubmit={(input) =>
        apply.mutate({ ...input, event, expectedVersion: registration.version }, { onSuccess: onClose })
      }
    >
      <EventNote registration={registration} event={event} />
    </ActionDialog>
  );
}
