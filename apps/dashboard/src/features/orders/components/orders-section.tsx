/** The verification orders of a case, newest first: state, corrections left, the wait, the fee; and for an open one what Tencent may say next. */
import { Button } from '@mantine/core';
import type { VerificationOrder } from '@daiban/contracts';
import { formatDateRange, formatMoney, formatShortDate, type MoneyAmount } from '@daiban/i18n';
import { ChancesMeter, FindingNotes, StageMark, waitCells, WaitGauge } from '@daiban/ui';
import { OPEN_ORDER_STATES, type OrderEvent, type OrderState, type Stage } from '@daiban/domain/enumerations';
import { Day } from '../../../components/moment.js';
import { RuleWhy } from '../../../components/rule-why.js';
import { useFindingText } from '../../../lib/finding-text.js';
import { useLocale } from '../../../lib/locale.js';
import { useBusinessTime, useMay } from '../../../lib/session.js';

const GLYPHS: Record<OrderState, Stage> = {
  preparing: 'prerequisites',
  awaiting_fee: 'fee',
  awaiting_dispatch: 'proof',
  in_review: 'review',
  awaiting_supplement: 'supplement',
  passed: 'live',
  failed: 'rejected',
  payment_expired: 'lapsed',
  cancelled: 'closed',
};

export interface OrdersSectionProps {
  orders: readonly VerificationOrder[];
  onEvent: (order: VerificationOrder, event: OrderEvent) => void;
  /** Missing where no order can be opened now. */
  onOpen?: (() => void) | undefined;
}

export function OrdersSection({ orders, onEvent, onOpen }: OrdersSectionProps) {
  const { t, locale } = useLocale();
  const mayDecide = useMay('registrations.decide');
  if (orders.length === 0 && !onOpen) return null;
  const paid = sumUp(orders);
  const lost = sumUp(orders.filter(({ state }) => state === 'failed'));
  return (
    <section className="panel-section" aria-labelledby="orders">
      <header className="section-head">
        <h2 id="orders">{t('dashboard.orders.title')}</h2>
        {onOpen && mayDecide ? (
          <Button size="xs" variant="default" onClick={onOpen}>
            {t('dashboard.orders.open')}
          </Button>
        ) : null}
      </header>
      {orders.length === 0 ? <p className="quiet">{t('dashboard.orders.none')}</p> : null}
      <ul className="orders">
        {orders.map((order) => (
          <Order key={order.id} order={order} onEvent={mayDecide ? (event) => onEvent(order, event) : undefined} />
        ))}
      </ul>
      {paid.length > 0 ? (
        <p className="orders-sum">
          <span>
            {t('dashboard.orders.paid_so_far')} <b>{paid.map((each) => formatMoney(each, locale)).join(' + ')}</b>
          </span>
          {lost.length > 0 ? (
            <b className="loss">
              {t('dashboard.orders.of_which_lost', {
                amount: lost.map((each) => formatMoney(each, locale)).join(' + '),
              })}
            </b>
          ) : null}
        </p>
      ) : null}
    </section>
  );
}

/** Payments of these orders, one sum for each currency. */
function sumUp(orders: readonly VerificationOrder[]): MoneyAmount[] {
  const sums = new Map<string, number>();
  for (const { payment } of orders) {
    if (payment)
      sums.set(payment.amount.currency, (sums.get(payment.amount.currency) ?? 0) + payment.amount.amountMinor);
  }
  return [...sums].map(([currency, amountMinor]) => ({ currency, amountMinor }));
}

