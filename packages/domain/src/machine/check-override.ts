/** Whether an owner's own value may take a rule's place, and looks like one. The API asks before it keeps an override. */
import type { FindingDefinition } from './engine-findings.js';
import type { Finding } from './finding.js';
import type { RuleEntry } from './rule-entry.js';
import type { ValueForm } from './value-form.js';

export const OVERRIDE_FINDINGS = {
  /** Only a policy can be overridden; the nature of a matter, a warning or a gap in what is known cannot. */
  'rule.not_overridable': { kind: 'hard', clearedBy: 'choose_policy_rule', clearedByHolder: 'none' },
  /** The value is not of the rule's form, or beyond every sane bound. What clears it names both: `give_<kind of the form>`. */
  'rule.value_shape': { kind: 'hard', clearedBy: 'give_number', clearedByHolder: 'agency' },
} as const satisfies Record<string, FindingDefinition>;

export type OverrideFindingCode = keyof typeof OVERRIDE_FINDINGS;

/**
 * What stands against this value; null: nothing does. A value of null takes an earlier override back, and is always well formed.
 * @param entry the rule as shipped, of the day from which the value is to count
 */
export function checkOverride(entry: RuleEntry, value: unknown): Finding | null {
  const refused = (code: OverrideFindingCode, params: Finding['params']): Finding => ({
    code,
    ruleId: entry.id,
    params,
    ...OVERRIDE_FINDINGS[code],
  });
  const { form, kind } = entry;
  if (kind !== 'policy' || form === undefined) return refused('rule.not_overridable', { kind });
  if (value === null || hasForm(value, form, entry.value)) return null;
  return { ...refused('rule.value_shape', boundsOf(form, entry.value)), clearedBy: `give_${form.kind}` };
}

/** What a text says of a form: its bounds, and the words and keys that it takes. */
function boundsOf(form: ValueForm, shipped: unknown): Finding['params'] {
  switch (form.kind) {
    case 'number':
    case 'numbers':
    case 'range':
    case 'bounds':
      return { unit: form.unit, least: form.min, most: form.max };
    case 'number_by_key':
      return { unit: form.unit, least: form.min, most: form.max, keys: Object.keys(shipped as object).join(', ') };
    case 'money':
      return { currency: form.currency, most: `${form.maxMinor} ${form.currency}` };
    case 'words':
      return { words: form.of.join(', ') };
    case 'allowance':
      return { most: form.max, per: form.per.join(', ') };
    case 'tiers':
      return { most: form.maxDays };
    case 'yes_no':
    case 'time':
    case 'month_day':
      return {};
  }
}

function hasForm(value: unknown, form: ValueForm, shipped: unknown): boolean {
  switch (form.kind) {
    case 'yes_no':
      return typeof value === 'boolean';
    case 'number':
      return isWhole(value, form);
    case 'numbers':
      return (
        isFilledList(value) &&
        value.every((one, at) => isWhole(one, form) && (at === 0 || (one as number) < (value[at - 1] as number)))
      );
    case 'range':
      return (
        hasFields(value, ['from', 'to']) && isWhole(value['from'], form) && isRising(value['from'], value['to'], form)
      );
    case 'bounds':
      return (
        hasFields(value, ['min', 'max']) && isWhole(value['min'], form) && isRising(value['min'], value['max'], form)
      );
    case 'money':
      return (
        hasFields(value, ['amountMinor', 'currency']) &&
        value['currency'] === form.currency &&
        isWhole(value['amountMinor'], { min: 0, max: form.maxMinor })
      );
    case 'words':
      return (
        isFilledList(value) &&
        new Set(value).size === value.length &&
        value.every((one) => form.of.some((word) => word === one))
      );
    case 'allowance':
      return (
        hasFields(value, ['count', 'per']) &&
        isWhole(value['count'], { min: 0, max: form.max }) &&
        form.per.some((per) => per === value['per'])
      );
    case 'number_by_key':
      return (
        hasFields(value, Object.keys(shipped as object)) &&
        Object.values(value).every((one) => one === null || isWhole(one, form))
      );
    case 'tiers':
      return isFilledList(value) && hasTiers(value, form.maxDays);
    case 'time':
      return typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value);
    case 'month_day':
      return typeof value === 'string' && isDayOfEveryYear(value);
  }
}

/** Rising upper ends, the last tier and only it without one. */
function hasTiers(tiers: readonly unknown[], maxDays: number): boolean {
  let below = 0;
  return tiers.every((tier, at) => {
    if (!hasFields(tier, ['upTo', 'days']) || !isWhole(tier['days'], { min: 0, max: maxDays })) return false;
    const upTo = tier['upTo'];
    if (at === tiers.length - 1) return upTo === null;
    if (!isWhole(upTo, { min: below + 1, max: 1_000_000_000 })) return false;
    below = upTo as number;
    return true;
  });
}

/** 29 February is no day of every year. */
function isDayOfEveryYear(value: string): boolean {
  const [month, day] = (/^(\d{2})-(\d{2})$/.exec(value) ?? []).slice(1).map(Number);
  if (month === undefined || day === undefined || month < 1 || month > 12) return false;
  return day >= 1 && day <= (month === 2 ? 28 : [4, 6, 9, 11].includes(month) ? 30 : 31);
}

function isWhole(value: unknown, { min, max }: { min: number; max: number }): boolean {
  return Number.isSafeInteger(value) && (value as number) >= min && (value as number) <= max;
}

function isRising(from: unknown, to: unknown, form: { min: number; max: number }): boolean {
  return isWhole(to, form) && (from as number) <= (to as number);
}

function isFilledList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length > 0 && value.length <= 50;
}

/** A plain object with these fields and no others. */
function hasFields(value: unknown, fields: readonly string[]): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const given = Object.keys(value);
  return given.length === fields.length && fields.every((field) => Object.hasOwn(value, field));
}
