/** Does what somebody typed of an account elsewhere say that it is no more: `isEndedElsewhere`, asked wherever places under a limit are counted. */

/** The words that plainly say so, in small letters; with any other the account is counted, since a place counted too often does less harm than one too few. */
export const ENDED_ELSEWHERE = [
  'closed',
  'deregistered',
  'cancelled',
  'canceled',
  'deleted',
  'migrated',
  'withdrawn',
  '注销',
  '已注销',
  '已关闭',
  '已删除',
  '已迁移',
  '已撤回',
] as const;

/** The state of an account elsewhere is free text; an ended one takes no place any more. */
export function isEndedElsewhere(state: string): boolean {
  return ENDED_ELSEWHERE.some((word) => word === state.trim().toLowerCase());
}
