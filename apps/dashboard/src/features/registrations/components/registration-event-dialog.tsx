/** Records an event of a case. */
import type { RegistrationCase } from '@daiban/contracts';
import type { RegistrationEvent } from '@daiban/domain/enumerations';
import { ActionDialog } from '../../../components/action-dialog.js';
import { useLocale } from '../../../lib/locale.js';
import { useApplyRegistrationEvent } from '../api/apply-registration-event.js';

export interface RegistrationEventDialogProps {
  registration: RegistrationCase;
  event: RegistrationEvent;
  onClose: () => void;
}

export function RegistrationEventDialog({ registration, event, onClose }: RegistrationEventDialogProps) {
  const { t } = useLocale();
  const apply = useApplyRegistrationEvent(registration.id);
  const offered = registration.availableEvents.find((each) => each.event === event);
  if (!offered) return null;
  return (
    <ActionDialog
      title={t(`states.event.${event}`)}
      event={offered}
      pending={apply.isPending}
      error={apply.error}
      onClose={onClose}
      onSubmit={(input) =>
        apply.mutate({ ...input, event, expectedVersion: registration.version }, { onSuccess: onClose })
      }
    />
  );
}
