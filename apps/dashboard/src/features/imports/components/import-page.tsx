/** Brings in an agency's spreadsheet: choose it, look at what becomes of each row, settle the questions, then import. Nothing is lost on the way. */
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { NoPermission } from '../../../components/no-permission.js';
import { PageHead } from '../../../components/page-head.js';
import { ProblemNote } from '../../../components/problem-note.js';
import '../../../components/records.css';
import { paths } from '../../../config/paths.js';
import { useLocale } from '../../../lib/locale.js';
import { useMay } from '../../../lib/session.js';
import { useImportSheet } from '../api/import-sheet.js';
import { usePreviewSheet } from '../api/preview-sheet.js';
import type { SheetChoices } from '../sheet-choices.js';
import { EarlierImports } from './earlier-imports.js';
import { ImportPreview } from './import-preview.js';
import { ImportResult } from './import-result.js';
import { SheetDrop } from './sheet-drop.js';
import './imports.css';

export function ImportPage() {
  const { t } = useLocale();
  const { run } = useSearch({ from: '/shell/imports' });
  const mayImport = useMay('imports.write');
  useEffect(() => {
    document.title = `${t('dashboard.nav.import')} · Daiban`;
  }, [t]);
  return (
    <>
      <PageHead>
        {run ? (
          <nav className="crumbs" aria-label={t('dashboard.crumbs')}>
            <Link to={paths.imports} search={{}}>
              {t('dashboard.nav.import')}
            </Link>
            <span aria-current="page">{t('records.import.result')}</span>
          </nav>
        ) : (
          <h1>{t('dashboard.nav.import')}</h1>
        )}
      </PageHead>
      {!mayImport ? <NoPermission permission="imports.write" /> : run ? <ImportResult id={run} /> : <ImportFlow />}
    </>
  );
}

function ImportFlow() {
  const { t } = useLocale();
  const navigate = useNavigate();
  const preview = usePreviewSheet();
  const start = useImportSheet();
  const [choices, setChoices] = useState<SheetChoices | null>(null);
  const [attempt, setAttempt] = useState('');
  // The last look that worked stays on screen while the next one is under way, or was refused.
  const [look, setLook] = useState<typeof preview.data>(undefined);
  const ask = (next: SheetChoices): void => {
    setChoices(next);
    setAttempt(crypto.randomUUID());
    start.reset();
    preview.mutate(next, { onSuccess: setLook });
  };
  if (choices && look) {
    return (
      <ImportPreview
        run={look}
        choices={choices}
        looking={preview.isPending}
        importing={start.isPending}
        error={start.error ?? preview.error}
        onChange={(changes) => ask({ ...choices, ...changes })}
        onImport={() =>
          start.mutate(
            { choices, attempt },
            { onSuccess: ({ id }) => void navigate({ to: paths.imports, search: { run: id } }) },
          )
        }
        onOtherFile={() => {
          setLook(undefined);
          setChoices(null);
          preview.reset();
          start.reset();
        }}
      />
    );
  }
  return (
    <div className="page-body record-page">
      <div>
        <h1 className="import-title">{t('records.import.title')}</h1>
        <p className="quiet">{t('records.import.explain')}</p>
      </div>
      <SheetDrop
        busy={preview.isPending}
        onChoose={(file) => ask({ file, mapping: null, accountTypes: {}, dateOrder: null })}
      />
      <ProblemNote error={preview.error} />
      <EarlierImports />
    </div>
  );
}
