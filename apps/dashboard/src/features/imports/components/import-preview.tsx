/** A sheet before it comes in: columns and questions to settle, what becomes of each row, and the one button that brings them in. */
import { Button } from '@mantine/core';
import type { ImportRun } from '@daiban/contracts';
import { ProblemNote } from '../../../components/problem-note.js';
import { useLocale } from '../../../lib/locale.js';
import { rowsComingIn } from '../outcome-words.js';
import type { SheetChoices } from '../sheet-choices.js';
import { ColumnMapping } from './column-mapping.js';
import { ImportQuestions } from './import-questions.js';
import { ImportRows } from './import-rows.js';

export interface ImportPreviewProps {
  run: ImportRun;
  choices: SheetChoices;
  /** A new look is under way. */
  looking: boolean;
  importing: boolean;
  error: unknown;
  onChange: (choices: Partial<SheetChoices>) => void;
  onImport: () => void;
  onOtherFile: () => void;
}

export function ImportPreview({
  run,
  choices,
  looking,
  importing,
  error,
  onChange,
  onImport,
  onOtherFile,
}: ImportPreviewProps) {
  const { t } = useLocale();
  const coming = rowsComingIn(run.rows);
  const held = run.rows.length - coming;
  const busy = looking || importing;
  return (
    <>
      <div className="page-body import-head">
        <div className="record-head">
          <div>
            <h1>{run.fileName}</h1>
            <p className="quiet" role="status">
              {t('records.import.summary', { rows: run.rows.length, clients: run.summary['clients'] ?? 0 })}
              <span className="next-sentence">
                {held > 0 ? t('records.import.summary_held', { count: held }) : t('records.import.summary_all')}
              </span>
            </p>
          </div>
          <Button variant="subtle" disabled={busy} onClick={onOtherFile}>
            {t('records.import.other_file')}
          </Button>
          <Button loading={importing} disabled={busy || coming === 0} onClick={onImport}>
            {t('records.import.action', { count: coming })}
          </Button>
        </div>
        {coming === 0 ? <p className="quiet mark-turn">{t('records.import.nothing_comes_in')}</p> : null}
        <ProblemNote error={error} />
        <ImportQuestions questions={run.questions} choices={choices} disabled={busy} onChange={onChange} />
        <details className="mapping-box">
          <summary>
            {t('records.import.columns', {
              known: run.columns.filter(({ field }) => field !== null).length,
              all: run.columns.length,
            })}
          </summary>
          <p className="quiet">{t('records.import.columns_help')}</p>
          <ColumnMapping columns={run.columns} disabled={busy} onChange={(mapping) => onChange({ mapping })} />
        </details>
      </div>
      <div aria-busy={looking} className={looking ? 'import-looking' : undefined}>
        <ImportRows run={run} />
      </div>
    </>
  );
}
