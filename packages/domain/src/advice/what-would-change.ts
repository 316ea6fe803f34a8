/** What would turn the verdict: each what-if is judged anew, and only those that come out otherwise are told. Called by `getAdvice`. */
import type { AccountType } from '../enumerations/index.js';
import type { Rulebook } from '../rulebook/rule-values.js';
import { say, type AdviceStatement } from './advice-answer.js';
import type { AdviceQuestion } from './advice-question.js';
import { countTaken, hasRestricted } from './existing-accounts.js';
import { judgeWish, payRule, type Judged } from './judge-wish.js';
import { readStanding, SOMEWHERE_ABROAD, type Reading } from './read-standing.js';
import { SUITED_TYPES } from './suited-types.js';

interface WhatIf {
  readonly statement: AdviceStatement;
  readonly change: Partial<AdviceQuestion>;
}

/** Better first, then what would make it worse. */
export function whatWouldChange(
  question: AdviceQuestion,
  reading: Reading,
  judged: Judged,
  rules: Rulebook,
): AdviceStatement[] {
  const turns = (one: WhatIf): AdviceStatement[] => {
    const asked = { ...question, ...one.change };
    const { verdict } = judgeWish(asked, readStanding(asked), rules);
    return verdict === judged.verdict ? [] : [{ ...one.statement, params: { ...one.statement.params, verdict } }];
  };
  const rank: Record<string, number> = { refused: 0, unknown: 1, allowed: 2 };
  const better = (statements: readonly AdviceStatement[]) =>
    statements.toSorted(
      (one, other) => (rank[other.params['verdict'] ?? ''] ?? 0) - (rank[one.params['verdict'] ?? ''] ?? 0),
    );
  const singles = whatIfs(question, reading, judged);
  const told = [...better(singles.flatMap(turns)), ...raiseStatements(question, reading, judged, rules)];
  if (told.length > 0 || judged.verdict !== 'refused') return told;
  // A no for several reasons at once: the fewest steps that clear them all.
  for (const count of [2, 3, 4]) {
    const [best] = better(choose(count, singles).flatMap((steps) => turns(asOne(steps))));
    if (best !== undefined) return [best];
  }
  return [];
}

/** Several what-ifs as one, told by their codes. */
function asOne(steps: readonly WhatIf[]): WhatIf {
  const params = Object.assign({}, ...steps.map(({ statement }) => statement.params)) as AdviceStatement['params'];
  const named = steps.map(({ statement }) => statement.code).join(' ');
  return {
    statement: say('change.together', steps[0]?.statement.ruleId ?? null, { ...params, steps: named }),
    change: Object.assign({}, ...steps.map(({ change }) => change)) as Partial<AdviceQuestion>,
  };
}

/** Every selection of so many, in their order. */
function choose<T>(count: number, from: readonly T[]): T[][] {
  if (count === 0) return [[]];
  return from.flatMap((first, index) => choose(count - 1, from.slice(index + 1)).map((rest) => [first, ...rest]));
}

