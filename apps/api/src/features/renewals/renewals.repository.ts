/** Reads what reminders and the renewals page look at: which ladders have a step to send, the facts of each mail, the list by end date. */
import { Injectable } from '@nestjs/common';
import type {
  AccountType,
  DeliveryState,
  Locale,
  NamingResult,
  OrderState,
  Provenance,
  QualificationResult,
  RegistrationState,
  SubjectClass,
  SubjectType,
} from '@daiban/domain/enumerations';
import { Database } from '../../platform/database/database.js';
import { prepared } from '../../platform/database/statement.js';

/** What every statement here reads of a registration. */
export interface RenewalFactsRow {
  readonly registrationId: string;
  readonly clientId: string;
  readonly state: RegistrationState;
  readonly accountName: string;
  readonly accountType: AccountType;
  readonly subjectType: SubjectType;
  readonly subjectClass: SubjectClass | null;
  readonly pausedAt: string | null;
  readonly decision: 'accepted' | 'declined' | null;
  readonly decidedAt: string | null;
  readonly qualification: QualificationResult | null;
  readonly naming: NamingResult | null;
  readonly until: string | null;
  readonly untilOn: string | null;
  readonly provenance: Provenance | null;
  readonly untilProvenance: Provenance | null;
  readonly windowOpensOn: string | null;
  readonly conflict: { code: string; raisedAt: string } | null;
  readonly readable: boolean;
  readonly lastReadAt: string | null;
  readonly inherited: boolean;
  readonly openOrderId: string | null;
  readonly openOrderState: OrderState | null;
}

/** A registration and one person to remind. */
export interface CandidateRow extends RenewalFactsRow {
  readonly contactId: string;
  readonly locale: Locale;
}

/** The last candidate of the page before. */
export type CandidateKey = readonly [registrationId: string, contactId: string];

/** What one mail is written from; `contactName` null: the contact is gone. */
export interface ReminderRow extends RenewalFactsRow {
  readonly deliveryId: string;
  /** Step and end that the mail was queued for. */
  readonly step: number;
  readonly dueOn: string;
  readonly contactId: string;
  readonly contactName: string | null;
  readonly contactEmail: string | null;
  readonly locale: Locale;
  readonly agencyName: string;
  readonly agencyNameZh: string | null;
  readonly assigneeName: string | null;
  /** Address of the member who looks after it, else of the agency's owner. */
  readonly replyTo: string;
}

export interface RenewalRow extends RenewalFactsRow {
  readonly clientName: string;
  readonly endsOn: string;
  /** Mails towards that end. */
  readonly deliveries: readonly { readonly step: number; readonly state: DeliveryState }[];
}

export interface RenewalPageQuery {
  readonly from: string;
  readonly to: string;
  /** Instants around those days, for the index. */
  readonly fromAt: string;
  readonly toAt: string;
  readonly after: readonly [endsOn: string, registrationId: string] | null;
  readonly limit: number;
}

/** `kind` of the rows in `delivery`. */
export const RENEWAL_REMINDER = 'renewal_reminder';

/** The Shanghai day on which a verification ends. */
const ENDS_ON = `coalesce((r.verified_until AT TIME ZONE 'Asia/Shanghai')::date, r.verified_until_on)`;

const FACTS = `r.id AS "registrationId", r.client_id AS "clientId", r.state, r.proposed_name AS "accountName", r.account_type AS "accountType",
  s.type AS "subjectType", s.class AS "subjectClass", r.paused_at AS "pausedAt", r.renewal_decision AS decision, r.renewal_decided_at AS "decidedAt",
  r.verification_qualification AS qualification, r.verification_naming AS naming, r.verified_until AS until, r.verified_until_on AS "untilOn",
  r.verification_provenance AS provenance, r.until_provenance AS "untilProvenance", r.window_opens_on AS "windowOpensOn", r.verification_conflict AS conflict,
  r.verification_readable AS readable, r.verification_read_at AS "lastReadAt", r.verification_inherited AS inherited,
  o.id AS "openOrderId", o.state AS "openOrderState"`;

const AROUND = `JOIN subject s ON s.agency_id = $1 AND s.id = r.subject_id
  LEFT JOIN verification_order o ON o.agency_id = $1 AND o.registration_id = r.id
    AND o.state IN ('preparing', 'awaiting_fee', 'awaiting_dispatch', 'in_review', 'awaiting_supplement')`;

