/** One address: its state and until when, who has it, what was found out about it, why nobody else gets it and what would clear that. */
import type { AccountEmail } from '@daiban/contracts';
import { Button } from '@mantine/core';
import { FindingNotes } from '@daiban/ui';
import { Link } from '@tanstack/react-router';
import { Moment } from '../../../components/moment.js';
import { PlainDialog } from '../../../components/plain-dialog.js';
import { paths } from '../../../config/paths.js';
import { useFindingText } from '../../../lib/finding-text.js';
import { useLocale } from '../../../lib/locale.js';
import { EmailMark } from './email-mark.js';

export interface EmailDialogProps {
  email: AccountEmail;
  /** Absent: the reader may not record one. */
  onCheck?: (() => void) | undefined;
  onClose: () => void;
}

export function EmailDialog({ email, onCheck, onClose }: EmailDialogProps) {
  const { t } = useLocale();
  const findingText = useFindingText();
  const { address, state, stateSince, until, holder, registration, lastCheck, why, warnings } = email;
  return (
    <PlainDialog title={address} onClose={onClose}>
      <dl className="record-facts">
        <dt>{t('pool.state')}</dt>
        <dd>
          <EmailMark state={state} />
        </dd>
        <dt>{t('pool.since')}</dt>
        <dd>
          <Moment at={stateSince} />
        </dd>
        <dt>{t('pool.until')}</dt>
        <dd>{until ? <Moment at={until} /> : t(`pool.until_none.${state}`)}</dd>
        <dt>{t('pool.held_for')}</dt>
        <dd>
          {registration ? (
            <>
              <Link to={paths.registration} params={{ registrationId: registration.id }}>
                {registration.accountName}
              </Link>{' '}
              <span className="dim">
                {registration.clientName} · {t(`states.registration.${registration.state}`)}
              </span>
            </>
          ) : (
            t('pool.nobody')
          )}
        </dd>
        <dt>{t('pool.holder')}</dt>
        <dd>{t(`states.holder.${holder}`)}</dd>
        <dt>{t('pool.checked')}</dt>
        <dd>
          {lastCheck ? (
            <>
              {t(`states.email_check.${lastCheck.result}`)}
              <span className="record-line-note">
                {' '}
                <Moment at={lastCheck.checkedAt} /> · {t(`states.evidence.${lastCheck.evidenceRank}`)}
              </span>
            </>
          ) : (
            t('pool.never_checked')
          )}
        </dd>
      </dl>
      {why ? (
        <section aria-labelledby="why-taken">
          <h3 id="why-taken" className="record-line-note">
            {t('pool.why')}
          </h3>
          <FindingNotes findings={[findingText(why)]} />
        </section>
      ) : (
        <p>{t('pool.is_free')}</p>
      )}
      {warnings.length > 0 ? <FindingNotes findings={warnings.map(findingText)} /> : null}
      {onCheck ? (
        <div>
          <Button variant="default" onClick={onCheck}>
            {t('pool.check')}
          </Button>
        </div>
      ) : null}
    </PlainDialog>
  );
}
