/** Whose turn it is: one colour and one shape per holder, everywhere. Solid: a person can act; hollow: we can only wait. */
import type { Holder } from '@daiban/domain/enumerations';

const SHAPES: Record<Holder, { d: string; stroke?: number }> = {
  agency: {
    d: 'M2.6 1.5h6.8c.6 0 1.1.5 1.1 1.1v6.8c0 .6-.5 1.1-1.1 1.1H2.6c-.6 0-1.1-.5-1.1-1.1V2.6c0-.6.5-1.1 1.1-1.1z',
  },
  client: { d: 'M5.3 1.3a.8.8 0 0 1 1.4 0l4.7 8.3a.8.8 0 0 1-.7 1.2H1.3a.8.8 0 0 1-.7-1.2z' },
  admin_person: {
    d: 'M5.4.7a.8.8 0 0 1 1.2 0l4.7 4.7a.8.8 0 0 1 0 1.2l-4.7 4.7a.8.8 0 0 1-1.2 0L.7 6.6a.8.8 0 0 1 0-1.2z',
  },
  tencent: { d: 'M6 1.2l4.2 2.4v4.8L6 10.8 1.8 8.4V3.6z', stroke: 1.9 },
  none: { d: 'M2.5 6h7', stroke: 1.6 },
};

export interface HolderMarkProps {
  holder: Holder;
  /** Pixels; 11 in text, 20 in the portal. */
  size?: number;
  /** Place inside another drawing. */
  x?: number;
  y?: number;
}

/** The shape alone, hidden from screen readers: always set the holder's word beside it. */
export function HolderMark({ holder, size = 11, x, y }: HolderMarkProps) {
  const { d, stroke } = SHAPES[holder];
  return (
    <svg
      viewBox="0 0 12 12"
      width={size}
      height={size}
      x={x}
      y={y}
      className={`holder-mark holder-${holder}`}
      aria-hidden="true"
    >
      {stroke ? (
        <path
          d={d}
          fill="none"
          stroke="currentColor"
          strokeWidth={stroke}
          strokeLinejoin="round"
          strokeLinecap="round"
        />
      ) : (
        <path d={d} fill="currentColor" />
      )}
    </svg>
  );
}

export interface HolderTextProps {
  holder: Holder;
  /** The holder's word in the reader's language. */
  label: string;
  /** How long they have had it ("9 d"), in a quieter colour. */
  since?: string;
}

/** Shape and word, on one line. */
export function HolderText({ holder, label, since }: HolderTextProps) {
  return (
    <span className="holder-text">
      <HolderMark holder={holder} />
      <span>
        {label}
        {since ? <span className="holder-since"> {since}</span> : null}
      </span>
    </span>
  );
}
