/** The real application in this process, on a free port over a cloned database, with agencies whose members and keys a test can act with. */
import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  callOperation,
  type CallOptions,
  type Operation,
  type OperationAnswer,
  type OperationCall,
  type OperationDefinition,
} from '@daiban/contracts';
import { ROLES, type Role } from '@daiban/domain/enumerations';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { v7 } from 'uuid';
import { jest } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../../../../tests/support/test-database.js';
import { createApp } from '../app.js';
import { AgenciesService } from '../features/agencies/agencies.service.js';
import { ApiKeysService } from '../features/members/api-keys.service.js';
import { MembersService } from '../features/members/members.service.js';
import type { StaffActor } from '../platform/auth/actor.js';
import { InstallationClock } from '../platform/clock/installation-clock.js';
import type { Settings } from '../platform/config/settings.js';
import { MinuteTicker } from '../platform/jobs/minute-ticker.js';
import { Refused } from '../platform/refusal/refused.js';

// A busy machine is slow, not wrong: what hangs is noticed all the same.
jest.setTimeout(30_000);

/** The password of every member that `createAgency` makes. */
export const TEST_PASSWORD = 'correct horse battery staple';

export interface TestAgency {
  readonly id: string;
  /** One member for each role, as services take them. */
  readonly actors: Readonly<Record<Role, StaffActor>>;
  readonly emails: Readonly<Record<Role, string>>;
  /** One API key for each role, in that member's name. */
  readonly apiKeys: Readonly<Record<Role, string>>;
}

export interface TestApi {
  readonly app: NestFastifyApplication;
  readonly database: TestDatabase;
  readonly origin: string;
  readonly settings: Settings;
  createAgency(name?: string): Promise<TestAgency>;
  /** Calls an operation with an API key. A problem is thrown as `ProblemError`. */
  call<Definition extends OperationDefinition>(
    apiKey: string,
    operation: Operation<Definition>,
    input: OperationCall<Definition>,
    options?: CallOptions,
  ): Promise<OperationAnswer<Definition>>;
  /** Moves the business clock forward; it stands at the demo's first moment until then. */
  moveClock(to: string): Promise<void>;
  /** Runs every sweep once; nothing runs by itself. */
  tick(): Promise<void>;
  stop(): Promise<void>;
}

/** @param changes settings other than a demo clock, no SMTP and silence; `database`: one to share with another process, else a clone of its own */
export async function startTestApi(changes: Partial<Settings> = {}, shared?: TestDatabase): Promise<TestApi> {
  const database = shared ?? (await createTestDatabase());
  const dataDir = mkdtempSync(join(tmpdir(), 'daiban-test-api-'));
  const settings: Settings = {
    part: 'api',
    port: 0,
    host: '127.0.0.1',
    dataDir,
    databaseAppUrl: database.appUrl,
    databaseAuthUrl: database.authUrl,
    demo: true,
    smtpUrl: null,
    mailFrom: { name: 'Daiban', address: 'daiban@agency.test' },
    publicUrl: 'http://localhost:3000',
    secret: 'a secret of the tests that is long enough',
    fileKey: Buffer.alloc(32, 1),
    fileKeysBefore: [],
    filesUrl: null,
    clamavUrl: null,
    logLevel: 'error',
    trustedProxies: [],
    ...changes,
  };
  keepFileKey(settings);
  const app = await createApp(settings);
  await app.listen(0, settings.host);
  const origin = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
  return {
    app,
    database,
    origin,
    settings,
    createAgency: (name) => createAgency(app, name),
    call: (apiKey, operation, input, options = {}) =>
      callOperation(operation, input, {
        baseUrl: origin,
        ...options,
        headers: { Authorization: `Bearer ${apiKey}`, ...options.headers },
      }),
    moveClock: async (to) => {
      if (!(await app.get(InstallationClock).moveTo(to)))
        throw new Error(`The business clock is past ${to} already, or real.`);
    },
    tick: () => app.get(MinuteTicker).runNow(),
    stop: async () => {
      await app.close();
      rmSync(dataDir, { recursive: true, force: true });
      if (!shared) await database.drop();
    },
  };
}

/** A process of its own over the same data folder finds the key that this one seals with. */
function keepFileKey({ dataDir, fileKey }: Settings): void {
  mkdirSync(join(dataDir, 'keys'), { recursive: true, mode: 0o700 });
  writeFileSync(join(dataDir, 'keys', 'file-key'), fileKey.toString('base64'), { mode: 0o600 });
}

async function createAgency(app: NestFastifyApplication, name = 'Lantern Bridge'): Promise<TestAgency> {
  const agencies = app.get(AgenciesService, { strict: false });
  const members = app.get(MembersService, { strict: false });
  const keys = app.get(ApiKeysService, { strict: false });
  const id = v7();
  const tag = randomBytes(4).toString('hex');
  await agencies.create({ id, name, nameZh: null, timeZone: 'Europe/Paris', locale: 'en' });
  const [actors, emails, apiKeys] = [{}, {}, {}] as [
    Record<Role, StaffActor>,
    Record<Role, string>,
    Record<Role, string>,
  ];
  for (const role of ROLES) {
    const email = `${role}.${tag}@agency.test`;
    const member = await members.createWithPassword(id, {
      name: `${name} ${role}`,
      email,
      role,
      locale: 'en',
      password: TEST_PASSWORD,
    });
    if (member instanceof Refused) throw new Error(member.code);
    actors[role] = { kind: 'member', agencyId: id, id: member.id, role, name: member.name, locale: 'en' };
    emails[role] = email;
    const key = await keys.keep(id, { memberId: member.id, name: `Key of ${role}`, role });
    if (key instanceof Refused) throw new Error(key.code);
    apiKeys[role] = key.apiKey;
  }
  return { id, actors, emails, apiKeys };
}
