/** What an owner's own value of a policy may be: sane bounds, wide enough for whatever Tencent may decree. Rules carry one of these beside their value. */
import type { ValueForm } from '../machine/value-form.js';

export const YES_NO = { kind: 'yes_no' } as const satisfies ValueForm;
export const ACCOUNTS = { kind: 'number', unit: 'accounts', min: 0, max: 10_000 } as const satisfies ValueForm;
export const ARTICLES = { kind: 'number', unit: 'articles', min: 1, max: 100 } as const satisfies ValueForm;
export const SEATS = { kind: 'number', unit: 'seats', min: 0, max: 1_000 } as const satisfies ValueForm;
export const FOLLOWERS = { kind: 'number', unit: 'followers', min: 0, max: 100_000_000 } as const satisfies ValueForm;
export const CHANGES = { kind: 'number', unit: 'changes', min: 0, max: 100 } as const satisfies ValueForm;
export const CHANCES = { kind: 'number', unit: 'chances', min: 0, max: 20 } as const satisfies ValueForm;
export const REVIEWS = { kind: 'number', unit: 'reviews', min: 5, max: 1_000 } as const satisfies ValueForm;
export const CHARACTERS = { kind: 'number', unit: 'characters', min: 1, max: 10_000 } as const satisfies ValueForm;
export const MINUTES = { kind: 'number', unit: 'minutes', min: 5, max: 240 } as const satisfies ValueForm;
export const HOURS = { kind: 'number', unit: 'hours', min: 1, max: 24 * 90 } as const satisfies ValueForm;
export const DAYS = { kind: 'number', unit: 'days', min: 1, max: 366 } as const satisfies ValueForm;
export const WORKING_DAYS = { kind: 'number', unit: 'working_days', min: 0, max: 120 } as const satisfies ValueForm;
export const MONTHS = { kind: 'number', unit: 'months', min: 1, max: 60 } as const satisfies ValueForm;
export const DAYS_BEFORE = { kind: 'numbers', unit: 'days', min: 0, max: 366 } as const satisfies ValueForm;
export const HOURS_BEFORE = { kind: 'numbers', unit: 'hours', min: 1, max: 168 } as const satisfies ValueForm;
export const WORKING_DAY_RANGE = { kind: 'range', unit: 'working_days', min: 0, max: 120 } as const satisfies ValueForm;
export const DAY_RANGE = { kind: 'range', unit: 'days', min: 0, max: 366 } as const satisfies ValueForm;
export const UNITS = { kind: 'bounds', unit: 'units', min: 1, max: 200 } as const satisfies ValueForm;
export const YUAN = { kind: 'money', currency: 'CNY', maxMinor: 1_000_000_00 } as const satisfies ValueForm;
export const DOLLARS = { kind: 'money', currency: 'USD', maxMinor: 150_000_00 } as const satisfies ValueForm;
export const PAYMENT_MEANS_ALLOWED = {
  kind: 'words',
  of: ['wechat_pay', 'bank_transfer'],
} as const satisfies ValueForm;
export const POSTINGS = { kind: 'allowance', max: 1_000, per: ['day', 'month'] } as const satisfies ValueForm;
export const WORKING_DAYS_BY_KEY = {
  kind: 'number_by_key',
  unit: 'working_days',
  min: 0,
  max: 120,
} as const satisfies ValueForm;
export const FREEZE_TIERS = { kind: 'tiers', maxDays: 366 } as const satisfies ValueForm;
export const TIME_OF_DAY = { kind: 'time' } as const satisfies ValueForm;
export const DAY_OF_YEAR = { kind: 'month_day' } as const satisfies ValueForm;
