/** What the API says about malformed fields, by the field's path, for forms that put it under the field. */
import type { DescribedProblem } from './describe-problem.js';

export function invalidMessages(problem: DescribedProblem | null): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries((problem?.invalid ?? []).map(({ path, message }) => [path, message]));
}
