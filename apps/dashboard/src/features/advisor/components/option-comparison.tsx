/** The three licences an account can stand on, side by side; on a phone one under the other. */
import type { Advice, AdviceOption } from '@daiban/contracts';
import { useLocale } from '../../../lib/locale.js';
import { StatementList } from './statement-list.js';
import { TimeBar } from './time-bar.js';
import { Days, Sum } from './verdict-card.js';
import { VerdictMark } from './verdict-mark.js';

export function OptionComparison({ advice: { options } }: { advice: Advice }) {
  const { t } = useLocale();
  const longest = Math.max(1, ...options.map(({ timeRange }) => timeRange?.maxDays ?? 0));
  return (
    <section className="card" aria-labelledby="options">
      <header>
        <h2 id="options">{t('advisor.options')}</h2>
      </header>
      <div className="advice-options">
        {options.map((option) => (
          <Option key={option.option} option={option} longest={longest} />
        ))}
      </div>
    </section>
  );
}

function Option({ option, longest }: { option: AdviceOption; longest: number }) {
  const { t } = useLocale();
  const { accountType, costs, timeRange, isChosen, isAvailable } = option;
  return (
    <article className="advice-option" data-chosen={isChosen || undefined} aria-labelledby={`option-${option.option}`}>
      <h3 id={`option-${option.option}`}>
        {t(`advisor.option.${option.option}`)}
        {isChosen || !isAvailable ? <em>{t(isChosen ? 'advisor.chosen' : 'advisor.not_there')}</em> : null}
      </h3>
      <p>
        <VerdictMark verdict={option.verdict} />
      </p>
      <div className="advice-option-no">
        {option.refusals.map(({ code, message }) => (
          <p key={code}>{message}</p>
        ))}
      </div>
      <dl className="advice-rows">
        <dt>{t('advisor.account')}</dt>
        <dd>
          {accountType === null ? t('advisor.no_type') : t(`states.account_type_short.${accountType}`)}
          {option.openTypes.length > 1 ? (
            <small>
              {t('advisor.also_open', {
                types: option.openTypes
                  .filter((type) => type !== accountType)
                  .map((type) => t(`states.account_type_short.${type}`))
                  .join(t('records.list_comma')),
              })}
            </small>
          ) : null}
        </dd>
        <dt>{t('advisor.figure.first_year')}</dt>
        <dd>{costs ? <Sum costs={costs} period="firstYear" /> : '–'}</dd>
        <dt>{t('advisor.figure.yearly')}</dt>
        <dd>{costs ? <Sum costs={costs} period="yearly" /> : '–'}</dd>
        <dt>{t('advisor.figure.time')}</dt>
        <dd>
          {timeRange ? (
            <>
              <Days range={timeRange} />
              <TimeBar range={timeRange} longest={longest} />
            </>
          ) : (
            t('advisor.nobody_knows')
          )}
        </dd>
        <dt>{t('advisor.wechat_pay')}</dt>
        <dd>
          <VerdictMark verdict={option.wechatPay} />
        </dd>
        <dt>{t('advisor.owner')}</dt>
        <dd>{t(`advisor.owner.${option.owner}`)}</dd>
      </dl>
      <StatementList statements={option.notes} />
    </article>
  );
}
