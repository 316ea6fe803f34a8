import { describe, expect, test } from '@jest/globals';
import { EVENT_FACTS, ORDER_EVENT_FACTS, type RegistrationFacts } from '@daiban/domain';
import { REGISTRATION_STATES, type RegistrationState } from '@daiban/domain/enumerations';
import { lockedField, type FormPatch } from './locked-field.js';

const factsIn = (state: RegistrationState, submittedAt: string | null) =>
  ({ registration: { state, submittedAt } }) as RegistrationFacts;
const EDITS: readonly FormPatch[] = [
  { accountType: 'service' },
  { route: 'small_transfer' },
  { proposedName: '灯桥' },
  { nameAlternatives: [] },
  { accountEmail: 'a@b.test' },
  { clientId: 'c' },
];

describe('an edit of the form', () => {
  test('of any field is open in draft', () => {
    for (const edit of EDITS) expect(lockedField(factsIn('draft', null), edit)).toBeNull();
  });

  test('of our own work is never locked', () => {
    const edit = { assigneeId: null, followers: 1, originalId: null, appId: null };
    for (const state of REGISTRATION_STATES)
      expect(lockedField(factsIn(state, '2026-09-28T03:20:00.000Z'), edit)).toBeNull();
  });

  test('that is locked names an event there is: reopening before submission, another way after it', () => {
    for (const edit of EDITS) {
      const before = lockedField(factsIn('ready_to_submit', null), edit);
      if (before) expect(before.findings[0]?.params['event']).toBe('reopened');
      const after = lockedField(factsIn('live', '2026-09-28T03:20:00.000Z'), edit);
      expect(after?.code).toBe('registration.field_locked');
      expect(String(after?.findings[0]?.params['event']) in { ...EVENT_FACTS, ...ORDER_EVENT_FACTS }).toBe(true);
    }
  });

  test('of the name is closed once the client has signed and the papers are complete', () => {
    expect(lockedField(factsIn('awaiting_prerequisites', null), { proposedName: 'x' })).toBeNull();
    expect(lockedField(factsIn('awaiting_email', null), { proposedName: 'x' })?.code).toBe('registration.field_locked');
  });
});
