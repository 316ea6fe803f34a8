/** Which papers and facts a registration, or one of its orders, needs. Called by `advice_accepted`, `order_opened`, the guards and pre-flight. */
import type { AccountType, Holder, OrderKind, Route, SubjectClass, SubjectType } from '../enumerations/index.js';
import type { Rulebook } from '../rulebook/rule-values.js';

export interface PrerequisiteQuestion {
  subjectType: SubjectType;
  subjectClass: SubjectClass | null;
  accountType: AccountType;
  route: Route;
  /** null: the registration itself. */
  orderKind: OrderKind | null;
}

export interface RequiredPrerequisite {
  code: string;
  holder: Holder;
  /** false: asked for only where it helps. */
  required: boolean;
}

/** The rows that fit, each code once. */
export function listRequiredPrerequisites(question: PrerequisiteQuestion, rules: Rulebook): RequiredPrerequisite[] {
  const fitting = rules.entries['prerequisites.papers'].value.filter(
    (row) =>
      row.subjectTypes.includes(question.subjectType) &&
      (row.routes === undefined || row.routes.includes(question.route)) &&
      !(question.subjectClass !== null && row.exceptClasses?.includes(question.subjectClass)) &&
      row.for.includes(question.orderKind ?? 'registration'),
  );
  return fitting
    .filter((row, index) => fitting.findIndex((other) => other.code === row.code) === index)
    .map(({ code, holder, required }) => ({ code, holder, required }));
}
