/** Small drawings of papers as a camera sees them, right and wrong, by the reason for which a paper comes back. Used by `ExamplePair`. */
import type { ReactNode } from 'react';

/** Colours of the things that are drawn: paper is white and a seal is red in the dark theme too. */
const DESK = '#D9D4CA';
const PAGE = '#FFFFFF';
const INK = '#3B4046';
const FAINT = '#A7ABB0';
const SEAL = '#C22A20';
const MARK = '#8F4B00';

/** The camera's picture: 120 × 90. */
export const PICTURE = { width: 120, height: 90 };

interface SheetProps {
  x?: number;
  y?: number;
  scale?: number;
  children?: ReactNode;
}

/** A page of text, 54 × 72 at its own place. */
function Sheet({ x = 33, y = 9, scale = 1, children }: SheetProps) {
  return (
    <g transform={`translate(${x} ${y}) scale(${scale})`}>
      <rect width="54" height="72" rx="1" fill={PAGE} stroke={FAINT} strokeWidth="0.6" />
      {children}
    </g>
  );
}

interface TextProps {
  lines?: number;
  from?: number;
  /** In place of a bar that stands for one. */
  heading?: string;
}

/** A heading and lines of text. */
function Text({ lines = 7, from = 18, heading }: TextProps) {
  return (
    <>
      {heading === undefined ? (
        <rect x="13" y="8" width="28" height="4" rx="1" fill={INK} />
      ) : (
        <Word x={27} y={14} size={8} text={heading} />
      )}
      {Array.from({ length: lines }, (_, line) => (
        <rect key={line} x="7" y={from + line * 5} width={line % 3 === 2 ? 28 : 40} height="1.8" rx="0.6" fill={INK} />
      ))}
    </>
  );
}

function Seal({ x = 40, y = 58, word }: { x?: number; y?: number; word?: string }) {
  const star = 'M0-4.2 1.2-1.3 4.2-1.3 1.8.6 2.7 3.6 0 1.8-2.7 3.6-1.8.6-4.2-1.3-1.2-1.3Z';
  return (
    <g transform={`translate(${x} ${y})`} opacity="0.9">
      <circle r="9" fill="none" stroke={SEAL} strokeWidth="1.4" />
      {word === undefined ? <path d={star} fill={SEAL} /> : <Word x={0} y={2.6} size={7} fill={SEAL} text={word} />}
    </g>
  );
}

interface WordProps {
  x: number;
  y: number;
  text: string;
  size?: number;
  fill?: string;
}

function Word({ x, y, text, size = 6, fill = INK }: WordProps) {
  return (
    <text x={x} y={y} fontSize={size} fontWeight="600" textAnchor="middle" fill={fill}>
      {text}
    </text>
  );
}

/** What is meant, ringed by hand. */
function Ring({ x, y, width, height }: { x: number; y: number; width: number; height: number }) {
  return (
    <rect
      x={x}
      y={y}
      width={width}
      height={height}
      rx={height / 2}
      fill="none"
      stroke={MARK}
      strokeWidth="1.2"
      strokeDasharray="3 2"
    />
  );
}

interface ComparedProps {
  registered: string;
  /** As it stands on the paper, what differs in the middle. */
  written: readonly [before: string, differs: string, after: string];
}

/** Two rows that a reader compares: as registered, and as on the paper. */
function Compared({ registered, written: [before, differs, after] }: ComparedProps) {
  return (
    <>
      <rect x="8" y="14" width="104" height="26" rx="2" fill={PAGE} stroke={FAINT} strokeWidth="0.6" />
      <Word x={60} y={30} size={8.5} text={registered} />
      <rect x="8" y="50" width="104" height="26" rx="2" fill={PAGE} stroke={FAINT} strokeWidth="0.6" />
      <text x={60} y={66} fontSize={8.5} fontWeight="600" textAnchor="middle" fill={INK}>
        {before}
        <tspan fill={SEAL} textDecoration="underline">
          {differs}
        </tspan>
        {after}
      </text>
    </>
  );
}

