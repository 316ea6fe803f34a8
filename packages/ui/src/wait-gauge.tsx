/** How long we have waited and when an answer is expected: one cell per working day, closed days hatched, the expected days under a bracket. */

export type WaitCell =
  | {
      kind: 'day';
      /** Number of the working day, 0 is the day it began. */
      number: number;
      /** Day of the month below the cell. */
      label: string;
      state: 'past' | 'today' | 'ahead';
      /** The answer is expected on this day. */
      expected: boolean;
      /** A weekend day that is worked in exchange for a holiday: named below. */
      makeUp?: string;
    }
  | {
      kind: 'closed';
      /** "closed", or the holiday's dates. */
      label: string;
      days: number;
    };

export interface WaitGaugeProps {
  cells: readonly WaitCell[];
  /** "expected 10–13 Oct", over the bracket. */
  expectedLabel: string;
  /** The gauge in one sentence, for screen readers and print. */
  summary: string;
}

export function WaitGauge({ cells, expectedLabel, summary }: WaitGaugeProps) {
  const columns = cells.map(columnOf).join(' ');
  const first = cells.findIndex((cell) => cell.kind === 'day' && cell.expected);
  const last = cells.findLastIndex((cell) => cell.kind === 'day' && cell.expected);
  return (
    <div className="gauge" role="img" aria-label={summary}>
      <div className="gauge-grid" style={{ gridTemplateColumns: columns }}>
        {first >= 0 ? (
          <span className="gauge-bracket" style={{ gridColumn: `${first + 1} / ${last + 2}` }}>
            <span>{expectedLabel}</span>
          </span>
        ) : null}
        {cells.map((cell, index) => (
          <Cell key={index} cell={cell} column={index + 1} />
        ))}
      </div>
    </div>
  );
}

/** A number fits each day, today has its word below; a week's holiday may be wide enough for its name, a weekend inside the run is a sliver. */
function columnOf(cell: WaitCell): string {
  if (cell.kind === 'closed') return cell.days > 2 ? 'minmax(20px, 64px)' : '6px';
  return cell.state === 'today' ? '30px' : 'minmax(14px, 28px)';
}

function Cell({ cell, column }: { cell: WaitCell; column: number }) {
  if (cell.kind === 'closed') {
    return (
      <>
        <span className="gauge-cell gauge-closed" style={{ gridColumn: column }} />
        {cell.days > 2 ? (
          <span className="gauge-label gauge-label-closed" style={{ gridColumn: column }}>
            {cell.label}
          </span>
        ) : null}
      </>
    );
  }
  return (
    <>
      <span
        className={`gauge-cell gauge-${cell.state} ${cell.expected ? 'gauge-expected' : ''}`}
        style={{ gridColumn: column }}
      >
        {cell.number}
      </span>
      <span className="gauge-label" style={{ gridColumn: column }}>
        {cell.label}
        {cell.makeUp ? <small title={cell.makeUp}>•</small> : null}
      </span>
    </>
  );
}
