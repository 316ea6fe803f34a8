/** Below the navigation, for whoever can load it: the next year's holidays are due and missing. */
import { IconCalendarExclamation } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { paths } from '../../../config/paths.js';
import { useLocale } from '../../../lib/locale.js';
import { useMay } from '../../../lib/session.js';
import { calendarYearsQuery } from '../api/list-calendar-years.js';

export function MissingYearNote() {
  const { t } = useLocale();
  const mayManage = useMay('calendar.manage');
  const { data } = useQuery({ ...calendarYearsQuery, enabled: mayManage });
  if (!mayManage || !data?.missing.isDue) return null;
  const { year } = data.missing;
  return (
    <Link className="nav-note" to={paths.calendar} search={{ year }}>
      <IconCalendarExclamation size={15} stroke={1.6} aria-hidden="true" />
      {t('calendar.shell_note', { year })}
    </Link>
  );
}
