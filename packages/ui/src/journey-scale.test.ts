import { describe, expect, test } from '@jest/globals';
import { estimateWidth, layOutJourney } from './journey-scale.js';

const points = [
  { on: '2026-08-24', labelWidth: 40 },
  { on: '2026-08-26', labelWidth: 40 },
  { on: '2026-09-09', labelWidth: 40, current: true },
  { on: '2026-10-10', labelWidth: 60 },
];

describe('the elastic scale of the journey line', () => {
  test('keeps the order and fills the whole width', () => {
    const scale = layOutJourney(points, 800, 70)!;
    expect(scale.x[0]).toBe(10);
    expect(scale.x.at(-1)).toBeCloseTo(790);
    expect([...scale.x]).toEqual([...scale.x].sort((a, b) => a - b));
  });

  test('gives a stretch of two days the minimum at least', () => {
    const scale = layOutJourney(points, 800, 70)!;
    expect(scale.x[1]! - scale.x[0]!).toBeGreaterThanOrEqual(70);
  });

  test('never lets two labels touch, however long they are', () => {
    const long = points.map((point) => ({ ...point, labelWidth: 150 }));
    const scale = layOutJourney(long, 1200, 70)!;
    for (let index = 1; index < long.length; index++) {
      expect(scale.x[index]! - scale.x[index - 1]!).toBeGreaterThanOrEqual(150);
    }
  });

  test('says so when the line is too narrow for its labels', () => {
    expect(layOutJourney(points, 200, 70)).toBeNull();
  });

  test('places a day between two stations by its date, and days outside at the ends', () => {
    const scale = layOutJourney(points, 800, 70)!;
    expect(scale.xOf('2026-09-02')).toBeCloseTo((scale.x[1]! + scale.x[2]!) / 2);
    expect(scale.xOf('2026-01-01')).toBe(scale.x[0]);
    expect(scale.xOf('2027-01-01')).toBe(scale.x.at(-1));
  });

  test('shares the width evenly when everything happened on one day', () => {
    const oneDay = points.map((point) => ({ ...point, on: '2026-09-28' }));
    const scale = layOutJourney(oneDay, 800, 50)!;
    expect(scale.x.every((x) => Number.isFinite(x))).toBe(true);
  });

  test('counts a Han character as a full square', () => {
    expect(estimateWidth('审核')).toBe(25);
    expect(estimateWidth('ab')).toBeCloseTo(13.6);
  });
});
