/** The values that many operations share: ids, instants, calendar dates, pages. */
import { COUNTRY_CODES } from '@daiban/domain/enumerations';
import { z } from 'zod';

/** A UUIDv7 made by the API; any well-formed UUID is taken, so that a foreign and a missing id answer alike. */
export const IdSchema = z.uuid().meta({ description: 'UUID' });

/** A point in time: ISO 8601 in UTC, `2026-09-28T03:20:00.000Z`. */
export const InstantSchema = z.iso.datetime().meta({ description: 'Instant, ISO 8601 in UTC' });

/** A day in Asia/Shanghai, `YYYY-MM-DD`. */
export const CalendarDateSchema = z.iso.date().meta({ description: 'Calendar date in Asia/Shanghai' });

/** A day as a caller gives it: no farther than 1900 to 2199, so that counting on from it stays within what dates and columns can hold. */
export const GivenDateSchema = CalendarDateSchema.refine(isInReach, { params: { say: 'out_of_reach' } });

/** A point in time as a caller gives it, within the same years. */
export const GivenInstantSchema = InstantSchema.refine(isInReach, { params: { say: 'out_of_reach' } });

function isInReach(value: string): boolean {
  const year = Number(value.slice(0, 4));
  return year >= 1900 && year <= 2199;
}

/** What `problems.field.*` says of a field that only a look at its content can refuse; the API turns it into the reader's language. */
export const saying = (key: 'country' | 'time_zone' | 'invisible' | 'currency' | 'one_line') => ({
  params: { say: key },
});

/** An IANA time zone that this runtime knows, by any of its names `Area/Place`, or UTC; an offset is none. */
export const TimeZoneSchema = z
  .string()
  .max(64)
  .refine((zone) => zone === 'UTC' || (zone.includes('/') && isKnownTimeZone(zone)), saying('time_zone'))
  .meta({ description: 'IANA time zone, for example Asia/Shanghai' });

function isKnownTimeZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

/** A country or region of ISO 3166-1, two capital letters. */
export const CountryCodeSchema = z
  .string()
  .refine((code) => COUNTRY_CODES.includes(code), saying('country'))
  .meta({ description: 'ISO 3166-1 alpha-2', pattern: '^[A-Z]{2}$' });

/** A text with something to see in it: zero-width characters and fillers alone are as good as nothing. */
export const visibleText = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((text) => /[^\p{White_Space}\p{Default_Ignorable_Code_Point}\p{C}]/u.test(text), saying('invisible'));

/** Version of a record: moves by one with each change. Send the one you read as `expectedVersion`. As far as the database counts. */
export const VersionSchema = z.number().int().min(1).max(2_147_483_647);

/** Whole minor units of a currency: 30000 CNY is ¥300. */
export const MoneySchema = z
  .object({
    amountMinor: z.number().int().min(0).max(100_000_000),
    currency: z
      .string()
      .refine((code) => /^[A-Z]{3}$/.test(code), saying('currency'))
      .meta({ description: 'ISO 4217', pattern: '^[A-Z]{3}$' }),
  })
  .meta({ id: 'Money' });

/** `{id}` of a path. */
export const IdParamsSchema = z.strictObject({ id: IdSchema });

/** Query fields of every list: how many, and where to go on. Spread into the list's own query. */
export const PAGE_QUERY = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().min(1).max(500).optional(),
};

/** One page of a list; `nextCursor` is null on the last. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}
