/** A colleague has the paper: makes a link for them that opens this paper and nothing else, with the words to send it with. */
import { useId, useState, type FormEvent } from 'react';
import { ProblemError, type PortalPaper } from '@daiban/contracts';
import { useAskColleague } from '../api/portal-paper.js';
import { dayFor, type Reader } from '../reader.js';
import { taskText } from '../texts.js';

interface DelegateCardProps {
  paper: PortalPaper;
  reader: Reader;
  /** The paper's. */
  name: string;
}

export function DelegateCard({ paper, reader, name }: DelegateCardProps) {
  const { locale } = reader;
  const ask = useAskColleague(paper.prerequisiteId);
  const [label, setLabel] = useState('');
  const field = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate(label.trim(), { onSuccess: () => setLabel('') });
  };
  return (
    <section className="portal-card" aria-labelledby="task-delegate">
      <h2 id="task-delegate">{taskText(locale, 'task.delegate.heading')}</h2>
      {paper.may.delegate && paper.state !== 'submitted' ? (
        <>
          <p>{taskText(locale, 'task.delegate.text')}</p>
          <form className="portal-form" onSubmit={submit}>
            <label htmlFor={field}>{taskText(locale, 'task.delegate.label')}</label>
            <input
              id={field}
              required
              maxLength={120}
              value={label}
              placeholder={taskText(locale, 'task.delegate.placeholder')}
              onChange={(event) => setLabel(event.target.value)}
            />
            {ask.error ? (
              <p className="portal-problem" role="alert">
                {ask.error instanceof ProblemError
                  ? ask.error.problem.detail
                  : taskText(locale, 'task.delegate.failed')}
              </p>
            ) : null}
            <button type="submit" className="portal-button portal-button-plain" disabled={ask.isPending}>
              {taskText(locale, 'task.delegate.make')}
            </button>
          </form>
        </>
      ) : null}
      {ask.data ? (
        <Message
          text={taskText(locale, 'task.delegate.message', {
            account: paper.accountName,
            paper: name,
            url: ask.data.url,
          })}
          reader={reader}
        />
      ) : null}
      {paper.itemLinks.length > 0 ? (
        <>
          <h3 className="task-small-heading">{taskText(locale, 'task.delegate.existing')}</h3>
          <ul className="portal-history">
            {paper.itemLinks.map((link) => (
              <li key={link.id}>
                <b>{link.label}</b>
                <div className="portal-line-note">
                  {taskText(locale, 'task.delegate.until', { date: dayFor(reader, link.expiresAt, paper) })}
                  {' · '}
                  {link.lastVisitAt
                    ? taskText(locale, 'task.delegate.opened', { date: dayFor(reader, link.lastVisitAt, paper) })
                    : taskText(locale, 'task.delegate.not_opened')}
                </div>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

/** Shown whole and selectable too: an in-app browser may refuse clipboard and sharing. */
function Message({ text, reader: { locale } }: { text: string; reader: Reader }) {
  const [copied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  // Turned down by the reader: nothing to say about it.
  const share = () => navigator.share({ text }).catch(() => undefined);
  return (
    <div className="portal-made" role="status">
      <p>{taskText(locale, 'task.delegate.made')}</p>
      <output className="portal-address">{text}</output>
      <div className="task-ways">
        {'clipboard' in navigator ? (
          <button type="button" className="portal-button portal-button-plain" onClick={() => void copy()}>
            {taskText(locale, copied ? 'task.delegate.copied' : 'task.delegate.copy')}
          </button>
        ) : null}
        {'share' in navigator ? (
          <button type="button" className="portal-button portal-button-plain" onClick={() => void share()}>
            {taskText(locale, 'task.delegate.share')}
          </button>
        ) : null}
      </div>
    </div>
  );
}
