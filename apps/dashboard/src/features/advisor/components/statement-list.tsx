/** Sentences of an answer, each with the rule that it rests on beside it. */
import type { AdviceStatement } from '@daiban/contracts';
import type { ReactNode } from 'react';
import { RuleWhy } from '../../../components/rule-why.js';

export interface StatementListProps {
  statements: readonly AdviceStatement[];
  /** What stands after a sentence, where there is more to it. */
  after?: (statement: AdviceStatement, index: number) => ReactNode;
}

export function StatementList({ statements, after }: StatementListProps) {
  if (statements.length === 0) return null;
  return (
    <ul className="advice-statements">
      {statements.map((statement, index) => (
        <li key={`${statement.code} ${statement.message}`}>
          {statement.message} <RuleWhy rule={statement.rule} what={statement.message} />
          {after?.(statement, index)}
        </li>
      ))}
    </ul>
  );
}
