/** What ends on which day for a case; a day that is over says so in a word. */
import type { RegistrationCase } from '@daiban/contracts';
import { Pill } from '@daiban/ui';
import { Day } from '../../../components/moment.js';
import { RuleWhy } from '../../../components/rule-why.js';
import { useLocale } from '../../../lib/locale.js';
import { findText } from '../../../lib/texts.js';

export function DeadlineList({ deadlines }: Pick<RegistrationCase, 'deadlines'>) {
  const { t, locale } = useLocale();
  return (
    <ul>
      {deadlines.map(({ kind, on, passed, rule }) => (
        <li key={kind}>
          {findText(locale, `dashboard.deadline.${kind}`) ?? kind} <Day on={on} />{' '}
          {passed ? <Pill tone="broken">{t('dashboard.facts.passed')}</Pill> : null}{' '}
          <RuleWhy rule={rule} what={findText(locale, `dashboard.deadline.${kind}`) ?? kind} />
        </li>
      ))}
    </ul>
  );
}
