/** Accounts that stand on one number, drawn as seats under the limit, with the same in words and the way to the rule the limit comes from. */
import type { SlotUse } from '@daiban/contracts';
import type { SlotKind } from '@daiban/domain/enumerations';
import { RuleWhy } from './rule-why.js';
import { useLocale } from '../lib/locale.js';
import './seat-counter.css';

export interface SeatCounterProps {
  /** What is counted: one of the limits, or something with a title of its own. */
  kind?: SlotKind;
  title?: string;
  /** The screen says above what is counted: the title stays for those who do not see it. */
  titleHidden?: boolean;
  /** null: there is nothing to count. */
  use: (Omit<SlotUse, 'limitByRule' | 'granted'> & Partial<SlotUse>) | null;
}

export function SeatCounter({ kind = 'subject', title: ownTitle, titleHidden = false, use }: SeatCounterProps) {
  const { t } = useLocale();
  const what = ownTitle ?? t(`states.slot.${kind}`);
  const title = <h3 className={titleHidden ? 'visually-hidden' : undefined}>{what}</h3>;
  if (!use) {
    return (
      <div className="seats">
        {title}
        <p className="record-line-note">{t('records.seats.nothing')}</p>
      </div>
    );
  }
  const { reserved, planned, elsewhere, limit, limitByRule = null, granted = 0, rule } = use;
  const taken = reserved + elsewhere;
  const free = Math.max(0, (limit ?? 0) - taken - planned);
  const seats = [
    ...Array<string>(reserved).fill('reserved'),
    ...Array<string>(elsewhere).fill('elsewhere'),
    ...Array<string>(planned).fill('planned'),
    ...Array<string>(free).fill('free'),
  ];
  const parts = (['here', 'elsewhere', 'planned'] as const).flatMap((part, index) => {
    const count = [reserved, elsewhere, planned][index] ?? 0;
    return count === 0 ? [] : [t(`records.seats.${part}`, { count })];
  });
  const isOver = limit !== null && taken > limit;
  return (
    <div className="seats">
      {title}
      {seats.length > 0 ? (
        <div className="seats-row" data-many={seats.length > 12 || undefined} aria-hidden="true">
          {seats.map((state, index) => (
            <span
              key={index}
              className={`seat seat-${state}`}
              data-over={(limit !== null && index >= limit) || undefined}
            />
          ))}
        </div>
      ) : null}
      <p className={isOver ? 'mark-turn' : undefined}>
        {limit === null ? t('records.seats.no_limit', { taken }) : t('records.seats.of', { taken, limit })}
        {isOver ? t('records.seats.over') : null} <RuleWhy rule={rule} what={what} />
      </p>
      {granted > 0 && limitByRule !== null ? (
        <p className="record-line-note">{t('records.seats.limit_parts', { rule: limitByRule, granted })}</p>
      ) : null}
      {elsewhere + planned === 0 ? null : <p className="record-line-note">{parts.join(t('dashboard.comma'))}</p>}
    </div>
  );
}
