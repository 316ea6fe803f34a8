/** The paper is sent: when it is looked at, and until when something can still be changed. */
import { useEffect, useRef } from 'react';
import type { PortalPaper } from '@daiban/contracts';
import { formatTime } from '@daiban/i18n';
import { HolderMark } from '@daiban/ui';
import { dayFor, momentFor, type Reader } from '../reader.js';
import { taskText } from '../texts.js';

export function Receipt({ paper, reader }: { paper: PortalPaper; reader: Reader }) {
  const { locale, agency, timeZone } = reader;
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever pressed "Send" finds the answer, wherever the button stood.
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="portal-card" aria-labelledby="task-receipt">
      <div className="portal-card-head">
        <HolderMark holder="agency" />
        <h2 id="task-receipt" ref={heading} tabIndex={-1} className="task-focus">
          {taskText(locale, 'task.receipt.title')}
        </h2>
      </div>
      <p>
        {paper.checkedBy
          ? taskText(locale, 'task.receipt.check_by', { agency, date: dayFor(reader, paper.checkedBy, paper) })
          : taskText(locale, 'task.receipt.check', { agency })}
      </p>
      {paper.canChangeUntil ? (
        <p className="portal-note">
          {taskText(locale, 'task.receipt.change', { time: formatTime(paper.canChangeUntil, timeZone, locale) })}{' '}
          {taskText(locale, 'task.receipt.changed')}
        </p>
      ) : null}
      {paper.submittedAt ? (
        <p className="portal-note">
          {taskText(locale, 'task.receipt.sent_at', { when: momentFor(reader, paper.submittedAt, paper) })}
        </p>
      ) : null}
    </section>
  );
}
