/** A status as word, shape and colour: the shapes of mails and of imported rows, in the drawing of the stage marks. */
import { GlyphDrawing } from '@daiban/ui';

const SHAPES = {
  waiting: { base: 'dashed', mark: null },
  moving: { base: 'ring', mark: 'M5.4 8h5.2M8.6 6l2 2-2 2' },
  done: { base: 'disc', mark: 'M5.1 8.2l2 2 3.9-4.2' },
  partly: { base: 'ring', mark: 'M5.1 8.2l2 2 3.9-4.2' },
  refused: { base: 'ring', mark: 'M5.9 5.9l4.2 4.2M10.1 5.9l-4.2 4.2' },
  skipped: { base: 'ring', mark: 'M5.2 8h5.6' },
  dead: { base: 'disc', mark: 'M8 4.6v4M8 11.1v.1' },
  same: { base: 'ring', mark: 'M5.4 6.8h5.2M5.4 9.2h5.2' },
} as const;
export type MarkShape = keyof typeof SHAPES;

export interface MarkTextProps {
  shape: MarkShape;
  /** good: done · turn: somebody must look · quiet: all others. */
  tone: 'good' | 'turn' | 'quiet';
  label: string;
}

export function MarkText({ shape, tone, label }: MarkTextProps) {
  return (
    <span className={`mark-text mark-${tone}`}>
      <svg viewBox="0 0 16 16" width={16} height={16} aria-hidden="true">
        <GlyphDrawing {...SHAPES[shape]} />
      </svg>
      {label}
    </span>
  );
}
