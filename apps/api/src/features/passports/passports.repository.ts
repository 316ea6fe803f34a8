/** Reads what a passport says beside the case itself, and which accounts have just gone live. */
import type { PassportEvent, PassportExtras } from '@daiban/domain';
import type { Locale } from '@daiban/domain/enumerations';
import { Injectable } from '@nestjs/common';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Database } from '../../platform/database/database.js';
import { prepared } from '../../platform/database/statement.js';

/** A contact who is to be sent the passport. */
export interface PassportReceiver {
  readonly registrationId: string;
  readonly clientId: string;
  readonly contactId: string;
  readonly locale: Locale;
  /** Shanghai day on which the account went live; null: it has not. */
  readonly liveOn: string | null;
}

const OPERATORS = prepared(
  'passports.operators',
  `SELECT p.name, p.employer, o.term, to_char(o.bound_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "boundAt", o.ends_on AS "endsOn"
   FROM operator o JOIN person p ON p.agency_id = o.agency_id AND p.id = o.person_id
   WHERE o.agency_id = $1::uuid AND o.registration_id = $2::uuid AND o.unbound_at IS NULL AND (o.ends_on IS NULL OR o.ends_on >= $3::date)
   ORDER BY o.term, o.bound_at, o.id`,
);
const CUSTODY = prepared(
  'passports.custody',
  `SELECT to_char(e.occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, e.kind
   FROM history_entry e WHERE e.agency_id = $1::uuid AND e.record_id = $2::uuid AND e.record_type = 'registration' AND e.kind = ANY($3)
   ORDER BY e.occurred_at, e.sequence`,
);
const RECEIVERS = `SELECT r.id AS "registrationId", r.client_id AS "clientId", c.id AS "contactId", cl.locale,
     to_char(r.live_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS "liveOn"
   FROM registration r
   JOIN client cl ON cl.agency_id = r.agency_id AND cl.id = r.client_id AND cl.erased_at IS NULL
   JOIN client_contact c ON c.agency_id = r.agency_id AND c.client_id = r.client_id AND c.removed_at IS NULL`;
const OF_CASE = prepared(
  'passports.receivers',
  `${RECEIVERS} WHERE r.agency_id = $1::uuid AND r.id = $2::uuid ORDER BY c.position, c.id`,
);
/** An account that was brought in live is no news to anybody: it was not proven here. */
const GONE_LIVE = prepared(
  'passports.gone_live',
  `${RECEIVERS} WHERE r.agency_id = $1::uuid AND r.state = 'live' AND r.live_at >= $2::timestamptz
     AND EXISTS (SELECT FROM history_entry e WHERE e.agency_id = r.agency_id AND e.record_id = r.id AND e.kind = 'subject_proven')
     AND NOT EXISTS (SELECT FROM delivery d WHERE d.agency_id = r.agency_id AND d.registration_id = r.id AND d.kind = $3 AND d.contact_id = c.id)
   ORDER BY r.live_at, c.position, c.id LIMIT 1000`,
);

@Injectable()
export class PassportsRepository {
  constructor(private readonly database: Database) {}

  /** Who has a seat on a day (`YYYY-MM-DD`, Shanghai), long terms first. */
  async listOperators(agencyId: string, registrationId: string, today: string): Promise<PassportExtras['operators']> {
    return this.database.read(agencyId, OPERATORS, [agencyId, registrationId, today]);
  }

  /** What changed hands, oldest first. @param kinds of history entries */
  async listCustody(
    agencyId: string,
    registrationId: string,
    kinds: readonly PassportEvent[],
  ): Promise<{ readonly at: string; readonly kind: PassportEvent }[]> {
    return this.database.read(agencyId, CUSTODY, [agencyId, registrationId, kinds]);
  }

  /** The client's contacts of a case, the first one first. */
  listReceivers(transaction: AgencyTransaction, registrationId: string): Promise<PassportReceiver[]> {
    return transaction.query<PassportReceiver>(OF_CASE, [transaction.agencyId, registrationId]);
  }

  /** Contacts of accounts that went live since a moment and who were not told yet, at most 1000. */
  listGoneLive(agencyId: string, since: string, kind: string): Promise<PassportReceiver[]> {
    return this.database.read<PassportReceiver>(agencyId, GONE_LIVE, [agencyId, since, kind]);
  }
}
