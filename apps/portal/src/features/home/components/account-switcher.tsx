/** Which of the client's accounts is shown; there only when they have more than one. */
import { useState } from 'react';
import type { PortalRegistration } from '@daiban/contracts';
import { HolderMark, StageText } from '@daiban/ui';
import { useLocale } from '../../../lib/locale.js';
import { text } from '../../../lib/texts.js';

/** More than these, and the first few stand for all until they are asked for: where the shown one stands comes first. */
const MANY = 6;
const FEW = 3;

interface AccountSwitcherProps {
  registrations: readonly PortalRegistration[];
  shownId: string;
  agencyName: string;
  onShow(id: string): void;
}

export function AccountSwitcher({ registrations, shownId, agencyName, onShow }: AccountSwitcherProps) {
  const { locale } = useLocale();
  const [isOpen, setIsOpen] = useState(registrations.length <= MANY);
  const drawn = isOpen ? registrations : registrations.filter(({ id }, place) => place < FEW || id === shownId);
  return (
    <nav className="portal-accounts" aria-label={text(locale, 'portal.accounts')}>
      <ul>
        {drawn.map(({ id, accountName, stage, holder }) => (
          <li key={id}>
            <button type="button" aria-current={id === shownId ? 'page' : undefined} onClick={() => onShow(id)}>
              <b>{accountName}</b>
              <StageText stage={stage} label={text(locale, `states.stage.${stage}`)} />
              {holder === 'none' ? null : (
                <span className={holder === 'client' ? 'portal-turn' : 'portal-turn portal-turn-other'}>
                  <HolderMark holder={holder} />{' '}
                  {holder === 'agency'
                    ? text(locale, 'portal.turn.agency', { agency: agencyName })
                    : text(locale, `portal.turn.${holder}`)}
                </span>
              )}
            </button>
          </li>
        ))}
        {isOpen ? null : (
          <li>
            <button type="button" className="portal-accounts-all" onClick={() => setIsOpen(true)}>
              {text(locale, 'portal.accounts.all', { count: registrations.length })}
            </button>
          </li>
        )}
      </ul>
    </nav>
  );
}
