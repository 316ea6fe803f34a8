/** What a case was advised on: the day and the rulebook's version, the way to the answer itself, and where the case has left it. */
import type { RegistrationCase } from '@daiban/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { paths } from '../../../config/paths.js';
import { keptAdviceQuery } from '../../../lib/kept-advice-query.js';
import { useLocale } from '../../../lib/locale.js';
import { differsFromAdvice, type AdvisedChoices } from '../differs-from-advice.js';

export interface AdviceLinkProps {
  adviceId: string;
  registration: Pick<RegistrationCase, keyof AdvisedChoices>;
}

export function AdviceLink({ adviceId, registration }: AdviceLinkProps) {
  const { t, locale } = useLocale();
  const { data: advice } = useQuery(keptAdviceQuery(adviceId, locale));
  const differences = advice ? differsFromAdvice(registration, advice) : [];
  return (
    <>
      <Link to={paths.keptAdvice} params={{ adviceId }}>
        {advice ? t('advisor.case_link', { date: advice.asOf, version: advice.rulebookVersion }) : t('advisor.kept')}
      </Link>
      {differences.length > 0 ? (
        <small className="turn">
          {t('advisor.case_differs', {
            what: differences.map((each) => t(`advisor.differs.${each}`)).join(t('records.list_comma')),
          })}
        </small>
      ) : null}
    </>
  );
}
