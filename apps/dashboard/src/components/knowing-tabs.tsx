/** The pages of what the agency knows beside its cases: rules, holidays, checks. Each stands at a link of its own. */
import { Link } from '@tanstack/react-router';
import { paths } from '../config/paths.js';
import { useLocale } from '../lib/locale.js';
import './knowing-tabs.css';

export function KnowingTabs() {
  const { t } = useLocale();
  return (
    <nav className="knowing-tabs" aria-label={t('calendar.tabs.label')}>
      {(['rules', 'calendar', 'checks'] as const).map((page) => (
        <Link key={page} to={paths[page]} activeProps={{ className: 'knowing-here' }}>
          {t(`calendar.tabs.${page}`)}
        </Link>
      ))}
    </nav>
  );
}
