/** Sorts what the API says about a form to the fields it is about. Pure; forms show what is left over below their fields. */
import type { DescribedProblem } from './describe-problem.js';

/** For each field: the beginnings of refusal codes that are about it. Paths of malformed input are matched by themselves. */
export type FieldCodes<Field extends string> = Readonly<Record<Field, readonly string[]>>;

export interface FieldProblems<Field extends string> {
  messages: Partial<Record<Field, string>>;
  /** Something that belongs to no field stands in the problem too. */
  hasMore: boolean;
}

/** @param codes `{ email: ['email.'] }`; a field's own name is also the path of its malformed input (`subject.name`) */
export function sortFieldProblems<Field extends string>(
  problem: DescribedProblem | null,
  codes: FieldCodes<Field>,
): FieldProblems<Field> {
  const messages: Partial<Record<Field, string>> = {};
  if (!problem) return { messages, hasMore: false };
  const fields = Object.keys(codes) as Field[];
  let hasMore = problem.refusals.length === 0 && problem.invalid.length === 0;
  for (const { code, message, clearedBy } of problem.refusals) {
    const field = fields.find((each) => codes[each].some((beginning) => code.startsWith(beginning)));
    if (field) messages[field] ??= `${message} ${clearedBy}`.trim();
    else hasMore = true;
  }
  for (const { path, message } of problem.invalid) {
    const field = fields.find((each) => each === path);
    if (field) messages[field] ??= message;
    else hasMore = true;
  }
  return { messages, hasMore };
}
