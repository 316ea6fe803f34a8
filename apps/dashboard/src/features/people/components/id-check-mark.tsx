/** Whether somebody compared a person's ID number with the paper, as word and shape. */
import type { Person } from '@daiban/contracts';
import { MarkText } from '../../../components/mark-text.js';
import { useLocale } from '../../../lib/locale.js';

export function IdCheckMark({ person }: { person: Pick<Person, 'idNumberMasked' | 'idUploadedBy' | 'idCheckedBy'> }) {
  const { t } = useLocale();
  if (person.idCheckedBy && person.idCheckedBy === person.idUploadedBy)
    return <MarkText shape="partly" tone="turn" label={t('records.person.id_compared_alone')} />;
  if (person.idCheckedBy) return <MarkText shape="done" tone="good" label={t('records.person.id_compared')} />;
  if (person.idNumberMasked)
    return <MarkText shape="waiting" tone="turn" label={t('records.person.id_not_compared')} />;
  return <MarkText shape="skipped" tone="quiet" label={t('records.person.id_none')} />;
}
