/** The SQL of papers' files. $1 is the agency in each. Called by `DocumentsRepository`. */
import { FINAL_REGISTRATION_STATES, OPEN_ORDER_STATES } from '@daiban/domain/enumerations';
import { prepared } from '../../platform/database/statement.js';

/** Of cases that are over, of orders that run. */
export const STATES_OVER = [FINAL_REGISTRATION_STATES, OPEN_ORDER_STATES] as const;

const PAPERS = `SELECT p.id, p.code, p.holder, p.state, p.submitted_at AS "submittedAt", p.registration_id AS "registrationId", r.client_id AS "clientId",
     r.admin_person_id AS "adminPersonId", r.state AS "registrationState", r.submitted_at AS "registrationSubmittedAt", p.order_id AS "orderId", o.state AS "orderState",
     r.live_at AS "liveAt", CASE WHEN r.state = ANY ($3::text[]) THEN r.state_since END AS "endedAt",
     EXISTS (SELECT FROM verification_order v WHERE v.agency_id = $1 AND v.registration_id = r.id AND v.state = ANY ($4::text[])) AS "inReview",
     EXISTS (SELECT FROM consent c WHERE c.agency_id = $1 AND c.registration_id = r.id AND c.person_id = r.admin_person_id
       AND c.purpose = 'identity_documents' AND c.withdrawn_at IS NULL) AS "adminAgrees"
   FROM prerequisite p JOIN registration r ON r.agency_id = $1 AND r.id = p.registration_id
   LEFT JOIN verification_order o ON o.agency_id = $1 AND o.id = p.order_id
   WHERE p.agency_id = $1`;
export const PAPER = prepared('document.paper', `${PAPERS} AND p.id = $2`);
export const PAPERS_OF_CASE = prepared(
  'document.papers_of_case',
  `${PAPERS} AND p.registration_id = $2 ORDER BY p.created_at, p.id`,
);

const COLUMNS = `d.id, d.registration_id AS "registrationId", d.prerequisite_id AS "prerequisiteId", p.code, r.client_id AS "clientId", d.version, d.page,
  d.name_sealed AS "nameSealed", d.state, d.refusal_code AS "refusalCode", d.media_type AS "mediaType", d.byte_length AS "byteLength",
  d.received_bytes AS "receivedBytes", d.sha256, d.page_count AS "pageCount", d.object_key AS "objectKey", d.reused_from_id AS "reusedFromId",
  d.uploaded_by_kind AS "uploadedByKind", d.uploaded_by_id AS "uploadedById", d.uploaded_at AS "uploadedAt", d.reviewed_at AS "reviewedAt",
  d.deleted_at AS "deletedAt", d.deletion_reason AS "deletionReason", d.deletion_proof AS "deletionProof",
  coalesce(m.name, k.name, c.name, a.name, l.label) AS "uploadedByName", coalesce(m.id, k.member_id) AS "uploadedByMember"`;

const DOCUMENTS = `FROM document d JOIN prerequisite p ON p.agency_id = $1 AND p.id = d.prerequisite_id
  JOIN registration r ON r.agency_id = $1 AND r.id = d.registration_id
  LEFT JOIN member m ON m.agency_id = $1 AND m.id = d.uploaded_by_id AND d.uploaded_by_kind = 'member'
  LEFT JOIN api_key k ON k.agency_id = $1 AND k.id = d.uploaded_by_id AND d.uploaded_by_kind = 'api_key'
  LEFT JOIN client_contact c ON c.agency_id = $1 AND c.id = d.uploaded_by_id AND d.uploaded_by_kind = 'contact'
  LEFT JOIN portal_link l ON l.agency_id = $1 AND l.id = d.uploaded_by_id AND d.uploaded_by_kind = 'contact'
  LEFT JOIN person a ON a.agency_id = $1 AND a.id = d.uploaded_by_id AND d.uploaded_by_kind = 'admin_person'
  WHERE d.agency_id = $1`;

