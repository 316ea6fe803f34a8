/** What a person should know before an event of the life after is recorded: what a migration costs, which address follows, what the two sides of a conflict say. */
import type { RegistrationCase } from '@daiban/contracts';
import type { RegistrationEvent } from '@daiban/domain/enumerations';
import { ConflictSides } from './conflict-sides.js';
import { useLocale } from '../../../lib/locale.js';
import { findText } from '../../../lib/texts.js';

export function EventNote({ registration, event }: { registration: RegistrationCase; event: RegistrationEvent }) {
  const { t, locale } = useLocale();
  if (event === 'verification_conflict_resolved') return <ConflictSides registration={registration} />;
  const next = registration.lifeAfter.nextEmail;
  if (event === 'email_changed' && next) {
    return <p className="quiet">{t('lifeAfter.note.email_changed', { address: next.address })}</p>;
  }
  const note = findText(locale, `lifeAfter.note.${event}`);
  return note ? <p className="quiet">{note}</p> : null;
}
