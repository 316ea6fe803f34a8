/** The journey line as a picture, once its scale is known. Hidden from screen readers: the list beside it says the same. */
import { HolderMark } from './holder-mark.js';
import type { JourneyLineProps, JourneyStation } from './journey-props.js';
import { estimateWidth, type JourneyScale } from './journey-scale.js';

const TRACK_Y = 56;
const HEIGHT = { full: 76, small: 72 };

interface JourneyDrawingProps extends JourneyLineProps {
  size: 'full' | 'small';
  scale: JourneyScale;
  width: number;
}

export function JourneyDrawing({ stations, end, stop, closed, today, size, scale, width }: JourneyDrawingProps) {
  const last = stations.length - 1;
  const xOfEnd = end ? { from: scale.x[last + 1]!, to: scale.x[last + 2]! } : null;
  const xOfStop = stop ? scale.x.at(-1)! : null;
  const currentIndex = stations.findIndex((station) => station.kind === 'current');
  const here = scale.x[currentIndex] ?? scale.x[last]!;
  const goal = xOfEnd?.from ?? xOfStop ?? scale.x[last]!;
  /** Whether a closure's label stands clear of the dates of the present station and of what comes next. */
  const closedLabelFits = (label: string, middle: number): boolean => {
    const half = (estimateWidth(label) * 0.93) / 2 + 8;
    const date = (text: string): number => (estimateWidth(text) * 0.93) / 2;
    const before = here + date(stations[currentIndex]?.dateLabel ?? '');
    const next =
      xOfEnd && end ? (xOfEnd.from + xOfEnd.to) / 2 - date(end.dateLabel) : goal - date(stop?.dateLabel ?? '') * 2;
    return middle - half > before && middle + half < next;
  };
  return (
    <svg
      className="journey-drawing"
      viewBox={`0 0 ${width} ${HEIGHT[size]}`}
      width={width}
      height={HEIGHT[size]}
      aria-hidden="true"
    >
      {stations.map((station, index) => {
        const from = scale.x[index]!;
        const to = scale.x[index + 1];
        if (to === undefined) return null;
        if (station.kind === 'current') {
          // What has passed of the stretch under way is solid; the ring needs its own room.
          const now = Math.min(Math.max(scale.xOf(today), from), to);
          return (
            <g key={index} className={`holder-${station.holder ?? 'none'}`}>
              {now - from > 12 ? <path className="journey-track" d={`M${from} ${TRACK_Y}H${now}`} /> : null}
              {to - now > 14 ? (
                <path className="journey-ahead" d={`M${Math.max(now, from + 14)} ${TRACK_Y}H${to - 4}`} />
              ) : null}
            </g>
          );
        }
        return station.kind === 'ahead' ? (
          <path key={index} className="journey-ahead journey-after" d={`M${from + 9} ${TRACK_Y}H${to - 8}`} />
        ) : (
          <Stretch key={index} station={station} from={from} to={to} size={size} />
        );
      })}
      {closed?.map((each) => {
        const from = Math.max(scale.xOf(each.fromOn), here + 14);
        const to = Math.min(scale.xOf(each.toOn), goal - 6);
        return to - from > 12 ? (
          <Closed
            key={each.fromOn}
            from={from}
            to={to}
            label={size === 'full' && closedLabelFits(each.label, (from + to) / 2) ? each.label : ''}
          />
        ) : null;
      })}
      {xOfEnd && xOfStop !== null ? (
        <path className="journey-ahead journey-after" d={`M${xOfEnd.to + 5} ${TRACK_Y}H${xOfStop - 4}`} />
      ) : null}
      {stations.map((station, index) => (
        <g key={index}>
          <Station station={station} x={scale.x[index]!} />
          <Label
            x={scale.x[index]!}
            width={width}
            word={station.label}
            date={station.dateLabel}
            tone={station.kind}
            atEnd={index === last && !end && !stop && stations.length > 1}
          />
        </g>
      ))}
      {xOfEnd && end ? (
        <>
          <rect
            className="journey-band"
            x={xOfEnd.from}
            y={TRACK_Y - 7}
            width={Math.max(xOfEnd.to - xOfEnd.from, 14)}
            height="14"
            rx="7"
          />
          <Label
            x={(xOfEnd.from + xOfEnd.to) / 2}
            width={width}
            word={end.label}
            date={end.dateLabel}
            tone="reached"
            atEnd={!stop}
          />
        </>
      ) : null}
      {stop && xOfStop !== null ? (
        <>
          <path d={`M${xOfStop} ${TRACK_Y - 8}v16`} stroke="var(--ink)" strokeWidth="2" />
          <Label x={xOfStop} width={width} word={stop.label} date={stop.dateLabel} tone="ahead" atEnd />
        </>
      ) : null}
    </svg>
  );
}