function Order({ order, onEvent }: { order: VerificationOrder; onEvent?: ((event: OrderEvent) => void) | undefined }) {
  const { t, locale } = useLocale();
  const isOpen = (OPEN_ORDER_STATES as readonly OrderState[]).includes(order.state);
  const isLost = order.state === 'failed';
  const amount = order.payment?.amount ?? order.fee;
  return (
    <li className="order">
      <p className="order-head">
        <span className={isLost ? 'loss' : undefined}>
          <StageMark stage={GLYPHS[order.state]} />
          <b>{t('dashboard.orders.number', { number: order.number })}</b>
        </span>
        <span className="quiet">{t(`states.order_kind.${order.kind}`)}</span>
        <b className={isLost && order.payment ? 'loss order-amount' : 'order-amount'}>
          {order.waived
            ? t('dashboard.orders.waived')
            : amount
              ? isLost && order.payment
                ? t('dashboard.orders.lost', { amount: formatMoney(amount, locale) })
                : formatMoney(amount, locale)
              : t('dashboard.orders.fee_unknown')}
          <RuleWhy rule={order.feeRule} what={t('why.fee')} />
        </b>
      </p>
      <p className={isOpen ? undefined : 'quiet'}>
        {t(`states.order.${order.state}`)}
        {order.state === 'passed' ? (
          <>
            {' · '}
            {t(`states.naming.${order.naming}`)}
          </>
        ) : null}
      </p>
      <Chances order={order} mayCorrect={isOpen || (order.state === 'passed' && order.naming === 'pending')} />
      {isOpen && order.expectedRange ? <Wait range={order.expectedRange} /> : null}
      {order.supplementReason ? <blockquote className="order-quote">{order.supplementReason}</blockquote> : null}
      {order.state === 'awaiting_supplement' ? (
        <p className="turn">
          {t('dashboard.orders.due')} {order.dueOn ? <Day on={order.dueOn} /> : t('dashboard.orders.due_not_stated')}
        </p>
      ) : null}
      {order.payment?.paidOn ? (
        <p className="quiet">
          {t('dashboard.orders.paid_on', { payer: t(`states.payer.${order.payer}`) })} <Day on={order.payment.paidOn} />
        </p>
      ) : isOpen ? (
        <p className="quiet">{t(`states.payer.${order.payer}`)}</p>
      ) : null}
      {order.auditor ? (
        <p className="quiet">
          {t('dashboard.orders.auditor', { name: order.auditor.provider })}
          {order.missedCalls > 0 ? (
            <span className="turn"> {t('dashboard.orders.missed_calls', { count: order.missedCalls })}</span>
          ) : null}
        </p>
      ) : null}
      {isOpen || order.naming === 'pending' ? <OrderEvents order={order} onEvent={onEvent} /> : null}
    </li>
  );
}

/** Corrections that are left; of an order that takes none any more, how many it took. */
function Chances({ order, mayCorrect }: { order: VerificationOrder; mayCorrect: boolean }) {
  const { t } = useLocale();
  const { chancesTotal: total, chancesLeft: left } = order;
  if (total === null || left === null) return null;
  if (mayCorrect)
    return (
      <span className="order-chances">
        <ChancesMeter total={total} left={left} label={t('dashboard.orders.chances', { count: left })} />
        <RuleWhy rule={order.chancesRule} what={t('dashboard.orders.chances', { count: left })} />
      </span>
    );
  const used = total - left;
  return used > 0 ? <p className="quiet">{t('dashboard.orders.chances_used', { count: used })}</p> : null;
}

function OrderEvents({
  order,
  onEvent,
}: {
  order: VerificationOrder;
  onEvent?: ((event: OrderEvent) => void) | undefined;
}) {
  const { t } = useLocale();
  const findingText = useFindingText();
  const allowed = order.availableEvents.filter((offered) => offered.allowed);
  const refused = order.availableEvents.filter((offered) => !offered.allowed);
  return (
    <>
      {onEvent && allowed.length > 0 ? (
        <details className="more">
          <summary>{t('dashboard.orders.record')}</summary>
          <div className="action-buttons">
            {allowed.map(({ event }) => (
              <Button key={event} size="xs" variant="default" onClick={() => onEvent(event)}>
                {t(`states.event.${event}`)}
              </Button>
            ))}
          </div>
        </details>
      ) : null}
      {refused.length > 0 ? (
        <details className="more">
          <summary>{t('dashboard.blocked.order', { count: refused.length })}</summary>
          <ul className="blocked">
            {refused.map((offered) => (
              <li key={offered.event}>
                <p className="blocked-what">{t(`states.event.${offered.event}`)}</p>
                <FindingNotes findings={offered.refusals.map(findingText)} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

function Wait({ range }: { range: NonNullable<VerificationOrder['expectedRange']> }) {
  const { t, locale } = useLocale();
  const { today } = useBusinessTime();
  const words = {
    today: t('dashboard.wait.today'),
    closed: () => t('dashboard.wait.closed'),
    makeUp: (on: string) => t('dashboard.wait.make_up', { date: formatShortDate(on, locale) }),
  };
  const expected = t('dashboard.wait.expected', { range: formatDateRange(range.fromOn, range.toOn, locale) });
  const day = range.days.findLast(({ on, number }) => on <= today && number !== null)?.number ?? 0;
  const summary = t('dashboard.wait.summary', { day, min: range.minDays, max: range.maxDays });
  const makeUp = range.days.filter(({ kind, on }) => kind === 'make_up' && on >= today);
  return (
    <>
      <p className="quiet">
        {summary} <RuleWhy rule={range.rule} what={expected} />
      </p>
      <WaitGauge
        cells={waitCells(range.days, range, today, words)}
        expectedLabel={expected}
        summary={`${summary} ${expected}`}
      />
      {makeUp.map(({ on }) => (
        <p key={on} className="quiet">
          {words.makeUp(on)}
        </p>
      ))}
    </>
  );
}
