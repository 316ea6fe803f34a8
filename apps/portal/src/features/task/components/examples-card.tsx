/** How the paper should look and how not, the likeliest mistake first; after a return, that one. */
import type { PortalPaper } from '@daiban/contracts';
import { ExamplePair } from '@daiban/ui';
import type { Reader } from '../reader.js';
import { taskText } from '../texts.js';

export function ExamplesCard({ paper: { examples }, reader: { locale } }: { paper: PortalPaper; reader: Reader }) {
  const [first, ...others] = examples;
  if (!first) return null;
  return (
    <section className="portal-card" aria-labelledby="task-examples">
      <h2 id="task-examples">{taskText(locale, 'task.examples.heading')}</h2>
      <div className="task-examples">
        <ExamplePair code={first} locale={locale} />
      </div>
      {others.length > 0 ? (
        <details className="task-more">
          <summary>{taskText(locale, 'task.examples.more')}</summary>
          <div className="task-examples">
            {others.map((code) => (
              <ExamplePair key={code} code={code} locale={locale} />
            ))}
          </div>
        </details>
      ) : null}
    </section>
  );
}
