/** Nothing can be brought now: why, and what to do instead. */
import type { PortalPaper } from '@daiban/contracts';
import type { Reader } from '../reader.js';
import { taskText } from '../texts.js';

export function ClosedNote({ why, reader }: { why: NonNullable<PortalPaper['closed']>; reader: Reader }) {
  return (
    <section className="portal-card" aria-labelledby="task-closed">
      <h2 id="task-closed">{taskText(reader.locale, `task.closed.${why}.title`)}</h2>
      <p>{taskText(reader.locale, `task.closed.${why}.text`)}</p>
    </section>
  );
}
