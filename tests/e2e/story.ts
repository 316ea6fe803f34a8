/** A story told by the tests of one file in order: each step begins where the one before it ended, and none is tried on ground that gave way. Called by the tests that go a whole way. */
import { resolve } from 'node:path';
import { expect } from '@jest/globals';
import type { WatchedPage } from '../support/browser.js';

/** A step's test; it expects as well that nothing went wrong unseen. */
export type ExpectStep = (take: () => Promise<void>) => () => Promise<void>;

/**
 * Begins a story.
 * @param name of the picture that is kept in test-results/ when a step fails
 * @param watched the pages of those who act, the first is drawn
 */
export function beginStory(name: string, watched: () => readonly [WatchedPage, ...WatchedPage[]]): ExpectStep {
  let failed: string | null = null;
  return (take) => async () => {
    if (failed) throw new Error(`Not tried: “${failed}” failed before.`);
    try {
      await take();
      expect(watched().flatMap(({ unseen }) => unseen)).toEqual([]);
    } catch (error) {
      failed = expect.getState().currentTestName ?? 'a step';
      const path = resolve(import.meta.dirname, `../../test-results/${name}-failed.png`);
      await watched()[0].page.screenshot({ path });
      throw error;
    }
  };
}
