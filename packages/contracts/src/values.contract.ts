/** The values that many operations share: ids, instants, calendar dates, pages. */
import { z } from 'zod';

/** A UUIDv7 made by the API; any well-formed UUID is taken, so that a foreign and a missing id answer alike. */
export const IdSchema = z.uuid().meta({ description: 'UUID' });

/** A point in time: ISO 8601 in UTC, `2026-09-28T03:20:00.000Z`. */
export const InstantSchema = z.iso.datetime().meta({ description: 'Instant, ISO 8601 in UTC' });

/** A day in Asia/Shanghai, `YYYY-MM-DD`. */
export const CalendarDateSchema = z.iso.date().meta({ description: 'Calendar date in Asia/Shanghai' });

/** An IANA time zone that this runtime knows. */
export const TimeZoneSchema = z
  .string()
  .max(64)
  .refine((zone) => {
    try {
      return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
    } catch {
      return false;
    }
  }, 'not a time zone')
  .meta({ description: 'IANA time zone, for example Asia/Shanghai' });

/** Version of a record: moves by one with each change. Send the one you read as `expectedVersion`. */
export const VersionSchema = z.number().int().min(1);

/** Whole minor units of a currency: 30000 CNY is ¥300. */
export const MoneySchema = z
  .object({
    amountMinor: z.number().int().min(0).max(100_000_000),
    currency: z.string().regex(/^[A-Z]{3}$/, 'three capital letters, ISO 4217'),
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
