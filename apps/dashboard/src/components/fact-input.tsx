/** The field of one fact of an event: its kind decides which control a person gets. */
import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { findText, listKeys } from '../lib/texts.js';
import type { FactField } from '../lib/event-form.js';
import { choiceWord, factName } from '../lib/fact-words.js';
import { useLocale } from '../lib/locale.js';

export interface FactInputProps {
  fact: FactField;
  values: Readonly<Record<string, string>>;
  onChange: (name: string, value: string) => void;
  /** Says that it is empty or unreadable. */
  error?: string | undefined;
  /** Today in Beijing, the latest day of what has happened. */
  today: string;
  /** What an id can be chosen from; without any there is no field for it. */
  choices?: readonly { value: string; label: string }[] | undefined;
}

const CURRENCIES = ['CNY', 'USD', 'EUR', 'GBP', 'AUD', 'HKD', 'SGD', 'MYR'];
/** A text that may be longer than this gets several lines. */
const ONE_LINE = 200;

export function FactInput({ fact, values, onChange, error, today, choices }: FactInputProps) {
  const { t, locale } = useLocale();
  const { name, kind, required, options = [], maxLength } = fact;
  const label = factName(name, locale);
  const description = findText(locale, `dashboard.fact_help.${name}`) ?? undefined;
  const value = values[name] ?? '';
  const shared = { label, description, required, error, withAsterisk: required };
  if (name === 'reasonCode') {
    return (
      <NativeSelect
        {...shared}
        value={value}
        onChange={(event) => onChange(name, event.currentTarget.value)}
        data={[
          { value: '', label: t('dashboard.choose') },
          ...listKeys('reasons').map((code) => ({ value: code, label: choiceWord(name, code, locale) })),
        ]}
      />
    );
  }
  if (choices) {
    return (
      <NativeSelect
        {...shared}
        value={value}
        onChange={(event) => onChange(name, event.currentTarget.value)}
        data={[{ value: '', label: t('dashboard.choose') }, ...choices]}
      />
    );
  }
  switch (kind) {
    case 'boolean':
      return (
        <Checkbox
          label={label}
          description={description}
          checked={value === 'true'}
          onChange={(event) => onChange(name, String(event.currentTarget.checked))}
        />
      );
    case 'enum':
      return (
        <NativeSelect
          {...shared}
          value={value}
          onChange={(event) => onChange(name, event.currentTarget.value)}
          data={[
            { value: '', label: t('dashboard.choose') },
            ...options.map((option) => ({ value: option, label: choiceWord(name, option, locale) })),
          ]}
        />
      );
    case 'uuid':
      return null;
    case 'count':
      return (
        <TextInput
          {...shared}
          inputMode="numeric"
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(name, event.currentTarget.value)}
        />
      );
    case 'money':
      return (
        <div className="money-field">
          <TextInput
            {...shared}
            inputMode="decimal"
            autoComplete="off"
            value={value}
            onChange={(event) => onChange(name, event.currentTarget.value)}
          />
          <NativeSelect
            aria-label={t('dashboard.currency_of', { field: label })}
            value={values[`${name}.currency`] || 'CNY'}
            onChange={(event) => onChange(`${name}.currency`, event.currentTarget.value)}
            data={CURRENCIES}
          />
        </div>
      );
    case 'date':
      return (
        <TextInput
          {...shared}
          type="date"
          value={value}
          max={fact.past ? today : undefined}
          onChange={(event) => onChange(name, event.currentTarget.value)}
        />
      );
    case 'instant':
      return (
        <TextInput
          {...shared}
          type="datetime-local"
          description={description ?? t('dashboard.beijing_time')}
          value={value}
          onChange={(event) => onChange(name, event.currentTarget.value)}
        />
      );
    default:
      return maxLength !== undefined && maxLength <= ONE_LINE ? (
        <TextInput
          {...shared}
          maxLength={maxLength}
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(name, event.currentTarget.value)}
        />
      ) : (
        <Textarea
          {...shared}
          maxLength={maxLength}
          rows={3}
          value={value}
          onChange={(event) => onChange(name, event.currentTarget.value)}
        />
      );
  }
}