function whatIfs(question: AdviceQuestion, { standing }: Reading, judged: Judged): WhatIf[] {
  const { subjectType } = standing;
  const { accountType } = judged;
  const isPerson = subjectType === 'individual';
  const isMainland = subjectType !== 'overseas_enterprise';
  const papersOf = question.adminNationality ?? question.countryCode;
  // A person's accounts stand on their ID, none of them on a licence.
  const asBody = isPerson ? { existingAccounts: [] } : {};
  const asMainlandCompany: WhatIf = {
    statement: say('change.as_mainland_company', 'subject.region'),
    change: {
      ...asBody,
      subjectType: 'enterprise',
      countryCode: 'CN',
      hasMainlandLicence: true,
      adminNationality: null,
    },
  };
  const type = (wanted: AccountType, code: 'change.other_type' | 'change.open_type' = 'change.other_type'): WhatIf => ({
    statement: say(code, `account_type.${wanted}`, { accountType: wanted }),
    change: { wantedAccountType: wanted },
  });
  return [
    ...(accountType !== null && question.wantedAccountType !== null && question.wantedAccountType !== accountType
      ? [type(accountType, 'change.open_type')]
      : []),
    ...judged.openTypes
      .filter((open) => open !== accountType && SUITED_TYPES[question.goal].includes(open))
      .map((open) => type(open)),
    ...(question.wantedRoute !== null
      ? [{ statement: say('change.other_route', `route.${question.wantedRoute}`), change: { wantedRoute: null } }]
      : []),
    {
      statement: say(question.needsWechatPay ? 'change.without_pay' : 'change.with_pay', payRule(standing)),
      change: { needsWechatPay: !question.needsWechatPay },
    },
    ...(question.subjectType !== 'individual' && question.countryCode !== 'CN' && !question.hasMainlandLicence
      ? [
          {
            statement: say('change.mainland_licence', 'subject.region'),
            // Another licence, another admin and accounts of its own: those named here need not be theirs.
            change: { hasMainlandLicence: true, adminNationality: null, existingAccounts: [] },
          },
        ]
      : []),
    ...(question.countryCode === 'CN' && !question.hasMainlandLicence && !isPerson
      ? [{ statement: say('change.licence_there', 'prerequisites.papers'), change: { hasMainlandLicence: true } }]
      : []),
    ...(question.subjectType === 'overseas_enterprise' && question.countryCode === 'CN'
      ? [
          asMainlandCompany,
          { statement: say('change.registered_abroad', 'subject.region'), change: { countryCode: SOMEWHERE_ABROAD } },
        ]
      : []),
    ...(isPerson
      ? [
          ...(papersOf === 'CN'
            ? [
                {
                  statement: say('change.as_sole_proprietor', 'account_type.service'),
                  change: {
                    ...asBody,
                    subjectType: 'sole_proprietor',
                    countryCode: 'CN',
                    hasMainlandLicence: true,
                  } as const,
                },
              ]
            : []),
          ...(papersOf === 'CN' && question.countryCode === 'CN'
            ? []
            : [
                {
                  statement: say('change.as_company_abroad', 'account_type.service'),
                  change: {
                    ...asBody,
                    subjectType: 'overseas_enterprise',
                    hasMainlandLicence: false,
                    countryCode: question.countryCode === 'CN' ? SOMEWHERE_ABROAD : question.countryCode,
                  } as const,
                },
              ]),
          ...(papersOf === 'CN' ? [] : [asMainlandCompany]),
        ]
      : []),
    ...(isMainland && !isPerson
      ? [
          { statement: say('change.mainland_admin', 'admin.passport_mainland'), change: { adminNationality: 'CN' } },
          // Which country stands for "a passport" does not matter: none is taken.
          { statement: say('change.passport_admin', 'admin.passport_mainland'), change: { adminNationality: 'GB' } },
          { statement: say('change.permit_admin', 'admin.permit_mainland'), change: { adminNationality: 'HK' } },
        ]
      : []),
  ];
}

/** A full licence: a place that comes free, or a raise where Tencent gives one. */
function raiseStatements(
  question: AdviceQuestion,
  { standing }: Reading,
  judged: Judged,
  rules: Rulebook,
): AdviceStatement[] {
  if (!judged.refusals.some(({ code }) => code === 'quota.subject_full')) return [];
  const { subjectType } = standing;
  const used = countTaken(question.existingAccounts);
  const place = say('change.free_place', `quota.subject.${subjectType}`, { used });
  if (!rules.entries['quota_raise.subject_types'].value.includes(subjectType)) {
    return [place, say('change.no_raise', 'quota_raise.subject_types', { subjectType })];
  }
  if (hasRestricted(question.existingAccounts)) {
    return [place, say('change.raise_blocked', 'quota_raise.blocked_by_restriction')];
  }
  const { from, to } = rules.entries['quota_raise.working_days'].value;
  return [
    place,
    say('change.raise', 'quota_raise.working_days', { from, to }),
    say('change.raise_regulator', 'quota_raise.regulator'),
  ];
}
