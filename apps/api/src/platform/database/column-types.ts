/** In which form the columns of an answer come: dates stay dates, instants become ISO 8601 in UTC, counts become numbers, as the domain has them. Used wherever `pg` reads rows. */
import { spellInstant } from '@daiban/domain/calendar';
import pg from 'pg';

/** Makes a value of a column's text. */
export type ColumnParser = (text: string) => unknown;

const PARSERS = new Map<number, ColumnParser>([
  [pg.types.builtins.DATE, (text) => text],
  [pg.types.builtins.TIMESTAMPTZ, spellInstant],
  [pg.types.builtins.INT8, Number],
]);

/** @param type the column's type by its number (OID) */
export function columnParser(type: number): ColumnParser {
  return PARSERS.get(type) ?? (pg.types.getTypeParser(type) as ColumnParser);
}

/** The same for pools that read rows by themselves. */
export const COLUMN_TYPES: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    format === 'binary'
      ? pg.types.getTypeParser(oid, format)
      : columnParser(oid)) as pg.CustomTypesConfig['getTypeParser'],
};
