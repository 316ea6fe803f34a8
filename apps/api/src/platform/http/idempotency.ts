/**
 * Makes a POST with an Idempotency-Key safe to repeat: one effect, one answer. The operation interceptor runs such requests through it.
 * Kept: successes and refusals by rule. Not kept: what a repetition may clear (who are you, too fast, a lost race, a failure of ours).
 */
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { deserialize, serialize } from 'node:v8';
import { Injectable } from '@nestjs/common';
import { SystemClock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { EffectLog, withEffectLog } from '../database/effect-log.js';
import { prepared } from '../database/statement.js';
import { Encryption } from '../encryption/encryption.js';
import type { Answer } from './answer.js';
import { HttpProblem } from './http-problem.js';

const KEPT_SECONDS = 24 * 3600;
const KEPT_SECONDS_MONEY = 30 * 24 * 3600;
/** As long as a statement may take: whoever has not stored anything by then is presumed dead. A slower one fails at its COMMIT. */
const LEASE_SECONDS = 20;
/** How long a repetition waits for the first request before it is told to come back. */
const PATIENCE_MS = 10_000;

const CLAIM = prepared(
  'idempotency.claim',
  `INSERT INTO idempotency_record AS record (agency_id, caller, operation, key, body_hash, lease_until, created_at, expires_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
   ON CONFLICT (agency_id, caller, operation, key) DO UPDATE
     SET body_hash = excluded.body_hash, lease_until = excluded.lease_until, created_at = excluded.created_at, expires_at = excluded.expires_at,
         effects = CASE WHEN record.expires_at > $7 THEN record.effects END, answer = NULL
     WHERE record.expires_at <= $7 OR (record.answer IS NULL AND record.lease_until <= $7 AND record.body_hash = excluded.body_hash)
   RETURNING effects`,
);
const FIND = prepared(
  'idempotency.find',
  'SELECT body_hash, answer FROM idempotency_record WHERE agency_id = $1 AND caller = $2 AND operation = $3 AND key = $4',
);
const STORE_EFFECTS =
  'UPDATE idempotency_record SET effects = $5 WHERE agency_id = $1::uuid AND caller = $2 AND operation = $3 AND key = $4 AND lease_until = $6::timestamptz RETURNING true AS stored';
const KEEP = prepared(
  'idempotency.keep',
  'UPDATE idempotency_record SET answer = $5 WHERE agency_id = $1 AND caller = $2 AND operation = $3 AND key = $4 AND lease_until = $6',
);
const RELEASE = prepared(
  'idempotency.release',
  `WITH free AS (UPDATE idempotency_record SET lease_until = created_at WHERE agency_id = $1 AND caller = $2 AND operation = $3 AND key = $4 AND lease_until = $5 AND effects IS NOT NULL)
   DELETE FROM idempotency_record WHERE agency_id = $1 AND caller = $2 AND operation = $3 AND key = $4 AND lease_until = $5 AND effects IS NULL`,
);
const DELETE_EXPIRED = prepared('idempotency.delete_expired', 'SELECT delete_expired_idempotency_records($1)');

/** Which request of whom: the scope of a key. */
export interface KeyedRequest {
  readonly agencyId: string;
  readonly caller: string;
  readonly operation: string;
  readonly key: string;
  /** Method, address and body, of which only a hash is kept. */
  readonly content: readonly (string | Uint8Array)[];
  readonly money: boolean;
}

@Injectable()
export class Idempotency {
  constructor(
    private readonly database: Database,
    private readonly encryption: Encryption,
    private readonly clock: SystemClock,
  ) {}

  /** @throws HttpProblem `idempotency.body_differs` (422), or `idempotency.in_progress` (409) when the first request takes too long */
  async run(request: KeyedRequest, work: () => Promise<Answer>): Promise<Answer> {
    const scope = [request.agencyId, request.caller, request.operation, request.key];
    const bodyHash = hash(request.content);
    const context = { agencyId: request.agencyId, place: 'idempotency_record', id: scope.join('|') };
    for (let waited = 0; ;) {
      const now = this.clock.now();
      const lease = this.clock.after(LEASE_SECONDS);
      const expires = this.clock.after(request.money ? KEPT_SECONDS_MONEY : KEPT_SECONDS);
      const [claimed] = await this.database.withAgency(request.agencyId, (transaction) =>
        transaction.commitWith<{ effects: Buffer | null }>(CLAIM, [...scope, bodyHash, lease, now, expires]),
      );
      if (claimed) {
        const log = new EffectLog(
          request.agencyId,
          claimed.effects && (await this.encryption.open(claimed.effects, context)),
          (plain) => this.encryption.seal(plain, context),
          (sealed) => ({ text: STORE_EFFECTS, values: [...scope, sealed, lease] }),
        );
        return this.#perform(log, scope, lease, context, work);
      }
      const [found] = await this.database.read<{ body_hash: Buffer; answer: Buffer | null }>(
        request.agencyId,
        FIND,
        scope,
      );
      if (found && !found.body_hash.equals(bodyHash)) throw new HttpProblem('idempotency.body_differs');
      if (found?.answer) {
        const answer = deserialize(await this.encryption.open(found.answer, context)) as Answer;
        return { ...answer, headers: { ...answer.headers, 'Idempotent-Replayed': 'true' } };
      }
      if (waited >= PATIENCE_MS) throw new HttpProblem('idempotency.in_progress', {}, { 'Retry-After': '2' });
      const pause = Math.min(20 + waited / 4, 500);
      waited += pause;
      await sleep(pause);
    }
  }

  /** Forgets the answers of all agencies whose time is over. Called by the minute sweep. */
  async deleteExpiredUnscoped(): Promise<void> {
    await this.database.lookup(DELETE_EXPIRED, [this.clock.now()]);
  }

  async #perform(
    log: EffectLog,
    scope: readonly string[],
    lease: string,
    context: { agencyId: string; place: string; id: string },
    work: () => Promise<Answer>,
  ): Promise<Answer> {
    let kept = false;
    try {
      const answer = await withEffectLog(log, work);
      if (answer.status < 300 || answer.status === 422) {
        const sealed = await this.encryption.seal(serialize(answer), context);
        await this.database.withAgency(context.agencyId, (transaction) =>
          transaction.commitWith(KEEP, [...scope, sealed, lease]),
        );
        kept = true;
      }
      return answer;
    } finally {
      if (!kept)
        await this.database.withAgency(context.agencyId, (transaction) =>
          transaction.commitWith(RELEASE, [...scope, lease]),
        );
    }
  }
}

function hash(parts: readonly (string | Uint8Array)[]): Buffer {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(createHash('sha256').update(part).digest());
  return sum.digest();
}
