/** A call that did not work, told where it happened: what, why by which rule, what clears it, who can; a reference when it was our fault. */
import type { Refusal } from '@daiban/contracts';
import { FindingNote } from '@daiban/ui';
import { describeProblem } from '../lib/describe-problem.js';
import { useLocale } from '../lib/locale.js';
import { useFindingText } from '../lib/finding-text.js';

export interface ProblemNoteProps {
  /** What the call threw; nothing is shown without one. */
  error: unknown;
  /** Findings that stand elsewhere on the screen already. */
  without?: (refusal: Refusal) => boolean;
}

export function ProblemNote({ error, without }: ProblemNoteProps) {
  const { t } = useLocale();
  const findingText = useFindingText();
  if (!error) return null;
  const problem = describeProblem(error, t);
  const refusals = without ? problem.refusals.filter((each) => !without(each)) : problem.refusals;
  return (
    <div className="problem" role="alert">
      {refusals.length > 0 ? (
        refusals.map((refusal, index) => <FindingNote key={`${refusal.code}-${index}`} {...findingText(refusal)} />)
      ) : (
        <>
          <p className="problem-title">{problem.title}</p>
          {problem.detail !== problem.title ? <p>{problem.detail}</p> : null}
        </>
      )}
      {problem.invalid.length > 0 ? (
        <ul>
          {problem.invalid.map((field) => (
            <li key={`${field.in}.${field.path}`}>
              {field.path}: {field.message}
            </li>
          ))}
        </ul>
      ) : null}
      {problem.kind === 'failed' && problem.reference ? (
        <p className="problem-reference">{t('dashboard.reference', { reference: problem.reference })}</p>
      ) : null}
    </div>
  );
}
