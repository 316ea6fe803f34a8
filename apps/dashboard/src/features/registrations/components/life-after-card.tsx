/** Where an account stands that is frozen, moves, closes, or is about to change its address: what runs, until when, and what that means. */
import { UnstyledButton } from '@mantine/core';
import type { RegistrationCase } from '@daiban/contracts';
import { formatMoney } from '@daiban/i18n';
import { Link } from '@tanstack/react-router';
import { Day, Moment } from '../../../components/moment.js';
import { RuleWhy } from '../../../components/rule-why.js';
import { paths } from '../../../config/paths.js';
import type { CaseDialog } from '../../../lib/case-dialog.js';
import { daysUntil } from '../../../lib/how-long.js';
import { useLocale } from '../../../lib/locale.js';
import { useBusinessTime, useMay } from '../../../lib/session.js';
import { findText } from '../../../lib/texts.js';
import { ConflictSides, type ConflictingCase } from './conflict-sides.js';

export interface LifeAfterCardProps {
  registration: ConflictingCase & Pick<RegistrationCase, 'lifeAfter' | 'state' | 'stateSince' | 'deadlines'>;
  onOpen: (dialog: CaseDialog) => void;
}

/** Clocks that belong to this card. */
const CLOCKS = ['migration_confirmation', 'deregistration_proof', 'freeze_end', 'deregistration_confirmation'] as const;

export function LifeAfterCard({ registration, onOpen }: LifeAfterCardProps) {
  const { t, locale } = useLocale();
  const { today } = useBusinessTime();
  const mayMail = useMay('emails.write');
  const { lifeAfter, state, stateSince, verification } = registration;
  const { restriction, migration, closing, nextEmail, slotsHeld, slotsReleasedAt } = lifeAfter;
  const stands =
    state === 'restricted' ||
    migration ||
    closing ||
    nextEmail ||
    slotsHeld ||
    slotsReleasedAt ||
    verification.conflict;
  if (!stands) return null;
  const timeLeft = (on: string): string => {
    const count = daysUntil(on, today);
    return count === 0 ? t('lifeAfter.last_day') : t('lifeAfter.days_left', { count });
  };
  const clocks = CLOCKS.flatMap((clock) =>
    registration.deadlines.flatMap(({ kind, ...deadline }) => (kind === clock ? [{ kind: clock, ...deadline }] : [])),
  );
  return (
    <section className="life-after" aria-labelledby="life-after">
      <h2 id="life-after">{t('lifeAfter.title')}</h2>
      <ConflictSides registration={registration} />
      <dl className="facts">
        {state === 'restricted' ? (
          <>
            <dt>{t('lifeAfter.restriction')}</dt>
            <dd>
              {restriction ? t(`states.restriction.${restriction}`) : t('lifeAfter.restriction_unknown')}
              <small>
                {t('lifeAfter.since')} <Moment at={stateSince} />
              </small>
              <small>{t('lifeAfter.restriction_means')}</small>
            </dd>
          </>
        ) : null}
        {migration ? (
          <>
            <dt>{t('lifeAfter.migration')}</dt>
            <dd>
              {migration.target.registrationId ? (
                <Link to={paths.registration} params={{ registrationId: migration.target.registrationId }}>
                  {migration.target.name}
                </Link>
              ) : (
                migration.target.name
              )}
              <small>{t(`states.account_type_short.${migration.target.accountType}`)}</small>
              <small>
                {migration.approvedAt ? (
                  <>
                    {t('lifeAfter.approved')} <Moment at={migration.approvedAt} />
                  </>
                ) : (
                  t('lifeAfter.in_review')
                )}
              </small>
            </dd>
            <dt>{t('lifeAfter.migration_fee')}</dt>
            <dd>
              {formatMoney(migration.fee, locale)}{' '}
              <RuleWhy rule={migration.feeRule} what={t('lifeAfter.migration_fee')} />
            </dd>
            <dt>{t('lifeAfter.open_ids')}</dt>
            <dd>
              {migration.openIdDays === null
                ? t('lifeAfter.open_ids_individual')
                : t('lifeAfter.open_ids_days', { count: migration.openIdDays })}
            </dd>
          </>
        ) : null}
        {closing ? (
          <>
            <dt>{t('lifeAfter.closing')}</dt>
            <dd>
              {closing.freezeEndsOn
                ? t(today <= closing.freezeEndsOn ? 'lifeAfter.in_freeze' : 'lifeAfter.freeze_over')
                : t(`lifeAfter.proof.${closing.proof}`)}
              <small>{t('lifeAfter.closing_means')}</small>
            </dd>
          </>
        ) : null}
        {clocks.map(({ kind, on, passed, rule }) => (
          <div key={kind} className="fact-pair">
            <dt>{t(`dashboard.deadline.${kind}`)}</dt>
            <dd>
              <Day on={on} /> <RuleWhy rule={rule} what={t(`dashboard.deadline.${kind}`)} />
              <small>{passed ? t('dashboard.facts.passed') : timeLeft(on)}</small>
            </dd>
          </div>
        ))}
        {nextEmail ? (
          <>
            <dt>{t('lifeAfter.next_email')}</dt>
            <dd>
              <span className="breakable">{nextEmail.address}</span>
              <small>
                {nextEmail.lastCheck
                  ? (findText(locale, `states.email_check.${nextEmail.lastCheck.result}`) ?? nextEmail.lastCheck.result)
                  : t('lifeAfter.next_email_unchecked')}
              </small>
              {mayMail ? (
                <>
                  <UnstyledButton className="fact-change" onClick={() => onOpen('email_check')}>
                    {t('dashboard.facts.check')}
                  </UnstyledButton>
                  <UnstyledButton className="fact-change" onClick={() => onOpen('email_release')}>
                    {t('dashboard.facts.release')}
                  </UnstyledButton>
                </>
              ) : null}
            </dd>
          </>
        ) : null}
        {slotsHeld || slotsReleasedAt ? (
          <>
            <dt>{t('lifeAfter.slots')}</dt>
            <dd>
              {slotsReleasedAt ? (
                <>
                  {t('lifeAfter.slots_released')} <Moment at={slotsReleasedAt} />
                </>
              ) : (
                t('lifeAfter.slots_held')
              )}
            </dd>
          </>
        ) : null}
      </dl>
    </section>
  );
}
