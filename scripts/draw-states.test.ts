import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { drawStatesPage } from '@daiban/domain';

test('docs/registration-states.md is what the tables say (node scripts/draw-states.mjs)', () => {
  expect(readFileSync(new URL('../docs/registration-states.md', import.meta.url), 'utf8')).toBe(drawStatesPage());
});
