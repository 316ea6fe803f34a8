/** The administrator's scan on the case: the time that is booked or offered, who waits, what they ask for, and the ways to reach them. */
import { Button, UnstyledButton } from '@mantine/core';
import type { Appointment, AppointmentBook, RegistrationCase } from '@daiban/contracts';
import { FindingNotes, Pill } from '@daiban/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemNote } from '../../../components/problem-note.js';
import { useFindingText } from '../../../lib/finding-text.js';
import { useLocale } from '../../../lib/locale.js';
import { useBusinessTime, useMay } from '../../../lib/session.js';
import { appointmentsQuery, useCloseAppointment, useInviteAdmin } from '../api/appointments.js';
import { AdminLinkDialog } from './admin-link-dialog.js';
import { AppointmentTime } from './appointment-time.js';
import { OfferDialog } from './offer-dialog.js';
import './appointments.css';

type Admin = NonNullable<AppointmentBook['admin']>;

const OVER: readonly Appointment['state'][] = ['kept', 'missed', 'cancelled'];

export function AppointmentCard({ registration }: { registration: Pick<RegistrationCase, 'id' | 'admin'> }) {
  // Without an administrator there is nobody to meet; the facts beside ask for one.
  return registration.admin ? <Card registrationId={registration.id} /> : null;
}

