/** Accounts that stand on one number, drawn as seats under the limit, with the same in words and the rule the limit comes from. */
import type { Person } from '@daiban/contracts';
import type { SlotKind } from '@daiban/domain/enumerations';
import { formatDate } from '@daiban/i18n';
import { useLocale } from '../../../lib/locale.js';
import './seat-counter.css';

export interface SeatCounterProps {
  kind: SlotKind;
  use: Person['counters']['adminId'];
}

export function SeatCounter({ kind, use }: SeatCounterProps) {
  const { t, locale } = useLocale();
  const title = <h3>{t(`states.slot.${kind}`)}</h3>;
  if (!use) {
    return (
      <div className="seats">
        {title}
        <p className="record-line-note">{t('records.seats.nothing')}</p>
      </div>
    );
  }
  const { reserved, planned, elsewhere, limit, rule } = use;
  const taken = reserved + elsewhere;
  const free = Math.max(0, (limit ?? 0) - taken - planned);
  const seats = [
    ...Array<string>(reserved).fill('reserved'),
    ...Array<string>(elsewhere).fill('elsewhere'),
    ...Array<string>(planned).fill('planned'),
    ...Array<string>(free).fill('free'),
  ];
  const isOver = limit !== null && taken > limit;
  return (
    <div className="seats">
      {title}
      <div className="seats-row" data-many={seats.length > 12 || undefined} aria-hidden="true">
        {seats.map((state, index) => (
          <span
            key={index}
            className={`seat seat-${state}`}
            data-over={(limit !== null && index >= limit) || undefined}
          />
        ))}
      </div>
      <p className={isOver ? 'mark-turn' : undefined}>
        {limit === null ? t('records.seats.no_limit', { taken }) : t('records.seats.of', { taken, limit })}
        {isOver ? t('records.seats.over') : null}
      </p>
      <p className="record-line-note">{t('records.seats.detail', { reserved, elsewhere, planned })}</p>
      {rule ? (
        <p className="record-line-note seats-rule">
          <span className="finding-rule">{rule.id}</span> · {rule.source}
          {rule.validFrom ? ` · ${formatDate(rule.validFrom, locale)}` : ''}
        </p>
      ) : null}
    </div>
  );
}
