/** The rows of the table: who, which account, where it stands, whose turn, and what is due next. */
import type { RegistrationSummary } from '@daiban/contracts';
import { dateIn, formatDate, formatDateRange, formatDateWithYear, formatShortDate } from '@daiban/i18n';
import { HolderText, Pill, StageText } from '@daiban/ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { Moment } from '../../../components/moment.js';
import { UnreadMark } from '../../../components/unread-mark.js';
import { paths } from '../../../config/paths.js';
import { howLong } from '../../../lib/how-long.js';
import { initialsOf } from '../../../lib/initials.js';
import { useLocale } from '../../../lib/locale.js';
import { membersQuery } from '../../../lib/members.js';
import { useUnreadMessages } from '../../../lib/unread-messages.js';
import { stageWord } from '../../../lib/stage-word.js';
import { useBusinessTime } from '../../../lib/session.js';

export interface RegistrationTableProps {
  rows: readonly RegistrationSummary[];
  /** The row that j and k have reached. */
  active: number;
  onActivate: (index: number) => void;
}

export function RegistrationTable({ rows, active, onActivate }: RegistrationTableProps) {
  const { t } = useLocale();
  const members = useQuery(membersQuery);
  const unread = useUnreadMessages();
  const names = new Map(members.data?.items.map(({ id, name }) => [id, name]));
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{t('dashboard.column.account')}</th>
          <th scope="col" className="wide">
            {t('dashboard.column.client')}
          </th>
          <th scope="col" className="wide">
            {t('dashboard.column.type')}
          </th>
          <th scope="col">{t('dashboard.column.stage')}</th>
          <th scope="col" className="wide">
            {t('dashboard.column.holder')}
          </th>
          <th scope="col">{t('dashboard.column.due')}</th>
          <th scope="col" className="wide">
            {t('dashboard.column.expected')}
          </th>
          <th scope="col" className="wide table-who">
            {t('dashboard.column.who')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <Row
            key={row.id}
            row={row}
            active={index === active}
            onActivate={() => onActivate(index)}
            assignee={row.assigneeId ? (names.get(row.assigneeId) ?? '') : ''}
            unread={unread.get(row.id) ?? 0}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  row: RegistrationSummary;
  active: boolean;
  onActivate: () => void;
  assignee: string;
  /** Messages of the client that nobody has read. */
  unread: number;
}

function Row({ row, active, onActivate, assignee, unread }: RowProps) {
  const { t } = useLocale();
  const { now } = useBusinessTime();
  const navigate = useNavigate();
  const line = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (active) line.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const params = { registrationId: row.id };
  const holder = (
    <HolderText
      holder={row.holder}
      label={t(`states.holder.${row.holder}`)}
      since={row.holder === 'none' ? undefined : howLong(row.holderSince, now, t)}
    />
  );
  return (
    <tr
      ref={line}
      className={`${active ? 'table-active' : ''} ${row.stage === 'closed' ? 'table-off' : ''}`}
      onMouseDown={onActivate}
      onClick={(event) => {
        // A click on the link is the link's; a drag over text is a selection.
        if ((event.target as HTMLElement).closest('a') || getSelection()?.toString()) return;
        void navigate({ to: paths.registration, params });
      }}
    >
      <td className="table-account">
        <Link
          to={paths.registration}
          params={params}
          lang={/\p{Script=Han}/u.test(row.proposedName) ? 'zh-Hans' : undefined}
        >
          {row.proposedName}
        </Link>
        <UnreadMark count={unread} />
        <span className="narrow quiet">{row.client.name}</span>
      </td>
      <td className="wide">{row.client.name}</td>
      <td className="wide dim">{t(`dashboard.type_short.${row.accountType}`)}</td>
      <td>
        <StageText stage={row.stage} label={stageWord(row.stage, t)} />
        {row.paused ? <span className="table-paused">{t('dashboard.registrations.paused')}</span> : null}
        <span className="narrow">{holder}</span>
      </td>
      <td className="wide">{holder}</td>
      <td>
        <Due row={row} />
      </td>
      <td className="wide">
        <Expected row={row} />
      </td>
      <td className="wide table-who">
        {assignee ? (
          <span className="who" title={assignee}>
            <span aria-hidden="true">{initialsOf(assignee)}</span>
            <span className="visually-hidden">{assignee}</span>
          </span>
        ) : null}
      </td>
    </tr>
  );
}

function Due({ row }: { row: RegistrationSummary }) {
  const { t, locale } = useLocale();
  const { now, today } = useBusinessTime();
  if (!row.dueAt) return <span className="dim">{t('dashboard.registrations.nothing_due')}</span>;
  const on = dateIn(row.dueAt, 'Asia/Shanghai');
  if (row.dueAt < now) {
    return (
      <Pill tone="broken">
        {formatShortDate(on, locale)} {t('dashboard.overdue')}
      </Pill>
    );
  }
  return on === today ? (
    <Pill tone="turn">
      <Moment at={row.dueAt} />
    </Pill>
  ) : (
    <span className="nowrap">
      {on.slice(0, 4) === today.slice(0, 4) ? formatDate(on, locale, today) : formatDateWithYear(on, locale)}
    </span>
  );
}

/** The range of Tencent's answer, or the day the verification ends. */
function Expected({ row }: { row: RegistrationSummary }) {
  const { t, locale } = useLocale();
  const { today } = useBusinessTime();
  if (row.expectedFromOn && row.expectedToOn)
    return <>{formatDateRange(row.expectedFromOn, row.expectedToOn, locale)}</>;
  const { until, untilOn, status } = row.verification;
  const endsOn = untilOn ?? (until ? dateIn(until, 'Asia/Shanghai') : null);
  if (!endsOn) return null;
  const day =
    endsOn.slice(0, 4) === today.slice(0, 4) ? formatShortDate(endsOn, locale) : formatDateWithYear(endsOn, locale);
  return status === 'expired' ? (
    <span className="loss">{t('dashboard.registrations.ended', { date: day })}</span>
  ) : (
    <span className="dim">{day}</span>
  );
}
