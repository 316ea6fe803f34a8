/** Looks whether every part of the installation works. */
import type { Health } from '@daiban/contracts';
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { prepared } from '../../platform/database/statement.js';
import { MinuteTicker } from '../../platform/jobs/minute-ticker.js';
import { Mailer } from '../../platform/mail/mailer.js';

/** The newest thing that a migration made and that this program cannot work without. */
const MIGRATED = prepared(
  'health.migrated',
  `SELECT to_regclass('public.idempotency_record') IS NOT NULL AND to_regclass('public.delivery') IS NOT NULL AS migrated`,
);
/** A mail server is asked at most this often. */
const MAIL_FRESH_MS = 30_000;
const PATIENCE_MS = 3_000;

type Check = Health['checks']['database'];

@Injectable()
export class HealthService {
  #mail: { readonly works: Promise<boolean>; readonly askedAtMs: number } | null = null;

  constructor(
    private readonly database: Database,
    private readonly mailer: Mailer,
    private readonly ticker: MinuteTicker,
  ) {}

  /** @param version of this installation */
  async check(version: string): Promise<Health> {
    const [migrated, mail] = await Promise.all([this.#migrated(), this.#mailWorks()]);
    const checks: Health['checks'] = {
      database: checked(migrated !== null, 'does not answer'),
      migrations: checked(
        migrated === true,
        migrated === null ? 'the database does not answer' : 'not all are applied',
      ),
      mail: checked(mail, 'the SMTP server does not answer'),
      jobs: checked(this.ticker.healthy, 'no sweep has ended for three minutes'),
    };
    const works = Object.values(checks).every(({ status }) => status === 'ok');
    return { status: works ? 'ok' : 'failing', version, checks };
  }

  /** Null when the database does not answer in time. */
  async #migrated(): Promise<boolean | null> {
    const asked = this.database.lookup<{ migrated: boolean }>(MIGRATED).then(
      ([row]) => row?.migrated ?? false,
      () => null,
    );
    return within(asked, null);
  }

  #mailWorks(): Promise<boolean> {
    const nowMs = performance.now();
    if (!this.#mail || nowMs - this.#mail.askedAtMs > MAIL_FRESH_MS)
      this.#mail = { works: this.mailer.check(), askedAtMs: nowMs };
    return within(this.#mail.works, false);
  }
}

function checked(works: boolean, detail: string): Check {
  return works ? { status: 'ok' } : { status: 'failing', detail };
}

async function within<Value>(asked: Promise<Value>, otherwise: Value): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Value>((resolve) => (timer = setTimeout(() => resolve(otherwise), PATIENCE_MS)));
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}