/** Validity over the time of the review. */
function Validity({ until }: { until: number }) {
  return (
    <>
      <rect x="8" y="12" width="104" height="66" rx="2" fill={PAGE} stroke={FAINT} strokeWidth="0.6" />
      <rect x="16" y="26" width={until - 16} height="8" rx="4" fill="#0B6E59" />
      <rect x="16" y="52" width="60" height="8" rx="4" fill={FAINT} />
      <path d="M76 20V70" stroke={INK} strokeDasharray="2 2" />
    </>
  );
}

function Card() {
  return (
    <g transform="translate(26 24)">
      <rect width="68" height="42" rx="4" fill={PAGE} stroke={FAINT} strokeWidth="0.6" />
      <rect x="46" y="8" width="16" height="20" rx="1" fill={FAINT} />
      <rect x="7" y="10" width="30" height="3" rx="1" fill={INK} />
      <rect x="7" y="18" width="24" height="3" rx="1" fill={INK} />
      <rect x="7" y="32" width="48" height="3" rx="1" fill={INK} />
    </g>
  );
}

const plain = (
  <Sheet>
    <Text />
    <Seal />
  </Sheet>
);

const signed = (isSigned: boolean) => (
  <Sheet>
    <Text lines={5} />
    <path d="M8 60H34" stroke={INK} strokeWidth="0.8" />
    {isSigned ? (
      <path
        d="M10 58c3-7 5-7 4-1s3 1 5-3 3 6 6 0 3 4 7 1"
        fill="none"
        stroke="#2A5DB5"
        strokeWidth="1.3"
        strokeLinecap="round"
      />
    ) : (
      <Ring x={5} y={49} width={32} height={14} />
    )}
  </Sheet>
);

const letterOf = (seal: string) => (
  <Sheet>
    <Text heading="甲公司" lines={6} from={20} />
    <Seal word={seal} />
    {seal === '甲' ? null : <Ring x={28} y={46} width={24} height={24} />}
  </Sheet>
);

const dated = (year: string, isOver: boolean) => (
  <Sheet>
    <Text lines={4} />
    <Word x={27} y={56} size={13} text={year} />
    {isOver ? <path d="M9 60 45 44" stroke={SEAL} strokeWidth="2" strokeLinecap="round" /> : null}
  </Sheet>
);

const pages = (numbers: readonly (number | null)[]) =>
  numbers.map((number, place) =>
    number === null ? (
      <rect
        key={place}
        x={8 + place * 36}
        y="20"
        width="32"
        height="48"
        rx="1"
        fill="none"
        stroke={MARK}
        strokeDasharray="3 2"
      />
    ) : (
      <g key={place} transform={`translate(${8 + place * 36} 20)`}>
        <rect width="32" height="48" rx="1" fill={PAGE} stroke={FAINT} strokeWidth="0.6" />
        {[8, 14, 20, 26].map((y) => (
          <rect key={y} x="5" y={y} width="22" height="1.8" rx="0.6" fill={INK} />
        ))}
        <Word x={16} y={43} text={String(number)} />
      </g>
    ),
  );

const translated = (isThere: boolean) => (
  <>
    <g transform="translate(8 14) scale(0.86)">
      <Sheet x={0} y={0}>
        <Text heading="Abc" lines={8} from={24} />
      </Sheet>
    </g>
    {isThere ? (
      <g transform="translate(64 14) scale(0.86)">
        <Sheet x={0} y={0}>
          <Text heading="译文" lines={8} from={24} />
        </Sheet>
      </g>
    ) : (
      <rect x="64" y="14" width="46" height="62" rx="1" fill="none" stroke={MARK} strokeDasharray="3 2" />
    )}
  </>
);

