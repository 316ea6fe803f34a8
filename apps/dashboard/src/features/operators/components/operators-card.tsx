/** Who posts and answers for a live account beside its admin: seats taken, a new one, the end of one. */
import { UnstyledButton } from '@mantine/core';
import type { AccountOperators, Operator } from '@daiban/contracts';
import { shanghaiDate } from '@daiban/domain/calendar';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { PlainDialog } from '../../../components/plain-dialog.js';
import { ProblemNote } from '../../../components/problem-note.js';
import { RuleWhy } from '../../../components/rule-why.js';
import { paths } from '../../../config/paths.js';
import { useLocale } from '../../../lib/locale.js';
import { useMay } from '../../../lib/session.js';
import { operatorsQuery, useUnbindOperator } from '../api/operators.js';
import { BindOperatorDialog } from './bind-operator-dialog.js';
import './operators.css';

export function OperatorsCard({ registrationId }: { registrationId: string }) {
  const { t } = useLocale();
  const operators = useQuery(operatorsQuery(registrationId));
  const mayWrite = useMay('registrations.write');
  const [binding, setBinding] = useState(false);
  const [unbinding, setUnbinding] = useState<Operator | null>(null);
  return (
    <section className="panel-section" aria-labelledby="operators">
      <h2 id="operators">{t('capacity.operators.title')}</h2>
      <ProblemNote error={operators.error} />
      {operators.data ? (
        <>
          <Seats {...operators.data} />
          {operators.data.items.length === 0 ? <p className="quiet">{t('capacity.operators.none')}</p> : null}
          <ul className="operators">
            {operators.data.items.map((operator) => (
              <li key={operator.personId}>
                <span>
                  <Link to={paths.person} params={{ personId: operator.personId }}>
                    {operator.name}
                  </Link>
                  <small>
                    {t(`states.operator_term.${operator.term}`)} ·{' '}
                    {operator.endsOn
                      ? t('capacity.operators.until', { on: operator.endsOn })
                      : t('capacity.operators.since', { on: shanghaiDate(operator.boundAt) })}
                  </small>
                </span>
                {mayWrite ? (
                  <UnstyledButton className="fact-change" onClick={() => setUnbinding(operator)}>
                    {t('capacity.operators.unbind')}
                    <span className="visually-hidden"> {operator.name}</span>
                  </UnstyledButton>
                ) : null}
              </li>
            ))}
          </ul>
          {mayWrite ? (
            <UnstyledButton className="fact-change" onClick={() => setBinding(true)}>
              {t('capacity.operators.bind')}
            </UnstyledButton>
          ) : null}
        </>
      ) : null}
      {binding ? <BindOperatorDialog registrationId={registrationId} onClose={() => setBinding(false)} /> : null}
      {unbinding ? (
        <UnbindDialog registrationId={registrationId} operator={unbinding} onClose={() => setUnbinding(null)} />
      ) : null}
    </section>
  );
}

/** Seats by term, or how many are taken where nobody knows how many there are. */
function Seats({ long, short, items }: AccountOperators) {
  const { t } = useLocale();
  if (long.limit === null || short.limit === null)
    return <p className="quiet">{t('capacity.operators.unknown', { used: items.length })}</p>;
  const ofLong = t('capacity.operators.long', { used: long.used, limit: long.limit });
  const ofShort = t('capacity.operators.short', { used: short.used, limit: short.limit });
  return (
    <p className="quiet">
      {ofLong} <RuleWhy rule={long.rule} what={ofLong} /> · {ofShort} <RuleWhy rule={short.rule} what={ofShort} />
    </p>
  );
}

interface UnbindDialogProps {
  registrationId: string;
  operator: Operator;
  onClose: () => void;
}

function UnbindDialog({ registrationId, operator, onClose }: UnbindDialogProps) {
  const { t } = useLocale();
  const unbind = useUnbindOperator(registrationId);
  return (
    <PlainDialog
      title={t('capacity.operators.unbind_title', { name: operator.name })}
      action={t('capacity.operators.unbind')}
      pending={unbind.isPending}
      error={unbind.error}
      onSubmit={() => unbind.mutate(operator.personId, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p>{t('capacity.operators.unbind_explain')}</p>
    </PlainDialog>
  );
}
