/** Below a field: what a check while typing has to say, and a look-alike's correction to take over. It never stands in the way; the API decides. */
import { UnstyledButton } from '@mantine/core';
import type { IdentifierCheck } from '@daiban/domain/identity';
import { useLocale } from '../lib/locale.js';
import './identifier-note.css';

export interface IdentifierNoteProps {
  /** Null while there is nothing to check. */
  check: Pick<IdentifierCheck, 'problems' | 'warnings' | 'suggestion'> | null;
  /** The reader has left the field, or has typed as much as there can be: a problem is said now. */
  isDone: boolean;
  /** Said when nothing is wrong. */
  fine?: string | undefined;
  onTake: (value: string) => void;
}

export function IdentifierNote({ check, isDone, fine, onTake }: IdentifierNoteProps) {
  const { t } = useLocale();
  const problems = check && isDone ? check.problems : [];
  const warnings = check && (isDone || check.problems.length === 0) ? check.warnings : [];
  const { suggestion } = check ?? {};
  return (
    <div className="identifier-note" role="status">
      {[...problems, ...warnings].map(({ code, params }) => (
        <p key={code} className="identifier-doubt">
          {t(`problems.${code}`, params)}
        </p>
      ))}
      {suggestion !== undefined && isDone ? (
        <p>
          {t('checks.did_you_mean')}{' '}
          <UnstyledButton
            className="identifier-take"
            aria-label={t('checks.take', { value: suggestion })}
            onClick={() => onTake(suggestion)}
          >
            {suggestion}
          </UnstyledButton>
          {t('checks.did_you_mean_end')}
        </p>
      ) : null}
      {check && problems.length === 0 && check.problems.length === 0 && fine ? <p>{fine}</p> : null}
    </div>
  );
}
