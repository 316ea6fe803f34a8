/** The booked time: when it is on both sides' clocks, how long until then, and the button that says "I am ready". */
import { useState } from 'react';
import type { Appointment } from '@daiban/contracts';
import { dateIn, formatDateTime, formatTime } from '@daiban/i18n';
import { HolderMark } from '@daiban/ui';
import type { AdminReader } from '../admin-reader.js';
import { useCancelAppointment, useReportReady } from '../api/act-on-admin-page.js';
import { adminText } from '../texts.js';
import { timeLeft } from '../time-left.js';
import { ProblemNote } from './problem-note.js';

const BEIJING = 'Asia/Shanghai';

interface AppointmentCardProps {
  reader: AdminReader;
  appointment: Appointment;
}

export function AppointmentCard({ reader, appointment }: AppointmentCardProps) {
  const { locale, page, agency } = reader;
  const ready = useReportReady();
  const isReady = appointment.state === 'ready';
  const mayBeReady = page.readyFrom !== null && page.readyFrom <= page.now;
  return (
    <section className="portal-card portal-next admin-booked" aria-labelledby="booked">
      <p className="portal-next-label">
        <HolderMark holder="admin_person" />
        {leftWords(reader, appointment)}
      </p>
      <h2 id="booked">{adminText(locale, 'adminPage.booked.title')}</h2>
      <Clocks reader={reader} startsAt={appointment.startsAt} />
      <p>{adminText(locale, 'adminPage.booked.minutes', { minutes: appointment.minutes })}</p>
      {isReady ? (
        <p className="admin-told" role="status">
          {adminText(locale, 'adminPage.booked.ready_done', { agency })}
        </p>
      ) : (
        <>
          <button
            type="button"
            className="portal-button admin-wide"
            disabled={!mayBeReady || ready.isPending}
            aria-describedby="ready-hint"
            onClick={() => ready.mutate(undefined)}
          >
            {adminText(locale, ready.isPending ? 'adminPage.do.busy' : 'adminPage.booked.ready')}
          </button>
          <p id="ready-hint" className="portal-note">
            {mayBeReady || page.readyFrom === null
              ? adminText(locale, 'adminPage.booked.ready_hint', { agency })
              : adminText(locale, 'adminPage.booked.ready_from', {
                  time: formatDateTime(page.readyFrom, BEIJING, locale, dateIn(page.now, BEIJING)),
                })}
          </p>
          <ProblemNote error={ready.error} />
        </>
      )}
      <CalendarEntry reader={reader} startsAt={appointment.startsAt} />
      <Cancel reader={reader} appointmentId={appointment.id} />
    </section>
  );
}

function leftWords({ locale, page }: AdminReader, { startsAt }: Appointment): string {
  const left = timeLeft(startsAt, page.now);
  if (left === null) return adminText(locale, 'adminPage.booked.begun');
  return adminText(locale, `adminPage.booked.${left.unit}_left`, { count: left.count });
}

/** Beijing's first, then the administrator's and the agency's where they show another time. */
function Clocks({ reader: { locale, page, agency }, startsAt }: { reader: AdminReader; startsAt: string }) {
  const { now } = page;
  const zones = [
    { zone: BEIJING, name: adminText(locale, 'adminPage.booked.beijing') },
    { zone: page.visitor.timeZone, name: adminText(locale, 'adminPage.booked.yours') },
    { zone: page.agency.timeZone, name: adminText(locale, 'adminPage.booked.agency', { agency }) },
  ];
  const words = (zone: string) => formatDateTime(startsAt, zone, locale, dateIn(now, zone));
  const shown = zones.filter(({ zone }, index) => zones.findIndex((one) => words(one.zone) === words(zone)) === index);
  return (
    <dl className="admin-clocks">
      {shown.map(({ zone, name }) => (
        <div key={zone}>
          <dt>{name}</dt>
          <dd>
            <b>{words(zone)}</b>
            <small>{adminText(locale, 'adminPage.booked.now', { time: formatTime(now, zone, locale) })}</small>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** WeChat's own browser downloads nothing: there the time stands as text to copy. */
function CalendarEntry({ reader: { locale, page }, startsAt }: { reader: AdminReader; startsAt: string }) {
  const when = formatDateTime(startsAt, BEIJING, locale);
  const line = adminText(locale, 'adminPage.booked.calendar_line', { account: page.registration.accountName, when });
  return (
    <div className="admin-calendar">
      {isInWechat() ? (
        <>
          <p className="portal-note">{adminText(locale, 'adminPage.booked.calendar_wechat')}</p>
          <p className="portal-address">{line}</p>
        </>
      ) : (
        <a className="portal-link" href="/api/v1/portal/admin/appointment.ics" download="appointment.ics">
          {adminText(locale, 'adminPage.booked.calendar')}
        </a>
      )}
      <p className="portal-note">
        {adminText(locale, page.visitor.hasEmail ? 'adminPage.booked.mail' : 'adminPage.booked.no_mail')}
      </p>
    </div>
  );
}

function isInWechat(): boolean {
  return /MicroMessenger/i.test(navigator.userAgent);
}

function Cancel({ reader: { locale }, appointmentId }: { reader: AdminReader; appointmentId: string }) {
  const [asking, setAsking] = useState(false);
  const cancel = useCancelAppointment();
  if (!asking)
    return (
      <button type="button" className="portal-link" onClick={() => setAsking(true)}>
        {adminText(locale, 'adminPage.booked.cancel')}
      </button>
    );
  return (
    <div className="admin-ask">
      <p>{adminText(locale, 'adminPage.booked.cancel_note')}</p>
      <div className="admin-ask-row">
        <button
          type="button"
          className="admin-plain"
          disabled={cancel.isPending}
          onClick={() => cancel.mutate(appointmentId)}
        >
          {adminText(locale, 'adminPage.booked.cancel_yes')}
        </button>
        <button type="button" className="portal-link" onClick={() => setAsking(false)}>
          {adminText(locale, 'adminPage.booked.cancel_no')}
        </button>
      </div>
      <ProblemNote error={cancel.error} />
    </div>
  );
}
