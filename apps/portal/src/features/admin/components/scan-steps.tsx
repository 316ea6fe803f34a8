/** How the scan goes, in four pictures: drawn here, so that they follow the theme and cost no download. */
import type { ReactNode } from 'react';
import type { AdminReader } from '../admin-reader.js';
import { adminText } from '../texts.js';

/** A computer's screen, the frame of two of the pictures. */
const SCREEN = (
  <>
    <rect x="10" y="10" width="76" height="48" rx="5" className="line" />
    <path d="M40 58v8h16v-8M32 66h32" className="line" />
  </>
);
const PHONE = <rect x="34" y="6" width="34" height="62" rx="7" className="line" />;
/** The three corner marks and some cells of a code; stands for one, is none. */
const CODE = (
  <>
    {[
      [0, 0],
      [20, 0],
      [0, 20],
    ].map(([x = 0, y = 0]) => (
      <rect key={`${x} ${y}`} x={x + 1} y={y + 1} width="8" height="8" className="line" />
    ))}
    <path d="M14 2h3v3h-3zM13 13h4v4h-4zM20 15h3v3h-3zM25 21h4v4h-4zM15 22h3v5h-3zM22 26h3v3h-3z" className="fill" />
  </>
);

const PICTURES: readonly (readonly ['1' | '2' | '3' | '4', ReactNode])[] = [
  [
    '1',
    <>
      {SCREEN}
      <g transform="translate(33 19)">{CODE}</g>
    </>,
  ],
  [
    '2',
    <>
      <g transform="translate(-16 4) scale(.86)">{SCREEN}</g>
      <g transform="translate(11 19) scale(.86)">{CODE}</g>
      <rect x="66" y="20" width="24" height="46" rx="5" className="front line" />
      <path d="M62 34l-8-3M62 42h-9M62 50l-8 3" className="accent" />
    </>,
  ],
  [
    '3',
    <>
      {PHONE}
      <path d="M42 20h18M42 27h12" className="line" />
      <rect x="40" y="48" width="22" height="10" rx="5" className="accent-fill" />
    </>,
  ],
  [
    '4',
    <>
      {SCREEN}
      <circle cx="48" cy="34" r="15" className="accent" />
      <path d="M41 34l5 6 10-12" className="accent" />
    </>,
  ],
];

export function ScanSteps({ reader: { locale, agency } }: { reader: AdminReader }) {
  return (
    <section className="portal-card" aria-labelledby="steps">
      <h2 id="steps">{adminText(locale, 'adminPage.steps.title')}</h2>
      <ol className="admin-steps">
        {PICTURES.map(([step, picture]) => (
          <li key={step}>
            <svg viewBox="0 0 96 76" role="img" aria-label={adminText(locale, `adminPage.steps.alt.${step}`)}>
              {picture}
            </svg>
            <p>{adminText(locale, `adminPage.steps.${step}`, { agency })}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