interface StretchProps {
  station: JourneyStation;
  from: number;
  to: number;
  size: 'full' | 'small';
}

function Stretch({ station, from, to, size }: StretchProps) {
  const holder = station.holder ?? 'none';
  const days = size === 'full' ? (station.days ?? '') : '';
  const chip = 21 + (days ? estimateWidth(days) * 0.92 + 5 : 0);
  const middle = (from + to) / 2;
  const room = to - from - 24;
  const width = room >= chip ? chip : 21;
  return (
    <g className={`holder-${holder}`}>
      <path className="journey-track" d={`M${from} ${TRACK_Y}H${to}`} />
      {room >= 21 ? (
        <>
          <rect fill="var(--surface)" x={middle - width / 2} y={TRACK_Y - 9} width={width} height="18" />
          <HolderMark holder={holder} x={middle - width / 2 + 5} y={TRACK_Y - 5.5} />
          {width > 21 ? (
            <text className="journey-days" x={middle - width / 2 + 21} y={TRACK_Y + 4}>
              {days}
            </text>
          ) : null}
        </>
      ) : null}
    </g>
  );
}

function Station({ station, x }: { station: JourneyStation; x: number }) {
  if (station.kind === 'current') {
    return (
      <g className={`holder-${station.holder ?? 'none'}`}>
        <circle cx={x} cy={TRACK_Y} r="13" fill="var(--surface)" />
        <circle cx={x} cy={TRACK_Y} r="10.5" fill="none" stroke="currentColor" strokeWidth="2" />
        <HolderMark holder={station.holder ?? 'none'} size={13} x={x - 6.5} y={TRACK_Y - 6.5} />
      </g>
    );
  }
  if (station.kind === 'ahead') {
    return (
      <>
        <circle cx={x} cy={TRACK_Y} r="8" fill="var(--surface)" />
        <circle cx={x} cy={TRACK_Y} r="5" fill="none" stroke="var(--edge)" strokeWidth="1.5" />
      </>
    );
  }
  const lost = station.kind === 'lost';
  return (
    <>
      <circle cx={x} cy={TRACK_Y} r={lost ? 9 : 8} fill="var(--surface)" />
      <circle cx={x} cy={TRACK_Y} r={lost ? 7.5 : 6} fill={lost ? 'var(--loss)' : 'var(--ink)'} />
      <path
        className="journey-cut"
        d={
          lost ? `M${x - 2.6} ${TRACK_Y - 2.6}l5.2 5.2m0-5.2l-5.2 5.2` : `M${x - 2.5} ${TRACK_Y + 0.2}l1.8 1.8 3.2-3.6`
        }
      />
    </>
  );
}

interface LabelProps {
  x: number;
  width: number;
  word: string;
  date: string;
  tone: JourneyStation['kind'];
  /** Set flush with the right end. */
  atEnd?: boolean;
}

function Label({ x, width, word, date, tone, atEnd = false }: LabelProps) {
  const anchor = x <= 14 ? 'start' : atEnd ? 'end' : 'middle';
  const at = anchor === 'start' ? 4 : anchor === 'end' ? width : x;
  return (
    <g className={`journey-label journey-label-${tone}`} textAnchor={anchor}>
      <text x={at} y="16" className="journey-label-word">
        {word}
      </text>
      <text x={at} y="32" className="journey-label-date">
        {date}
      </text>
    </g>
  );
}

function Closed({ from, to, label }: { from: number; to: number; label: string }) {
  const strokes = Array.from({ length: Math.ceil((to - from + 8) / 5) }, (_, index) => index * 5 - 8);
  return (
    <>
      <rect fill="var(--surface)" x={from} y={TRACK_Y - 6} width={to - from} height="12" />
      <svg x={from} y={TRACK_Y - 6} width={to - from} height="12">
        {strokes.map((x) => (
          <path key={x} d={`M${x} 13l8-14`} stroke="var(--edge)" />
        ))}
      </svg>
      {label ? (
        <text className="journey-label-closed" x={(from + to) / 2} y="32" textAnchor="middle">
          {label}
        </text>
      ) : null}
    </>
  );
}