export const FIND = prepared('document.find', `SELECT ${COLUMNS} ${DOCUMENTS} AND d.id = $2`);
export const OF_PAPER = prepared(
  'document.of_paper',
  `SELECT ${COLUMNS} ${DOCUMENTS} AND d.prerequisite_id = $2 ORDER BY d.version DESC, d.page, d.id DESC`,
);
export const OF_CASE = prepared(
  'document.of_case',
  `SELECT ${COLUMNS} ${DOCUMENTS} AND d.registration_id = $2 ORDER BY d.version DESC, d.page, d.id DESC`,
);
export const PAGE_OF_PAPER = prepared(
  'document.page_of_paper',
  `SELECT ${COLUMNS} ${DOCUMENTS} AND d.prerequisite_id = $2
     AND ($3::int IS NULL OR (-d.version, d.page, d.id) > (-$3::int, $4::int, $5::uuid))
   ORDER BY d.version DESC, d.page, d.id LIMIT $6`,
);
export const REUSABLE = prepared(
  'document.reusable',
  `SELECT ${COLUMNS}, p.reviewed_at AS "acceptedAt", p.expires_on AS "expiresOn" ${DOCUMENTS}
     AND d.registration_id = $2 AND d.state = 'available' AND p.code = ANY ($3::text[]) AND p.state = 'accepted' AND d.reviewed_at IS NOT NULL
     AND (p.expires_on IS NULL OR p.expires_on >= $4::date)
     AND d.version = (SELECT max(v.version) FROM document v WHERE v.agency_id = $1 AND v.prerequisite_id = d.prerequisite_id AND v.state = 'available')
     AND p.created_at = (SELECT max(o.created_at) FROM prerequisite o WHERE o.agency_id = $1 AND o.registration_id = $2 AND o.code = p.code AND o.state = 'accepted')
   ORDER BY p.code, d.page, d.id`,
);
export const STORED = prepared(
  'document.stored',
  `SELECT ${COLUMNS} ${DOCUMENTS} AND (d.object_key IS NOT NULL OR d.received_bytes > 0)`,
);
export const INSERT = prepared(
  'document.insert',
  `INSERT INTO document (id, agency_id, registration_id, prerequisite_id, version, page, name_sealed, state, byte_length, received_bytes, sha256,
     uploaded_by_kind, uploaded_by_id, uploaded_at)
   VALUES ($2, $1, $3, $4, $5, $6, $7, 'receiving', $8, 0, $9, $10, $11, $12)`,
);
export const INSERT_REUSED = prepared(
  'document.insert_reused',
  `INSERT INTO document (id, agency_id, registration_id, prerequisite_id, version, page, name_sealed, state, media_type, byte_length, received_bytes,
     sha256, kept_sha256, page_count, object_key, reused_from_id, uploaded_by_kind, uploaded_by_id, uploaded_at)
   SELECT $2, $1, registration_id, $4, $5, $6, $7, 'available', media_type, byte_length, 0, sha256, kept_sha256, page_count, object_key,
     coalesce(reused_from_id, id), $8, $9, $10
   FROM document WHERE agency_id = $1 AND id = $3 AND state = 'available' RETURNING id`,
);
/** Out of the way first: two files cannot share a page even for a moment. */
export const CLEAR_PAGES = prepared(
  'document.clear_pages',
  'UPDATE document SET page = page + 1000 WHERE agency_id = $1 AND id = ANY ($2::uuid[])',
);
export const SET_PAGES = prepared(
  'document.set_pages',
  `UPDATE document d SET page = wanted.page FROM unnest($2::uuid[]) WITH ORDINALITY wanted(id, page) WHERE d.agency_id = $1 AND d.id = wanted.id`,
);
export const RECEIVED_TODAY = prepared(
  'document.received_since',
  'SELECT coalesce(sum(byte_length), 0)::bigint AS bytes FROM document WHERE agency_id = $1 AND uploaded_at >= $2',
);
export const ADD_PART = prepared(
  'document.add_part',
  `UPDATE document SET received_bytes = $4 WHERE agency_id = $1 AND id = $2 AND state = 'receiving' AND received_bytes = $3 RETURNING id`,
);
export const SET_LENGTH = prepared(
  'document.set_length',
  `UPDATE document SET byte_length = $3 WHERE agency_id = $1 AND id = $2 AND state = 'receiving' AND received_bytes = $3 RETURNING id`,
);
export const QUARANTINE = prepared(
  'document.quarantine',
  `UPDATE document SET state = 'quarantined' WHERE agency_id = $1 AND id = $2 AND state = 'receiving' RETURNING id`,
);
export const KEEP = prepared(
  'document.keep',
  `UPDATE document SET state = 'available', media_type = $3, page_count = $4, object_key = $5, kept_sha256 = $6
   WHERE agency_id = $1 AND id = $2 AND state = 'quarantined' RETURNING id`,
);
export const REFUSE = prepared(
  'document.refuse',
  `UPDATE document SET state = 'refused', refusal_code = $3
   WHERE agency_id = $1 AND id = $2 AND state IN ('receiving', 'quarantined') RETURNING id`,
);
export const PARTS_GONE = prepared(
  'document.parts_gone',
  'UPDATE document SET received_bytes = 0 WHERE agency_id = $1 AND id = $2',
);
export const MARK_SUBMITTED = prepared(
  'document.mark_submitted',
  'UPDATE prerequisite SET submitted_at = $3 WHERE agency_id = $1 AND id = $2',
);
/** Locked: whoever takes it back waits, and then finds what came until then. */
export const HOLD_CONSENT = prepared(
  'document.hold_consent',
  `SELECT c.id FROM consent c JOIN registration r ON r.agency_id = c.agency_id AND r.id = c.registration_id AND r.admin_person_id = c.person_id
   WHERE c.agency_id = $1 AND c.registration_id = $2 AND c.purpose = 'identity_documents' AND c.withdrawn_at IS NULL FOR SHARE OF c`,
);
export const WAS_SUBMITTED = prepared(
  'document.was_submitted',
  'SELECT submitted_at IS NOT NULL AS submitted FROM prerequisite WHERE agency_id = $1 AND id = $2',
);
export const MARK_REVIEWED = prepared(
  'document.mark_reviewed',
  `UPDATE document d SET reviewed_by = $3, reviewed_at = $4 WHERE d.agency_id = $1 AND d.prerequisite_id = $2 AND d.state NOT IN ('deleted', 'receiving')
     AND d.version = (SELECT max(v.version) FROM document v WHERE v.agency_id = $1 AND v.prerequisite_id = $2)`,
);
export const VIEWED = prepared(
  'document.viewed',
  `SELECT EXISTS (SELECT FROM history_entry WHERE agency_id = $1 AND record_id = $2 AND kind = 'document_viewed' AND actor_id = $3
     AND payload->>'documentId' = $4 AND recorded_at > $5) AS viewed`,
);
export const UNFINISHED = prepared(
  'document.unfinished',
  `SELECT d.id, d.agency_id AS "agencyId" FROM document d WHERE d.agency_id = $1
     AND (d.state = 'quarantined' OR (d.state = 'receiving' AND (d.uploaded_at < $2 OR (d.received_bytes = d.byte_length AND d.byte_length > 0)))
       OR (d.state IN ('available', 'refused', 'deleted') AND d.received_bytes > 0))
   ORDER BY d.uploaded_at LIMIT 100`,
);
