/** Agencies in the database, and the one-time token that makes the first. */
import type { Locale } from '@daiban/domain/enumerations';
import { Injectable } from '@nestjs/common';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Database, type PrismaTransaction } from '../../platform/database/database.js';
import { prepared } from '../../platform/database/statement.js';
import type { RecordMove } from '../history/history.service.js';

const LIST = prepared('lookup.agencies', 'SELECT agency_id FROM lookup_agencies()');
const VERSION = prepared('agencies.version', 'SELECT version FROM agency WHERE id = $1::uuid');
const MOVE = prepared(
  'agencies.move',
  'UPDATE agency SET version = $3, history_head = $4 WHERE id = $1::uuid AND version = $2 RETURNING id',
);
const KEEP_TOKEN = prepared(
  'installation.keep_setup_token',
  'UPDATE installation SET setup_token_hash = $1 WHERE id = 1',
);
const HAS_TOKEN = prepared(
  'installation.has_setup_token',
  'SELECT id FROM installation WHERE id = 1 AND setup_token_hash = $1',
);

export interface NewAgency {
  readonly id: string;
  readonly name: string;
  /** Null: `name` serves Chinese readers too. */
  readonly nameZh: string | null;
  readonly timeZone: string;
  readonly locale: Locale;
  readonly createdAt: string;
  readonly historyHead: Uint8Array<ArrayBuffer>;
}

@Injectable()
export class AgenciesRepository {
  constructor(private readonly database: Database) {}

  /** Ids of all agencies of the installation, oldest first. */
  async listIdsUnscoped(): Promise<string[]> {
    return (await this.database.lookup<{ agency_id: string }>(LIST)).map((row) => row.agency_id);
  }

  async create(prisma: PrismaTransaction, agency: NewAgency): Promise<void> {
    await prisma.agency.create({ data: { ...agency } });
  }

  /** Rows moved: 0 when the version is another by now. */
  async move(
    prisma: PrismaTransaction,
    id: string,
    { fromVersion, version, head }: Pick<RecordMove, 'fromVersion' | 'version' | 'head'>,
  ): Promise<number> {
    const data = { version, historyHead: head };
    return (await prisma.agency.updateMany({ where: { id, version: fromVersion }, data })).count;
  }

  /** The same in a transaction of prepared statements. */
  async moveWithin(
    transaction: AgencyTransaction,
    { fromVersion, version, head }: Pick<RecordMove, 'fromVersion' | 'version' | 'head'>,
  ): Promise<number> {
    return (await transaction.query(MOVE, [transaction.agencyId, fromVersion, version, Buffer.from(head)])).length;
  }

  async getVersion(agencyId: string): Promise<number> {
    const [row] = await this.database.read<{ version: number }>(agencyId, VERSION, [agencyId]);
    if (!row) throw new Error(`There is no agency ${agencyId}.`);
    return row.version;
  }

  /** @param hash null: no token opens the set-up any more */
  async keepSetUpToken(hash: Buffer | null): Promise<void> {
    await this.database.lookup(KEEP_TOKEN, [hash]);
  }

  async hasSetUpToken(hash: Buffer): Promise<boolean> {
    return (await this.database.lookup(HAS_TOKEN, [hash])).length > 0;
  }
}
