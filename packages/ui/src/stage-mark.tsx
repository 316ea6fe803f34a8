/** The nineteen stage glyphs: the fill grows until ready, a mark inside the ring means an answer from outside, a solid disc an account that exists. */
import type { Stage } from '@daiban/domain/enumerations';
import { GlyphDrawing, type GlyphDrawingProps } from './glyph-drawing.js';

interface Glyph extends GlyphDrawingProps {
  tone?: 'live' | 'loss' | 'off';
}

const GLYPHS: Record<Stage, Glyph> = {
  draft: { base: 'dashed' },
  prerequisites: { base: 'ring', fill: 'M8 8V4.2A3.8 3.8 0 0 1 11.8 8z' },
  email: { base: 'ring', fill: 'M8 4.2a3.8 3.8 0 0 1 0 7.6z' },
  admin_verification: { base: 'ring', fill: 'M8 8V4.2A3.8 3.8 0 1 1 4.2 8z' },
  ready: { base: 'ring', fill: 'M4.2 8a3.8 3.8 0 1 0 7.6 0a3.8 3.8 0 1 0-7.6 0z' },
  proof: { base: 'ring', mark: 'M5.4 8h5.2M8.6 6l2 2-2 2' },
  fee: { base: 'ring', mark: 'M5.9 5.2 8 8l2.1-2.8M8 8v3M6.2 8.6h3.6' },
  review: { base: 'ring', mark: 'M8 4.9V8l2.1 1.5' },
  supplement: { base: 'ring', mark: 'M10.9 8.9A3 3 0 1 1 9.9 5.7M10.1 3.9v2h-2' },
  rejected: { base: 'ring', mark: 'M5.9 5.9l4.2 4.2M10.1 5.9l-4.2 4.2', tone: 'loss' },
  live: { base: 'disc', mark: 'M5.1 8.2l2 2 3.9-4.2', tone: 'live' },
  renewal_due: { base: 'disc', mark: 'M8 4.6V8l2.3 1.5', tone: 'live' },
  renewal_in_progress: { base: 'disc', mark: 'M11 9A3.1 3.1 0 1 1 10 5.6M10.2 3.8v2.1H8.1', tone: 'live' },
  verification_expired: { base: 'disc', mark: 'M8 4.6v4M8 11.1v.1', tone: 'loss' },
  restricted: { base: 'ring', mark: 'M5.2 8h5.6' },
  migrating: { base: 'ring', mark: 'M5.2 6.7h5.2M9 5.2l1.5 1.5L9 8.2M10.8 10H5.6' },
  closing: { base: 'ring', mark: 'M8 4.8v5M5.9 8 8 10.1 10.1 8M6 12' },
  lapsed: { base: 'dashed', mark: 'M6.2 6.2l3.6 3.6M9.8 6.2l-3.6 3.6', tone: 'loss' },
  closed: {
    base: 'ring',
    fill: 'M6.4 5.6h3.2a.8.8 0 0 1 .8.8v3.2a.8.8 0 0 1-.8.8H6.4a.8.8 0 0 1-.8-.8V6.4a.8.8 0 0 1 .8-.8z',
    tone: 'off',
  },
};

/** The glyph alone, hidden from screen readers: always set the stage's word beside it. */
export function StageMark({ stage, size = 16 }: { stage: Stage; size?: number }) {
  const { base, fill, mark, tone } = GLYPHS[stage];
  return (
    <svg
      viewBox="0 0 16 16"
      width={size}
      height={size}
      className={`stage-mark ${tone ? `stage-${tone}` : ''}`}
      aria-hidden="true"
    >
      <GlyphDrawing base={base} fill={fill} mark={mark} />
    </svg>
  );
}

/** Glyph and word on one line; red only for rejected, expired and lapsed. */
export function StageText({ stage, label }: { stage: Stage; label: string }) {
  const tone = GLYPHS[stage].tone;
  return (
    <span className={`stage-text ${tone ? `stage-text-${tone}` : ''}`}>
      <StageMark stage={stage} />
      {label}
    </span>
  );
}
