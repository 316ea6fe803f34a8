/** Rows of `document` as far as their deletion goes: which are due, which are marked, what proves that the file is gone. */
import { Injectable } from '@nestjs/common';
import { FINAL_REGISTRATION_STATES, OPEN_ORDER_STATES, type DeletionReason } from '@daiban/domain/enumerations';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Database } from '../../platform/database/database.js';
import { prepared } from '../../platform/database/statement.js';
import type { DeletionBasis, DeletionProof } from './deletion-proof.js';

/** A document that is there, with what its days hang on. */
export interface KeptDocument {
  readonly id: string;
  readonly registrationId: string;
  readonly code: string;
  readonly uploadedAt: string;
  readonly liveAt: string | null;
  readonly endedAt: string | null;
  readonly inReview: boolean;
}

/** Documents of one paper that were marked together. */
export interface DisposedPaper {
  readonly prerequisiteId: string;
  readonly registrationId: string;
  readonly orderId: string | null;
  /** Which paper: a code of the rulebook. */
  readonly code: string;
  readonly files: number;
}

/** A marked document whose file has not been proven gone. */
export interface UnsettledDocument {
  readonly id: string;
  readonly proof: DeletionProof;
}

const IDENTITY = prepared(
  'retention.identity_documents',
  `SELECT d.id, d.registration_id AS "registrationId", p.code, d.uploaded_at AS "uploadedAt", r.live_at AS "liveAt",
     CASE WHEN r.state = ANY($4) THEN r.state_since END AS "endedAt",
     EXISTS (SELECT FROM verification_order o WHERE o.agency_id = r.agency_id AND o.registration_id = r.id AND o.state = ANY($5)) AS "inReview"
   FROM document d
   JOIN prerequisite p ON p.agency_id = d.agency_id AND p.id = d.prerequisite_id
   JOIN registration r ON r.agency_id = d.agency_id AND r.id = d.registration_id
   WHERE d.agency_id = $1::uuid AND d.state <> 'deleted' AND p.code = ANY($2) AND d.uploaded_at < $3::timestamptz
     AND (r.live_at < $3::timestamptz OR r.state = ANY($4))
   ORDER BY d.registration_id, d.id`,
);
/**
 * A purpose that its person took back, and has not agreed to again, ends what they brought for the case until then, and while they administer
 * the account, what others brought of them. What another administrator brought is that one's to take back.
 */
