/** Two pictures side by side: how a paper should look, and how not. Shown where somebody brings a paper, and where staff choose why one goes back. */
import type { Locale } from '@daiban/domain/enumerations';
import { createText, exampleCatalogues } from '@daiban/i18n';
import { useId, type ReactNode } from 'react';
import { DESK_COLOUR, EXAMPLE_DRAWINGS, PICTURE } from './example-drawings.js';

const text = /* @__PURE__ */ createText(exampleCatalogues);

export interface ExamplePairProps {
  /** A coded reason for which a paper comes back; one that cannot be drawn shows nothing. */
  code: string;
  locale: Locale;
}

export function ExamplePair({ code, locale }: ExamplePairProps) {
  const id = useId();
  const draw = EXAMPLE_DRAWINGS[code];
  if (!draw) return null;
  const { good, bad } = draw(id);
  return (
    <div className="example-pair" data-example={code}>
      <Example kind="good" says={say(locale, `${code}.good`)} locale={locale}>
        {good}
      </Example>
      <Example kind="bad" says={say(locale, `${code}.bad`)} locale={locale}>
        {bad}
      </Example>
    </div>
  );
}

interface ExampleProps {
  kind: 'good' | 'bad';
  /** What the picture shows. */
  says: string;
  locale: Locale;
  children: ReactNode;
}

function Example({ kind, says, locale, children }: ExampleProps) {
  return (
    <figure className={`example example-${kind}`}>
      <svg viewBox={`0 0 ${PICTURE.width} ${PICTURE.height}`} role="img" aria-label={says} className="example-picture">
        <rect width={PICTURE.width} height={PICTURE.height} fill={DESK_COLOUR} />
        {children}
      </svg>
      <figcaption>
        <span className="example-verdict">
          <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
            <path
              d={kind === 'good' ? 'M3 8.5 6.5 12 13 4.5' : 'M4 4l8 8M12 4l-8 8'}
              fill="none"
              stroke="currentColor"
              strokeWidth="2"
              strokeLinecap="round"
              strokeLinejoin="round"
            />
          </svg>
          {text(locale, `examples.${kind}`)}
        </span>
        <span className="example-says">{says}</span>
      </figcaption>
    </figure>
  );
}

function say(locale: Locale, key: string): string {
  const words: Readonly<Record<string, string>> = exampleCatalogues[locale].examples;
  return words[key] ?? key;
}
