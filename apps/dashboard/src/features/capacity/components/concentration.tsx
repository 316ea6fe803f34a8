/** Where much hangs on little: accounts by whose licence, and the licences and admins that carry most, as bars with their numbers. */
import type { Concentration as ConcentrationAnswer } from '@daiban/contracts';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { paths } from '../../../config/paths.js';
import { useLocale } from '../../../lib/locale.js';

export function Concentration({ accounts, byLicenceOwner, topSubjects, topAdmins }: ConcentrationAnswer) {
  const { t } = useLocale();
  return (
    <section className="concentration" aria-labelledby="concentration">
      <h2 id="concentration">
        {t('capacity.concentration.title')}
        <span> {t('capacity.concentration.accounts', { count: accounts })}</span>
      </h2>
      <div className="concentration-columns">
        <Bars
          title={t('capacity.concentration.by_owner')}
          of={accounts}
          bars={byLicenceOwner.map(({ licenceOf, accounts: count }) => ({
            key: licenceOf,
            count,
            label: t(`states.licence_of.${licenceOf}`),
          }))}
        />
        <Bars
          title={t('capacity.concentration.subjects')}
          of={accounts}
          bars={topSubjects.map(({ id, name, accounts: count }) => ({
            key: id,
            count,
            label: (
              <Link to={paths.subject} params={{ subjectId: id }}>
                {name}
              </Link>
            ),
          }))}
        />
        <Bars
          title={t('capacity.concentration.admins')}
          of={accounts}
          bars={topAdmins.map(({ id, name, accounts: count }) => ({
            key: id,
            count,
            label: (
              <Link to={paths.person} params={{ personId: id }}>
                {name}
              </Link>
            ),
          }))}
        />
      </div>
    </section>
  );
}

interface BarsProps {
  title: string;
  /** What a full bar stands for. */
  of: number;
  bars: readonly { key: string; label: ReactNode; count: number }[];
}

function Bars({ title, of, bars }: BarsProps) {
  const { t } = useLocale();
  return (
    <div>
      <h3>{title}</h3>
      {bars.length === 0 ? <p className="quiet">{t('capacity.concentration.none')}</p> : null}
      <ul>
        {bars.map(({ key, label, count }) => (
          <li key={key} className="concentration-bar">
            <span className="concentration-label">{label}</span>
            <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
              <rect className="concentration-all" width="100" height="8" />
              <rect className="concentration-part" width={(100 * count) / of} height="8" />
            </svg>
            <span className="num">{count}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
