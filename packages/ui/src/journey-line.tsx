/** The product's face: one registration's way as stations, who held each stretch, and where it is expected to end. Drawn in both apps from plain values; a list when there is no room. */
import { useLayoutEffect, useRef, useState } from 'react';
import type { Holder } from '@daiban/domain/enumerations';
import { HolderMark } from './holder-mark.js';
import { addDays, estimateWidth, layOutJourney, type ScalePoint } from './journey-scale.js';
import { JourneyDrawing } from './journey-drawing.js';
import type { JourneyLineProps, JourneyStation } from './journey-props.js';

/** The picture when it fits, else the same facts as an ordered list; a screen reader always gets the list. */
export function JourneyLine(props: JourneyLineProps) {
  const { size = 'full', stations, end, stop } = props;
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const firstUndated = stations.findIndex(({ on }) => on === null);
  const points: ScalePoint[] = stations.map((station, index) => ({
    // A step that nobody can date is drawn a week behind the one before it, the first one a week from today.
    on: station.on ?? addDays(props.today, 7 * (index - firstUndated + 1)),
    labelWidth: Math.max(estimateWidth(station.label), estimateWidth(station.dateLabel) * 0.93),
    current: station.kind === 'current',
  }));
  if (end) {
    const label = Math.max(estimateWidth(end.label), estimateWidth(end.dateLabel) * 0.93);
    // The stadium is as wide as its range. Its label stands over its middle, or flush with the line's end when nothing follows.
    points.push(
      { on: end.fromOn, labelWidth: stop ? label : label * 2, minimum: end.fromOn === end.toOn ? 16 : 28 },
      { on: end.toOn, labelWidth: label },
    );
  }
  if (stop)
    points.push({ on: stop.on, labelWidth: Math.max(estimateWidth(stop.label), estimateWidth(stop.dateLabel)) });
  const scale = width > 0 ? layOutJourney(points, width, size === 'full' ? 70 : 58) : null;
  return (
    <div ref={frame} className="journey">
      {scale ? <JourneyDrawing {...props} size={size} scale={scale} width={width} /> : null}
      <ol className={scale ? 'visually-hidden' : 'journey-list'} aria-label={props.label}>
        {stations.map((station, index) => (
          <li
            key={`${station.on}-${index}`}
            className={`journey-item journey-${station.kind}${station.kind === 'ahead' ? '-item' : ''}`}
            aria-current={station.kind === 'current' ? 'step' : undefined}
          >
            <JourneyDot kind={station.kind} holder={station.holder} />
            <span className="journey-word">
              {station.label}
              {station.holder && station.holderLabel ? (
                <small>
                  <HolderMark holder={station.holder} size={10} />
                  {station.days ? `${station.holderLabel} · ${station.days}` : station.holderLabel}
                </small>
              ) : null}
            </span>
            <span className="journey-date">{station.dateLabel}</span>
            {index < stations.length - 1 || end ? (
              <span
                className={`journey-rail holder-${station.kind === 'ahead' ? 'none' : (station.holder ?? 'none')} ${station.kind === 'current' || station.kind === 'ahead' ? 'journey-rail-ahead' : ''}`}
                aria-hidden="true"
              />
            ) : null}
          </li>
        ))}
        {props.closed?.map((each) => (
          <li key={each.fromOn} className="visually-hidden">
            {each.label}
          </li>
        ))}
        {end ? (
          <li className="journey-item journey-end">
            <JourneyDot kind="end" />
            <span className="journey-word">{end.label}</span>
            <span className="journey-date">{end.dateLabel}</span>
          </li>
        ) : null}
        {stop ? (
          <li className="journey-item journey-stop">
            <JourneyDot kind="stop" />
            <span className="journey-word">{stop.label}</span>
            <span className="journey-date">{stop.dateLabel}</span>
          </li>
        ) : null}
      </ol>
    </div>
  );
}

function JourneyDot({ kind, holder }: { kind: JourneyStation['kind'] | 'end' | 'stop'; holder?: Holder | undefined }) {
  return (
    <svg className="journey-dot" viewBox="0 0 22 22" width="22" height="22" aria-hidden="true">
      {kind === 'reached' ? (
        <>
          <circle cx="11" cy="11" r="7" fill="var(--ink)" />
          <path d="M8 11.2l2.1 2.1 3.8-4.2" className="journey-cut" />
        </>
      ) : null}
      {kind === 'lost' ? (
        <>
          <circle cx="11" cy="11" r="8" fill="var(--loss)" />
          <path d="M8.2 8.2l5.6 5.6m0-5.6l-5.6 5.6" className="journey-cut" />
        </>
      ) : null}
      {kind === 'current' ? (
        <g className={`holder-${holder ?? 'none'}`}>
          <circle cx="11" cy="11" r="9.5" fill="var(--surface)" stroke="currentColor" strokeWidth="2" />
          <HolderMark holder={holder ?? 'none'} size={10} x={6} y={6} />
        </g>
      ) : null}
      {kind === 'ahead' ? <circle cx="11" cy="11" r="6" fill="none" stroke="var(--edge)" strokeWidth="1.5" /> : null}
      {kind === 'end' ? <rect x="6.5" y="2" width="9" height="18" rx="4.5" className="journey-band" /> : null}
      {kind === 'stop' ? <path d="M4 11h14" stroke="var(--ink)" strokeWidth="2" /> : null}
    </svg>
  );
}
