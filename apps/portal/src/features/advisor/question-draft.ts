/** The visitor's answers so far, and the question they make. Kept on the page alone. */
import { subjectTypesIn, type AdviceQuestion } from '@daiban/contracts';
import type { AdviceGoal, SubjectType, TrademarkRight } from '@daiban/domain/enumerations';

export interface QuestionDraft {
  readonly goal: AdviceGoal | null;
  readonly countryCode: string | null;
  /** null: the usual kind of that place. */
  readonly subjectType: SubjectType | null;
  readonly hasMainlandOffice: boolean;
  /** null: as usual for that kind. */
  readonly hasMainlandLicence: boolean | null;
  readonly needsWechatPay: boolean;
  readonly adminNationality: string | null;
  readonly trademark: TrademarkRight | null;
}

export const NOTHING_SAID: QuestionDraft = {
  goal: null,
  countryCode: null,
  subjectType: null,
  hasMainlandOffice: false,
  hasMainlandLicence: null,
  needsWechatPay: false,
  adminNationality: null,
  trademark: null,
};

/** What counts as said, the usual answers among it. */
export function readDraft({ countryCode, subjectType, hasMainlandLicence }: QuestionDraft) {
  const type = countryCode === null ? null : (subjectType ?? subjectTypesIn(countryCode)[0]);
  return { type, hasLicence: hasMainlandLicence ?? (countryCode === 'CN' && type !== 'individual') };
}

/** null: goal or place is not said yet. */
export function toQuestion(draft: QuestionDraft): AdviceQuestion | null {
  const { goal, countryCode } = draft;
  const { type, hasLicence } = readDraft(draft);
  if (goal === null || countryCode === null || type === null) return null;
  return {
    goal,
    subjectType: type,
    countryCode,
    hasMainlandLicence: hasLicence,
    hasMainlandOffice: countryCode === 'CN' ? null : draft.hasMainlandOffice,
    needsWechatPay: draft.needsWechatPay,
    trademark: draft.trademark,
    adminNationality: draft.adminNationality,
    wantedAccountType: null,
    wantedRoute: null,
    licenceOf: null,
    existingAccounts: [],
  };
}