const WITHDRAWN = prepared(
  'retention.withdrawn',
  `SELECT d.id, d.registration_id AS "registrationId"
   FROM document d
   JOIN prerequisite p ON p.agency_id = d.agency_id AND p.id = d.prerequisite_id
   JOIN registration r ON r.agency_id = d.agency_id AND r.id = d.registration_id
   WHERE d.agency_id = $1::uuid AND d.state <> 'deleted' AND p.holder = 'admin_person' AND ($2::uuid IS NULL OR d.registration_id = $2::uuid)
     AND d.uploaded_at <= (SELECT max(taken_back.at) FROM (
       SELECT max(c.withdrawn_at) AS at FROM consent c
       WHERE c.agency_id = d.agency_id AND c.registration_id = d.registration_id AND c.purpose IN ('admin_identity', 'identity_documents')
         AND c.person_id = CASE WHEN d.uploaded_by_kind = 'admin_person' THEN d.uploaded_by_id ELSE r.admin_person_id END
       GROUP BY c.person_id, c.purpose HAVING bool_and(c.withdrawn_at IS NOT NULL)
     ) taken_back)
   ORDER BY d.registration_id, d.id`,
);
const OF_CLIENT = prepared(
  'retention.of_client',
  `SELECT d.id, d.registration_id AS "registrationId"
   FROM document d JOIN registration r ON r.agency_id = d.agency_id AND r.id = d.registration_id
   WHERE d.agency_id = $1::uuid AND d.state <> 'deleted' AND r.client_id = $2::uuid ORDER BY d.registration_id, d.id`,
);
/** Its name goes with the file: it often is a person's. */
const MARK = prepared(
  'retention.mark',
  `WITH marked AS (
     UPDATE document SET state = 'deleted', deleted_at = $3::timestamptz, deletion_reason = $4, object_key = NULL, name_sealed = '',
       deletion_proof = jsonb_build_object('object', object_key, 'basis', $5::jsonb, 'sha256', NULL, 'goneAt', NULL)
     WHERE agency_id = $1::uuid AND id = ANY($2::uuid[]) AND state <> 'deleted'
     RETURNING agency_id, prerequisite_id, registration_id
   )
   SELECT m.prerequisite_id AS "prerequisiteId", m.registration_id AS "registrationId", p.order_id AS "orderId", p.code, count(*)::int AS files
   FROM marked m JOIN prerequisite p ON p.agency_id = m.agency_id AND p.id = m.prerequisite_id
   GROUP BY 1, 2, 3, 4 ORDER BY p.code, m.prerequisite_id`,
);
/** A file that another document uses too stays until that one goes; parts of one that never came whole are taken away first. */
const UNSETTLED = prepared(
  'retention.unsettled',
  `SELECT d.id, d.deletion_proof AS proof FROM document d
   WHERE d.agency_id = $1::uuid AND d.state = 'deleted' AND d.deletion_proof IS NOT NULL AND d.deletion_proof ->> 'goneAt' IS NULL
     AND d.received_bytes = 0
     AND NOT EXISTS (SELECT FROM document u WHERE u.agency_id = d.agency_id AND u.object_key = d.deletion_proof ->> 'object')
   ORDER BY d.deleted_at, d.id LIMIT $2`,
);
const PROVE = prepared(
  'retention.prove',
  `UPDATE document SET deletion_proof = $3::jsonb WHERE agency_id = $1::uuid AND id = $2::uuid AND deletion_proof ->> 'goneAt' IS NULL`,
);

@Injectable()
export class DocumentsKeptRepository {
  constructor(private readonly database: Database) {}

  /** Files of these papers that came before a moment, of cases that were live or over before it. */
  listIdentityDocuments(agencyId: string, codes: readonly string[], before: string): Promise<KeptDocument[]> {
    const values = [agencyId, codes, before, FINAL_REGISTRATION_STATES, OPEN_ORDER_STATES];
    return this.database.read<KeptDocument>(agencyId, IDENTITY, values);
  }

  /** Papers of admins who took their consent back. @param registrationId null: of all cases */
  listWithdrawn(
    agencyId: string,
    registrationId: string | null,
  ): Promise<Pick<KeptDocument, 'id' | 'registrationId'>[]> {
    return this.database.read(agencyId, WITHDRAWN, [agencyId, registrationId]);
  }

  /** Every document of a client that is there. */
  listOfClient(agencyId: string, clientId: string): Promise<Pick<KeptDocument, 'id' | 'registrationId'>[]> {
    return this.database.read(agencyId, OF_CLIENT, [agencyId, clientId]);
  }

  /** Marks what is there of them; what was marked before is left alone. */
  mark(
    transaction: AgencyTransaction,
    ids: readonly string[],
    reason: DeletionReason,
    basis: DeletionBasis | null,
    at: string,
  ): Promise<DisposedPaper[]> {
    return transaction.query<DisposedPaper>(MARK, [
      transaction.agencyId,
      ids,
      at,
      reason,
      basis && JSON.stringify(basis),
    ]);
  }

  listUnsettled(agencyId: string, limit: number): Promise<UnsettledDocument[]> {
    return this.database.read<UnsettledDocument>(agencyId, UNSETTLED, [agencyId, limit]);
  }

  async prove(agencyId: string, id: string, proof: DeletionProof): Promise<void> {
    await this.database.withAgency(agencyId, (transaction) =>
      transaction.commitWith(PROVE, [agencyId, id, JSON.stringify(proof)]),
    );
  }
}
