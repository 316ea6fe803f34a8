/** A change of a case in which its history and one paper move: it was sent, a file of it was taken back. Used by the services of this feature. */
import type { PrerequisiteState } from '@daiban/domain/enumerations';
import type { CaseDecision } from '../registrations/case-decision.js';
import type { Case, CaseEntry } from '../registrations/case.js';

/** @param state of the paper from now on. Other statements of the transaction write the files' rows. */
export function withEntry(before: Case, entry: CaseEntry, paperId: string, state: PrerequisiteState): CaseDecision {
  const { facts, particulars } = before;
  return {
    facts: {
      ...facts,
      registration: { ...facts.registration, version: facts.registration.version + 1 },
      prerequisites: facts.prerequisites.map((paper) => (paper.id === paperId ? { ...paper, state } : paper)),
    },
    particulars,
    entries: [entry],
    beside: {},
    amongOthers: true,
  };
}
