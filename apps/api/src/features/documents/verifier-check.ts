/** Whoever brought the paper that proves an identity does not check it: another pair of eyes does, or the owner answers for it. Asked by reviews. */
import { ADMIN_ID_PAPERS, FINDINGS, type Finding, type Rulebook } from '@daiban/domain';
import type { DocumentRow } from './documents.repository.js';
import { filesOfPaper } from './paper-state.js';

const CODE = 'document.checked_by_uploader';

/** What stands against this member's accepting the paper; null: nothing. */
export function checkedByUploader(
  code: string,
  documents: readonly DocumentRow[],
  memberId: string,
  { entries }: Rulebook,
): Finding | null {
  const isIdPaper = ADMIN_ID_PAPERS.some((idPaper) => idPaper === code);
  if (!isIdPaper || !entries['admin.four_eyes'].value) return null;
  const isOwnWork = filesOfPaper(documents).some(({ uploadedByMember }) => uploadedByMember === memberId);
  return isOwnWork ? { ...FINDINGS[CODE], code: CODE, ruleId: 'admin.four_eyes', params: {} } : null;
}
