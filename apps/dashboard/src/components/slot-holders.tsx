/** Who takes a licence's places: our cases, planned or counting, and accounts elsewhere that somebody typed. */
import type { SubjectCapacity } from '@daiban/contracts';
import { Link } from '@tanstack/react-router';
import { paths } from '../config/paths.js';
import { useLocale, type Translate } from '../lib/locale.js';
import './slot-holders.css';

export function SlotHolders({ holders, elsewhere }: Pick<SubjectCapacity, 'holders' | 'elsewhere'>) {
  const { t } = useLocale();
  if (holders.length + elsewhere.length === 0) return <p className="quiet">{t('capacity.slots.none_held')}</p>;
  return (
    <ul className="slot-holders" aria-label={t('capacity.slots.holders')}>
      {holders.map((holder) => {
        const note = noteOf(holder, t);
        return (
          <li key={holder.registrationId}>
            <span className={`seat seat-${holder.slot}`} aria-hidden="true" />
            <span>
              <Link to={paths.registration} params={{ registrationId: holder.registrationId }}>
                {holder.accountName}
              </Link>{' '}
              <span className="quiet">
                {holder.clientName} · {t(`capacity.slots.${holder.slot}`)} · {t(`states.registration.${holder.state}`)}
              </span>
              {note ? <small className="slot-note">{note}</small> : null}
            </span>
          </li>
        );
      })}
      {elsewhere.map((account, index) => (
        <li key={index}>
          <span className="seat seat-elsewhere" aria-hidden="true" />
          <span>
            {t('capacity.slots.elsewhere_line', { type: account.accountType, state: account.state })}
            {account.note ? <small className="slot-note">{account.note}</small> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Why a place is still taken by an account that is on its way out, or out of our hands. */
function noteOf({ state, frozenUntilOn }: SubjectCapacity['holders'][number], t: Translate): string | null {
  if (state === 'handed_over') return t('capacity.slots.handed_over');
  if (state === 'closed') return t('capacity.slots.given_up');
  if (state !== 'closing') return null;
  return frozenUntilOn ? t('capacity.slots.frozen_until', { on: frozenUntilOn }) : t('capacity.slots.closing');
}