function Card({ registrationId }: { registrationId: string }) {
  const { t } = useLocale();
  const findingText = useFindingText();
  const book = useQuery({ ...appointmentsQuery(registrationId), refetchInterval: 30_000 });
  const { data } = book;
  if (book.error) return <ProblemNote error={book.error} />;
  if (!data?.admin) return null;
  const { admin, items, refusals, warnings } = data;
  const hasNoScan = refusals.some(({ code }) => code === 'appointment.no_scan');
  const standing = items.find(({ state }) => state === 'booked' || state === 'ready');
  const past = items.filter(({ state }) => OVER.includes(state));
  const isAhead = refusals.length === 0;
  // Once the scan is done there is nothing to arrange, and what was is in the history.
  if (!isAhead && !hasNoScan) return null;
  return (
    <section className="case-section appointments" aria-labelledby="appointments">
      <h2 id="appointments">{t('appointments.title')}</h2>
      {hasNoScan ? <p className="quiet">{t('appointments.none_needed')}</p> : null}
      {warnings.length > 0 ? <FindingNotes findings={warnings.map(findingText)} /> : null}
      {admin.hasConsented ? null : <p className="turn">{t('appointments.no_consent', { name: admin.name })}</p>}
      {standing ? <Standing registrationId={registrationId} appointment={standing} admin={admin} /> : null}
      {isAhead && !standing ? <Offered registrationId={registrationId} book={data} admin={admin} /> : null}
      {isAhead && past.length > 0 ? (
        <details>
          <summary className="quiet">{t('appointments.earlier')}</summary>
          <ul className="appointment-list">
            {past.map((appointment) => (
              <li key={appointment.id}>
                <span>
                  <AppointmentTime at={appointment.startsAt} admin={admin} />
                </span>
                <Pill>{t(`appointments.state.${appointment.state}`)}</Pill>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <Doors registrationId={registrationId} admin={admin} mayOffer={isAhead && !standing} />
    </section>
  );
}

interface StandingProps {
  registrationId: string;
  appointment: Appointment;
  admin: Admin;
}

function Standing({ registrationId, appointment, admin }: StandingProps) {
  const { t } = useLocale();
  const { now } = useBusinessTime();
  const mayWrite = useMay('registrations.write');
  const close = useCloseAppointment(registrationId);
  const { id, version, state, startsAt } = appointment;
  const isReady = state === 'ready';
  const hasBegun = startsAt <= now;
  const end = (outcome: 'missed' | 'cancelled'): void => close.mutate({ id, outcome, expectedVersion: version });
  return (
    <div className={isReady ? 'appointment-standing appointment-ready' : 'appointment-standing'}>
      <p className="appointment-when">
        <Pill tone={isReady ? 'turn' : 'good'}>{t(`appointments.state.${state}`)}</Pill>
        <span>
          <AppointmentTime at={startsAt} admin={admin} />
        </span>
        <span className="quiet">{t('appointments.minutes', { minutes: appointment.minutes })}</span>
      </p>
      {isReady ? <p role="status">{t('appointments.ready_hint', { name: admin.name })}</p> : null}
      {!isReady && hasBegun ? <p className="quiet">{t('appointments.passed_hint')}</p> : null}
      {mayWrite ? (
        <p className="appointment-doors">
          {hasBegun ? (
            <Button variant="default" size="xs" loading={close.isPending} onClick={() => end('missed')}>
              {t('appointments.do.missed')}
            </Button>
          ) : null}
          <Button variant="default" size="xs" loading={close.isPending} onClick={() => end('cancelled')}>
            {t('appointments.do.cancel')}
          </Button>
        </p>
      ) : null}
      <ProblemNote error={close.error} />
    </div>
  );
}

function Offered({ registrationId, book, admin }: { registrationId: string; book: AppointmentBook; admin: Admin }) {
  const { t, locale } = useLocale();
  const { now } = useBusinessTime();
  const mayWrite = useMay('registrations.write');
  const close = useCloseAppointment(registrationId);
  const offered = book.items.filter(({ state, startsAt }) => state === 'offered' && startsAt > now);
  const wishes = book.otherTimes?.wishes.map((wish) => t(`appointments.wish.${wish}`)) ?? [];
  return (
    <>
      {wishes.length > 0 ? (
        <p className="turn">
          {t('appointments.other_times', { name: admin.name, wishes: wishes.join(locale === 'zh' ? '、' : ', ') })}
        </p>
      ) : null}
      {offered.length === 0 ? <p className="quiet">{t('appointments.no_times')}</p> : null}
      <ul className="appointment-list">
        {offered.map(({ id, startsAt, version }) => (
          <li key={id}>
            <span>
              <AppointmentTime at={startsAt} admin={admin} />
            </span>
            {mayWrite ? (
              <UnstyledButton
                className="fact-change"
                disabled={close.isPending}
                onClick={() => close.mutate({ id, outcome: 'cancelled', expectedVersion: version })}
              >
                {t('appointments.do.take_back')}
              </UnstyledButton>
            ) : null}
          </li>
        ))}
      </ul>
      <ProblemNote error={close.error} />
    </>
  );
}

/** The ways to the administrator: times, a mail, the link itself. */
function Doors({ registrationId, admin, mayOffer }: { registrationId: string; admin: Admin; mayOffer: boolean }) {
  const { t } = useLocale();
  const mayWrite = useMay('registrations.write');
  const mayLink = useMay('portal_links.manage');
  const invite = useInviteAdmin(registrationId);
  const [open, setOpen] = useState<'offer' | 'link' | null>(null);
  return (
    <>
      <p className="appointment-doors">
        {mayWrite && mayOffer ? (
          <Button size="xs" variant="default" onClick={() => setOpen('offer')}>
            {t('appointments.do.offer')}
          </Button>
        ) : null}
        {mayWrite && admin.hasEmail ? (
          <Button size="xs" variant="default" loading={invite.isPending} onClick={() => invite.mutate()}>
            {t('appointments.do.invite')}
          </Button>
        ) : null}
        {mayLink ? (
          <Button size="xs" variant="default" onClick={() => setOpen('link')}>
            {t('appointments.do.link')}
          </Button>
        ) : null}
      </p>
      {admin.hasEmail ? null : <p className="quiet">{t('appointments.no_email', { name: admin.name })}</p>}
      {invite.data ? (
        <p className="quiet" role="status">
          {t(invite.data.queued ? 'appointments.invited' : 'appointments.invited_today')}
        </p>
      ) : null}
      <ProblemNote error={invite.error} />
      {open === 'offer' ? (
        <OfferDialog registrationId={registrationId} admin={admin} onClose={() => setOpen(null)} />
      ) : null}
      {open === 'link' ? (
        <AdminLinkDialog registrationId={registrationId} adminName={admin.name} onClose={() => setOpen(null)} />
      ) : null}
    </>
  );
}
