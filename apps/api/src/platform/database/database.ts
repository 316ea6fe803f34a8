/** The one way to the data. Every repository goes through it; under each call the agency is set, so that row-level security has the last word. */
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { PrismaClient, type Prisma } from '../../generated/client.js';
import { Settings } from '../config/settings.js';
import { Refused } from '../refusal/refused.js';
import { AgencyTransaction } from './agency-transaction.js';
import { currentEffectLog, TakenOver } from './effect-log.js';
import { COLUMN_TYPES } from './column-types.js';
import { surviveLostConnections } from './lost-connections.js';
import { SET_AGENCY, SET_READING } from './set-agency.js';
import type { SqlValue, Statement } from './statement.js';
import { runTogether } from './statement-batch.js';
import { isSerializationFailure, violatedConstraint } from './violation.js';

/** Prisma inside one agency's transaction. */
export type PrismaTransaction = Prisma.TransactionClient;

export interface TransactionOptions<R> {
  /** What to return when a unique index says no, by its name: a lost race as a value. */
  readonly violations?: Readonly<Record<string, () => R>>;
  /** Unique indexes whose no only says that a number is taken meanwhile and there may be another: `work` runs again before it counts. */
  readonly again?: readonly string[];
}

const POOL_SIZE = 8;
const PRISMA_POOL_SIZE = 4;
const LOOKUP_POOL_SIZE = 4;
const TRIES = 5;

@Injectable()
export class Database implements OnApplicationShutdown {
  readonly #pool: pg.Pool;
  readonly #prisma: PrismaClient;
  readonly #prismaPool: pg.Pool;
  readonly #lookupPool: pg.Pool;
  readonly #connection: pg.PoolConfig;

  constructor(settings: Settings) {
    this.#connection = {
      connectionString: settings.databaseAppUrl,
      max: POOL_SIZE,
      connectionTimeoutMillis: 10_000,
      idleTimeoutMillis: 60_000,
      application_name: `daiban-${settings.part}`,
      options: '-c TimeZone=UTC -c statement_timeout=20000 -c idle_in_transaction_session_timeout=30000',
    };
    this.#pool = new pg.Pool(this.#connection);
    // Of its own: a transaction that asks the clock or a limit must not wait for a connection that other such transactions hold.
    this.#lookupPool = new pg.Pool({ ...this.#connection, max: LOOKUP_POOL_SIZE, types: COLUMN_TYPES });
    this.#prismaPool = new pg.Pool({ ...this.#connection, max: PRISMA_POOL_SIZE });
    for (const pool of [this.#pool, this.#prismaPool, this.#lookupPool]) surviveLostConnections(pool);
    this.#prisma = new PrismaClient({ adapter: new PrismaPg(this.#prismaPool) });
  }

  /**
   * One transaction of an agency on the hot path. `work` may run again, told which attempt it is (from 1), so it changes nothing but the
   * database. Returning a `Refused` rolls back.
   */
  async withAgency<R>(
    agencyId: string,
    work: (transaction: AgencyTransaction, attempt: number) => Promise<R>,
    options: TransactionOptions<R> = {},
  ): Promise<R> {
    const effect = currentEffectLog(agencyId)?.open();
    if (effect?.finished) return effect.value as R;
    return this.#retrying(options, async (attempt) => {
      const transaction = new AgencyTransaction(this.#pool, agencyId, effect !== undefined);
      let broken: Error | undefined;
      try {
        const result = await work(transaction, attempt);
        if (result instanceof Refused) await transaction.undo();
        else await transaction.finish(await effect?.finish(result));
        return result;
      } catch (error) {
        await transaction.undo().catch((second: Error) => (broken = second));
        throw error;
      } finally {
        transaction.release(broken);
      }
    });
  }

  /** One statement of an agency that only reads, in one round trip. */
  async read<Row extends object>(
    agencyId: string,
    statement: Statement,
    values: readonly SqlValue[] = [],
  ): Promise<Row[]> {
    return this.#alone(this.#pool, SET_READING, agencyId, statement, values);
  }

