/** The statement that reads a whole case, every fact by its id and its agency. One round trip, one snapshot: what it answers held together at one moment. */
import { prepared } from '../../platform/database/statement.js';
import { takesPlace } from '../../platform/database/accounts-elsewhere.js';

/**
 * Places under a limit that this case shares with others. One look-up a kind, each on its own index; a limit's key is
 * the licence code (for individuals the ID number), the ID number, the phone, the person.
 */
const SLOTS = `
  SELECT json_agg(json_build_object('kind', shared.kind, 'state', shared.state, 'position', shared.position, 'own', shared.registration_id = r.id))
  FROM (
    SELECT k.kind, k.state, k.position, k.registration_id FROM slot k
      JOIN registration other ON other.agency_id = $1 AND other.id = k.registration_id
      WHERE k.agency_id = $1 AND k.kind = 'subject' AND s.type <> 'individual' AND other.subject_id = r.subject_id
    UNION ALL SELECT k.kind, k.state, k.position, k.registration_id FROM slot k
      WHERE k.agency_id = $1 AND k.kind = 'subject' AND s.type = 'individual' AND k.key_index = p.id_number_index
    UNION ALL SELECT k.kind, k.state, k.position, k.registration_id FROM slot k
      WHERE k.agency_id = $1 AND k.kind = 'admin_id' AND k.key_index = p.id_number_index
    UNION ALL SELECT k.kind, k.state, k.position, k.registration_id FROM slot k
      WHERE k.agency_id = $1 AND k.kind = 'admin_phone' AND k.key_index = p.phone_index
    UNION ALL SELECT k.kind, k.state, k.position, k.registration_id FROM slot k
      JOIN registration other ON other.agency_id = $1 AND other.id = k.registration_id
      WHERE k.agency_id = $1 AND k.kind = 'admin_wechat' AND other.admin_person_id = p.id
  ) shared`;

