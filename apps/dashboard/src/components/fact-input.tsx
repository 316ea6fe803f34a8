/** The field of one fact of an event: its kind decides which control a person gets. */
import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { findText } from '../lib/texts.js';
import type { FactField } from '../lib/event-form.js';
import { useLocale } from '../lib/locale.js';

export interface FactInputProps {
  fact: FactField;
  values: Readonly<Record<string, string>>;
  onChange: (name: string, value: string) => void;
  /** Says that it is empty or unreadable. */
  error?: string | undefined;
  /** Today in Beijing, the latest day most facts can have. */
  today: string;
}

const CURRENCIES = ['CNY', 'USD', 'EUR', 'GBP', 'AUD', 'HKD', 'SGD', 'MYR'];
/** A text that may be longer than this gets several lines. */
const ONE_LINE = 200;

export function FactInput({ fact, values, onChange, error, today }: FactInputProps) {
  const { t, locale } = useLocale();
  const { name, kind, required, options = [], maxLength } = fact;
  const label = findText(locale, `dashboard.fact.${name}`) ?? name;
  const description = findText(locale, `dashboard.fact_help.${name}`) ?? undefined;
  const value = values[name] ?? '';
  const shared = { label, description, required, error, withAsterisk: required };
  switch (kind) {
    case 'boolean':
      return (
        <Checkbox label={label} description={description} checked={value === 'true'} onChange={(event) => onChange(name, String(event.currentTarget.checked))} />
      );
    case 'enum':
      return (
        <NativeSelect
          {...shared}
          value={value}
          onChange={(event) => onChange(name, event.currentTarget.value)}
          data={[
            { value: '', label: t('dashboard.choose') },
            ...options.map((option) => ({ value: option, label: optionLabel(option) })),
          ]}
        />
      );
    case 'money':
      return (
        <div className="money-field">
          <TextInput {...shared} inputMode="decimal" autoComplete="off" value={value} onChange={(event) => onChange(name, event.currentTarget.value)} />
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
          max={/(On|At)$/.test(name) && /^(paid|sent|submitted)/.test(name) ? today : undefined}
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
        <TextInput {...shared} maxLength={maxLength} autoComplete="off" value={value} onChange={(event) => onChange(name, event.currentTarget.value)} />
      ) : (
        <Textarea {...shared} maxLength={maxLength} rows={3} value={value} onChange={(event) => onChange(name, event.currentTarget.value)} />
      );
  }

  function optionLabel(option: string): string {
    const namespaces = OPTION_TEXTS[name] ?? [];
    return (
      findText(locale, `dashboard.option.${name}.${option}`) ??
      namespaces.map((namespace) => findText(locale, `states.${namespace}.${option}`)).find((text) => text !== null) ??
      option
    );
  }
}

/** Where the words of a fact's options stand. */
const OPTION_TEXTS: Readonly<Record<string, readonly string[]>> = {
  kind: ['order_kind'],
  payer: ['payer'],
  means: ['payment_means'],
  organisationSize: ['organisation_size'],
  invoiceKind: ['invoice_kind'],
  route: ['route'],
  to: ['registration'],
  state: ['registration'],
  qualification: ['qualification'],
  naming: ['naming'],
  orderKind: ['order_kind'],
  orderState: ['order'],
};
