/** Many live, verified accounts at once, each of a client of its own with one deciding contact: written past the services, since a test of reminders needs hundreds. */
import { shanghaiInstant, addDays } from '@daiban/domain/calendar';
import type { Locale } from '@daiban/domain/enumerations';
import { v7 } from 'uuid';
import { runAsSuperuser } from '../../../testing/bare-registration.js';
import type { TestDatabase } from '../../../../../../tests/support/test-database.js';

export interface LiveAccount {
  readonly registrationId: string;
  readonly clientId: string;
  readonly contactId: string;
  readonly name: string;
  readonly email: string;
  /** Last day of its verification. */
  readonly endsOn: string;
}

const INSERT = `
WITH n AS (SELECT * FROM jsonb_to_recordset($2::jsonb) AS n("registrationId" uuid, "clientId" uuid, "contactId" uuid, "subjectId" uuid, name text, email text, "endsOn" date, "endsAt" timestamptz, locale text)),
c AS (INSERT INTO client (id, agency_id, name, country_code, locale, time_zone, created_at)
  SELECT "clientId", $1, 'Client of ' || name, 'FR', locale, 'Europe/Paris', $3 FROM n),
k AS (INSERT INTO client_contact (id, agency_id, client_id, name, email, role, position, created_at)
  SELECT "contactId", $1, "clientId", 'Camille ' || name, email, 'decider', 0, $3 FROM n),
s AS (INSERT INTO subject (id, agency_id, type, name, country_code, licence_of, standing, created_at)
  SELECT "subjectId", $1, 'enterprise', 'Company of ' || name, 'CN', 'client', 'active', $3 FROM n)
INSERT INTO registration (id, agency_id, client_id, subject_id, account_type, route, proposed_name, name_alternatives, state, state_since, client_heard_at, holder, holder_since,
  board_stage, live_at, submitted_at, verification_qualification, verification_naming, verified_until_on, verification_provenance, until_provenance, verification_ends_at, created_at)
SELECT "registrationId", $1, "clientId", "subjectId", 'service', 'wechat_verification', name, '{}', 'live', $3, $3, 'none', $3,
  'live', $3, $3, 'passed', 'passed', "endsOn", 'screenshot', 'screenshot', "endsAt", $3 FROM n`;

/** One account for each end. @param since business time at which everything was made */
export async function insertLiveAccounts(
  database: TestDatabase,
  agencyId: string,
  ends: readonly string[],
  { locale = 'en', since = '2025-09-01T00:00:00.000Z' }: { locale?: Locale; since?: string } = {},
): Promise<LiveAccount[]> {
  const accounts = ends.map((endsOn, index) => {
    const registrationId = v7();
    const tag = registrationId.slice(-8);
    return {
      registrationId,
      clientId: v7(),
      contactId: v7(),
      subjectId: v7(),
      name: `Account ${index + 1}`,
      email: `contact-${tag}@client.test`,
      endsOn,
      endsAt: shanghaiInstant(addDays(endsOn, 1), '00:00'),
      locale,
    };
  });
  await runAsSuperuser(database, INSERT, [agencyId, JSON.stringify(accounts), since]);
  return accounts;
}
