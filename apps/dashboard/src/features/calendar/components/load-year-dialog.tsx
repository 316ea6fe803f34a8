/** Loads a year from its notice: the days are pasted, the API says what is odd and which cases move, and only then it is stored. */
import { Textarea, TextInput } from '@mantine/core';
import type { CalendarYear, OperationAnswer, setCalendarYear } from '@daiban/contracts';
import { parseDayList } from '@daiban/domain/calendar';
import { FindingNotes } from '@daiban/ui';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { PlainDialog } from '../../../components/plain-dialog.js';
import { paths } from '../../../config/paths.js';
import { useFindingText } from '../../../lib/finding-text.js';
import { useLocale } from '../../../lib/locale.js';
import { useSetCalendarYear } from '../api/set-calendar-year.js';
import { toDayList } from '../day-ranges.js';

/** Cases named in the dialog. */
const NAMED = 8;

export interface LoadYearDialogProps {
  year: number;
  /** The year as it is; absent: nobody announced it yet. */
  present?: CalendarYear | undefined;
  /** Days off by law, to begin with. */
  fixedDaysOff: readonly string[];
  version: number;
  onStored: () => void;
  onClose: () => void;
}

export function LoadYearDialog({ year, present, fixedDaysOff, version, onStored, onClose }: LoadYearDialogProps) {
  const { t } = useLocale();
  const [off, setOff] = useState(toDayList(present?.daysOff ?? fixedDaysOff));
  const [makeUp, setMakeUp] = useState(toDayList(present?.makeUpDays ?? []));
  const [source, setSource] = useState(present?.origin === 'agency' ? present.source : '');
  const preview = useSetCalendarYear();
  const store = useSetCalendarYear();
  const daysOff = parseDayList(off, year);
  const makeUpDays = parseDayList(makeUp, year);
  const call = {
    year,
    daysOff: daysOff.days,
    makeUpDays: makeUpDays.days,
    source: source.trim(),
    expectedVersion: version,
  };
  const isRead = daysOff.unread.length === 0 && makeUpDays.unread.length === 0 && source.trim() !== '';
  const change = (set: (text: string) => void) => (text: string) => {
    set(text);
    preview.reset();
    store.reset();
  };
  const seen = preview.data;
  return (
    <PlainDialog
      title={t('calendar.load.title', { year })}
      action={seen ? t('calendar.load.store') : t('calendar.load.check')}
      ready={isRead}
      pending={preview.isPending || store.isPending}
      error={store.error ?? preview.error}
      onSubmit={() =>
        seen
          ? store.mutate({ ...call, dryRun: false }, { onSuccess: onStored })
          : preview.mutate({ ...call, dryRun: true })
      }
      onClose={onClose}
    >
      <p className="quiet">{t('calendar.load.help')}</p>
      <DaysInput label={t('calendar.days_off')} value={off} read={daysOff} rows={7} onChange={change(setOff)} />
      <DaysInput
        label={t('calendar.make_up_days')}
        value={makeUp}
        read={makeUpDays}
        rows={3}
        onChange={change(setMakeUp)}
      />
      <TextInput
        label={t('calendar.source')}
        description={t('calendar.load.source_help')}
        required
        maxLength={500}
        value={source}
        onChange={(event) => change(setSource)(event.currentTarget.value)}
      />
      {seen ? <Preview seen={seen} /> : null}
    </PlainDialog>
  );
}

interface DaysInputProps {
  label: string;
  value: string;
  read: ReturnType<typeof parseDayList>;
  rows: number;
  onChange: (text: string) => void;
}

/** A list of days as text, and below it how it was read. */
function DaysInput({ label, value, read, rows, onChange }: DaysInputProps) {
  const { t } = useLocale();
  return (
    <div>
      <Textarea
        label={label}
        rows={rows}
        spellCheck={false}
        value={value}
        error={
          read.unread.length > 0 ? t('calendar.load.unread', { words: read.unread.slice(0, 5).join(' ') }) : undefined
        }
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <p className="record-line-note" role="status">
        {t('calendar.load.read', { count: read.days.length })}
      </p>
    </div>
  );
}

/** What the API said of the year before it is stored. */
function Preview({ seen }: { seen: OperationAnswer<typeof setCalendarYear> }) {
  const { t } = useLocale();
  const findingText = useFindingText();
  const { warnings, casesTouched } = seen;
  const { count, cases, askedAll } = casesTouched;
  return (
    <div className="year-preview" role="status">
      {warnings.length > 0 ? (
        <>
          <p>{t('calendar.load.warned')}</p>
          <FindingNotes findings={warnings.map(findingText)} />
        </>
      ) : (
        <p>{t('calendar.load.looks_right')}</p>
      )}
      <p>{count === 0 ? t('calendar.load.moves_none') : t('calendar.load.moves', { count })}</p>
      {count > 0 ? (
        <ul>
          {cases.slice(0, NAMED).map(({ registrationId, accountName, clientName }) => (
            <li key={registrationId}>
              <Link to={paths.registration} params={{ registrationId }}>
                {accountName ?? t('calendar.load.nameless')}
              </Link>{' '}
              <span className="dim">{clientName}</span>
            </li>
          ))}
          {count > NAMED ? <li className="dim">{t('calendar.load.moves_rest', { count: count - NAMED })}</li> : null}
        </ul>
      ) : null}
      {askedAll ? null : <p>{t('calendar.load.moves_more')}</p>}
    </div>
  );
}
