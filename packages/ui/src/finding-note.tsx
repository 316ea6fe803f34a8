/** One finding told to a person: what is refused or doubtful, the rule it rests on, what clears it, who can. */
import type { Holder } from '@daiban/domain/enumerations';
import { HolderMark } from './holder-mark.js';

export interface FindingNoteProps {
  /** What is not possible, in the reader's language. */
  message: string;
  /** What clears it. */
  clearedBy: string;
  /** Who can: a holder's shape and word. */
  holder: Holder;
  holderLabel: string;
  /** "Hard rule", "Our policy", "Warning", "Nobody knows". */
  kindLabel: string;
  /** The rule with its source and date; absent when the finding rests on the steps themselves. */
  rule?: { id: string; source: string };
}

export function FindingNote({ message, clearedBy, holder, holderLabel, kindLabel, rule }: FindingNoteProps) {
  return (
    <div className="finding">
      <p>{message}</p>
      <p className="finding-way">
        <span className="finding-who">
          <HolderMark holder={holder} size={10} />
          {holderLabel}
        </span>
        {clearedBy}
      </p>
      <p className="finding-source">
        {kindLabel}
        {rule ? (
          <>
            {' '}
            <span className="finding-rule">{rule.id}</span> · {rule.source}
          </>
        ) : null}
      </p>
    </div>
  );
}
