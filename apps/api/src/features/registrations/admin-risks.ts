/** What is doubtful about the admin of a case, judged as if they scanned today. Called where an admin is named and where their appointment is looked at. */
import { listAvailableEvents, type Finding, type JudgingContext, type RegistrationFacts } from '@daiban/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { toCommandActor } from './case-answers.service.js';

/** What would stand against this admin when they scan: said when they are chosen, not weeks later. */
export function risksOfAdmin(facts: RegistrationFacts, actor: Actor, context: JudgingContext): readonly Finding[] {
  const asked = { ...facts, registration: { ...facts.registration, state: 'awaiting_admin_verification' as const } };
  const scan = listAvailableEvents(asked, toCommandActor(actor), context).find(
    ({ event }) => event === 'admin_verified',
  );
  const findings = scan ? [...scan.refusals, ...scan.warnings, ...scan.unknowns] : [];
  return findings.filter(({ code }) => code.startsWith('admin.') || code.startsWith('quota.admin'));
}
