import { expect, test } from '@jest/globals';
import { decisionOf, nextUndecided, pagesOf, papersOnDesk, versionsOf } from './review-desk.js';
import { aFile, aPaper, aPrerequisite, aSitting, id } from './testing/a-paper.js';

const paper = (number: number, state: 'open' | 'submitted' | 'accepted', submittedAt: string | null) =>
  aPaper({ prerequisite: aPrerequisite({ id: id(number), state }), submittedAt });
const decided = (number: number) => ({
  prerequisiteId: id(number),
  code: 'business_licence',
  decision: 'accept' as const,
  reasonCode: null,
  note: null,
});
const idsOf = (papers: readonly { prerequisite: { id: string } }[]) =>
  papers.map(({ prerequisite }) => prerequisite.id);

test('what waits longest lies first, and what was decided in this sitting stays on the desk', () => {
  const papers = [
    paper(1, 'submitted', '2026-09-28T02:00:00.000Z'),
    paper(2, 'open', null),
    paper(3, 'accepted', '2026-09-28T01:30:00.000Z'),
    paper(4, 'accepted', '2026-09-20T01:00:00.000Z'),
    paper(5, 'submitted', '2026-09-28T01:00:00.000Z'),
  ];
  expect(idsOf(papersOnDesk(papers, aSitting([decided(3)])))).toEqual([id(5), id(3), id(1)]);
  expect(idsOf(papersOnDesk(papers, null))).toEqual([id(5), id(1)]);
});

test('after a decision the next paper without one follows, round the desk, and none when all are decided', () => {
  const desk = [1, 2, 3].map((number) => paper(number, 'submitted', null));
  expect(nextUndecided(desk, aSitting([decided(3)]), id(3))?.prerequisite.id).toBe(id(1));
  expect(nextUndecided(desk, aSitting([decided(1)]), id(1))?.prerequisite.id).toBe(id(2));
  // The answer that holds the decision just made may not be here yet.
  expect(nextUndecided(desk, aSitting([decided(1), decided(2)]), id(3))).toBeNull();
  expect(decisionOf(desk[0]!, aSitting([decided(1)]))?.decision).toBe('accept');
});

test('a version shows its pages in order, each page of a PDF by itself', () => {
  const files = [
    aFile({ id: id(12), page: 2, mediaType: 'application/pdf', pageCount: 3 }),
    aFile({ id: id(11), page: 1 }),
    aFile({ id: id(10), page: 1, state: 'deleted' }),
    aFile({ id: id(13), page: 3, state: 'quarantined', pageCount: null }),
  ];
  expect(pagesOf(files, 1).map(({ document, page }) => [document.id, page])).toEqual([
    [id(11), 1],
    [id(12), 1],
    [id(12), 2],
    [id(12), 3],
    [id(13), 1],
  ]);
});

test('a version of which everything was deleted still says so', () => {
  const files = [aFile({ version: 2, state: 'deleted' }), aFile({ id: id(12), version: 1 })];
  expect(versionsOf(files)).toEqual([2, 1]);
  expect(pagesOf(files, 2).map(({ document }) => document.state)).toEqual(['deleted']);
});
