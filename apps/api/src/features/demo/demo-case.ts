/** A case of the demo under way, and how its steps take an answer. Used by the services that make the demo. */
import { Refused } from '../../platform/refusal/refused.js';
import type { DemoCase } from './demo-story.js';

/** A case of the demo under way. */
export interface OpenedCase {
  readonly id: string;
  readonly story: DemoCase;
  readonly contactId: string;
}

/** The answer, or the end of the demo's making: its data are ours, so a refusal is a mistake of ours. */
export function done<T>(answer: T | Refused): T {
  if (answer instanceof Refused)
    throw new Error(
      `the demo's data were refused: ${answer.findings.map((finding) => `${finding.code} ${JSON.stringify(finding.params)}`).join(', ') || answer.code}`,
    );
  return answer;
}