  /** Ordinary work through Prisma in one transaction of an agency. Returning a `Refused` rolls back. */
  async withPrisma<R>(
    agencyId: string,
    work: (prisma: PrismaTransaction) => Promise<R>,
    options: TransactionOptions<R> = {},
  ): Promise<R> {
    const effect = currentEffectLog(agencyId)?.open();
    if (effect?.finished) return effect.value as R;
    return this.#retrying(options, async () => {
      const undone: { refused?: R } = {};
      try {
        return await this.#prisma.$transaction(async (prisma) => {
          await prisma.$queryRawUnsafe(SET_AGENCY.text, agencyId);
          const result = await work(prisma);
          if (result instanceof Refused) {
            undone.refused = result;
            throw new RollBack();
          }
          const last = await effect?.finish(result);
          if (last && (await prisma.$executeRawUnsafe(last.text, ...last.values)) !== 1) throw new TakenOver();
          return result;
        });
      } catch (error) {
        if (error instanceof RollBack && undone.refused !== undefined) return undone.refused;
        throw error;
      }
    });
  }

  /** Runs a SECURITY DEFINER function, or reads a table that belongs to no agency: what must work before the agency is known. */
  async lookup<Row extends object>(statement: Statement, values: readonly SqlValue[] = []): Promise<Row[]> {
    const result = await this.#lookupPool.query<Row & Record<string, unknown>>({ ...statement, values: [...values] });
    return result.rows;
  }

  /**
   * One statement of an agency in a transaction of its own, on the pool of look-ups: for what a transaction under way needs and must not wait for
   * behind the connections that such transactions hold. What it writes stays when that transaction is undone.
   */
  async aside<Row extends object>(
    agencyId: string,
    statement: Statement,
    values: readonly SqlValue[] = [],
  ): Promise<Row[]> {
    return this.#alone(this.#lookupPool, SET_AGENCY, agencyId, statement, values);
  }

  /** One statement behind the one that names the agency, in one round trip and a transaction of their own. */
  async #alone<Row extends object>(
    pool: pg.Pool,
    setting: Statement,
    agencyId: string,
    statement: Statement,
    values: readonly SqlValue[],
  ): Promise<Row[]> {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      const [, rows] = await runTogether(client, [
        { ...setting, values: [agencyId] },
        { ...statement, values },
      ]);
      return rows as Row[];
    } catch (error) {
      // The Sync behind the statements has ended their transaction; only a lost connection cannot be used again.
      if (!(error instanceof pg.DatabaseError)) broken = error as Error;
      throw error;
    } finally {
      client.release(broken);
    }
  }

  /**
   * Runs `work` while no other process runs work under the same name: what must happen once in an installation, such as filling the demo.
   * On a connection of its own, because `work` needs those of the pools.
   */
  async exclusively<R>(name: string, work: () => Promise<R>): Promise<R> {
    const client = new pg.Client(this.#connection);
    client.on('error', () => undefined);
    await client.connect();
    try {
      await client.query('SELECT pg_advisory_lock(hashtext($1))', [name]);
      return await work();
    } finally {
      // The lock goes with its connection.
      await client.end();
    }
  }

  /** The pool of look-ups, for libraries that bring their own statements (rate limits). They see no agency's rows. */
  get pool(): pg.Pool {
    return this.#lookupPool;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#prisma.$disconnect();
    await Promise.all([this.#pool.end(), this.#prismaPool.end(), this.#lookupPool.end()]);
  }

  async #retrying<R>(options: TransactionOptions<R>, attempt: (number: number) => Promise<R>): Promise<R> {
    for (let tried = 1; ; tried++) {
      try {
        return await attempt(tried);
      } catch (error) {
        const violated = violatedConstraint(error) ?? '';
        if (tried < TRIES && options.again?.includes(violated)) continue;
        const lost = options.violations?.[violated];
        if (lost) return lost();
        if (tried === TRIES || !isSerializationFailure(error)) throw error;
        await sleep(Math.random() * 10 * 2 ** tried);
      }
    }
  }
}

class RollBack extends Error {}
