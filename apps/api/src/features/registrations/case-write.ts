/** The one statement that writes a case: its row, what changed beside it, its history. Built from a fixed set of parts, so that each combination is one prepared statement. */
import type { SlotKind, SlotState } from '@daiban/domain/enumerations';
import { prepared, type SqlValue, type Statement } from '../../platform/database/statement.js';
import { ORDER_COLUMNS, PAPER_COLUMNS, REGISTRATION_COLUMNS } from './case-columns.js';

/** A place under a limit to hold. `position` null: planned, which only warns. */
export interface SlotWrite {
  readonly id: string;
  readonly kind: SlotKind;
  /** Hexadecimal. */
  readonly key: string;
  readonly state: SlotState;
  readonly position: number | null;
  readonly since: string;
}

/** Everything that one change of a case writes. A part that is absent or empty costs nothing. */
export interface CaseWrite {
  readonly agencyId: string;
  readonly id: string;
  /** Version the case was judged at; when the row has another, nothing at all is written. */
  readonly expectedVersion: number;
  readonly registration: object;
  /** Chained history entries, bytes in hexadecimal. */
  readonly entries: readonly object[];
  readonly orders: readonly object[];
  readonly papers: readonly object[];
  /** The whole set this registration holds from now on; absent: as before. */
  readonly slots?: readonly SlotWrite[];
  readonly transfer?: { readonly key: string; readonly since: string } | 'ended';
  readonly email?: {
    readonly id: string;
    readonly state: string;
    readonly at: string;
    readonly registrationId: string | null;
    readonly controlProven: boolean;
  };
  /** The address that is let go for another: it must be checked again before anything else opens with it. */
  readonly emailLetGo?: { readonly id: string; readonly at: string };
  readonly signOffVoidedAt?: string;
  readonly signOff?: {
    readonly id: string;
    readonly contactId: string;
    readonly textVersion: string;
    readonly choices: object;
    readonly signedAt: string;
    readonly recordedBy: string | null;
  };
  readonly consentWithdrawn?: { readonly personId: string; readonly at: string };
  /** The time of the admin's scan comes to an end with the case's step: it was kept, or nobody needs it any more. */
  readonly appointmentEnded?: { readonly state: 'kept' | 'cancelled'; readonly at: string };
  readonly sealedSheet?: object;
  /** All terms it is found by from now on. */
  readonly terms?: readonly string[];
}

const MOVED_COLUMNS = Object.entries(REGISTRATION_COLUMNS);
const PLAIN = MOVED_COLUMNS.map(([name]) =>
  name === 'history_head' ? `history_head = decode(n.history_head, 'hex')` : `${name} = n.${name}`,
);

/** One part of the statement: its SQL, given the places of its values. */
interface Part {
  readonly name: string;
  readonly sql: (...places: string[]) => string;
  readonly values: readonly SqlValue[];
}

const texts = new Map<string, string>();

/** The statement of this write and its values. It answers one row, or none when the version is another. */
export function caseWriteStatement(write: CaseWrite): { statement: Statement; values: SqlValue[] } {
  const parts = partsOf(write);
  const name = `case.write.${parts.map((part) => part.name).join('.')}`;
  const values: SqlValue[] = [write.agencyId, write.id];
  for (const part of parts) values.push(...part.values);
  let text = texts.get(name);
  if (text === undefined) {
    let place = 2;
    const written = parts.map((part) => part.sql(...part.values.map(() => `$${++place}`)));
    text = `WITH ${written.join(',\n')}\nSELECT version FROM moved`;
    texts.set(name, text);
  }
  return { statement: prepared(name, text), values };
}

