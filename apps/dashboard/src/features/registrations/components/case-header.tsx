/** The top of a case: which account, of whom, and in one sentence whose turn it is, until when, and when the client hears from us. */
import { Pill, HolderMark, StageText } from '@daiban/ui';
import type { RegistrationCase } from '@daiban/contracts';
import { formatDateRange } from '@daiban/i18n';
import type { ReactNode } from 'react';
import { Moment, Day } from '../../../components/moment.js';
import { RuleWhy } from '../../../components/rule-why.js';
import { daysSince } from '../../../lib/how-long.js';
import { useLocale } from '../../../lib/locale.js';
import { useBusinessTime } from '../../../lib/session.js';

export function CaseHeader({ registration, actions }: { registration: RegistrationCase; actions?: ReactNode }) {
  const { t, locale } = useLocale();
  const { now } = useBusinessTime();
  const { holder, expectedRange: range, promise, verification, subject } = registration;
  const isHan = /\p{Script=Han}/u.test(registration.proposedName);
  const days = daysSince(registration.holderSince, now);
  // Chinese sets no spaces between its sentences.
  const gap = locale === 'zh' ? '' : ' ';
  return (
    <>
      <div className="case-title">
        <h1 lang={isHan ? 'zh-Hans' : undefined}>{registration.proposedName}</h1>
        <div className="case-actions">{actions}</div>
      </div>
      <ul className="case-meta">
        <li>
          <StageText stage={registration.stage} label={t(`states.stage.${registration.stage}`)} />
        </li>
        <li>{t(`states.account_type.${registration.accountType}`)}</li>
        <li>{subject.name}</li>
        <li>{t(`states.subject_type.${subject.type}`)}</li>
        <li>{t(`states.route.${registration.route}`)}</li>
      </ul>
      <p className="case-say">
        <span className="case-holder">
          <HolderMark holder={holder} size={13} />
          <b>{holder === 'none' ? t('dashboard.case.nobody') : t(`states.holder.${holder}`)}</b>
        </span>
        {gap}
        {holder === 'none'
          ? null
          : days === 0
            ? t('dashboard.case.turn_today')
            : t('dashboard.case.turn_days', { count: days })}
        {gap}
        {range ? (
          <>
            {t('dashboard.case.expected')}
            {gap}
            <b className="nowrap">{formatDateRange(range.fromOn, range.toOn, locale)}</b>
            {gap}
            {t('dashboard.case.in_working_days', { min: range.minDays, max: range.maxDays })}
            {gap}
            <RuleWhy rule={range.rule} what={t('dashboard.case.expected')} />
            {gap}
            {range.ownCases === null ? null : t('dashboard.case.own_cases', { count: range.ownCases })}
            {gap}
            {range.provisional ? t('dashboard.case.provisional') : null}
            {gap}
          </>
        ) : null}
        {promise ? (
          <>
            {t('dashboard.case.client_hears')}
            {gap}
            {promise.broken ? (
              <Pill tone="broken">
                <Moment at={promise.by} /> {t('dashboard.overdue')}
              </Pill>
            ) : (
              <b className="turn">
                <Moment at={promise.by} />
              </b>
            )}
            {t('dashboard.case.client_hears_end')}
            <RuleWhy rule={promise.rule} part={registration.stage} what={t('dashboard.case.client_hears')} />
            {gap}
          </>
        ) : null}
        {(verification.until ?? verification.untilOn) ? (
          <>
            {t(`states.verification.${verification.status}`)}
            {t(verification.status === 'expired' ? 'dashboard.case.ended_on' : 'dashboard.case.until')}
            {gap}
            <b>{verification.until ? <Moment at={verification.until} /> : <Day on={verification.untilOn!} />}</b>
            {verification.provenance ? (
              <span className="provenance">{t(`states.provenance.${verification.provenance}`)}</span>
            ) : null}
            <RuleWhy
              rule={verification.untilRule ?? verification.window?.rule}
              what={t(`states.verification.${verification.status}`)}
            />
          </>
        ) : null}
      </p>
      {registration.paused ? <Pill tone="turn">{t('dashboard.case.paused')}</Pill> : null}
    </>
  );
}
