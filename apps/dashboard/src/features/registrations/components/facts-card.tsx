/** What is known of a case at a glance: client, admin, address, licence slots, the signature, what ends when; with what may be changed beside each. */
import { UnstyledButton } from '@mantine/core';
import type { RegistrationCase } from '@daiban/contracts';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Moment } from '../../../components/moment.js';
import { RuleWhy } from '../../../components/rule-why.js';
import { paths } from '../../../config/paths.js';
import { useLocale } from '../../../lib/locale.js';
import { useMay } from '../../../lib/session.js';
import type { CaseDialog } from '../../../lib/case-dialog.js';
import { AdviceLink } from './advice-link.js';
import { DeadlineList } from './deadline-list.js';

export interface FactsCardProps {
  registration: RegistrationCase;
  assigneeName: string | null;
  onOpen: (dialog: CaseDialog) => void;
}

export function FactsCard({ registration, assigneeName, onOpen }: FactsCardProps) {
  const { t } = useLocale();
  const mayWrite = useMay('registrations.write');
  const mayMail = useMay('emails.write');
  const { accountEmail: email, admin, signOff, subject, counters, client } = registration;
  const change = (dialog: CaseDialog, text: string): ReactNode => (
    <UnstyledButton className="fact-change" onClick={() => onOpen(dialog)}>
      {text}
    </UnstyledButton>
  );
  const slots = counters.subject;
  return (
    <section className="panel-section" aria-labelledby="facts">
      <h2 id="facts">{t('dashboard.facts.title')}</h2>
      <dl className="facts">
        <dt>{t('dashboard.facts.client')}</dt>
        <dd>
          <Link to={paths.registrations} search={{ clientId: client.id }}>
            {client.name}
          </Link>
        </dd>
        <dt>{t('dashboard.facts.subject')}</dt>
        <dd>
          <Link to={paths.subject} params={{ subjectId: subject.id }}>
            {subject.name}
          </Link>
          {subject.code ? <small>{subject.code}</small> : null}
        </dd>
        <dt>{t('dashboard.facts.admin')}</dt>
        <dd>
          {admin ? (
            <>
              {admin.name}
              {admin.idNumberMasked ? <small>{admin.idNumberMasked}</small> : null}
              {admin.consent ? (
                <small>
                  {t('dashboard.facts.consent_given')} <Moment at={admin.consent.givenAt} />
                </small>
              ) : (
                <small className="turn">{t('dashboard.facts.no_consent')}</small>
              )}
            </>
          ) : (
            t('dashboard.facts.none')
          )}
          {mayWrite && !registration.submittedAt
            ? change('admin', t(admin ? 'dashboard.facts.change' : 'dashboard.facts.set_admin'))
            : null}
          {mayWrite && admin && !admin.consent ? change('consent', t('dashboard.facts.record_consent')) : null}
        </dd>
        <dt>{t('dashboard.facts.email')}</dt>
        <dd>
          {email ? (
            <>
              <span className="breakable">{email.address}</span>
              <small>
                {t(`states.email_state.${email.state}`)}
                {email.reservedUntil ? (
                  <>
                    {' · '}
                    {t('dashboard.facts.until')} <Moment at={email.reservedUntil} />
                  </>
                ) : null}
              </small>
            </>
          ) : (
            t('dashboard.facts.none')
          )}
          {mayMail && !email ? change('email', t('dashboard.facts.reserve')) : null}
          {mayMail && email && registration.state === 'live' && !registration.lifeAfter.nextEmail
            ? change('email', t('lifeAfter.reserve_next'))
            : null}
          {mayMail && email && email.state === 'reserved' ? change('email_check', t('dashboard.facts.check')) : null}
          {mayMail && email && email.state === 'reserved'
            ? change('email_release', t('dashboard.facts.release'))
            : null}
        </dd>
        <dt>{t('dashboard.facts.sign_off')}</dt>
        <dd>
          {signOff?.standing ? (
            <Moment at={signOff.signedAt} />
          ) : (
            t(signOff ? 'dashboard.facts.sign_off_void' : 'dashboard.facts.none')
          )}
          {mayWrite && !signOff?.standing && !registration.submittedAt
            ? change('sign_off', t('dashboard.facts.record_sign_off'))
            : null}
        </dd>
        {registration.adviceId ? (
          <>
            <dt>{t('advisor.case')}</dt>
            <dd>
              <AdviceLink adviceId={registration.adviceId} registration={registration} />
            </dd>
          </>
        ) : null}
        {slots ? (
          <>
            <dt>{t('dashboard.facts.slots')}</dt>
            <dd>
              {slots.limit === null
                ? t('dashboard.facts.slots_unknown', { used: slots.reserved + slots.elsewhere })
                : t('dashboard.facts.slots_used', { used: slots.reserved + slots.elsewhere, limit: slots.limit })}{' '}
              <RuleWhy rule={slots.rule} what={t('dashboard.facts.slots')} />
              {slots.planned > 0 ? <small>{t('dashboard.facts.slots_planned', { count: slots.planned })}</small> : null}
            </dd>
          </>
        ) : null}
        {registration.deadlines.length > 0 ? (
          <>
            <dt>{t('dashboard.facts.deadlines')}</dt>
            <dd>
              <DeadlineList deadlines={registration.deadlines} />
            </dd>
          </>
        ) : null}
        {registration.originalId ? (
          <>
            <dt>{t('dashboard.facts.original_id')}</dt>
            <dd className="breakable">{registration.originalId}</dd>
          </>
        ) : null}
        <dt>{t('dashboard.facts.assignee')}</dt>
        <dd>{assigneeName ?? t('dashboard.facts.none')}</dd>
        {registration.rulebookVersion ? (
          <>
            <dt>{t('dashboard.facts.rulebook')}</dt>
            <dd>{registration.rulebookVersion}</dd>
          </>
        ) : null}
      </dl>
      {mayWrite ? change('edit', t('dashboard.facts.edit')) : null}
    </section>
  );
}
