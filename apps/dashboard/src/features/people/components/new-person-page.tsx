/** Adds a person who can administer or operate accounts. */
import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { ButtonLink } from '../../../components/button-link.js';
import { NoPermission } from '../../../components/no-permission.js';
import { PageHead } from '../../../components/page-head.js';
import { ProblemNote } from '../../../components/problem-note.js';
import { RecordForm } from '../../../components/record-form.js';
import '../../../components/records.css';
import { paths } from '../../../config/paths.js';
import { describeProblem } from '../../../lib/describe-problem.js';
import { sortFieldProblems } from '../../../lib/field-problems.js';
import { useLocale } from '../../../lib/locale.js';
import { useMay } from '../../../lib/session.js';
import { useCreatePerson } from '../api/create-person.js';
import { EMPTY_PERSON, newPersonOf, type PersonDraft } from '../person-draft.js';
import { PERSON_FIELD_CODES, PersonFields } from './person-fields.js';

export function NewPersonPage() {
  const { t } = useLocale();
  const navigate = useNavigate();
  const mayWrite = useMay('people.write');
  const create = useCreatePerson();
  const [draft, setDraft] = useState(EMPTY_PERSON);
  const [attempt, setAttempt] = useState(() => crypto.randomUUID());
  useEffect(() => {
    document.title = `${t('records.person.new')} · Daiban`;
  }, [t]);
  const problem = create.error ? describeProblem(create.error, t) : null;
  const { messages, hasMore } = sortFieldProblems(problem, PERSON_FIELD_CODES);
  const change = (changes: Partial<PersonDraft>): void => setDraft((old) => ({ ...old, ...changes }));
  const submit = (): void =>
    create.mutate(
      { attempt, body: newPersonOf(draft) },
      {
        onSuccess: ({ id }) => void navigate({ to: paths.person, params: { personId: id } }),
        onError: (error) => error instanceof TypeError || setAttempt(crypto.randomUUID()),
      },
    );
  return (
    <>
      <PageHead>
        <nav className="crumbs" aria-label={t('dashboard.crumbs')}>
          <Link to={paths.people}>{t('dashboard.nav.people')}</Link>
          <span aria-current="page">{t('records.person.new')}</span>
        </nav>
      </PageHead>
      {mayWrite ? (
        <RecordForm pending={create.isPending} onSubmit={submit}>
          <h1>{t('records.person.new')}</h1>
          <p className="quiet">{t('records.person.new_help')}</p>
          <PersonFields draft={draft} onChange={change} messages={messages} />
          {hasMore ? <ProblemNote error={create.error} /> : null}
          <div className="form-foot">
            <ButtonLink to={paths.people} variant="subtle">
              {t('dashboard.cancel')}
            </ButtonLink>
            <Button type="submit" loading={create.isPending}>
              {t('records.person.add')}
            </Button>
          </div>
        </RecordForm>
      ) : (
        <NoPermission permission="people.write" />
      )}
    </>
  );
}
