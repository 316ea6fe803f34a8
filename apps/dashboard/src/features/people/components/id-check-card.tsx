/** The paper a person shows: its number masked, who brought it in, who compared it; the comparing is recorded here, by a second pair of eyes. */
import { Button } from '@mantine/core';
import type { Person } from '@daiban/contracts';
import { useQuery } from '@tanstack/react-query';
import { ProblemNote } from '../../../components/problem-note.js';
import { useLocale } from '../../../lib/locale.js';
import { membersQuery } from '../../../lib/members.js';
import { useMay, useSession } from '../../../lib/session.js';
import { useRecordIdCheck } from '../api/record-id-check.js';
import { IdCheckMark } from './id-check-mark.js';
import { MaskedNumber } from './masked-number.js';

export function IdCheckCard({ person }: { person: Person }) {
  const { t } = useLocale();
  const { actor } = useSession();
  const members = useQuery(membersQuery);
  const mayCheck = useMay('people.check');
  const record = useRecordIdCheck(person.id);
  const nameOf = (id: string | null): string =>
    id === null ? '–' : (members.data?.items.find((member) => member.id === id)?.name ?? t('records.person.somebody'));
  const isMine = person.idUploadedBy === actor.id;
  // Compared by whoever brought it in: another pair of eyes may still be wanted.
  const isOpen = person.idCheckedBy === null || person.idCheckedBy === person.idUploadedBy;
  const reason = ((): string | null => {
    if (!isOpen || !mayCheck) return null;
    if (!person.idNumberMasked) return t('records.person.check_needs_number');
    return isMine ? t('records.person.check_other_eyes') : t('records.person.check_explain');
  })();
  return (
    <section className="card">
      <header>
        <h2>{t('records.person.paper')}</h2>
        <IdCheckMark person={person} />
      </header>
      <div className="card-body">
        <dl className="record-facts">
          <dt>{t(`states.id_kind.${person.idKind}`)}</dt>
          <dd className="num">
            <MaskedNumber
              personId={person.id}
              what="id_number"
              masked={person.idNumberMasked}
              none={t('records.person.id_none')}
            />
          </dd>
          {person.idNumberMasked ? (
            <>
              <dt>{t('records.person.uploaded_by')}</dt>
              <dd>{nameOf(person.idUploadedBy)}</dd>
              <dt>{t('records.person.checked_by')}</dt>
              <dd>{nameOf(person.idCheckedBy)}</dd>
            </>
          ) : null}
        </dl>
        <ProblemNote error={record.error} />
        {reason ? <p className={`quiet ${isMine ? 'mark-turn' : ''}`}>{reason}</p> : null}
        {mayCheck && person.idNumberMasked && (person.idCheckedBy === null || (isOpen && !isMine)) ? (
          <div>
            <Button variant="default" loading={record.isPending} onClick={() => record.mutate(person.version)}>
              {t('records.person.check')}
            </Button>
          </div>
        ) : null}
      </div>
    </section>
  );
}
