/** A row's problem as it is stored: codes and values, so that each reader gets it in their own language. Pure. */
import { type ImportProblem, type ImportSeverity, type SheetField } from '@daiban/domain';
import type { Refused } from '../../platform/refusal/refused.js';

export interface KeptProblem {
  readonly code: string;
  /** Key of its sentence. */
  readonly text: string;
  readonly field: SheetField | null;
  readonly severity: ImportSeverity;
  readonly params: Readonly<Record<string, string | number>>;
}

/** A problem that the plan found. */
export function planned({ code, field, severity, params }: ImportProblem): KeptProblem {
  return { code, text: `problems.${code}`, field, severity, params };
}

/** What stood against it when it was to be written. */
export function refusedWith(
  refused: Refused,
  severity: ImportSeverity,
  field: SheetField | null = null,
): KeptProblem[] {
  return refused.findings.map(({ code, params }) => ({
    code,
    text: `refusals.${code}`,
    field: code.startsWith('email.') ? 'email' : field,
    severity,
    params,
  }));
}

/** Something of ours went wrong; the log knows more. */
export const UNEXPECTED: KeptProblem = {
  code: 'server.failed',
  text: 'problems.server.failed.title',
  field: null,
  severity: 'refuses',
  params: {},
};
