/** Builds the statements of the table and the board out of a fixed set of parts: what is filtered decides the text and the name, never a value. Called by `RegistrationListRepository`. */
import type { Holder, RegistrationState, Stage, VerificationStatus } from '@daiban/domain/enumerations';
import type { SqlValue, Statement } from '../../platform/database/statement.js';

/** What the table shows. Values are checked; instants are ISO 8601. */
export interface ListQuery {
  readonly agencyId: string;
  /** Business time: it tells live accounts from due and expired ones. */
  readonly now: string;
  readonly stage?: Stage | undefined;
  readonly state?: RegistrationState | undefined;
  readonly holder?: Holder | undefined;
  readonly verification?: VerificationStatus | undefined;
  readonly clientId?: string | undefined;
  readonly subjectId?: string | undefined;
  readonly assigneeId?: string | undefined;
  readonly dueBefore?: string | undefined;
  /** Terms to look up, and the words to find in the names. */
  readonly search?: { readonly terms: readonly string[]; readonly words: readonly string[] } | undefined;
  readonly sort: 'due' | '-created';
  readonly after: { readonly dueAt: string | null; readonly id: string } | null;
  /** Rows to read. */
  readonly limit: number;
}

const OFFICIAL = `r.account_type IN ('subscription', 'service')`;
const PASSED = `r.verification_qualification = 'passed'`;
const NOT_PASSED = `r.verification_qualification IS DISTINCT FROM 'passed'`;
const HEARD = `r.verification_provenance IN ('wechat_event', 'wechat_api', 'screenshot', 'typed_countersigned')`;
const NAMED = `r.verification_naming IN ('passed', 'unchanged')`;

/** Gives the place of the present moment; a condition that does not look at it takes none. */
type Now = () => string;

/** Live accounts apart by time, as `deriveStage` does it. */
const TIMED_STAGE: Readonly<Partial<Record<Stage, (now: Now) => string>>> = {
  verification_expired: (now) => `r.verification_ends_at <= ${now()}`,
  renewal_due: (now) =>
    `(r.verification_ends_at > ${now()} AND r.renewal_opens_at <= ${now()} AND r.renewal_decision IS DISTINCT FROM 'declined')`,
  live: (now) =>
    `(r.verification_ends_at IS NULL OR r.verification_ends_at > ${now()}) AND (r.renewal_opens_at IS NULL OR r.renewal_opens_at > ${now()} OR r.renewal_decision IS NOT DISTINCT FROM 'declined')`,
};

/** As `deriveVerificationStatus` does it. */
const STATUS: Readonly<Record<VerificationStatus, (now: Now) => string>> = {
  inherited: () => `${NOT_PASSED} AND r.verification_inherited`,
  not_available: () => `${NOT_PASSED} AND NOT r.verification_inherited AND s.type = 'individual' AND ${OFFICIAL}`,
  unverified: () => `${NOT_PASSED} AND NOT r.verification_inherited AND NOT (s.type = 'individual' AND ${OFFICIAL})`,
  expired: (now) => `${PASSED} AND r.verification_ends_at <= ${now()}`,
  claimed: (now) => `${PASSED} AND ${running(now)} AND ${HEARD} IS NOT TRUE`,
  verified: (now) => `${PASSED} AND ${running(now)} AND ${HEARD} AND ${NAMED}`,
  verified_without_name: (now) => `${PASSED} AND ${running(now)} AND ${HEARD} AND ${NAMED} IS NOT TRUE`,
};

function running(now: Now): string {
  return `(r.verification_ends_at IS NULL OR r.verification_ends_at > ${now()})`;
}

const COLUMNS = `r.id, r.version, r.client_id, c.name AS client_name, r.account_type, r.proposed_name, e.address, r.state, r.board_stage, r.holder, r.holder_since, r.due_at,
  r.expected_from_on, r.expected_to_on, r.verification_qualification, r.verification_naming, r.verified_until, r.verified_until_on, r.verification_provenance,
  r.until_provenance, r.verification_inherited, r.verification_ends_at, r.renewal_opens_at, r.renewal_decision, r.paused_at, r.assignee_id, r.created_at, s.type AS subject_type`;
const FROM = `registration r JOIN client c ON c.agency_id = r.agency_id AND c.id = r.client_id
  JOIN subject s ON s.agency_id = r.agency_id AND s.id = r.subject_id
  LEFT JOIN account_email e ON e.agency_id = r.agency_id AND e.id = r.account_email_id AND coalesce(e.registration_id, r.id) = r.id`;

