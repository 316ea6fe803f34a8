/** The business clock of this installation: real time, or in a demo the time that its one row holds and that people move forward. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { shanghaiDate } from '@daiban/domain/calendar';
import { Settings } from '../config/settings.js';
import { Database } from '../database/database.js';
import { prepared } from '../database/statement.js';
import { BusinessClock, SystemClock } from './clock.js';

const ENSURE = prepared(
  'installation.ensure',
  'INSERT INTO installation (id, demo, demo_now, created_at) VALUES (1, $1, $2, $3) ON CONFLICT (id) DO NOTHING',
);
const READ = prepared('installation.read', 'SELECT demo, demo_now FROM installation WHERE id = 1');
const MOVE = prepared(
  'installation.move',
  'UPDATE installation SET demo_now = $1 WHERE id = 1 AND demo AND demo_now <= $1 RETURNING demo_now',
);
const RESTART = prepared('installation.restart', 'UPDATE installation SET demo_now = $1 WHERE id = 1 AND demo');

/** Where every demo begins: Monday 28 September 2026, 11:20 in Shanghai, so that the first ranges cross the October holiday. */
export const DEMO_START = '2026-09-28T03:20:00.000Z';
/** How long another process may still see the time before a move. */
const FRESH_MS = 500;

@Injectable()
export class InstallationClock extends BusinessClock implements OnModuleInit {
  #demo = false;
  #known: { readonly now: string; readonly readAtMs: number } | null = null;

  constructor(
    private readonly settings: Settings,
    private readonly database: Database,
    private readonly systemClock: SystemClock,
  ) {
    super();
  }

  async now(): Promise<string> {
    if (!this.#demo) return this.systemClock.now();
    const nowMs = Date.parse(this.systemClock.now());
    if (this.#known && nowMs - this.#known.readAtMs < FRESH_MS) return this.#known.now;
    const [row] = await this.database.lookup<{ demo_now: string | null }>(READ);
    const now = row?.demo_now ?? DEMO_START;
    this.#known = { now, readAtMs: nowMs };
    return now;
  }

  async today(): Promise<string> {
    return shanghaiDate(await this.now());
  }

  /** Whether this installation was begun as a demo; it stays what it was, whatever DAIBAN_DEMO says at a later start. */
  get demo(): boolean {
    return this.#demo;
  }

  /** Makes the installation's row at the first start. */
  async onModuleInit(): Promise<void> {
    const { demo } = this.settings;
    await this.database.lookup(ENSURE, [demo, demo ? DEMO_START : null, this.systemClock.now()]);
    const [row] = await this.database.lookup<{ demo: boolean }>(READ);
    this.#demo = row?.demo ?? false;
  }

  /** Moves a demo's time forward. False when `to` lies before the time it shows; nothing changes then. */
  async moveTo(to: string): Promise<boolean> {
    const moved = await this.database.lookup(MOVE, [to]);
    this.#known = null;
    return moved.length > 0;
  }

  /** Puts a demo back to its first moment, or to the past that its data are lived from; only a reset of its data may do so. */
  async restart(at = DEMO_START): Promise<void> {
    await this.database.lookup(RESTART, [at]);
    this.#known = null;
  }
}