function partsOf(write: CaseWrite): Part[] {
  const parts: Part[] = [];
  const add = (name: string, values: readonly SqlValue[], sql: Part['sql']) => parts.push({ name, values, sql });
  const json = (value: unknown) => JSON.stringify(value);

  const sealed = write.sealedSheet !== undefined;
  add(
    sealed ? 'seal' : 'move',
    [write.expectedVersion, json(write.registration), ...(sealed ? [json(write.sealedSheet)] : [])],
    (version, row, sheet) => `moved AS (
  UPDATE registration r SET ${PLAIN.join(', ')}${sheet ? `, sealed_sheet = ${sheet}::jsonb` : ''}
  FROM jsonb_to_record(${row}::jsonb) AS n(${typed(REGISTRATION_COLUMNS)})
  WHERE r.agency_id = $1::uuid AND r.id = $2::uuid AND r.version = ${version}::int
  RETURNING r.agency_id, r.id, r.version)`,
  );
  add(
    'history',
    [json(write.entries)],
    (rows) => `told AS (
  INSERT INTO history_entry (id, agency_id, record_type, record_id, sequence, kind, voice, visibility, payload, actor_kind, actor_id, occurred_at, recorded_at, previous, hash)
  SELECT n.id, m.agency_id, 'registration', m.id, n.sequence, n.kind, n.voice, n.visibility, n.payload, n.actor_kind, n.actor_id, n.occurred_at, n.recorded_at, decode(n.previous, 'hex'), decode(n.hash, 'hex')
  FROM moved m, jsonb_to_recordset(${rows}::jsonb) AS n(id uuid, sequence int, kind text, voice text, visibility text, payload jsonb, actor_kind text, actor_id uuid, occurred_at timestamptz, recorded_at timestamptz, previous text, hash text))`,
  );
  if (write.orders.length > 0)
    add('orders', [json(write.orders)], (rows) => upsert('ordered', 'verification_order', ORDER_COLUMNS, rows, []));
  if (write.papers.length > 0)
    add('papers', [json(write.papers)], (rows) =>
      upsert('papered', 'prerequisite', PAPER_COLUMNS, rows, ['created_at']),
    );
  if (write.slots) addSlots(add, write.slots);
  if (write.transfer === 'ended') {
    add(
      'transfer_end',
      [],
      () => `ended AS (
  DELETE FROM running_transfer t USING moved m WHERE t.agency_id = m.agency_id AND t.registration_id = m.id)`,
    );
  } else if (write.transfer) {
    add(
      'transfer',
      [write.transfer.key, write.transfer.since],
      (key, since) => `transferring AS (
  INSERT INTO running_transfer (agency_id, key_index, registration_id, since) SELECT m.agency_id, decode(${key}, 'hex'), m.id, ${since}::timestamptz FROM moved m
  ON CONFLICT (registration_id) DO NOTHING)`,
    );
  }
  if (write.email) {
    const { id, state, at, registrationId, controlProven } = write.email;
    add(
      'email',
      [id, state, at, registrationId, controlProven],
      (email, to, since, holder, proven) => `mailed AS (
  UPDATE account_email e SET state = ${to}, state_since = ${since}::timestamptz, registration_id = ${holder}::uuid, reserved_until = NULL, version = e.version + 1,
    control_proven_at = CASE WHEN ${proven}::boolean THEN ${since}::timestamptz ELSE e.control_proven_at END
  FROM moved m WHERE e.agency_id = m.agency_id AND e.id = ${email}::uuid)`,
    );
  }
  if (write.emailLetGo) {
    add(
      'email_let_go',
      [write.emailLetGo.id, write.emailLetGo.at],
      (email, since) => `let_go AS (
  UPDATE account_email e SET state = 'recheck', state_since = ${since}::timestamptz, registration_id = NULL, reserved_until = NULL, control_proven_at = NULL, version = e.version + 1
  FROM moved m WHERE e.agency_id = m.agency_id AND e.id = ${email}::uuid)`,
    );
  }
  if (write.signOffVoidedAt) {
    add(
      'sign_off_void',
      [write.signOffVoidedAt],
      (at) => `voided AS (
  UPDATE sign_off s SET voided_at = ${at}::timestamptz FROM moved m WHERE s.agency_id = m.agency_id AND s.registration_id = m.id AND s.voided_at IS NULL)`,
    );
  }
  if (write.signOff) {
    const { id, contactId, textVersion, choices, signedAt, recordedBy } = write.signOff;
    add(
      'sign_off',
      [id, contactId, textVersion, json(choices), signedAt, recordedBy],
      (key, contact, version, chosen, at, by) => `signed AS (
  INSERT INTO sign_off (id, agency_id, registration_id, contact_id, text_version, choices, signed_at, recorded_by)
  SELECT ${key}::uuid, m.agency_id, m.id, ${contact}::uuid, ${version}, ${chosen}::jsonb, ${at}::timestamptz, ${by}::uuid FROM moved m)`,
    );
  }
  if (write.consentWithdrawn) {
    add(
      'consent',
      [write.consentWithdrawn.personId, write.consentWithdrawn.at],
      (person, at) => `withdrawn AS (
  UPDATE consent k SET withdrawn_at = ${at}::timestamptz FROM moved m
  WHERE k.agency_id = m.agency_id AND k.registration_id = m.id AND k.person_id = ${person}::uuid AND k.purpose = 'admin_identity' AND k.withdrawn_at IS NULL)`,
    );
  }
  if (write.appointmentEnded) {
    add(
      'appointment',
      [write.appointmentEnded.state, write.appointmentEnded.at],
      (state, at) => `met AS (
  UPDATE appointment a SET state = ${state}, state_since = ${at}::timestamptz, version = a.version + 1 FROM moved m
  WHERE a.agency_id = m.agency_id AND a.registration_id = m.id AND a.state IN ('booked', 'ready'))`,
    );
  }
  if (write.terms) {
    add(
      'terms',
      [write.terms],
      (terms) => `found AS (
  INSERT INTO registration_search (registration_id, agency_id, terms) SELECT m.id, m.agency_id, ${terms}::text[] FROM moved m
  ON CONFLICT (registration_id) DO UPDATE SET terms = excluded.terms)`,
    );
  }
  return parts;
}

