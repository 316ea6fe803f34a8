/** One field of the sheet: WeChat's word and ours, the value with its button to copy it, what counts, what is locked, what is missing, its tick. */
import { ActionIcon, Checkbox } from '@mantine/core';
import type { FillSheetField } from '@daiban/contracts';
import { HolderText } from '@daiban/ui';
import { IconCheck, IconCopy, IconEyeOff, IconLock } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { Moment } from '../../../components/moment.js';
import { RuleWhy } from '../../../components/rule-why.js';
import { useLocale } from '../../../lib/locale.js';
import { findText } from '../../../lib/texts.js';

export interface SheetFieldRowProps {
  field: FillSheetField;
  /** What the tick is on its way to; null: nothing is under way. */
  pending: boolean | null;
  tickedBy: string | null;
  /** As it was handed in: a field that nobody ticked then has no box any more. */
  sealed: boolean;
  /** Absent: the tick cannot be changed. */
  onTick: ((ticked: boolean) => void) | undefined;
  onCopied: (label: string) => void;
}

export function SheetFieldRow({ field, pending, tickedBy, sealed, onTick, onCopied }: SheetFieldRowProps) {
  const { t, locale } = useLocale();
  const label = field.label[locale];
  const ticked = pending ?? field.tick !== null;
  return (
    <li className={ticked ? 'sheet-field sheet-field-ticked' : 'sheet-field'}>
      {sealed && !ticked && !onTick ? (
        <span />
      ) : (
        <Checkbox
          className="sheet-tick"
          checked={ticked}
          disabled={onTick === undefined}
          onChange={(event) => onTick?.(event.currentTarget.checked)}
          aria-label={t('preflight.sheet.tick', { field: label })}
        />
      )}
      <div className="sheet-label">
        <span lang="zh-Hans">{field.label.zh}</span>
        {locale === 'en' ? <small>{field.label.en}</small> : null}
      </div>
      <div className="sheet-value">
        <Value field={field} onCopied={() => onCopied(label)} />
        {field.missing ? <Missing finding={field.missing} /> : null}
        {field.hint && !field.missing ? <p className="quiet">{field.hint[locale]}</p> : null}
        {field.paper ? (
          <p className="quiet">
            {t('preflight.sheet.paper', { paper: findText(locale, `prerequisites.${field.paper}`) ?? field.paper })}
          </p>
        ) : null}
        {field.alternatives.length > 0 ? (
          <p className="quiet">{t('preflight.sheet.alternatives', { names: field.alternatives.join(' · ') })}</p>
        ) : null}
        <Counter counter={field.counter} label={label} />
        {field.tick ? (
          <p className="sheet-ticked-by">
            {tickedBy ? `${tickedBy}${t('dashboard.comma')}` : null}
            <Moment at={field.tick.at} />
          </p>
        ) : null}
      </div>
      <div className="sheet-marks">
        {field.sensitive ? (
          <IconEyeOff size={15} stroke={1.6} role="img" aria-label={t('preflight.sheet.sensitive')} />
        ) : null}
        {field.locked ? <IconLock size={15} stroke={1.6} role="img" aria-label={t('preflight.sheet.locked')} /> : null}
      </div>
    </li>
  );
}

/** In one line: the list beside the sheet says the rest, with its rule. */
function Missing({ finding }: { finding: NonNullable<FillSheetField['missing']> }) {
  const { t } = useLocale();
  const { clearedBy, clearedByHolder: holder } = finding;
  return (
    <p className="sheet-missing">
      <span className="turn">{t('preflight.sheet.missing')}</span>
      <HolderText holder={holder} label={t(`states.holder.${holder}`)} />
      {clearedBy}
    </p>
  );
}

function Value({ field, onCopied }: { field: FillSheetField; onCopied: () => void }) {
  const { t, locale } = useLocale();
  const shown = useRef<HTMLElement>(null);
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'by_hand'>('none');
  const { shown: choice, value, copyValue } = field;
  if (choice) {
    return (
      <p className="sheet-choice">
        <span lang="zh-Hans">{choice.zh}</span>
        {locale === 'en' && choice.en !== choice.zh ? <small>{choice.en}</small> : null}
      </p>
    );
  }
  if (value === null) return null;
  if (copyValue === null) return <p className="sheet-plain">{value}</p>;
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(copyValue);
      setOutcome('copied');
      onCopied();
    } catch {
      // No clipboard without https, or none allowed: the reader's own keys still work.
      if (shown.current) getSelection()?.selectAllChildren(shown.current);
      setOutcome('by_hand');
    }
  };
  const isCopied = outcome === 'copied';
  return (
    <>
      <p className="sheet-copy">
        <span ref={shown} className="sheet-plain">
          {copyValue}
        </span>
        <ActionIcon
          variant="default"
          size={26}
          onClick={() => void copy()}
          onBlur={() => setOutcome('none')}
          aria-label={t('preflight.sheet.copy', { field: field.label[locale] })}
          className={isCopied ? 'sheet-copied' : undefined}
        >
          {isCopied ? <IconCheck size={15} aria-hidden="true" /> : <IconCopy size={15} aria-hidden="true" />}
        </ActionIcon>
      </p>
      {outcome === 'by_hand' ? <p className="quiet">{t('preflight.sheet.copy_failed')}</p> : null}
    </>
  );
}

function Counter({ counter, label }: { counter: FillSheetField['counter']; label: string }) {
  const { t } = useLocale();
  if (!counter) return null;
  const { used, min, max, unit, rule } = counter;
  const isOff = used < min || used > max;
  return (
    <p className={isOff ? 'sheet-counter turn' : 'sheet-counter'}>
      {t(unit === 'unit' ? 'preflight.sheet.counter_unit' : 'preflight.sheet.counter_weight', { used, max })}
      {used < min ? ` · ${t('preflight.sheet.too_short', { min })}` : null} <RuleWhy rule={rule} what={label} />
    </p>
  );
}
