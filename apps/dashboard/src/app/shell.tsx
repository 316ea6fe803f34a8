/** The frame around every screen of a signed-in member: the navigation, whose agency it is, and in a demo its clock. */
import { UnstyledButton } from '@mantine/core';
import { BrandMark } from '@daiban/ui';
import {
  IconArmchair,
  IconAt,
  IconCalendarEvent,
  IconChecklist,
  IconCompass,
  IconFileImport,
  IconGavel,
  IconMail,
  IconMenu2,
  IconMessageQuestion,
  IconSettings,
  IconShieldQuestion,
  IconTable,
  IconUser,
  IconUsers,
  IconUsersGroup,
  type Icon,
} from '@tabler/icons-react';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { paths } from '../config/paths.js';
import { ReadyNotice } from '../features/appointments/components/ready-notice.js';
import { MissingYearNote } from '../features/calendar/components/missing-year-note.js';
import { DemoClock } from '../features/demo/components/demo-clock.js';
import { useLocale } from '../lib/locale.js';
import { useSession } from '../lib/session.js';
import type { StaffPermission } from '@daiban/contracts';
import type { TextKey } from '../lib/texts.js';

interface NavigationItem {
  to: (typeof paths)[
    | 'registrations'
    | 'reviewQueue'
    | 'advisor'
    | 'clients'
    | 'people'
    | 'capacity'
    | 'imports'
    | 'outbox'
    | 'leads'
    | 'dataRequests'
    | 'team'
    | 'settings'
    | 'rules'
    | 'calendar'
    | 'emails'];
  text: TextKey;
  icon: Icon;
  permission: StaffPermission;
}

/** The daily work first, then the house. */
const SECTIONS: readonly { title: TextKey | null; items: readonly NavigationItem[] }[] = [
  {
    title: null,
    items: [
      {
        to: paths.registrations,
        text: 'dashboard.nav.registrations',
        icon: IconTable,
        permission: 'registrations.read',
      },
      { to: paths.reviewQueue, text: 'review.queue', icon: IconChecklist, permission: 'documents.read' },
      { to: paths.advisor, text: 'advisor.title', icon: IconCompass, permission: 'rules.read' },
      { to: paths.clients, text: 'dashboard.nav.clients', icon: IconUsers, permission: 'clients.read' },
      { to: paths.leads, text: 'inbox.leads.title', icon: IconMessageQuestion, permission: 'leads.read' },
      { to: paths.people, text: 'dashboard.nav.people', icon: IconUser, permission: 'people.read' },
      { to: paths.capacity, text: 'capacity.nav', icon: IconArmchair, permission: 'registrations.read' },
      { to: paths.emails, text: 'pool.title', icon: IconAt, permission: 'emails.read' },
    ],
  },
  {
    title: 'dashboard.nav.house',
    items: [
      { to: paths.outbox, text: 'dashboard.nav.outbox', icon: IconMail, permission: 'deliveries.read' },
      {
        to: paths.dataRequests,
        text: 'inbox.data.nav',
        icon: IconShieldQuestion,
        permission: 'data_requests.manage',
      },
      { to: paths.imports, text: 'dashboard.nav.import', icon: IconFileImport, permission: 'imports.write' },
      { to: paths.rules, text: 'rulebook.title', icon: IconGavel, permission: 'rules.read' },
      { to: paths.calendar, text: 'calendar.title', icon: IconCalendarEvent, permission: 'calendar.read' },
      { to: paths.team, text: 'records.team.title', icon: IconUsersGroup, permission: 'members.read' },
      { to: paths.settings, text: 'settings.title', icon: IconSettings, permission: 'agency.manage' },
    ],
  },
];

export function Shell() {
  const session = useSession();
  const { t, locale, suggestLocale } = useLocale();
  const [open, setOpen] = useState(false);
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  useEffect(() => setOpen(false), [pathname]);
  useEffect(() => suggestLocale(session.actor.locale), [session.actor.locale, suggestLocale]);
  return (
    <div className="shell">
      <a className="skip-link" href="#main">
        {t('dashboard.skip')}
      </a>
      <nav className="nav" aria-label={t('dashboard.nav.label')} data-open={open || undefined}>
        <div className="nav-brand">
          <BrandMark />
          Daiban <small lang="zh-Hans">代办</small>
          <UnstyledButton
            className="nav-toggle"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
            aria-label={t('dashboard.nav.toggle')}
          >
            <IconMenu2 size={20} aria-hidden="true" />
          </UnstyledButton>
        </div>
        <div className="nav-body">
          {SECTIONS.map(({ title, items }) => {
            const shown = items.filter((item) => session.permissions.includes(item.permission));
            return shown.length > 0 ? (
              <ul key={title ?? 'work'}>
                {title ? <li className="nav-title">{t(title)}</li> : null}
                {shown.map(({ to, text, icon: ItemIcon }) => (
                  <li key={to}>
                    <Link to={to} activeProps={{ className: 'nav-here' }}>
                      <ItemIcon size={16} stroke={1.6} aria-hidden="true" />
                      {t(text)}
                    </Link>
                  </li>
                ))}
              </ul>
            ) : null;
          })}
          <div className="nav-foot">
            <MissingYearNote />
            <b>{(locale === 'zh' && session.agency.nameZh) || session.agency.name}</b>
            {session.demo ? <DemoClock now={session.businessNow} /> : null}
          </div>
        </div>
      </nav>
      <main id="main" className="page" tabIndex={-1}>
        <ReadyNotice />
        <Outlet />
      </main>
    </div>
  );
}
