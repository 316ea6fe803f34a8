/** Each minute, seals what changed in every agency's history, so that nobody who can write to the database can rewrite what is older than a minute. Called by the minute ticker; `verify` by whoever doubts. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 } from 'uuid';
import { SystemClock } from '../../platform/clock/clock.js';
import { Settings } from '../../platform/config/settings.js';
import { Database } from '../../platform/database/database.js';
import { MinuteTicker } from '../../platform/jobs/minute-ticker.js';
import { keyIdOf, sealHeads, verifySeals, type HistorySeal, type SealBreak } from './history-seal.js';
import { HistorySealRepository } from './history-seal.repository.js';
import { readOrMakeSealKey, type SealKey } from './seal-key.js';

/** A transaction may commit this long after it wrote its entry's `recordedAt`; twice the database's own limits on one. */
const OVERLAP_SECONDS = 120;

@Injectable()
export class HistorySealService implements OnModuleInit {
  #key: SealKey | null = null;

  constructor(
    private readonly repository: HistorySealRepository,
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly systemClock: SystemClock,
    private readonly ticker: MinuteTicker,
  ) {}

  onModuleInit(): void {
    this.ticker.register({ name: 'history_seal', run: () => this.sealAll() });
  }

  /** Seals every agency. */
  async sealAll(): Promise<void> {
    for (const agencyId of await this.repository.listAgenciesUnscoped()) await this.seal(agencyId);
  }

  /** Seals the heads of one agency that no seal holds yet; null when there are none, or when another process was quicker. */
  seal(agencyId: string): Promise<HistorySeal | null> {
    const throughAt = this.systemClock.now();
    return this.database.withAgency<HistorySeal | null>(
      agencyId,
      async (transaction) => {
        const recent = await this.repository.listRecent(transaction, OVERLAP_SECONDS);
        const last = recent[0] ?? null;
        const since = last ? Date.parse(last.throughAt) - OVERLAP_SECONDS * 1000 : 0;
        const held = new Set(recent.flatMap((seal) => seal.heads.map((head) => `${head.recordId} ${head.head}`)));
        const moved = await this.repository.listHeadsSince(transaction, new Date(since).toISOString());
        const heads = moved.filter((head) => !held.has(`${head.recordId} ${head.head}`));
        if (heads.length === 0) return null;
        const content = {
          id: v7(),
          agencyId,
          sequence: (last?.sequence ?? 0) + 1,
          throughAt,
          heads,
          sealedAt: throughAt,
        };
        const seal = sealHeads(content, last?.hash ?? null, this.key.privateKey);
        await this.repository.insert(transaction, seal);
        return seal;
      },
      { violations: { history_seal_agency_id_sequence_key: () => null } },
    );
  }

  /** Checks an agency's seals against its history as it is now; null when all fits. */
  async verify(agencyId: string): Promise<SealBreak | null> {
    const seals = await this.repository.listAll(agencyId);
    const entries = await this.repository.listEntryHashes(agencyId);
    const hashes = new Map(entries.map((entry) => [`${entry.recordId} ${entry.sequence}`, entry.hash]));
    const { publicKey } = this.key;
    return verifySeals(
      seals,
      new Map([[keyIdOf(publicKey), publicKey]]),
      (recordId, sequence) => hashes.get(`${recordId} ${sequence}`) ?? null,
    );
  }

  /** The installation's key, made when first needed. */
  get key(): SealKey {
    return (this.#key ??= readOrMakeSealKey(this.settings.dataDir));
  }
}