/** Rows that go are of other kinds than rows that come, so the two never meet on the index. */
function addSlots(
  add: (name: string, values: readonly SqlValue[], sql: Part['sql']) => void,
  slots: readonly SlotWrite[],
): void {
  add(
    'slots_free',
    [slots.map((slot) => slot.kind)],
    (kinds) => `freed AS (
  DELETE FROM slot k USING moved m WHERE k.agency_id = m.agency_id AND k.registration_id = m.id AND k.kind <> ALL(${kinds}::text[]))`,
  );
  if (slots.length === 0) return;
  add(
    'slots',
    [JSON.stringify(slots)],
    (held) => `held AS (
  INSERT INTO slot (id, agency_id, registration_id, kind, key_index, state, position, since)
  SELECT n.id, m.agency_id, m.id, n.kind, decode(n.key, 'hex'), n.state, n.position, n.since
  FROM moved m, jsonb_to_recordset(${held}::jsonb) AS n(id uuid, kind text, key text, state text, position int, since timestamptz)
  ON CONFLICT (registration_id, kind) DO UPDATE SET key_index = excluded.key_index, state = excluded.state, position = excluded.position)`,
  );
}

function typed(columns: Readonly<Record<string, string>>): string {
  return Object.entries(columns)
    .map(([name, type]) => `${name} ${type}`)
    .join(', ');
}

/** New rows are inserted, known ones overwritten but for the columns that never change. */
function upsert(
  as: string,
  table: string,
  columns: Readonly<Record<string, string>>,
  rows: string,
  kept: readonly string[],
): string {
  const names = Object.keys(columns);
  const changed = names.filter((name) => !kept.includes(name)).map((name) => `${name} = excluded.${name}`);
  return `${as} AS (
  INSERT INTO ${table} (id, agency_id, registration_id, ${names.join(', ')})
  SELECT n.id, m.agency_id, m.id, ${names.map((name) => `n.${name}`).join(', ')}
  FROM moved m, jsonb_to_recordset(${rows}::jsonb) AS n(id uuid, ${typed(columns)})
  ON CONFLICT (agency_id, id) DO UPDATE SET ${changed.join(', ')})`;
}
