/** A call that did not work, told where it happened: what, why by which rule, what clears it, who can; a reference when it was our fault. */
import type { Refusal } from '@daiban/contracts';
import { FindingNotes } from '@daiban/ui';
import { describeProblem } from '../lib/describe-problem.js';
import { useLocale } from '../lib/locale.js';
import { findText } from '../lib/texts.js';
import { useFindingText } from '../lib/finding-text.js';

export interface ProblemNoteProps {
  /** What the call threw; nothing is shown without one. */
  error: unknown;
  /** Findings that stand elsewhere on the screen already. */
  without?: (refusal: Refusal) => boolean;
  /** Nobody is signed in yet: what is wrong and what clears it, without whose turn it is and by which rule. */
  plain?: boolean;
  /** Malformed fields are told at the fields themselves. */
  fieldsElsewhere?: boolean;
}

export function ProblemNote({ error, without, plain = false, fieldsElsewhere = false }: ProblemNoteProps) {
  const { t, locale } = useLocale();
  const findingText = useFindingText();
  if (!error) return null;
  const problem = describeProblem(error, t);
  const refusals = without ? problem.refusals.filter((each) => !without(each)) : problem.refusals;
  return (
    <div className="problem" role="alert">
      {refusals.length > 0 ? (
        plain ? (
          refusals.map(({ code, message, clearedBy }) => (
            <div key={code}>
              <p className="problem-title">{message}</p>
              <p>{clearedBy}</p>
            </div>
          ))
        ) : (
          <FindingNotes findings={refusals.map(findingText)} />
        )
      ) : (
        <>
          <p className="problem-title">{problem.title}</p>
          {problem.detail !== problem.title ? <p>{problem.detail}</p> : null}
        </>
      )}
      {problem.invalid.length > 0 && !fieldsElsewhere ? (
        <ul>
          {problem.invalid.map((field) => (
            <li key={`${field.in}.${field.path}`}>
              {findText(locale, `dashboard.fact.${field.path.split('.').at(-1)}`) ?? field.path}: {field.message}
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
