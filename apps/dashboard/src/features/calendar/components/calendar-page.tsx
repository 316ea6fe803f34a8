/** The holidays as the agency's decisions count them: one year as a picture, the missing one, counting working days. The year stands in the address. */
import { Button, NativeSelect } from '@mantine/core';
import type { CalendarYear } from '@daiban/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { KnowingTabs } from '../../../components/knowing-tabs.js';
import { Moment } from '../../../components/moment.js';
import { PageHead } from '../../../components/page-head.js';
import { RecordLoading } from '../../../components/record-loading.js';
import '../../../components/records.css';
import { RuleWhy } from '../../../components/rule-why.js';
import { paths } from '../../../config/paths.js';
import { useLocale } from '../../../lib/locale.js';
import { useBusinessTime, useMay } from '../../../lib/session.js';
import { calendarYearsQuery } from '../api/list-calendar-years.js';
import { writeDays } from '../day-ranges.js';
import './calendar.css';
import { LoadYearDialog } from './load-year-dialog.js';
import { WorkingDayCounter } from './working-day-counter.js';
import { YearPicture, type DayKind } from './year-picture.js';

/** Years before this one that stand beside it; those before them are chosen from a list. */
const EARLIER_YEARS_SHOWN = 2;

export function CalendarPage() {
  const { t, locale } = useLocale();
  const { today } = useBusinessTime();
  const { year: wanted } = useSearch({ from: '/shell/calendar' });
  const navigate = useNavigate();
  const mayManage = useMay('calendar.manage');
  const found = useQuery({ ...calendarYearsQuery, staleTime: 0 });
  const [loading, setLoading] = useState<number | null>(null);
  useEffect(() => {
    document.title = `${t('calendar.title')} · Daiban`;
  }, [t]);
  const head = (
    <>
      <PageHead>
        <h1>{t('calendar.title')}</h1>
      </PageHead>
      <KnowingTabs />
    </>
  );
  if (!found.data) {
    return (
      <>
        {head}
        <RecordLoading error={found.error} onRetry={() => void found.refetch()} />
      </>
    );
  }
  const { items, missing, officialUntil, version } = found.data;
  const thisYear = Number(today.slice(0, 4));
  const year = wanted ?? thisYear;
  const known = items.find((each) => each.year === year);
  const isMissing = !known;
  const years = [...new Set([...items.map((each) => each.year), missing.year])].sort((a, b) => a - b);
  const earliestShown = thisYear - EARLIER_YEARS_SHOWN;
  const earlier = years.filter((each) => each < earliestShown).toReversed();
  const fixedDaysOff = missing.fixedDaysOff.map((on) => `${year}${on.slice(4)}`);
  return (
    <>
      {head}
      <div className="page-body year-page">
        {missing.isDue ? (
          <div className="problem" role="status">
            <p className="problem-title">{t('calendar.missing_title', { year: missing.year })}</p>
            <p>{t('calendar.missing_help', { year: missing.year })}</p>
            {mayManage ? (
              <div>
                <Button size="xs" onClick={() => setLoading(missing.year)}>
                  {t('calendar.missing_owner')}
                </Button>
              </div>
            ) : (
              <p>{t('calendar.missing_ask')}</p>
            )}
          </div>
        ) : null}
        <div className="year-bar">
          <nav className="year-choice" aria-label={t('calendar.years')}>
            {years
              .filter((each) => each >= earliestShown)
              .map((each) => (
                <Link
                  key={each}
                  to={paths.calendar}
                  search={{ year: each }}
                  activeProps={{}}
                  aria-current={each === year ? 'true' : undefined}
                  className={each === year ? 'year-here' : undefined}
                >
                  {each === missing.year ? t('calendar.year_provisional', { year: each }) : each}
                </Link>
              ))}
          </nav>
          {earlier.length > 0 ? (
            <NativeSelect
              size="xs"
              aria-label={t('calendar.earlier')}
              value={year < earliestShown ? String(year) : ''}
              onChange={(event) =>
                void navigate({ to: paths.calendar, search: { year: Number(event.currentTarget.value) || undefined } })
              }
              data={[{ value: '', label: t('calendar.earlier') }, ...earlier.map(String)]}
            />
          ) : null}
          {mayManage && year >= thisYear ? (
            <Button size="xs" variant="default" onClick={() => setLoading(year)}>
              {isMissing ? t('calendar.load', { year }) : t('calendar.correct')}
            </Button>
          ) : null}
        </div>
        <p className="quiet">
          {t('calendar.official_until', { until: officialUntil })}{' '}
          <RuleWhy rule={{ id: 'calendar.beyond_official' }} what={t('calendar.title')} />
        </p>
        <YearPicture year={year} days={known ? daysOf(known) : new Map(fixedDaysOff.map((on) => [on, 'fixed']))} />
        <dl className="record-facts">
          <dt>{t('calendar.days_off')}</dt>
          <dd>
            {known
              ? writeDays(known.daysOff, locale)
              : t('calendar.fixed_only', { days: writeDays(fixedDaysOff, locale) })}
          </dd>
          {known ? (
            <>
              <dt>{t('calendar.make_up_days')}</dt>
              <dd>{writeDays(known.makeUpDays, locale) || t('calendar.none')}</dd>
              <dt>{t('calendar.source')}</dt>
              <dd>
                {known.origin === 'shipped' ? t('calendar.shipped_source') : known.source}
                <span className="record-line-note year-origin">
                  <Origin year={known} />
                </span>
              </dd>
            </>
          ) : null}
        </dl>
        <WorkingDayCounter />
      </div>
      {loading !== null ? (
        <LoadYearDialog
          year={loading}
          present={items.find((each) => each.year === loading)}
          fixedDaysOff={missing.fixedDaysOff.map((on) => `${loading}${on.slice(4)}`)}
          version={version}
          onStored={() => {
            void navigate({ to: paths.calendar, search: { year: loading }, replace: true });
            setLoading(null);
          }}
          onClose={() => setLoading(null)}
        />
      ) : null}
    </>
  );
}

/** Whose year it is, and since when. */
function Origin({ year }: { year: CalendarYear }) {
  const { t } = useLocale();
  if (year.origin === 'shipped') return t('calendar.origin.shipped');
  return (
    <>
      {year.setBy ? t('calendar.origin.agency', { name: year.setBy }) : t('calendar.origin.agency_nobody')}
      {year.setAt ? (
        <>
          {' · '}
          <Moment at={year.setAt} />
        </>
      ) : null}
    </>
  );
}

function daysOf({ daysOff, makeUpDays }: CalendarYear): Map<string, DayKind> {
  return new Map([
    ...daysOff.map((on): [string, DayKind] => [on, 'off']),
    ...makeUpDays.map((on): [string, DayKind] => [on, 'make_up']),
  ]);
}
