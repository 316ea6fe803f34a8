/** Makes problem documents (RFC 9457). Every error answer of the API comes from here. */
import { type InvalidField, type Problem, type Refusal } from '@daiban/contracts';
import type { Locale } from '@daiban/domain/enumerations';
import { text, type RefusalCode } from '@daiban/i18n';

/** Problems of the HTTP layer itself with their status. A refusal by a rule has its own code; `REFUSAL_STATUS` names those that are not 422. */
export const PROBLEM_STATUS = {
  'request.malformed': 400,
  'request.invalid': 400,
  'session.required': 401,
  'permission.missing': 403,
  'portal.read_only': 403,
  'portal.not_by_this_link': 403,
  'request.foreign_origin': 403,
  'request.unknown_path': 404,
  'resource.not_found': 404,
  'request.method_not_allowed': 405,
  'idempotency.in_progress': 409,
  'request.too_large': 413,
  'request.wrong_content_type': 415,
  'idempotency.body_differs': 422,
  'rate.too_many': 429,
  'server.failed': 500,
  'server.unavailable': 503,
} as const;
export type ProblemCode = keyof typeof PROBLEM_STATUS;

/** Refusals that are not 422: somebody was quicker (409), who are you (401), not in this installation (404), too often (429). */
export const REFUSAL_STATUS: Readonly<Partial<Record<RefusalCode, number>>> = {
  'cursor.invalid': 400,
  'calendar.days_or_to': 400,
  'capacity.one_cause': 400,
  'resource.not_found': 404,
  'rule.unknown': 404,
  'version.conflict': 409,
  'race.lost': 409,
  'email.already_used': 409,
  'email.taken_elsewhere': 409,
  'slot.taken': 409,
  'agency.slug_taken': 409,
  'data_request.no_person': 403,
  'data_request.closed': 409,
  'sign_off.not_decider': 403,
  'subject.code_in_use': 409,
  'transfer.already_running': 409,
  'order.already_open': 409,
  'document.page_taken': 409,
  'document.part_out_of_order': 409,
  'document.not_available': 409,
  'document.deleted': 410,
  'document.too_big': 413,
  'document.store_down': 503,
  'quota_raise.already_open': 409,
  'operator.already_bound': 409,
  'consent.already_given': 409,
  'consent.text_changed': 409,
  'appointment.already_booked': 409,
  'appointment.already_offered': 409,
  'appointment.closed': 409,
  'appointment.time_gone': 409,
  'appointment.no_time_left': 409,
  'import.already_running': 409,
  'member.email_in_use': 409,
  'setup.already_done': 409,
  'session.wrong_credentials': 401,
  'setup.wrong_token': 401,
  'portal.link_unusable': 401,
  'portal.code_unusable': 401,
  'client.erased': 409,
  'confirmation.members_only': 403,
  'confirmation.too_many': 429,
  'session.too_many_attempts': 429,
  'rate.too_many': 429,
};

/** The status of a refusal, by its code. */
export function statusOfRefusal(code: string): number {
  return REFUSAL_STATUS[code as RefusalCode] ?? 422;
}

export interface ProblemExtras {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly refusals?: readonly Refusal[];
  readonly invalid?: readonly InvalidField[];
}

/** A problem of the HTTP layer. `detail` says what clears it. */
export function makeProblem(code: ProblemCode, locale: Locale, requestId: string, extras: ProblemExtras = {}): Problem {
  return {
    type: `/problems/${code}`,
    title: text(locale, `problems.${code}.title`, extras.params),
    status: PROBLEM_STATUS[code],
    code,
    detail: text(locale, `problems.${code}.detail`, extras.params),
    requestId,
    ...(extras.refusals && { refusals: [...extras.refusals] }),
    ...(extras.invalid && { invalid: [...extras.invalid] }),
  };
}

/** A no by rule, race or identity. The first refusal gives code and detail; all of them stand in `refusals`. */
export function makeRefusalProblem(
  code: string,
  refusals: readonly Refusal[],
  locale: Locale,
  requestId: string,
): Problem {
  const [first] = refusals;
  if (!first) return makeProblem('resource.not_found', locale, requestId);
  return {
    type: `/problems/${code}`,
    title: text(locale, 'problems.refused.title'),
    status: statusOfRefusal(code),
    code,
    detail: [first.message, first.clearedBy].filter(Boolean).join(locale === 'zh' ? '' : ' '),
    requestId,
    refusals: [...refusals],
  };
}
