/** Where each point of a journey line stands: an elastic scale, so that no two labels collide and the order is always true. Called by the journey line alone. */

export interface ScalePoint {
  /** Calendar date `YYYY-MM-DD`. */
  on: string;
  /** Pixels its label needs. */
  labelWidth: number;
  /** The stretch that begins here is the one under way: its days count more. */
  current?: boolean;
  /** Pixels this point's stretch takes at least, instead of the line's minimum and the labels (the stadium of a range). */
  minimum?: number;
}

export interface JourneyScale {
  /** Pixels from the left, one for each point. */
  x: readonly number[];
  /** Pixels from the left of any date: straight between two points, clamped outside them. */
  xOf(on: string): number;
}

/** How much more a day of the stretch under way counts than a day that is over. */
const CURRENT_WEIGHT = 2.3;
const LABEL_GAP = 10;

/** Days since 1970 of a calendar date. */
export function dayNumber(on: string): number {
  return Date.parse(`${on}T00:00:00Z`) / 86_400_000;
}

/** The calendar date so many days later. */
export function addDays(on: string, days: number): string {
  return new Date((dayNumber(on) + days) * 86_400_000).toISOString().slice(0, 10);
}

/** Rough width of a label in Inter at 12.5 px, a Han character being a full square; no layout is read. */
export function estimateWidth(text: string): number {
  let width = 0;
  for (const character of text) width += character.codePointAt(0)! > 0x2e80 ? 12.5 : 6.8;
  return width;
}

/**
 * Every stretch gets its minimum (its labels, at least `minimum` pixels), what is left is shared by days.
 * @returns null when the line is too narrow for the labels: the list is shown instead
 */
export function layOutJourney(
  points: readonly ScalePoint[],
  width: number,
  minimum: number,
  edge = 10,
): JourneyScale | null {
  if (points.length < 2) return null;
  const days: number[] = [];
  for (const point of points) days.push(Math.max(dayNumber(point.on), days.at(-1) ?? -Infinity));
  const last = points.length - 2;
  const minima = points.slice(0, -1).map((point, index) => {
    if (point.minimum !== undefined) return point.minimum;
    // The outermost labels are set flush with the line's ends, so they reach inwards with their whole width.
    const left = index === 0 ? point.labelWidth : point.labelWidth / 2;
    const next = points[index + 1]!.labelWidth;
    const right = index === last ? next : next / 2;
    return Math.max(minimum, left + right + LABEL_GAP);
  });
  const free = width - 2 * edge - minima.reduce((sum, each) => sum + each, 0);
  if (free < 0) return null;
  const weights = minima.map(
    (_, index) => (days[index + 1]! - days[index]!) * (points[index]!.current ? CURRENT_WEIGHT : 1),
  );
  const total = weights.reduce((sum, each) => sum + each, 0);
  const x = [edge];
  minima.forEach((min, index) => {
    const share = total > 0 ? weights[index]! / total : 1 / minima.length;
    x.push(x[index]! + min + free * share);
  });
  return {
    x,
    xOf(on) {
      const day = dayNumber(on);
      if (day <= days[0]!) return x[0]!;
      for (let index = 1; index < days.length; index++) {
        const [from, to] = [days[index - 1]!, days[index]!];
        if (day <= to)
          return to === from ? x[index]! : x[index - 1]! + ((day - from) / (to - from)) * (x[index]! - x[index - 1]!);
      }
      return x.at(-1)!;
    },
  };
}
