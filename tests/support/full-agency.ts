/** One row in every table that belongs to an agency, written behind the fences, for tests that ask whether another agency can see or move it. Called by tests/faults. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { TestDatabase } from './test-database.js';

/** Ids of the rows, by the noun that paths and bodies use. */
export type FullAgency = Readonly<
  Record<
    | 'id'
    | 'client'
    | 'contact'
    | 'portalLink'
    | 'portalSession'
    | 'portalCode'
    | 'subject'
    | 'person'
    | 'registration'
    | 'order'
    | 'prerequisite'
    | 'signOff'
    | 'email'
    | 'emailCheck'
    | 'consent'
    | 'slot'
    | 'elsewhere'
    | 'historyEntry'
    | 'historySeal'
    | 'delivery'
    | 'importRun'
    | 'importRow'
    | 'idempotencyRecord'
    | 'ruleOverride'
    | 'advice'
    | 'operator'
    | 'quotaRaise'
    | 'appointment'
    | 'message'
    | 'document'
    | 'reviewSitting'
    | 'agencyText'
    | 'dataRequest'
    | 'lead',
    string
  >
>;

/** Fills an agency that has its members and keys already. */
export async function fillAgency(database: TestDatabase, agencyId: string): Promise<FullAgency> {
  const nouns = [
    'client contact portalLink portalSession portalCode subject person registration order prerequisite signOff email',
    'emailCheck consent slot elsewhere historyEntry historySeal delivery importRun importRow idempotencyRecord',
    'ruleOverride advice operator quotaRaise appointment message document reviewSitting',
    'agencyText dataRequest lead',
  ];
  const ids = Object.fromEntries(nouns.flatMap((line) => line.split(' ')).map((noun) => [noun, randomUUID()]));
  const its = { ...ids, id: agencyId } as FullAgency;
  const at = `'2026-09-28T03:20:00Z'`;
  const unique = `sha256('${agencyId}')`;
  const rows: Readonly<Record<string, string>> = {
    client: `(id, agency_id, name, country_code, locale, time_zone, created_at) VALUES ('${its.client}', '${its.id}', 'Secret client', 'FR', 'en', 'UTC', ${at})`,
    data_key: `(id, agency_id, client_id, kek_id, wrapped, created_at, retired_at) VALUES (gen_random_uuid(), '${its.id}', '${its.client}', 'none', NULL, ${at}, ${at})`,
    client_contact: `(id, agency_id, client_id, name, email, role, created_at) VALUES ('${its.contact}', '${its.id}', '${its.client}', 'Secret contact', 'secret@client.test', 'decider', ${at})`,
    portal_link: `(id, agency_id, client_id, contact_id, token_hash, created_at, expires_at) VALUES ('${its.portalLink}', '${its.id}', '${its.client}', '${its.contact}', ${unique}, ${at}, '2099-01-01')`,
    portal_session: `(id, agency_id, link_id, token_hash, created_at, expires_at) VALUES ('${its.portalSession}', '${its.id}', '${its.portalLink}', ${unique}, ${at}, '2099-01-01')`,
    portal_code: `(id, agency_id, contact_id, code_hash, created_at, expires_at) VALUES ('${its.portalCode}', '${its.id}', '${its.contact}', ${unique}, ${at}, '2099-01-01')`,
    subject: `(id, agency_id, type, name, code, country_code, licence_of, standing, created_at) VALUES ('${its.subject}', '${its.id}', 'enterprise', 'Secret subject', '91350100M000100Y43', 'CN', 'client', 'active', ${at})`,
    person: `(id, agency_id, name, id_kind, wechat_has_phone, wechat_has_own_card, employer, created_at) VALUES ('${its.person}', '${its.id}', 'Secret person', 'passport', true, true, 'registrant', ${at})`,
    account_elsewhere: `(id, agency_id, person_id, account_type, state, created_at) VALUES ('${its.elsewhere}', '${its.id}', '${its.person}', 'service', 'live', ${at})`,
    registration: `(id, agency_id, client_id, subject_id, admin_person_id, account_type, route, proposed_name, name_alternatives, state, state_since, client_heard_at, holder, holder_since, board_stage, created_at) VALUES ('${its.registration}', '${its.id}', '${its.client}', '${its.subject}', '${its.person}', 'service', 'wechat_verification', 'Secret account', '{}', 'live', ${at}, ${at}, 'none', ${at}, 'live', ${at})`,
    verification_order: `(id, agency_id, registration_id, kind, payer, state, state_since, number, opened_at) VALUES ('${its.order}', '${its.id}', '${its.registration}', 'first', 'client', 'preparing', ${at}, 1, ${at})`,
    prerequisite: `(id, agency_id, registration_id, code, holder, state, created_at) VALUES ('${its.prerequisite}', '${its.id}', '${its.registration}', 'business_licence', 'client', 'open', ${at})`,
    sign_off: `(id, agency_id, registration_id, contact_id, text_version, choices, signed_at) VALUES ('${its.signOff}', '${its.id}', '${its.registration}', '${its.contact}', '1', '{}', ${at})`,
    account_email: `(id, agency_id, address, address_index, state, state_since, registration_id, created_at) VALUES ('${its.email}', '${its.id}', 'secret@pool.test', ${unique}, 'in_use', ${at}, '${its.registration}', ${at})`,
    account_email_check: `(id, agency_id, account_email_id, result, evidence_rank, evidence, checked_at) VALUES ('${its.emailCheck}', '${its.id}', '${its.email}', 'unused', 'typed', '{}', ${at})`,
    consent: `(id, agency_id, person_id, registration_id, purpose, text_version, given_at) VALUES ('${its.consent}', '${its.id}', '${its.person}', '${its.registration}', 'admin_identity', '1', ${at})`,
    slot: `(id, agency_id, kind, key_index, state, position, registration_id, since) VALUES ('${its.slot}', '${its.id}', 'subject', ${unique}, 'reserved', 1, '${its.registration}', ${at})`,
    running_transfer: `(agency_id, key_index, registration_id, since) VALUES ('${its.id}', ${unique}, '${its.registration}', ${at})`,
    history_entry: `(id, agency_id, record_type, record_id, sequence, kind, voice, visibility, payload, actor_kind, occurred_at, recorded_at, hash) VALUES ('${its.historyEntry}', '${its.id}', 'registration', '${its.registration}', 1, 'registration_created', 'we_did', 'client', '{}', 'system', ${at}, ${at}, ${unique})`,
    history_seal: `(id, agency_id, sequence, through_at, heads, hash, signature, key_id, sealed_at) VALUES ('${its.historySeal}', '${its.id}', 1, ${at}, '[]', ${unique}, '\\x00', 'k', ${at})`,
    registration_search: `(registration_id, agency_id, terms) VALUES ('${its.registration}', '${its.id}', ARRAY['${its.id}:se'])`,
    delivery: `(id, agency_id, registration_id, client_id, contact_id, kind, due_on, unique_key, locale, state, send_after, message_id, created_at) VALUES ('${its.delivery}', '${its.id}', '${its.registration}', '${its.client}', '${its.contact}', 'renewal_reminder', '2026-10-01', 'u', 'en', 'skipped', ${at}, 'm', ${at})`,
    import_run: `(id, agency_id, file_name, dry_run, state, columns, questions, summary, created_at) VALUES ('${its.importRun}', '${its.id}', 'secret.csv', true, 'done', '[]', '[]', '{}', ${at})`,
    import_row: `(id, agency_id, run_id, row, outcome, problems, original_sealed, plan) VALUES ('${its.importRow}', '${its.id}', '${its.importRun}', 1, 'ready', '[]', '\\x00', '{}')`,
    idempotency_record: `(agency_id, caller, operation, key, body_hash, lease_until, created_at, expires_at) VALUES ('${its.id}', 'member:x', 'createClient', '${its.idempotencyRecord}', '\\x00', '2099-01-01', ${at}, '2099-01-01')`,
    rule_override: `(id, agency_id, rule_id, value, valid_from, reason, created_at) VALUES ('${its.ruleOverride}', '${its.id}', 'quota.admin_id', '4', '2026-10-01', 'Secret reason', ${at})`,
    calendar_year: `(agency_id, year, source, days_off, make_up_days, set_at) VALUES ('${its.id}', 2027, 'Secret source', '{2027-01-01}', '{}', ${at})`,
    advice: `(id, agency_id, question, answer, verdict, rulebook_version, as_of, asked_at) VALUES ('${its.advice}', '${its.id}', '{}', '{}', 'unknown', '1', '2026-09-28', ${at})`,
    operator: `(id, agency_id, registration_id, person_id, term, follows_account, bound_at) VALUES ('${its.operator}', '${its.id}', '${its.registration}', '${its.person}', 'long', true, ${at})`,
    sheet_tick: `(agency_id, registration_id, field, value_print, ticked_at) VALUES ('${its.id}', '${its.registration}', 'account_name', 'x', ${at})`,
    agency_text: `(id, agency_id, kind, locale, version, body, set_at) VALUES ('${its.agencyText}', '${its.id}', 'privacy_notice', 'en', 1, 'Secret notice', ${at})`,
    data_request: `(id, agency_id, client_id, contact_id, kind, body_sealed, state, asked_at, due_on) VALUES ('${its.dataRequest}', '${its.id}', '${its.client}', '${its.contact}', 'copy', '', 'open', ${at}, '2026-10-13')`,
    lead: `(id, agency_id, name, email, locale, advice_id, text_version, state, left_at) VALUES ('${its.lead}', '${its.id}', 'Secret lead', 'secret@lead.test', 'en', '${its.advice}', 'daiban-1', 'new', ${at})`,
    appointment: `(id, agency_id, registration_id, person_id, starts_at, minutes, state, state_since, created_at) VALUES ('${its.appointment}', '${its.id}', '${its.registration}', '${its.person}', ${at}, 30, 'offered', ${at}, ${at})`,
    message: `(id, agency_id, client_id, registration_id, audience, author_kind, author_id, body_sealed, written_at) VALUES ('${its.message}', '${its.id}', '${its.client}', '${its.registration}', 'client', 'contact', '${its.contact}', '', ${at})`,
    document: `(id, agency_id, registration_id, prerequisite_id, version, page, name_sealed, state, media_type, byte_length, received_bytes, sha256, object_key, uploaded_by_kind, uploaded_by_id, uploaded_at) VALUES ('${its.document}', '${its.id}', '${its.registration}', '${its.prerequisite}', 1, 1, '', 'available', 'image/png', 1, 0, ${unique}, '${its.id}/${its.document}', 'contact', '${its.contact}', ${at})`,
    review_sitting: `(id, agency_id, registration_id, member_id, started_at, decisions) VALUES ('${its.reviewSitting}', '${its.id}', '${its.registration}', '${its.id}', ${at}, '[]')`,
    quota_raise: `(id, agency_id, subject_id, registration_id, reason, state, state_since, requested_at) VALUES ('${its.quotaRaise}', '${its.id}', '${its.subject}', '${its.registration}', 'Secret reason', 'requested', ${at}, ${at})`,
  };
  const client = new pg.Client({ connectionString: database.superuserUrl });
  await client.connect();
  try {
    for (const [table, row] of Object.entries(rows)) await client.query(`INSERT INTO ${table} ${row}`);
  } finally {
    await client.end();
  }
  return its;
}

/** Tables with a column `agency_id`, and `agency` itself with its own column: everything a policy must guard. */
export async function listTenantTables(database: TestDatabase): Promise<{ name: string; agencyColumn: string }[]> {
  const client = new pg.Client({ connectionString: database.superuserUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'agency_id' ORDER BY 1`,
    );
    return [{ name: 'agency', agencyColumn: 'id' }, ...rows.map(({ name }) => ({ name, agencyColumn: 'agency_id' }))];
  } finally {
    await client.end();
  }
}
