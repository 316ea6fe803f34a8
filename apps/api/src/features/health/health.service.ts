/** Looks whether every part of the installation works. */
import type { Health } from '@daiban/contracts';
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { prepared } from '../../platform/database/statement.js';
import { FileInspector } from '../../platform/files/file-inspector.js';
import { FileStore } from '../../platform/files/file-store.js';
import { MinuteTicker } from '../../platform/jobs/minute-ticker.js';
import { Mailer } from '../../platform/mail/mailer.js';

/** The newest thing that a migration made and that this program cannot work without. */
const MIGRATED = prepared(
  'health.migrated',
  `SELECT to_regclass('public.delivery') IS NOT NULL AND to_regclass('public.document') IS NOT NULL AS migrated`,
);
/** Other servers (mail, files, scanner) are asked at most this often. */
const FRESH_MS = 30_000;
const PATIENCE_MS = 3_000;

type Check = Health['checks']['database'];

@Injectable()
export class HealthService {
  readonly #mail: () => Promise<boolean | null>;
  readonly #files: () => Promise<boolean | null>;
  readonly #scanner: () => Promise<boolean | null>;

  constructor(
    private readonly database: Database,
    private readonly ticker: MinuteTicker,
    mailer: Mailer,
    store: FileStore,
    private readonly inspector: FileInspector,
  ) {
    this.#mail = seldom(() => mailer.check());
    this.#files = seldom(() =>
      store.check().then(
        () => true,
        () => false,
      ),
    );
    this.#scanner = seldom(() => inspector.scannerWorks());
  }

  /** @param version of this installation */
  async check(version: string): Promise<Health> {
    const [migrated, mail, files, scanner] = await Promise.all([
      this.#migrated(),
      this.#mail(),
      this.#files(),
      this.#scanner(),
    ]);
    const checks: Health['checks'] = {
      database: checked(migrated !== null, 'does not answer'),
      migrations: checked(
        migrated === true,
        migrated === null ? 'the database does not answer' : 'not all are applied',
      ),
      mail: checked(mail === true, 'the SMTP server does not answer'),
      jobs: checked(this.ticker.healthy, 'no sweep has ended for three minutes'),
      files:
        files === true
          ? checked(this.inspector.decoderWorks, 'documents cannot be opened on this machine; they wait')
          : checked(false, 'the place where documents are kept does not answer'),
      ...(scanner !== null && { scanner: checked(scanner, 'the virus scanner does not answer; documents wait') }),
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
}

/** Asks again after a while only; an answer that does not come in time is a no. */
function seldom(ask: () => Promise<boolean | null>): () => Promise<boolean | null> {
  let last: { readonly works: Promise<boolean | null>; readonly askedAtMs: number } | null = null;
  return () => {
    const nowMs = performance.now();
    if (!last || nowMs - last.askedAtMs > FRESH_MS) last = { works: ask(), askedAtMs: nowMs };
    return within(last.works, false);
  };
}

function checked(works: boolean, detail: string): Check {
  return works ? { status: 'ok' } : { status: 'failing', detail };
}

async function within<Value>(asked: Promise<Value>, otherwise: Value): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Value>((resolve) => (timer = setTimeout(() => resolve(otherwise), PATIENCE_MS)));
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}