/** The statement of one page and its values. */
export function listStatement(query: ListQuery): { statement: Statement; values: SqlValue[] } {
  const values: SqlValue[] = [query.agencyId];
  const shape: string[] = [query.sort === 'due' ? 'due' : 'created'];
  const place = (value: SqlValue) => `$${values.push(value)}`;
  const where = ['r.agency_id = $1'];
  const filter = (name: string, condition: string) => {
    shape.push(name);
    where.push(condition);
  };

  let nowPlace: string | null = null;
  const now: Now = () => (nowPlace ??= `${place(query.now)}::timestamptz`);

  const timedStage = query.stage && TIMED_STAGE[query.stage];
  if (query.stage && timedStage) {
    filter(query.stage, `r.board_stage = 'live' AND ${timedStage(now)}`);
  } else if (query.stage) {
    filter('stage', `r.board_stage = ${place(query.stage)}`);
  }
  if (query.verification) {
    filter(`is_${query.verification}`, STATUS[query.verification](now));
  }
  if (query.state) filter('state', `r.state = ${place(query.state)}`);
  if (query.holder) filter('holder', `r.holder = ${place(query.holder)}`);
  if (query.clientId) filter('client', `r.client_id = ${place(query.clientId)}::uuid`);
  if (query.subjectId) filter('subject', `r.subject_id = ${place(query.subjectId)}::uuid`);
  if (query.assigneeId) filter('assignee', `r.assignee_id = ${place(query.assigneeId)}::uuid`);
  if (query.dueBefore) filter('due_before', `r.due_at < ${place(query.dueBefore)}::timestamptz`);
  if (query.search) {
    // A single character has no pair to look up: every name is read then.
    if (query.search.terms.length > 0)
      where.push(`r.id IN (SELECT registration_id FROM search_registrations(${place(query.search.terms)}::text[]))`);
    // Pairs alone would also find what has them in other places.
    for (const word of query.search.words) {
      const at = place(word);
      where.push(
        `(${['c.name', 'r.proposed_name', 'e.address'].map((name) => `strpos(lower(normalize(${name}, NFKC)), ${at}) > 0`).join(' OR ')})`,
      );
    }
  }
  const text = paged(query, where.join(' AND '), place, shape);
  // What a search finds depends on its words, so its plan is made anew each time.
  const name = query.search ? undefined : `registrations.list.${shape.join('.')}`;
  return { statement: name === undefined ? { text } : { name, text }, values };
}

/** Cases without a due day stand last, in a page of their own: so each part reads its index from where the page before ended. */
function paged(query: ListQuery, where: string, place: (value: SqlValue) => string, shape: string[]): string {
  const { after, sort } = query;
  const limit = place(query.limit);
  const select = (condition: string, order: string) =>
    `SELECT ${COLUMNS} FROM ${FROM} WHERE ${where}${condition} ORDER BY ${order} LIMIT ${limit}`;
  if (sort === '-created') {
    if (!after) return select('', 'r.id DESC');
    shape.push('after');
    return select(` AND r.id < ${place(after.id)}::uuid`, 'r.id DESC');
  }
  if (!after) return select('', 'r.due_at, r.id');
  if (after.dueAt === null) {
    shape.push('tail');
    return select(` AND r.due_at IS NULL AND r.id > ${place(after.id)}::uuid`, 'r.id');
  }
  shape.push('after');
  const dated = select(
    ` AND (r.due_at, r.id) > (${place(after.dueAt)}::timestamptz, ${place(after.id)}::uuid)`,
    'r.due_at, r.id',
  );
  return `(${dated}) UNION ALL (${select(' AND r.due_at IS NULL', 'r.id')}) LIMIT ${limit}`;
}

/** Counts by stage and holder, live accounts apart by time. $1 agency, $2 now. */
export const PIPELINE: Statement = {
  name: 'registrations.pipeline',
  text: `SELECT CASE WHEN r.board_stage <> 'live' THEN r.board_stage
      WHEN r.verification_ends_at <= $2::timestamptz THEN 'verification_expired'
      WHEN r.renewal_opens_at <= $2::timestamptz AND r.renewal_decision IS DISTINCT FROM 'declined' THEN 'renewal_due'
      ELSE 'live' END AS stage, r.holder, count(*)::int AS count
    FROM registration r WHERE r.agency_id = $1 GROUP BY 1, 2`,
};
