/** The six questions, each answered by one choice; what is not answered has its usual answer. Nothing is sent from here. */
import { Checkbox, NativeSelect, Radio } from '@mantine/core';
import { subjectTypesIn } from '@daiban/contracts';
import { ACCOUNT_TYPES, ADVICE_GOALS, ROUTES, TRADEMARK_RIGHTS } from '@daiban/domain/enumerations';
import { useMemo, type ReactNode } from 'react';
import { listCountries } from '../../../lib/countries.js';
import { useLocale } from '../../../lib/locale.js';
import { LICENCE_ANSWERS, MOST_ACCOUNTS, readForm, type AdvisorForm } from '../advisor-form.js';

export interface AdvisorQuestionsProps {
  form: AdvisorForm;
  onChange: (form: AdvisorForm) => void;
}

export function AdvisorQuestions({ form, onChange }: AdvisorQuestionsProps) {
  const { t, locale } = useLocale();
  const countries = useMemo(() => listCountries(locale), [locale]);
  const { kind, licence, pay } = readForm(form);
  const set = (change: AdvisorForm): void => onChange({ ...form, ...change });
  const none = { value: '', label: t('advisor.not_said') };
  const isAbroad = form.country !== undefined && form.country !== 'CN';
  const isPerson = kind === 'individual';
  const counts = Array.from({ length: MOST_ACCOUNTS + 1 }, (_, count) => ({
    value: String(count),
    label: String(count),
  }));
  return (
    <form className="advisor-questions" onSubmit={(event) => event.preventDefault()}>
      <Question number={1} title={t('advisor.q.goal')}>
        <Radio.Group
          aria-label={t('advisor.q.goal')}
          value={form.goal ?? null}
          onChange={(value) => set({ goal: ADVICE_GOALS.find((each) => each === value) })}
        >
          <div className="advisor-choices">
            {ADVICE_GOALS.map((goal) => (
              <Radio
                key={goal}
                value={goal}
                label={t(`advisor.goal.${goal}`)}
                description={t(`advisor.goal_help.${goal}`)}
              />
            ))}
          </div>
        </Radio.Group>
      </Question>
      <Question number={2} title={t('advisor.q.place')}>
        <NativeSelect
          aria-label={t('advisor.q.place')}
          description={t('advisor.q.place_help')}
          value={form.country ?? ''}
          // Another place has other kinds and another usual licence.
          onChange={(event) =>
            set({
              country: event.currentTarget.value || undefined,
              kind: undefined,
              licence: undefined,
              office: undefined,
            })
          }
          data={[{ value: '', label: t('dashboard.choose') }, ...countries]}
        />
        {form.country === undefined ? null : (
          <NativeSelect
            label={t('advisor.q.kind')}
            value={kind ?? ''}
            onChange={(event) =>
              set({
                kind: subjectTypesIn(form.country ?? '').find((each) => each === event.currentTarget.value),
                licence: undefined,
              })
            }
            data={subjectTypesIn(form.country).map((value) => ({ value, label: t(`states.subject_type.${value}`) }))}
          />
        )}
        {isAbroad && !isPerson ? (
          <Checkbox
            label={t('advisor.q.office')}
            checked={form.office ?? false}
            onChange={(event) => set({ office: event.currentTarget.checked || undefined })}
          />
        ) : null}
      </Question>
      <Question number={3} title={t('advisor.q.licence')}>
        <Radio.Group
          aria-label={t('advisor.q.licence')}
          value={licence}
          onChange={(value) => set({ licence: LICENCE_ANSWERS.find((each) => each === value) })}
        >
          <div className="advisor-choices">
            {LICENCE_ANSWERS.map((answer) => (
              <Radio key={answer} value={answer} label={t(`advisor.licence.${answer}`)} />
            ))}
          </div>
        </Radio.Group>
      </Question>
      <Question number={4} title={t('advisor.q.pay')}>
        <Radio.Group
          aria-label={t('advisor.q.pay')}
          value={pay ? 'yes' : 'no'}
          onChange={(value) => set({ pay: value === 'yes' })}
        >
          <div className="advisor-choices advisor-choices-row">
            <Radio value="no" label={t('advisor.pay.no')} />
            <Radio value="yes" label={t('advisor.pay.yes')} />
          </div>
        </Radio.Group>
      </Question>
      <Question number={5} title={t('advisor.q.admin')}>
        <NativeSelect
          aria-label={t('advisor.q.admin')}
          description={t('advisor.q.admin_help')}
          value={form.admin ?? ''}
          onChange={(event) => set({ admin: event.currentTarget.value || undefined })}
          data={[{ value: '', label: t('advisor.admin.open') }, ...countries]}
        />
      </Question>
      <Question number={6} title={t('advisor.q.name')}>
        <NativeSelect
          label={t('advisor.q.trademark')}
          value={form.trademark ?? ''}
          onChange={(event) => set({ trademark: TRADEMARK_RIGHTS.find((each) => each === event.currentTarget.value) })}
          data={[none, ...TRADEMARK_RIGHTS.map((value) => ({ value, label: t(`advisor.trademark.${value}`) }))]}
        />
        <div className="advisor-counts">
          <NativeSelect
            label={t('advisor.q.subscriptions')}
            value={String(form.subscriptions ?? 0)}
            onChange={(event) => set({ subscriptions: Number(event.currentTarget.value) || undefined })}
            data={counts}
          />
          <NativeSelect
            label={t('advisor.q.services')}
            value={String(form.services ?? 0)}
            onChange={(event) => set({ services: Number(event.currentTarget.value) || undefined })}
            data={counts}
          />
        </div>
        {(form.subscriptions ?? 0) + (form.services ?? 0) > 0 ? (
          <Checkbox
            label={t('advisor.q.restricted')}
            checked={form.restricted ?? false}
            onChange={(event) => set({ restricted: event.currentTarget.checked || undefined })}
          />
        ) : null}
      </Question>
      <details className="advisor-wish" open={form.type !== undefined || form.route !== undefined}>
        <summary>{t('advisor.q.wish')}</summary>
        <NativeSelect
          label={t('advisor.q.type')}
          value={form.type ?? ''}
          onChange={(event) => set({ type: ACCOUNT_TYPES.find((each) => each === event.currentTarget.value) })}
          data={[
            { value: '', label: t('advisor.wish.advise') },
            ...ACCOUNT_TYPES.map((value) => ({ value, label: t(`states.account_type.${value}`) })),
          ]}
        />
        <NativeSelect
          label={t('advisor.q.route')}
          value={form.route ?? ''}
          onChange={(event) => set({ route: ROUTES.find((each) => each === event.currentTarget.value) })}
          data={[
            { value: '', label: t('advisor.wish.advise') },
            ...ROUTES.map((value) => ({ value, label: t(`states.route.${value}`) })),
          ]}
        />
      </details>
    </form>
  );
}

function Question({ number, title, children }: { number: number; title: string; children: ReactNode }) {
  return (
    <fieldset className="advisor-question">
      <legend>
        <span aria-hidden="true">{number}</span>
        {title}
      </legend>
      {children}
    </fieldset>
  );
}
