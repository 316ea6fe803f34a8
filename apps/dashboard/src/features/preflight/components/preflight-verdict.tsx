/** The answer in one line and what is at stake: does anything stop it, how many checks passed, what a failed review would burn. */
import type { Preflight } from '@daiban/contracts';
import { formatMoney } from '@daiban/i18n';
import { IconFlame } from '@tabler/icons-react';
import { Moment } from '../../../components/moment.js';
import { RuleWhy } from '../../../components/rule-why.js';
import { useLocale } from '../../../lib/locale.js';
import { CheckRing } from './check-ring.js';

export function PreflightVerdict({ preflight }: { preflight: Preflight }) {
  const { t } = useLocale();
  const { blockers, warnings, unknowns, checks, decisions } = preflight;
  const passed = checks.filter((check) => check.passed).length;
  const doubts = warnings.length + unknowns.length;
  const blocked = blockers.length > 0;
  if (decisions.length === 0) {
    return (
      <section className="preflight-verdict" aria-labelledby="verdict">
        <div>
          <h2 id="verdict">{t('preflight.verdict.nothing')}</h2>
          <p className="quiet">{t('preflight.verdict.nothing_why')}</p>
        </div>
      </section>
    );
  }
  return (
    <section className="preflight-verdict" aria-labelledby="verdict">
      <CheckRing passed={passed} total={checks.length} blocked={blocked} />
      <div>
        <h2 id="verdict" className={blocked ? 'turn' : undefined}>
          {blocked
            ? t('preflight.verdict.blocked', { count: blockers.length })
            : doubts > 0
              ? t('preflight.verdict.doubtful', { count: doubts })
              : t('preflight.verdict.clear')}
        </h2>
        <p className="quiet">
          {t('preflight.checks', { passed, total: checks.length })} · <Moment at={preflight.at} />
        </p>
      </div>
      <Stake preflight={preflight} />
    </section>
  );
}

function Stake({ preflight: { fee, burns } }: { preflight: Preflight }) {
  const { t, locale } = useLocale();
  if (fee === null && burns === null) return <p className="preflight-stake quiet">{t('preflight.burns.none')}</p>;
  if (burns === null) {
    return (
      <p className="preflight-stake quiet">
        {t(fee?.amount ? 'preflight.burns.free' : 'preflight.burns.unknown')}{' '}
        <RuleWhy rule={fee?.rule} what={t('preflight.burns.title', { money: '' }).trim()} />
      </p>
    );
  }
  const money = formatMoney(burns, locale);
  const means = fee?.means?.map((each) => t(`states.payment_means.${each}`)).join(t('records.list_comma'));
  const title = t(fee === null ? 'preflight.burns.paid' : 'preflight.burns.title', { money });
  return (
    <div className="preflight-stake preflight-burns">
      <IconFlame size={20} stroke={1.6} aria-hidden="true" />
      <div>
        <p className="preflight-burns-title">
          {title} <RuleWhy rule={fee?.rule} what={title} />
        </p>
        <p>{t('preflight.burns.why')}</p>
        {means ? <p>{t('preflight.burns.means', { means })}</p> : null}
      </div>
    </div>
  );
}
