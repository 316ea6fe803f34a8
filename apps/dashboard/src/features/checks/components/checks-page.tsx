/** Checks a number, an address or a name that belongs to no case yet: right or wrong, taken by WeChat or not, by which rule. */
import { NativeSelect, TextInput, UnstyledButton } from '@mantine/core';
import { IDENTIFIER_KINDS, type IdentifierAnswer, type IdentifierKind } from '@daiban/contracts';
import { ROUTES, SUBJECT_TYPES, type Route, type SubjectType } from '@daiban/domain/enumerations';
import { useEffect, useMemo, useState } from 'react';
import { KnowingTabs } from '../../../components/knowing-tabs.js';
import { MarkText } from '../../../components/mark-text.js';
import { PageHead } from '../../../components/page-head.js';
import { ProblemNote } from '../../../components/problem-note.js';
import { RuleWhy } from '../../../components/rule-why.js';
import '../../../components/records.css';
import '../../../components/identifier-note.css';
import { listCountries } from '../../../lib/countries.js';
import { useIdentifierCheck } from '../../../lib/identifier-check.js';
import { useLocale } from '../../../lib/locale.js';

/** Kinds for which it matters who would register. */
const OF_SUBJECT: readonly IdentifierKind[] = ['uscc', 'licence_code', 'organisation_code', 'phone', 'account_name'];

export function ChecksPage() {
  const { t, locale } = useLocale();
  const [kind, setKind] = useState<IdentifierKind>('uscc');
  const [value, setValue] = useState('');
  const [subjectType, setSubjectType] = useState<SubjectType | ''>('');
  const [countryCode, setCountryCode] = useState('');
  const [route, setRoute] = useState<Route | ''>('');
  const [on, setOn] = useState('');
  useEffect(() => {
    document.title = `${t('checks.title')} · Daiban`;
  }, [t]);
  const countries = useMemo(() => listCountries(locale), [locale]);
  const answer = useIdentifierCheck({
    kind,
    value,
    ...(OF_SUBJECT.includes(kind) && subjectType ? { subjectType } : {}),
    ...(kind === 'phone' && countryCode ? { countryCode } : {}),
    ...(kind === 'registered_name' && route ? { route } : {}),
    ...(kind === 'resident_id' && on ? { on } : {}),
  });
  return (
    <>
      <PageHead>
        <h1>{t('checks.title')}</h1>
      </PageHead>
      <KnowingTabs />
      <div className="page-body form-page">
        <p className="quiet">{t('checks.explain')}</p>
        <NativeSelect
          label={t('checks.kind')}
          value={kind}
          onChange={(event) => {
            setKind(IDENTIFIER_KINDS.find((each) => each === event.currentTarget.value) ?? 'uscc');
            setValue('');
          }}
          data={IDENTIFIER_KINDS.map((each) => ({ value: each, label: t(`checks.kind.${each}`) }))}
        />
        <TextInput
          label={t('checks.value')}
          maxLength={500}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
          value={value}
          onChange={(event) => setValue(event.currentTarget.value)}
        />
        {OF_SUBJECT.includes(kind) ? (
          <NativeSelect
            label={t('checks.subject_type')}
            value={subjectType}
            onChange={(event) => setSubjectType(SUBJECT_TYPES.find((each) => each === event.currentTarget.value) ?? '')}
            data={[
              { value: '', label: t('checks.any_subject') },
              ...SUBJECT_TYPES.map((each) => ({ value: each, label: t(`states.subject_type.${each}`) })),
            ]}
          />
        ) : null}
        {kind === 'phone' ? (
          <NativeSelect
            label={t('checks.country')}
            value={countryCode}
            onChange={(event) => setCountryCode(event.currentTarget.value)}
            data={[{ value: '', label: t('checks.no_country') }, ...countries]}
          />
        ) : null}
        {kind === 'resident_id' ? (
          <TextInput
            type="date"
            label={t('checks.on')}
            value={on}
            onChange={(event) => setOn(event.currentTarget.value)}
          />
        ) : null}
        {kind === 'registered_name' ? (
          <NativeSelect
            label={t('checks.route')}
            value={route}
            onChange={(event) => setRoute(ROUTES.find((each) => each === event.currentTarget.value) ?? '')}
            data={[
              { value: '', label: t('checks.any_route') },
              ...ROUTES.map((each) => ({ value: each, label: t(`states.route.${each}`) })),
            ]}
          />
        ) : null}
        <section className="card" aria-live="polite" aria-busy={!answer.isOfNow}>
          <div className="card-body">
            {answer.data ? (
              <Answer answer={answer.data} onTake={setValue} />
            ) : answer.error ? null : (
              <p className="quiet">{t('checks.waiting')}</p>
            )}
            <ProblemNote error={answer.error} />
          </div>
        </section>
      </div>
    </>
  );
}

function Answer({ answer, onTake }: { answer: IdentifierAnswer; onTake: (value: string) => void }) {
  const { t } = useLocale();
  const { valid, acceptance, normalised, suggestion, problems, warnings, rule } = answer;
  return (
    <>
      <MarkText
        shape={valid ? (acceptance === 'accepted' ? 'done' : 'partly') : 'refused'}
        tone={valid && acceptance === 'accepted' ? 'good' : 'turn'}
        label={t(valid ? 'checks.valid.yes' : 'checks.valid.no')}
      />
      {[...problems, ...warnings].map(({ code, message }) => (
        <p key={code}>{message}</p>
      ))}
      {suggestion !== undefined ? (
        <p>
          {t('checks.did_you_mean')}{' '}
          <UnstyledButton
            className="identifier-take"
            aria-label={t('checks.take', { value: suggestion })}
            onClick={() => onTake(suggestion)}
          >
            {suggestion}
          </UnstyledButton>
          {t('checks.did_you_mean_end')}
        </p>
      ) : null}
      {valid ? <p>{t(`checks.acceptance.${acceptance}`)}</p> : null}
      <dl className="record-facts">
        {normalised !== null && valid ? (
          <>
            <dt>{t('checks.normalised')}</dt>
            <dd className="num">{normalised}</dd>
          </>
        ) : null}
        {rule ? (
          <>
            <dt>{t('checks.rule')}</dt>
            <dd>
              {rule.source} <RuleWhy rule={rule} what={t('checks.title')} />
            </dd>
          </>
        ) : null}
      </dl>
    </>
  );
}
