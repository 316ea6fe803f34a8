/** Which open cases answer differently under a new value, and what differs. */
import type { CasesTouched } from '@daiban/contracts';
import { StageText } from '@daiban/ui';
import { Link } from '@tanstack/react-router';
import { paths } from '../../../config/paths.js';
import { useLocale } from '../../../lib/locale.js';
import { findText } from '../../../lib/texts.js';

/** Named in the dialog; the rest is counted. */
const SHOWN = 8;

export function CasesTouchedList({ touched }: { touched: CasesTouched }) {
  const { t, locale } = useLocale();
  const { count, cases, askedAll } = touched;
  if (count === 0)
    return (
      <p className="quiet" role="status">
        {t('rulebook.preview_none')}
      </p>
    );
  return (
    <div className="rule-touched" role="status">
      <p>{t('rulebook.preview_count', { count })}</p>
      <ul>
        {cases.slice(0, SHOWN).map(({ registrationId, accountName, clientName, stage, changed }) => (
          <li key={registrationId}>
            <Link to={paths.registration} params={{ registrationId }} target="_blank">
              {accountName}
            </Link>{' '}
            <span className="dim">{clientName}</span> <StageText stage={stage} label={t(`states.stage.${stage}`)} />
            <small>
              {changed
                .map((each) => findText(locale, `rulebook.changed.${each}`) ?? each)
                .join(t('records.list_comma'))}
            </small>
          </li>
        ))}
      </ul>
      {count > SHOWN ? <p className="quiet">{t('rulebook.preview_more', { count: count - SHOWN })}</p> : null}
      {askedAll ? null : <p className="quiet">{t('rulebook.preview_not_all')}</p>}
    </div>
  );
}
