/** The rows of a sheet with what becomes of each and every problem in words; one outcome at a time, and to be kept as a file. */
import { Button } from '@mantine/core';
import type { ImportRun, ImportRow } from '@daiban/contracts';
import { IconDownload } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { MarkText } from '../../../components/mark-text.js';
import { paths } from '../../../config/paths.js';
import { useLocale } from '../../../lib/locale.js';
import { findText } from '../../../lib/texts.js';
import { isHeldBack, OUTCOMES, OUTCOME_MARKS, STATES_IN_WORDS, type Outcome } from '../outcome-words.js';
import { rowsToCsv, saveFile } from '../rows-to-csv.js';

/** Rows drawn at once; a sheet has thousands, a screen shows thirty. */
const STEP = 100;

export function ImportRows({ run }: { run: ImportRun }) {
  const { t, locale } = useLocale();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [shown, setShown] = useState(STEP);
  const present = OUTCOMES.filter((each) => run.rows.some((row) => row.outcome === each));
  // A filter whose rows are gone after a new preview filters nothing.
  const filter = outcome && present.includes(outcome) ? outcome : null;
  const rows = filter ? run.rows.filter((row) => row.outcome === filter) : run.rows;
  const word = (list: keyof typeof STATES_IN_WORDS, code: string | null): string =>
    code === null ? '' : (findText(locale, `states.${STATES_IN_WORDS[list]}.${code}`) ?? code);
  const held = run.rows.filter((row) => isHeldBack(row.outcome));
  const keep = (): void => {
    const head = [
      t('records.import.csv_row'),
      t('records.client.name'),
      t('records.sheet_field.accountName'),
      t('records.import.outcome'),
      t('records.import.csv_column'),
      t('records.import.csv_problem'),
    ];
    const lines = held.flatMap(({ row, plan, outcome: became, problems }) => {
      const begin = [String(row), plan.client ?? '', plan.accountName ?? '', t(`records.outcome.${became}`)];
      return problems.length > 0
        ? problems.map(({ column, message }) => [...begin, column ?? '', message])
        : [[...begin, '', '']];
    });
    saveFile(
      `${run.fileName.replace(/\.[^.]+$/, '')}-${t('records.import.held_file')}.csv`,
      rowsToCsv([head, ...lines]),
    );
  };
  return (
    <section className="import-rows" aria-label={t('records.import.rows')}>
      <div className="record-filters">
        <div className="outcomes" role="group" aria-label={t('records.import.filter')}>
          <button type="button" aria-pressed={filter === null} onClick={() => setOutcome(null)}>
            {t('records.import.all')} <em>{run.rows.length}</em>
          </button>
          {present.map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={filter === each}
              onClick={() => {
                setOutcome(each);
                setShown(STEP);
              }}
            >
              <MarkText {...OUTCOME_MARKS[each]} label={t(`records.outcome.${each}`)} />{' '}
              <em>{run.rows.filter((row) => row.outcome === each).length}</em>
            </button>
          ))}
        </div>
        {held.length > 0 ? (
          <Button
            size="xs"
            variant="default"
            className="record-count"
            leftSection={<IconDownload size={14} aria-hidden="true" />}
            onClick={keep}
          >
            {t('records.import.keep_held', { count: held.length })}
          </Button>
        ) : null}
      </div>
      <table className="records import-table">
        <thead>
          <tr>
            <th scope="col">{t('records.import.row')}</th>
            <th scope="col">{t('records.import.outcome')}</th>
            <th scope="col" className="records-wide">
              {t('records.import.what')}
            </th>
            <th scope="col" className="records-wide">
              {t('records.import.state')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map((row) => (
            <Row
              key={row.row}
              row={row}
              type={word('accountType', row.plan.accountType)}
              state={word('state', row.plan.state)}
            />
          ))}
        </tbody>
      </table>
      {rows.length > shown ? (
        <div className="record-more">
          <Button variant="default" onClick={() => setShown(shown + STEP)}>
            {t('records.import.more_rows', { shown, all: rows.length })}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

function Row({ row, type, state }: { row: ImportRow; type: string; state: string }) {
  const { t } = useLocale();
  const { client, accountName } = row.plan;
  const name = accountName ?? client ?? t('records.import.nameless');
  return (
    <tr>
      <td className="num dim">{row.row}</td>
      <td>
        <MarkText {...OUTCOME_MARKS[row.outcome]} label={t(`records.outcome.${row.outcome}`)} />
        <span className="records-phone">{name}</span>
        {row.problems.length > 0 ? (
          <ul className="row-problems">
            {row.problems.map(({ code, message, column, severity }, index) => (
              <li key={`${code}-${index}`} data-severity={severity}>
                <b>{t(`records.severity.${severity}`)}</b>
                {column ? <span className="row-column">{column}</span> : null} <span>{message}</span>
              </li>
            ))}
          </ul>
        ) : null}
      </td>
      <td className="records-wide">
        <span className="record-name">
          {row.registrationId ? (
            <Link to={paths.registration} params={{ registrationId: row.registrationId }}>
              {name}
            </Link>
          ) : (
            name
          )}
        </span>
        <span className="record-line-note import-sub">{[client, type].filter(Boolean).join(' · ')}</span>
      </td>
      <td className="records-wide dim">{state}</td>
    </tr>
  );
}
