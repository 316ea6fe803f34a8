/** How many checks passed, as a ring with its number inside; the sentence beside it says the same. */
const RADIUS = 21;
const ROUND = 2 * Math.PI * RADIUS;

export interface CheckRingProps {
  passed: number;
  total: number;
  /** Something stops: the gap is drawn in the colour of "your turn". */
  blocked: boolean;
}

export function CheckRing({ passed, total, blocked }: CheckRingProps) {
  const share = total === 0 ? 0 : passed / total;
  return (
    <svg
      className={blocked ? 'check-ring check-ring-blocked' : 'check-ring'}
      width={52}
      height={52}
      viewBox="0 0 52 52"
      aria-hidden="true"
    >
      <circle className="check-ring-track" cx={26} cy={26} r={RADIUS} />
      {share > 0 ? (
        <circle
          className="check-ring-passed"
          cx={26}
          cy={26}
          r={RADIUS}
          strokeDasharray={`${share * ROUND} ${ROUND}`}
          transform="rotate(-90 26 26)"
        />
      ) : null}
      <text x={26} y={29.5} textAnchor="middle">
        {passed}/{total}
      </text>
    </svg>
  );
}
