/** The ways of proving the company, closed ones too, so that nobody asks for one in vain. */
import type { Advice, AdviceRoute } from '@daiban/contracts';
import { RuleWhy } from '../../../components/rule-why.js';
import { useLocale } from '../../../lib/locale.js';
import { StatementList } from './statement-list.js';
import { TimeBar } from './time-bar.js';
import { Days, Sum } from './verdict-card.js';
import { VerdictMark } from './verdict-mark.js';

export function RouteComparison({ advice: { routes } }: { advice: Advice }) {
  const { t } = useLocale();
  if (routes.length === 0) return null;
  const longest = Math.max(1, ...routes.map(({ timeRange }) => timeRange?.maxDays ?? 0));
  return (
    <section className="card" aria-labelledby="ways">
      <header>
        <h2 id="ways">{t('advisor.ways')}</h2>
      </header>
      <ul className="advice-ways">
        {[...routes]
          .sort((one, other) => rank(one) - rank(other))
          .map((route) => (
            <Way key={route.route} route={route} longest={longest} />
          ))}
      </ul>
    </section>
  );
}

function rank({ isRecommended, verdict }: AdviceRoute): number {
  return isRecommended ? 0 : ['allowed', 'unknown', 'refused'].indexOf(verdict) + 1;
}

function Way({ route: way, longest }: { route: AdviceRoute; longest: number }) {
  const { t } = useLocale();
  const { route, verdict, costs, timeRange, notes } = way;
  const name = t(`states.route.${route}`);
  return (
    <li className="advice-way" data-verdict={verdict}>
      <div className="advice-way-head">
        <h3>
          {name}
          {way.isRecommended ? <em>{t('advisor.recommended')}</em> : null}
        </h3>
        <span>
          <VerdictMark verdict={verdict} /> <RuleWhy rule={way.rule} what={name} />
        </span>
      </div>
      {costs ? (
        <dl className="advice-way-facts">
          <div>
            <dt>{t('advisor.figure.first_year')}</dt>
            <dd>
              <Sum costs={costs} period="firstYear" />
            </dd>
          </div>
          <div>
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
          </div>
        </dl>
      ) : null}
      <StatementList statements={notes} />
    </li>
  );
}
