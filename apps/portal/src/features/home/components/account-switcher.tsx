/** Which of the client's accounts is shown; there only when they have more than one. */
import type { PortalRegistration } from '@daiban/contracts';
import { StageText } from '@daiban/ui';
import { useLocale } from '../../../lib/locale.js';
import { text } from '../../../lib/texts.js';

interface AccountSwitcherProps {
  registrations: readonly PortalRegistration[];
  shownId: string;
  onShow(id: string): void;
}

export function AccountSwitcher({ registrations, shownId, onShow }: AccountSwitcherProps) {
  const { locale } = useLocale();
  return (
    <nav className="portal-accounts" aria-label={text(locale, 'portal.accounts')}>
      <ul>
        {registrations.map(({ id, accountName, stage, holder }) => (
          <li key={id}>
            <button type="button" aria-current={id === shownId ? 'page' : undefined} onClick={() => onShow(id)}>
              <b>{accountName}</b>
              <StageText stage={stage} label={text(locale, `states.stage.${stage}`)} />
              {holder === 'client' ? <span className="portal-turn">{text(locale, 'portal.turn.client')}</span> : null}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
