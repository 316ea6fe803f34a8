/** The imports so far, each with a way back to its rows. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Moment } from '../../../components/moment.js';
import { ProblemNote } from '../../../components/problem-note.js';
import { paths } from '../../../config/paths.js';
import { useLocale } from '../../../lib/locale.js';
import { importsQuery } from '../api/list-imports.js';

export function EarlierImports() {
  const { t } = useLocale();
  const list = useQuery(importsQuery);
  const runs = (list.data?.items ?? []).filter(({ dryRun }) => !dryRun);
  if (list.error) return <ProblemNote error={list.error} />;
  if (runs.length === 0) return null;
  return (
    <section className="card">
      <header>
        <h2>{t('records.import.earlier')}</h2>
      </header>
      <div className="card-body">
        <ul className="record-lines">
          {runs.map(({ id, fileName, createdAt, status, summary }) => (
            <li key={id}>
              <div>
                <Link to={paths.imports} search={{ run: id }}>
                  {fileName}
                </Link>
                <div className="record-line-note">
                  <Moment at={createdAt} /> · {t(`records.import_status.${status}`)}
                  {summary['rows'] === undefined
                    ? null
                    : ` · ${t('records.import.row_count', { count: summary['rows'] })}`}
                </div>
              </div>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