const notarised = (isThere: boolean) => (
  <Sheet>
    <Text lines={6} />
    {isThere ? (
      <g transform="translate(40 58)">
        <path d="M-5 4-8 13-3 11 0 15 3 11 8 13 5 4Z" fill="#2A5DB5" />
        <circle r="7.5" fill="#E5B93C" stroke="#B88A14" />
        <circle r="4" fill="none" stroke="#B88A14" />
      </g>
    ) : (
      <Ring x={30} y={48} width={20} height={20} />
    )}
  </Sheet>
);

/** How something should look, and how not. */
interface Pair {
  readonly good: ReactNode;
  readonly bad: ReactNode;
}

function pair(good: ReactNode, bad: ReactNode): Pair {
  return { good, bad };
}

/** By reason. @param id unique on the page, for what a drawing refers to */
export const EXAMPLE_DRAWINGS: Readonly<Record<string, (id: string) => Pair>> = {
  blurred: (id) =>
    pair(
      plain,
      <>
        <filter id={`${id}-blur`}>
          <feGaussianBlur stdDeviation="1.9" />
        </filter>
        <g filter={`url(#${id}-blur)`}>{plain}</g>
      </>,
    ),
  cut_off: () =>
    pair(
      plain,
      <Sheet x={46} y={30} scale={1.45}>
        <Text />
      </Sheet>,
    ),
  glare: (id) =>
    pair(
      plain,
      <>
        {plain}
        <radialGradient id={`${id}-glare`}>
          <stop offset="0.35" stopColor="#FFFFFF" />
          <stop offset="1" stopColor="#FFFFFF" stopOpacity="0" />
        </radialGradient>
        <ellipse cx="58" cy="40" rx="34" ry="24" fill={`url(#${id}-glare)`} />
      </>,
    ),
  unreadable: () =>
    pair(
      plain,
      <>
        {plain}
        <rect width="120" height="90" fill="#14171A" opacity="0.82" />
      </>,
    ),
  too_small: () =>
    pair(
      plain,
      <Sheet x={53} y={36} scale={0.26}>
        <rect x="10" y="10" width="14" height="14" fill={FAINT} />
        <rect x="30" y="10" width="14" height="14" fill={INK} />
        <rect x="10" y="32" width="34" height="12" fill={FAINT} />
        <rect x="10" y="52" width="14" height="12" fill={INK} />
      </Sheet>,
    ),
  edited: () =>
    pair(
      plain,
      <>
        {plain}
        <rect x="39" y="31" width="30" height="9" fill="#14171A" />
        <path d="M44 62c8-8 12 6 20-2s10 4 14-2" fill="none" stroke="#2A5DB5" strokeWidth="2.2" strokeLinecap="round" />
      </>,
    ),
  seal_missing: () =>
    pair(
      plain,
      <Sheet>
        <Text />
        <Ring x={29} y={47} width={22} height={22} />
      </Sheet>,
    ),
  seal_differs: () => pair(letterOf('甲'), letterOf('乙')),
  signature_missing: () => pair(signed(true), signed(false)),
  name_differs: () =>
    pair(
      <Compared registered="甲（上海）公司" written={['甲（上海）公司', '', '']} />,
      <Compared registered="甲（上海）公司" written={['甲', '上海', '公司']} />,
    ),
  code_differs: () =>
    pair(
      <Compared registered="9131 0115 7X" written={['9131 0115 7X', '', '']} />,
      <Compared registered="9131 0115 7X" written={['9131 01', '7', '5 7X']} />,
    ),
  expired: () => pair(dated('2034', false), dated('2021', true)),
  expires_too_soon: () => pair(<Validity until={106} />, <Validity until={48} />),
  page_missing: () => pair(pages([1, 2, 3]), pages([1, null, 3])),
  translation_missing: () => pair(translated(true), translated(false)),
  notarisation_missing: () => pair(notarised(true), notarised(false)),
  wrong_document: () => pair(plain, <Card />),
};

/** What a picture lies on. */
export const DESK_COLOUR = DESK;