// A coarse sieve, so that only what may have to be sent leaves the database: the domain says for each whether it is due.
// The client's deciders are reminded; where a client has none, the contact who is asked first.
const CANDIDATES = prepared(
  'renewals.candidates',
  `SELECT ${FACTS}, c.id AS "contactId", cl.locale
   FROM unnest($2::date[], $3::int[]) AS due (ends_on, step)
   JOIN registration r ON r.agency_id = $1 AND r.verification_ends_at >= $4 AND r.verification_ends_at < $5 AND ${ENDS_ON} = due.ends_on
   ${AROUND}
   JOIN client cl ON cl.agency_id = $1 AND cl.id = r.client_id
   JOIN LATERAL (
     SELECT k.id, k.role = 'decider' AS decides, row_number() OVER (ORDER BY k.role <> 'decider', k.position, k.id) AS place
     FROM client_contact k WHERE k.agency_id = $1 AND k.client_id = r.client_id AND k.removed_at IS NULL
   ) c ON c.decides OR c.place = 1
   WHERE r.state = 'live' AND r.paused_at IS NULL AND r.renewal_decision IS DISTINCT FROM 'declined'
     AND (o.id IS NULL OR o.state IN ('preparing', 'awaiting_fee'))
     AND ($6::uuid IS NULL OR (r.id, c.id) > ($6, $7::uuid))
     AND NOT EXISTS (SELECT FROM delivery d WHERE d.agency_id = $1 AND d.registration_id = r.id AND d.kind = '${RENEWAL_REMINDER}' AND d.state <> 'skipped'
       AND d.due_on = due.ends_on AND d.step = due.step AND d.contact_id = c.id)
   ORDER BY r.id, c.id LIMIT $8`,
);

const REMINDERS = prepared(
  'renewals.reminders',
  `SELECT ${FACTS}, d.id AS "deliveryId", d.step, d.due_on AS "dueOn", d.contact_id AS "contactId", c.name AS "contactName", c.email AS "contactEmail", d.locale,
     a.name AS "agencyName", a.name_zh AS "agencyNameZh", m.name AS "assigneeName",
     coalesce(m.email, (SELECT k.email FROM member k WHERE k.agency_id = $1 AND k.role = 'owner' AND k.disabled_at IS NULL ORDER BY k.created_at LIMIT 1)) AS "replyTo"
   FROM delivery d
   JOIN registration r ON r.agency_id = $1 AND r.id = d.registration_id
   ${AROUND}
   JOIN agency a ON a.id = $1
   LEFT JOIN client_contact c ON c.agency_id = $1 AND c.id = d.contact_id AND c.client_id = r.client_id AND c.removed_at IS NULL
   LEFT JOIN member m ON m.agency_id = $1 AND m.id = r.assignee_id AND m.disabled_at IS NULL
   WHERE d.agency_id = $1 AND d.id = ANY($2::uuid[])`,
);

const PAGE = prepared(
  'renewals.page',
  `SELECT ${FACTS}, cl.name AS "clientName", ${ENDS_ON} AS "endsOn",
     coalesce((SELECT json_agg(json_build_object('step', d.step, 'state', d.state)) FROM delivery d
       WHERE d.agency_id = $1 AND d.registration_id = r.id AND d.kind = '${RENEWAL_REMINDER}' AND d.due_on = ${ENDS_ON}), '[]') AS deliveries
   FROM registration r
   ${AROUND}
   JOIN client cl ON cl.agency_id = $1 AND cl.id = r.client_id
   WHERE r.agency_id = $1 AND r.verification_ends_at >= $2 AND r.verification_ends_at < $3 AND ${ENDS_ON} BETWEEN $4::date AND $5::date
     AND r.state IN ('live', 'restricted', 'migrating', 'closing') AND ($6::date IS NULL OR (${ENDS_ON}, r.id) > ($6, $7::uuid))
   ORDER BY ${ENDS_ON}, r.id LIMIT $8`,
);

const AGENCIES = prepared('lookup.agencies', 'SELECT agency_id FROM lookup_agencies()');

@Injectable()
export class RenewalsRepository {
  constructor(private readonly database: Database) {}

  /** Every agency of the installation. */
  async listAgenciesUnscoped(): Promise<string[]> {
    return (await this.database.lookup<{ agency_id: string }>(AGENCIES)).map((row) => row.agency_id);
  }

  /**
   * Registrations and contacts whose step towards an end has no mail yet, in the order of their ids.
   * @param due which step is due today for which end
   */
  listCandidates(
    agencyId: string,
    due: readonly { readonly endsOn: string; readonly step: number }[],
    between: { readonly fromAt: string; readonly toAt: string },
    page: { readonly after: CandidateKey | null; readonly limit: number },
  ): Promise<CandidateRow[]> {
    const [registrationId, contactId] = page.after ?? [null, null];
    return this.database.read<CandidateRow>(agencyId, CANDIDATES, [
      agencyId,
      due.map(({ endsOn }) => endsOn),
      due.map(({ step }) => step),
      between.fromAt,
      between.toAt,
      registrationId,
      contactId,
      page.limit,
    ]);
  }

  /** What these mails are written from, as it is now. */
  listReminders(agencyId: string, deliveryIds: readonly string[]): Promise<ReminderRow[]> {
    return this.database.read<ReminderRow>(agencyId, REMINDERS, [agencyId, deliveryIds]);
  }

  /** Soonest end first; one row more than the limit when there is a next page. */
  listPage(agencyId: string, query: RenewalPageQuery): Promise<RenewalRow[]> {
    const { from, to, fromAt, toAt, after, limit } = query;
    const [endsOn, registrationId] = after ?? [null, null];
    const values = [agencyId, fromAt, toAt, from, to, endsOn, registrationId, limit + 1];
    return this.database.read<RenewalRow>(agencyId, PAGE, values);
  }
}
