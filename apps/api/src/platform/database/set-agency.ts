/** Who the rows of a transaction belong to: row-level security reads it. Set by every way into the database, before anything else. */
import { prepared } from './statement.js';

/** $1: the agency, until the transaction ends. */
export const SET_AGENCY = prepared('platform.set_agency', `SELECT set_config('app.agency', $1, true)`);

/** The same of a transaction that only reads. */
export const SET_READING = prepared(
  'platform.set_reading',
  `${SET_AGENCY.text}, set_config('transaction_read_only', 'on', true)`,
);
