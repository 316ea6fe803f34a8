/** The fields of an own value, by the shape of its rule. */
import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { ValueForm } from '@daiban/contracts';
import { useLocale } from '../../../lib/locale.js';
import { findText } from '../../../lib/texts.js';
import type { ValueDraft } from '../value-draft.js';

export interface ValueFieldsProps {
  form: ValueForm;
  draft: ValueDraft;
  onChange: (draft: ValueDraft) => void;
}

export function ValueFields({ form, draft, onChange }: ValueFieldsProps) {
  const { t, locale } = useLocale();
  const set = (key: string, value: string): void => onChange({ ...draft, [key]: value });
  const number = (key: string, label: string, description?: string) => (
    <TextInput
      key={key}
      inputMode="numeric"
      label={label}
      description={description}
      value={draft[key] ?? ''}
      onChange={(event) => set(key, event.currentTarget.value)}
    />
  );
  const unit = 'unit' in form ? (findText(locale, `rulebook.unit.${form.unit}`) ?? form.unit) : '';
  const between = 'min' in form ? t('rulebook.editor.between', { unit, min: form.min, max: form.max }) : undefined;
  switch (form.kind) {
    case 'yes_no':
      return (
        <Checkbox
          label={t('rulebook.editor.holds')}
          checked={draft['value'] === 'true'}
          onChange={(event) => set('value', String(event.currentTarget.checked))}
        />
      );
    case 'number':
      return number('value', t('rulebook.value'), between);
    case 'numbers':
      return (
        <Textarea
          label={t('rulebook.value')}
          description={`${between} ${t('rulebook.editor.numbers')}`}
          rows={4}
          value={draft['value'] ?? ''}
          onChange={(event) => set('value', event.currentTarget.value)}
        />
      );
    case 'range':
      return (
        <div className="rule-fields">
          {number('from', t('rulebook.editor.from'), unit)}
          {number('to', t('rulebook.editor.to'), unit)}
        </div>
      );
    case 'bounds':
      return (
        <div className="rule-fields">
          {number('min', t('rulebook.editor.min'), unit)}
          {number('max', t('rulebook.editor.max'), unit)}
        </div>
      );
    case 'money':
      return (
        <TextInput
          inputMode="decimal"
          label={t('rulebook.editor.amount', { currency: form.currency })}
          description={t('rulebook.editor.amount_hint')}
          value={draft['amount'] ?? ''}
          onChange={(event) => set('amount', event.currentTarget.value)}
        />
      );
    case 'words': {
      const chosen = (draft['value'] ?? '').split('\n').filter(Boolean);
      return (
        <Checkbox.Group
          label={t('rulebook.value')}
          value={chosen}
          onChange={(words) => set('value', form.of.filter((word) => words.includes(word)).join('\n'))}
        >
          {form.of.map((word) => (
            <Checkbox key={word} mt={6} value={word} label={wordFor(word, locale)} />
          ))}
        </Checkbox.Group>
      );
    }
    case 'allowance':
      return (
        <div className="rule-fields">
          {number('count', t('rulebook.value'))}
          <NativeSelect
            label={t('rulebook.editor.per')}
            value={draft['per'] ?? ''}
            onChange={(event) => set('per', event.currentTarget.value)}
            data={form.per.map((value) => ({ value, label: wordFor(value, locale) }))}
          />
        </div>
      );
    case 'number_by_key':
      return (
        <fieldset className="rule-grid">
          <legend>
            {between} {t('rulebook.editor.may_be_empty')}
          </legend>
          {Object.keys(draft).map((key) => number(key, wordFor(key, locale)))}
        </fieldset>
      );
    case 'tiers':
      return (
        <fieldset className="rule-grid">
          <legend>{t('rulebook.editor.tiers')}</legend>
          {Object.keys(draft)
            .filter((key) => key.startsWith('upTo.'))
            .map((key, at, all) => (
              <div key={key} className="rule-fields">
                {at === all.length - 1 ? (
                  <TextInput label={t('rulebook.editor.up_to')} value={t('rulebook.editor.above')} readOnly />
                ) : (
                  number(key, t('rulebook.editor.up_to'))
                )}
                {number(key.replace('upTo', 'days'), t('rulebook.unit.days'))}
              </div>
            ))}
        </fieldset>
      );
    case 'time':
    case 'month_day':
      return (
        <TextInput
          type={form.kind === 'time' ? 'time' : 'text'}
          label={form.kind === 'time' ? t('rulebook.editor.time') : t('rulebook.editor.month_day')}
          placeholder={form.kind === 'time' ? undefined : '11-01'}
          value={draft['value'] ?? ''}
          onChange={(event) => set('value', event.currentTarget.value)}
        />
      );
  }
}

/** Lists of the states' texts that a rule's words and keys may come from. */
const LISTS = ['stage', 'payment_means', 'invoice_kind', 'subject_type', 'route', 'account_type'] as const;

/** A code in words, or the code itself where nobody wrote one. */
function wordFor(code: string, locale: Parameters<typeof findText>[0]): string {
  const known = LISTS.map((list) => findText(locale, `states.${list}.${code}`)).find(Boolean);
  return known ?? findText(locale, `rulebook.word.${code}`) ?? code;
}
