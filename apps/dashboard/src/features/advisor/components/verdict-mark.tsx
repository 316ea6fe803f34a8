/** A verdict as shape, word and colour. */
import type { Verdict } from '@daiban/domain/enumerations';
import { IconCircleCheck, IconCircleX, IconHelpCircle } from '@tabler/icons-react';
import { useLocale } from '../../../lib/locale.js';

const SHAPES = { allowed: IconCircleCheck, refused: IconCircleX, unknown: IconHelpCircle };

export function VerdictMark({ verdict, size = 15 }: { verdict: Verdict; size?: number }) {
  const { t } = useLocale();
  const Shape = SHAPES[verdict];
  return (
    <span className="verdict-mark" data-verdict={verdict}>
      <Shape size={size} stroke={1.8} aria-hidden="true" />
      {t(`advisor.verdict.${verdict}`)}
    </span>
  );
}
