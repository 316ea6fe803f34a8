/** Why a paper came back and how to put it right: read before anything else. */
import type { PortalPaper } from '@daiban/contracts';
import { HolderMark } from '@daiban/ui';
import { dayFor, type Reader } from '../reader.js';
import { taskText } from '../texts.js';

interface ReturnedCardProps {
  returned: NonNullable<PortalPaper['returned']>;
  paper: PortalPaper;
  reader: Reader;
}

export function ReturnedCard({ returned, paper, reader }: ReturnedCardProps) {
  const { locale, agency } = reader;
  return (
    <section className="portal-card portal-next" aria-labelledby="task-returned">
      <p className="portal-next-label">
        <HolderMark holder={paper.holder} />
        {taskText(locale, 'task.returned.heading')}
      </p>
      <h2 id="task-returned">{returned.reason}</h2>
      <h3 className="task-small-heading">{taskText(locale, 'task.returned.fix')}</h3>
      <p className="task-fix">{returned.fix}</p>
      {returned.note ? (
        <>
          <h3 className="task-small-heading">{taskText(locale, 'task.returned.note', { agency })}</h3>
          <p className="task-quote" lang={/\p{Script=Han}/u.test(returned.note) ? 'zh-Hans' : ''}>
            {returned.note}
          </p>
        </>
      ) : null}
      <p className="portal-note">
        {taskText(locale, 'task.returned.when', { date: dayFor(reader, returned.returnedAt, paper) })}
      </p>
    </section>
  );
}
