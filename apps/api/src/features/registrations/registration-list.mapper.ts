/** Builds the contract's line of the table from a row. What depends on the day, stage and verification, is worked out here as the domain does it for one case. */
import type { RegistrationSummary } from '@daiban/contracts';
import { deriveVerificationStatus } from '@daiban/domain';
import type { Stage } from '@daiban/domain/enumerations';
import type { RegistrationListRow } from './registration-list.repository.js';

/** @param now business time */
export function toSummary(row: RegistrationListRow, now: string): RegistrationSummary {
  const status = deriveVerificationStatus(
    {
      qualification: row.verification_qualification,
      naming: row.verification_naming,
      until: row.verified_until,
      untilOn: row.verified_until_on,
      provenance: row.verification_provenance,
      untilProvenance: row.until_provenance,
      windowOpensOn: null,
      conflict: null,
      readable: false,
      lastReadAt: null,
      inherited: row.verification_inherited,
    },
    { accountType: row.account_type, subjectType: row.subject_type },
    now,
  );
  return {
    id: row.id,
    version: row.version,
    client: { id: row.client_id, name: row.client_name },
    accountType: row.account_type,
    proposedName: row.proposed_name,
    accountEmail: row.address,
    state: row.state,
    stage: stageOf(row, now),
    holder: row.holder,
    holderSince: row.holder_since,
    dueAt: row.due_at,
    expectedFromOn: row.expected_from_on,
    expectedToOn: row.expected_to_on,
    verification: {
      status,
      until: row.verified_until,
      untilOn: row.verified_until_on,
      provenance: row.until_provenance ?? row.verification_provenance,
    },
    paused: row.paused_at !== null,
    assigneeId: row.assignee_id,
    createdAt: row.created_at,
  };
}

function stageOf(row: RegistrationListRow, now: string): Stage {
  if (row.board_stage !== 'live') return row.board_stage;
  if (row.verification_ends_at !== null && row.verification_ends_at <= now) return 'verification_expired';
  const isOpen = row.renewal_opens_at !== null && row.renewal_opens_at <= now;
  return isOpen && row.renewal_decision !== 'declined' ? 'renewal_due' : 'live';
}
