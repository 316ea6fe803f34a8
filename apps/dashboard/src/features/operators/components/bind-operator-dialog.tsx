/** Gives a person a seat on an account: who, for how long, and that their own WeChat follows it. */
import { Checkbox, NativeSelect, Radio } from '@mantine/core';
import { OPERATOR_TERMS, type OperatorTerm } from '@daiban/domain/enumerations';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { AnswerInput } from '../../../components/answer-input.js';
import { PlainDialog } from '../../../components/plain-dialog.js';
import { paths } from '../../../config/paths.js';
import { describeProblem } from '../../../lib/describe-problem.js';
import { useLocale } from '../../../lib/locale.js';
import { peopleQuery, useBindOperator } from '../api/operators.js';

export function BindOperatorDialog({ registrationId, onClose }: { registrationId: string; onClose: () => void }) {
  const { t } = useLocale();
  const people = useQuery(peopleQuery);
  const bind = useBindOperator(registrationId);
  const [personId, setPersonId] = useState('');
  const [term, setTerm] = useState<OperatorTerm>('long');
  const [followsAccount, setFollows] = useState(false);
  const [answer, setAnswer] = useState({ reason: '', answeredBy: '' });
  const refusals = bind.error ? describeProblem(bind.error, t).refusals : [];
  // Where nobody knows the limits a person may answer for it; a rule's no stays a no.
  const unknown = refusals.length === 1 ? refusals.find(({ kind }) => kind === 'unknown') : undefined;
  const isAnswered = !unknown || (answer.reason.trim() !== '' && answer.answeredBy.trim() !== '');
  return (
    <PlainDialog
      title={t('capacity.operators.bind')}
      action={t('capacity.operators.bind')}
      ready={personId !== '' && isAnswered}
      pending={bind.isPending}
      error={people.error ?? (unknown ? null : bind.error)}
      onSubmit={() =>
        bind.mutate(
          {
            personId,
            term,
            followsAccount,
            ...(unknown && {
              acknowledgements: [
                { code: unknown.code, reason: answer.reason.trim(), answeredBy: answer.answeredBy.trim() },
              ],
            }),
          },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
    >
      <p className="quiet">{t('capacity.operators.explain')}</p>
      <NativeSelect
        label={t('capacity.operators.person')}
        required
        data-autofocus
        disabled={people.isPending}
        value={personId}
        onChange={(event) => setPersonId(event.currentTarget.value)}
        data={[
          { value: '', label: t('dashboard.choose') },
          ...(people.data?.items ?? []).map(({ id, name, phoneMasked }) => ({
            value: id,
            label: phoneMasked ? `${name} · ${phoneMasked}` : name,
          })),
        ]}
      />
      <Radio.Group
        label={t('capacity.operators.term')}
        value={term}
        onChange={(value) => setTerm(OPERATOR_TERMS.find((each) => each === value) ?? 'long')}
      >
        <div className="stack">
          {OPERATOR_TERMS.map((each) => (
            <Radio key={each} value={each} label={t(`capacity.operators.term_${each}`)} />
          ))}
        </div>
      </Radio.Group>
      <Checkbox
        label={t('capacity.operators.follows')}
        checked={followsAccount}
        onChange={(event) => setFollows(event.currentTarget.checked)}
      />
      {unknown ? (
        <AnswerInput
          finding={unknown}
          value={answer}
          onChange={setAnswer}
          missing={{ reason: false, answeredBy: false }}
        />
      ) : null}
      <p className="quiet">
        <Link to={paths.people}>{t('capacity.operators.add_person')}</Link>
      </p>
    </PlainDialog>
  );
}
