/** Changes a person. When somebody changed them meanwhile, nothing typed is lost: both values stand side by side. */
import { Button } from '@mantine/core';
import type { Person } from '@daiban/contracts';
import { useState } from 'react';
import { ConflictNote, type Difference } from '../../../components/conflict-note.js';
import { ProblemNote } from '../../../components/problem-note.js';
import { RecordForm } from '../../../components/record-form.js';
import { describeProblem } from '../../../lib/describe-problem.js';
import { sortFieldProblems } from '../../../lib/field-problems.js';
import { useLocale } from '../../../lib/locale.js';
import { useUpdatePerson } from '../api/update-person.js';
import { changesOf, draftOf } from '../person-draft.js';
import { PERSON_FIELD_CODES, PersonFields } from './person-fields.js';

export function PersonEditForm({ person, onDone }: { person: Person; onDone: () => void }) {
  const { t } = useLocale();
  const update = useUpdatePerson(person.id);
  const [draft, setDraft] = useState(() => draftOf(person));
  // As it was read with the values in the form; `person` moves on when somebody else writes. Only what was typed over it is sent.
  const [read] = useState(person);
  const [version, setVersion] = useState(person.version);
  const problem = update.error ? describeProblem(update.error, t) : null;
  const isConflict = problem?.kind === 'conflict';
  const { messages, hasMore } = sortFieldProblems(problem, PERSON_FIELD_CODES);
  const mine = changesOf(draft, read);
  const send = (expectedVersion: number): void => {
    if (Object.keys(mine).length === 0) return onDone();
    setVersion(expectedVersion);
    update.mutate({ expectedVersion, ...mine }, { onSuccess: onDone });
  };
  const yesNo = (value: boolean): string => t(value ? 'records.yes' : 'records.not_said');
  const all: (Difference & { field: keyof typeof mine })[] = [
    { field: 'name', label: t('records.person.name'), stored: person.name, typed: draft.name.trim() },
    {
      field: 'employer',
      label: t('records.person.employer'),
      stored: t(`states.employer.${person.employer}`),
      typed: t(`states.employer.${draft.employer}`),
    },
    {
      field: 'idKind',
      label: t('records.person.id_kind'),
      stored: t(`states.id_kind.${person.idKind}`),
      typed: t(`states.id_kind.${draft.idKind}`),
    },
    {
      field: 'idNumber',
      label: t('records.person.id_number'),
      stored: person.idNumberMasked ?? '',
      typed: draft.idNumber.trim() || (person.idNumberMasked ?? ''),
    },
    {
      field: 'phone',
      label: t('records.person.phone'),
      stored: person.phoneMasked ?? '',
      typed: draft.phone.trim() || (person.phoneMasked ?? ''),
    },
    {
      field: 'wechatHasPhone',
      label: t('records.person.has_phone_short'),
      stored: yesNo(person.wechatHasPhone),
      typed: yesNo(draft.wechatHasPhone),
    },
    {
      field: 'wechatHasOwnCard',
      label: t('records.person.has_card_short'),
      stored: yesNo(person.wechatHasOwnCard),
      typed: yesNo(draft.wechatHasOwnCard),
    },
  ];
  return (
    <RecordForm pending={update.isPending} onSubmit={() => send(version)}>
      <h1>{t('records.change_title', { name: person.name })}</h1>
      <PersonFields
        draft={draft}
        onChange={(changes) => setDraft((old) => ({ ...old, ...changes }))}
        messages={messages}
        stored={person}
      />
      {isConflict ? (
        <ConflictNote
          differences={all.filter(({ field, stored, typed }) => field in mine && stored !== typed)}
          onTakeStored={onDone}
          onKeepTyped={() => send(person.version)}
          pending={update.isPending}
        />
      ) : hasMore ? (
        <ProblemNote error={update.error} />
      ) : null}
      <div className="form-foot">
        <Button variant="subtle" onClick={onDone}>
          {t('dashboard.cancel')}
        </Button>
        <Button type="submit" loading={update.isPending} disabled={isConflict}>
          {t('records.save')}
        </Button>
      </div>
    </RecordForm>
  );
}
