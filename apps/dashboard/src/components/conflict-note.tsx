/** Somebody changed the record while we were writing: shows both values of each field that differs and lets the reader choose. */
import { Button } from '@mantine/core';
import { useLocale } from '../lib/locale.js';
import './records.css';

export interface Difference {
  label: string;
  /** As it is stored now. */
  stored: string;
  /** As it was typed here. */
  typed: string;
}

export interface ConflictNoteProps {
  differences: readonly Difference[];
  /** Throws away what was typed. */
  onTakeStored: () => void;
  /** Writes what was typed over what is stored now. */
  onKeepTyped: () => void;
  pending: boolean;
}

export function ConflictNote({ differences, onTakeStored, onKeepTyped, pending }: ConflictNoteProps) {
  const { t } = useLocale();
  return (
    <section className="problem" role="alert" aria-labelledby="conflict-title">
      <h2 id="conflict-title" className="problem-title">
        {t('records.conflict.title')}
      </h2>
      <p>{t(differences.length > 0 ? 'records.conflict.choose' : 'records.conflict.same')}</p>
      {differences.length > 0 ? (
        <table className="conflict-table">
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{t('records.conflict.field')}</span>
              </th>
              <th scope="col">{t('records.conflict.stored')}</th>
              <th scope="col">{t('records.conflict.typed')}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ label, stored, typed }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{stored || '–'}</td>
                <td>{typed || '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <div className="row-wrap">
        <Button variant="default" onClick={onTakeStored}>
          {t('records.conflict.take_stored')}
        </Button>
        {differences.length > 0 ? (
          <Button variant="default" loading={pending} onClick={onKeepTyped}>
            {t('records.conflict.keep_typed')}
          </Button>
        ) : null}
      </div>
    </section>
  );
}
