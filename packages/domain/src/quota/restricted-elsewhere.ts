/** Does what somebody typed of an account elsewhere say that it is restricted: `isRestrictedElsewhere`, asked where a restricted account stands in the way. */

/** Our own words of a restriction and those people type, each not where it is said to be over. */
const RESTRICTED =
  /(?<!\b(?:not|no longer|never|was|were) )\b(?:restricted|dormant|frozen|banned|blocked|suspended)\b/i;
const RESTRICTED_ZH = /(?<!未|未被|没有|没有被|已解除|解除|曾|曾被)(?:冻结|封禁|封号|被封|受限|限制|停用|休眠)/;

/** The state of an account elsewhere is free text: a restriction is read from its words, in English and Chinese. */
export function isRestrictedElsewhere(state: string): boolean {
  return RESTRICTED.test(state) || RESTRICTED_ZH.test(state);
}
