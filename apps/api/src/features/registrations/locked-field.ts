/** Which fields of a case may still be edited, and the refusal of one that only an event can change: it names the field and the event. Pure; called wherever a case is edited. */
import type { OperationInput, updateRegistration } from '@daiban/contracts';
import type { RegistrationFacts } from '@daiban/domain';
import type { OrderEvent, RegistrationEvent, RegistrationState } from '@daiban/domain/enumerations';
import { Refused } from '../../platform/refusal/refused.js';

/** The fields of an edit. */
export type FormPatch = Omit<OperationInput<typeof updateRegistration>['body'], 'expectedVersion'>;

type FormField = Exclude<keyof FormPatch, 'assigneeId' | 'followers' | 'originalId' | 'appId'>;

/** States in which a field may be edited, and the event that helps once the form was handed in. */
const FIELDS: Readonly<
  Record<FormField, { openIn: readonly RegistrationState[]; later: RegistrationEvent | OrderEvent }>
> = {
  clientId: { openIn: ['draft'], later: 'custody_handed_over' },
  accountType: { openIn: ['draft'], later: 'migration_started' },
  subject: { openIn: ['draft'], later: 'migration_started' },
  route: { openIn: ['draft'], later: 'route_changed' },
  // The client has signed for the name once the papers are complete.
  proposedName: { openIn: ['draft', 'awaiting_prerequisites'], later: 'order_opened' },
  nameAlternatives: {
    openIn: ['draft', 'awaiting_prerequisites', 'awaiting_email', 'awaiting_admin_verification', 'ready_to_submit'],
    later: 'order_opened',
  },
  accountEmail: { openIn: ['draft', 'awaiting_prerequisites', 'awaiting_email'], later: 'email_changed' },
};
const FORM_FIELDS = Object.keys(FIELDS) as FormField[];

/** The first field of the edit that is locked, as a refusal; null: all may be edited. */
export function lockedField({ registration }: RegistrationFacts, patch: FormPatch): Refused | null {
  for (const field of FORM_FIELDS) {
    if (patch[field] === undefined) continue;
    const { openIn, later } = FIELDS[field];
    if (openIn.some((state) => state === registration.state)) continue;
    return refuseLocked(field, registration.submittedAt === null ? 'reopened' : later);
  }
  return null;
}

/** @param event the way that is open instead */
export function refuseLocked(field: string, event: RegistrationEvent | OrderEvent): Refused {
  return Refused.of('registration.field_locked', { params: { field, event }, clearedBy: 'apply_named_event' });
}
