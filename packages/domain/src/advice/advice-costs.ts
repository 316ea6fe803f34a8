/** What an account costs WeChat's side in its first and each later year, by way. Amounts of several currencies are never added. Called by `adviseRoutes`. */
import { ORGANISATION_SIZES, type AccountType, type Route } from '../enumerations/index.js';
import { moneyParam, type Money } from '../machine/money.js';
import type { Rulebook } from '../rulebook/rule-values.js';
import { verificationFee } from '../verification/fee.js';
import { isOfficialAccount } from '../verification/verification-status.js';
import {
  say,
  type CostLine,
  type CostPeriod,
  type AdviceCosts,
  type Standing,
  type AdviceStatement,
} from './advice-answer.js';

/**
 * @param route null: the ways of this type are not known
 * @param mustVerify the account is of no use for the goal unless it is verified
 */
export function adviseCosts(
  accountType: AccountType,
  route: Route | null,
  standing: Standing,
  mustVerify: boolean,
  rules: Rulebook,
): AdviceCosts {
  const due = mustVerify || route === 'wechat_verification' || standing.subjectType === 'overseas_enterprise';
  // Without a way nobody knows whether there is one without the fee.
  const isOpen = route === null && !due;
  const first = verificationLines('verification', accountType, standing, due, rules);
  const registration: CostLine[] =
    route === null || route === 'wechat_verification'
      ? []
      : [{ code: 'registration', amount: free(), due: 'always', size: null, ruleId: `route.${route}` }];
  return {
    firstYear: toPeriod([...registration, ...first], isOpen),
    yearly: toPeriod(verificationLines('renewal', accountType, standing, due, rules), isOpen),
    notes: first.length === 0 ? [] : costNotes(accountType, first, standing, rules),
  };
}

const free = (): Money => ({ amountMinor: 0, currency: 'CNY' });

/** None for an individual: no way to be verified was found, so there is nothing to pay for. */
function verificationLines(
  code: 'verification' | 'renewal',
  accountType: AccountType,
  { subjectType }: Standing,
  isDue: boolean,
  rules: Rulebook,
): CostLine[] {
  if (subjectType === 'individual' && isOfficialAccount(accountType)) return [];
  const due = isDue ? 'always' : 'if_verified';
  const facts = { registration: { accountType }, subject: { type: subjectType, class: null } };
  const sizes = accountType === 'wecom' ? ORGANISATION_SIZES : [null];
  return sizes.flatMap((size) => {
    const { ruleId, fee } = verificationFee(facts, size, rules);
    return ruleId === null ? [] : [{ code, amount: fee, due, size, ruleId }];
  });
}

/** @param isOpen whether the fee comes due at all is not known */
function toPeriod(lines: readonly CostLine[], isOpen: boolean): CostPeriod {
  const certain = lines.filter(({ due }) => due === 'always');
  const sums = new Map<string, number>();
  for (const { amount, size } of certain) {
    if (amount === null || size !== null) continue;
    sums.set(amount.currency, (sums.get(amount.currency) ?? 0) + amount.amountMinor);
  }
  return {
    lines,
    totals: [...sums].map(([currency, amountMinor]) => ({ amountMinor, currency })),
    incomplete: isOpen || lines.some(({ amount, size, due }) => size !== null || (due === 'always' && amount === null)),
  };
}

function costNotes(
  accountType: AccountType,
  lines: readonly CostLine[],
  { subjectType }: Standing,
  rules: Rulebook,
): AdviceStatement[] {
  const isFree = lines.every(({ amount }) => amount?.amountMinor === 0);
  const isOverseas = subjectType === 'overseas_enterprise';
  return [
    ...(isFree ? [] : [say('cost.per_application', 'fee.per_application'), say('cost.not_refunded', 'payment.refund')]),
    say('cost.again_each_year', 'verification.validity_months', {
      months: rules.entries['verification.validity_months'].value,
    }),
    ...(isOverseas
      ? [
          say('cost.overseas_means', 'payment.overseas_means', {
            means: rules.entries['payment.overseas_means'].value.join(', '),
          }),
          say('cost.notarised_papers', 'papers.overseas_notarised'),
        ]
      : []),
    ...(subjectType === 'other_organisation' && isOfficialAccount(accountType)
      ? [
          say('cost.class_decides', 'fee.class.foundation', {
            fee: moneyParam(rules.entries['fee.class.foundation'].value),
          }),
        ]
      : []),
  ];
}