const CASE = `
SELECT row_to_json(r) AS registration,
  json_build_object('id', c.id, 'name', c.name, 'country_code', c.country_code, 'locale', c.locale, 'time_zone', c.time_zone) AS client,
  row_to_json(s) AS subject,
  row_to_json(e) AS email,
  CASE WHEN e.registration_id <> r.id THEN (SELECT json_build_object('address', e.address, 'registrationId', other.id, 'accountName', other.proposed_name)
      FROM registration other WHERE other.agency_id = $1 AND other.id = e.registration_id)
    WHEN e.registration_id IS NULL AND lookup_email_elsewhere(e.address_index, $1) THEN json_build_object('address', e.address, 'registrationId', NULL, 'accountName', NULL)
  END AS email_taken_by,
  row_to_json(p) AS admin,
  (SELECT row_to_json(k) FROM account_email_check k
    WHERE k.agency_id = $1 AND k.account_email_id = r.account_email_id ORDER BY k.checked_at DESC, k.id DESC LIMIT 1) AS email_check,
  CASE WHEN r.state = 'live' THEN (SELECT row_to_json(n) FROM (SELECT next.*,
      (SELECT row_to_json(k) FROM account_email_check k WHERE k.agency_id = $1 AND k.account_email_id = next.id ORDER BY k.checked_at DESC, k.id DESC LIMIT 1) AS check
    FROM account_email next WHERE next.agency_id = $1 AND next.registration_id = r.id AND next.state = 'reserved' AND next.id IS DISTINCT FROM r.account_email_id LIMIT 1) n) END AS next_email,
  (SELECT json_build_object('id', k.id, 'text_version', k.text_version, 'given_at', k.given_at, 'withdrawn_at', k.withdrawn_at) FROM consent k
    WHERE k.agency_id = $1 AND k.registration_id = r.id AND k.person_id = r.admin_person_id AND k.purpose = 'admin_identity'
    ORDER BY k.withdrawn_at IS NULL DESC, k.withdrawn_at DESC LIMIT 1) AS consent,
  (SELECT row_to_json(k) FROM sign_off k
    WHERE k.agency_id = $1 AND k.registration_id = r.id ORDER BY k.voided_at IS NULL DESC, k.signed_at DESC, k.id DESC LIMIT 1) AS sign_off,
  (SELECT json_agg(k ORDER BY k.number DESC) FROM verification_order k WHERE k.agency_id = $1 AND k.registration_id = r.id) AS orders,
  (SELECT json_agg(k ORDER BY k.created_at, k.id) FROM prerequisite k WHERE k.agency_id = $1 AND k.registration_id = r.id) AS prerequisites,
  (${SLOTS}) AS slots,
  (SELECT count(*)::int FROM account_elsewhere k WHERE k.agency_id = $1 AND k.subject_id = r.subject_id AND ${takesPlace('k')} AND k.account_type IN ('subscription', 'service')) AS subject_elsewhere,
  (SELECT count(*)::int FROM account_elsewhere k WHERE k.agency_id = $1 AND k.person_id = r.admin_person_id AND ${takesPlace('k')}) AS admin_elsewhere,
  EXISTS (SELECT FROM registration other JOIN running_transfer k ON k.registration_id = other.id
    WHERE other.agency_id = $1 AND other.subject_id = r.subject_id AND other.id <> r.id AND k.agency_id = $1) AS other_transfer,
  CASE WHEN r.live_at IS NOT NULL OR r.state = 'restricted' THEN (SELECT max(k.occurred_at) FROM history_entry k
    WHERE k.agency_id = $1 AND k.record_id = r.id AND k.kind IN ('account_restricted', 'account_restored')) END AS standing_told_at,
  (SELECT json_build_object('underWay', min(k.state) FILTER (WHERE k.state IN ('requested', 'pre_approved')), 'grantedAccounts', coalesce(sum(k.granted_accounts), 0))
    FROM quota_raise k WHERE k.agency_id = $1 AND k.subject_id = r.subject_id) AS quota_raise,
  (SELECT json_agg(k.id) FROM member k WHERE k.agency_id = $1 AND k.disabled_at IS NULL) AS members,
  (SELECT json_agg(json_build_object('order_id', k.order_id, 'to', CASE WHEN k.moved THEN k.state END, 'at', k.occurred_at, 'holder', k.holder) ORDER BY k.sequence)
    FROM (SELECT h.sequence, h.occurred_at, h.payload->'orderId' AS order_id, h.payload->>'to' AS state, h.payload->>'outcome' = 'moved' AS moved,
        h.payload->>'holder' AS holder, lag(h.payload->>'holder') OVER (ORDER BY h.sequence) AS former
      FROM history_entry h WHERE h.agency_id = $1 AND h.record_id = r.id AND h.payload ? 'holder') k
    WHERE k.moved OR k.holder <> k.former) AS moves
FROM registration r
JOIN client c ON c.agency_id = $1 AND c.id = r.client_id
JOIN subject s ON s.agency_id = $1 AND s.id = r.subject_id
LEFT JOIN account_email e ON e.agency_id = $1 AND e.id = r.account_email_id
LEFT JOIN person p ON p.agency_id = $1 AND p.id = r.admin_person_id
WHERE r.agency_id = $1 AND r.id = `;

/** $1 agency, $2 registration. */
export const READ_CASE = prepared('case.read', `${CASE}$2`);

/** $1 agency, $2 one of its orders. */
export const READ_CASE_OF_ORDER = prepared(
  'case.read_of_order',
  `${CASE}(SELECT o.registration_id FROM verification_order o WHERE o.agency_id = $1 AND o.id = $2)`,
);

/** $1 agency, $2 one of its papers. */
export const READ_CASE_OF_PREREQUISITE = prepared(
  'case.read_of_prerequisite',
  `${CASE}(SELECT o.registration_id FROM prerequisite o WHERE o.agency_id = $1 AND o.id = $2)`,
);
