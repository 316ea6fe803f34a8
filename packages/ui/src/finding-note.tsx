/** Findings told to a person: what is refused or doubtful, the rule it rests on, what clears it, who can. Those that share all but the sentence share the rest too. */
import type { Holder } from '@daiban/domain/enumerations';
import type { ReactNode } from 'react';
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
  /** Opens that rule, where the app can show it. */
  why?: ReactNode;
}

/** Several findings: one note for all that rest on the same rule and are cleared in the same way, in the order they came. */
export function FindingNotes({ findings }: { findings: readonly FindingNoteProps[] }) {
  const groups = new Map<string, { shared: FindingNoteProps; messages: string[] }>();
  for (const finding of findings) {
    const { clearedBy, holder, kindLabel, rule } = finding;
    const key = JSON.stringify([clearedBy, holder, kindLabel, rule?.id, rule?.source]);
    const group = groups.get(key);
    if (!group) groups.set(key, { shared: finding, messages: [finding.message] });
    else if (!group.messages.includes(finding.message)) group.messages.push(finding.message);
  }
  return [...groups].map(([key, { shared, messages }]) => <Note key={key} shared={shared} messages={messages} />);
}

/** One finding by itself. */
export function FindingNote(finding: FindingNoteProps) {
  return <Note shared={finding} messages={[finding.message]} />;
}

function Note({ shared, messages }: { shared: FindingNoteProps; messages: readonly string[] }) {
  const { clearedBy, holder, holderLabel, kindLabel, rule, why } = shared;
  return (
    <div className="finding">
      {messages.length === 1 ? (
        <p>{messages[0]}</p>
      ) : (
        <ul className="finding-list">
          {messages.map((message) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      )}
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
            <span className="finding-rule">{rule.id}</span> · {rule.source} {why}
          </>
        ) : null}
      </p>
    </div>
  );
}
