import { describe, expect, test } from '@jest/globals';
import { aRegistration, codesOf, contextAt, SPECIALIST, WECHAT } from '../testing/registration-builder.js';
import { deriveCase } from './derive-case.js';
import { judgeRegistrationEvent, listAvailableEvents } from './judge-registration-event.js';
import { judgeOrderEvent } from '../verification/judge-order-event.js';

describe('one registration from draft to live', () => {
  test('each step of the straight way shows its state, stage and holder', () => {
    const start = aRegistration();
    const steps = [
      [start, 'draft', 'draft', 'agency'],
      [start.awaitingPrerequisites(), 'awaiting_prerequisites', 'prerequisites', 'client'],
      [start.awaitingEmail(), 'awaiting_email', 'email', 'agency'],
      [start.awaitingAdminVerification(), 'awaiting_admin_verification', 'admin_verification', 'agency'],
      [start.readyToSubmit(), 'ready_to_submit', 'ready', 'agency'],
      [start.provingSubject(), 'proving_subject', 'fee', 'agency'],
      [start.awaitingFee(), 'proving_subject', 'fee', 'client'],
      [start.awaitingDispatch(), 'proving_subject', 'review', 'tencent'],
      [start.inReview(), 'proving_subject', 'review', 'tencent'],
      [start.live(), 'live', 'live', 'none'],
    ] as const;
    for (const [builder, state, stage, holder] of steps) {
      const derived = deriveCase(builder.facts, contextAt());
      expect([builder.facts.registration.state, derived.stage, derived.holder]).toEqual([state, stage, holder]);
    }
    expect(deriveCase(start.live().facts, contextAt()).verification.status).toBe('verified');
  });
});
