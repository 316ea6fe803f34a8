/** How many corrections an order has left: one cell each, used ones crossed in red. */

export interface ChancesMeterProps {
  total: number;
  left: number;
  /** The sentence beside it ("2 corrections left"): the meter's text twin. */
  label: string;
}

export function ChancesMeter({ total, left, label }: ChancesMeterProps) {
  return (
    <span className="chances">
      <span className="chances-cells" aria-hidden="true">
        {Array.from({ length: total }, (_, index) => {
          const used = index >= left;
          return (
            <svg key={index} viewBox="0 0 34 12" width="34" height="12">
              <rect
                x=".75"
                y=".75"
                width="32.5"
                height="10.5"
                rx="3"
                fill={used ? 'var(--loss-soft)' : 'none'}
                stroke={used ? 'var(--loss)' : 'var(--edge)'}
                strokeWidth="1.25"
              />
              {used ? (
                <path d="M14.5 3.5l5 5m0-5l-5 5" stroke="var(--loss)" strokeWidth="1.5" strokeLinecap="round" />
              ) : null}
            </svg>
          );
        })}
      </span>
      {label}
    </span>
  );
}
