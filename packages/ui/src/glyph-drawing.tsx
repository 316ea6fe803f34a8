/** What stands inside every 16 × 16 status glyph: a ring or a disc, a fill, a mark cut into it. Drawn here once for stages and for the marks of mails and imported rows. */

export interface GlyphDrawingProps {
  base: 'ring' | 'dashed' | 'disc';
  /** A filled part inside the ring. */
  fill?: string | null | undefined;
  /** A drawn mark inside ring or disc. */
  mark?: string | null | undefined;
}

/** The shapes alone, in `currentColor`; the caller brings the svg with its size and class. */
export function GlyphDrawing({ base, fill, mark }: GlyphDrawingProps) {
  return (
    <>
      {base === 'disc' ? (
        <circle cx="8" cy="8" r="6.75" fill="currentColor" />
      ) : (
        <circle
          cx="8"
          cy="8"
          r="6"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeDasharray={base === 'dashed' ? '2.2 2.05' : undefined}
        />
      )}
      {fill ? <path d={fill} fill="currentColor" /> : null}
      {mark ? (
        <path
          d={mark}
          fill="none"
          stroke={base === 'disc' ? 'var(--surface)' : 'currentColor'}
          strokeWidth={base === 'disc' ? 1.7 : 1.4}
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      ) : null}
    </>
  );
}
