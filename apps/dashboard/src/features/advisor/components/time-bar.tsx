/** A stretch of working days on a scale that its neighbours share; the words beside it say the same. */
import type { AdviceTimeRange } from '@daiban/contracts';

const WIDTH = 120;
const HEIGHT = 8;

export function TimeBar({ range, longest }: { range: AdviceTimeRange; longest: number }) {
  const at = (days: number): number => (days / longest) * WIDTH;
  const from = at(range.minDays);
  return (
    <svg className="time-bar" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden="true">
      <rect className="time-bar-track" width={WIDTH} height={HEIGHT} rx={4} />
      <rect className="time-bar-sure" width={from} height={HEIGHT} rx={4} />
      <rect
        className="time-bar-range"
        x={Math.max(0, from - 4)}
        width={Math.max(4, at(range.maxDays) - from + 4)}
        height={HEIGHT}
        rx={4}
      />
    </svg>
  );
}
