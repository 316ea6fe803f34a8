/** Which types of account a goal asks for, the best first: our own reading of what each type can do, so no rule of WeChat's. Called by `judgeWish`. */
import type { AccountType, AdviceGoal } from '../enumerations/index.js';

/** At least one, the best first. */
export type SuitedTypes = readonly [AccountType, ...AccountType[]];

/**
 * content: a subscription account may post daily · customer service and selling: a service account, whose messages stand
 * among the chats and which can be paid through · internal: WeCom · app: a Mini Program.
 */
export const SUITED_TYPES: Readonly<Record<AdviceGoal, SuitedTypes>> = {
  content: ['subscription', 'service'],
  customer_service: ['service', 'subscription'],
  ecommerce: ['service', 'subscription'],
  internal: ['wecom'],
  app: ['mini_program'],
};

/** Goals that an account meets only once it is verified: its messages to customers and its selling are verified-only functions. */
export const GOALS_THAT_NEED_VERIFICATION: readonly AdviceGoal[] = ['customer_service', 'ecommerce'];

/** What is looked at when nothing of the goal is open, so that a refusal still names a way. */
export const FALLBACK_TYPES: readonly AccountType[] = ['service', 'subscription', 'mini_program'];
