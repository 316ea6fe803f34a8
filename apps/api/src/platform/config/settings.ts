/** Reads every setting of the API, once, at the start; nothing else reads the environment. `.env.example` says what each is for. */
import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';

/** What this process does: answer HTTP, run the minute sweeps, or both. */
export type Part = 'api' | 'worker' | 'all';

/** The checked settings; injected by this class. */
export abstract class Settings {
  abstract readonly part: Part;
  abstract readonly port: number;
  /** Name or address to listen on. */
  abstract readonly host: string;
  /** Folder of keys, secrets and files; absolute. */
  abstract readonly dataDir: string;
  /** Login `daiban_app`, under row-level security. */
  abstract readonly databaseAppUrl: string;
  /** Login `daiban_auth`, schema `auth` only. */
  abstract readonly databaseAuthUrl: string;
  /** Demo data under a clock that people move. */
  abstract readonly demo: boolean;
  /** Null: mails go to the in-app outbox and nowhere else. */
  abstract readonly smtpUrl: string | null;
  abstract readonly mailFrom: { readonly name: string; readonly address: string };
  /** Origin that people open, without a slash at the end; stands in mails and decides which Origin header is ours. */
  abstract readonly publicUrl: string;
  /** Signs session cookies. */
  abstract readonly secret: string;
  /** 32 bytes that wrap every key that values are sealed with. */
  abstract readonly fileKey: Buffer;
  /** Keys that were `fileKey` before and still unwrap, the newest first. */
  abstract readonly fileKeysBefore: readonly Buffer[];
  /** Where files lie: `s3://access:secret@host:port/bucket?region=&tls=1&path=1`; null: the folder `files` of `dataDir`. */
  abstract readonly filesUrl: string | null;
  /** A virus scanner that answers clamd's protocol, `tcp://host:3310`; null: there is none. */
  abstract readonly clamavUrl: string | null;
  abstract readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
  /** Addresses of proxies whose X-Forwarded-For is believed; empty: nobody's. */
  abstract readonly trustedProxies: readonly string[];
}

/** A setting that is missing or wrong. `message` is one sentence that names it, never its value. */
export class SettingsProblem extends Error {
  override name = 'SettingsProblem';
}

const address = (protocols: readonly string[], example: string) =>
  z
    .string({ error: `must be set, for example ${example}` })
    .refine(
      (text) => protocols.some((protocol) => text.startsWith(`${protocol}://`)) && URL.canParse(text),
      `must look like ${example}`,
    );

const postgres = address(['postgres', 'postgresql'], 'postgresql://login:password@host:5432/database');
const port = z.coerce
  .number('must be a whole number between 1 and 65535')
  .int('must be a whole number between 1 and 65535')
  .min(1, 'must be between 1 and 65535')
  .max(65535, 'must be between 1 and 65535');

const EnvironmentSchema = z.object({
  PORT: port.default(3000),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:-]+$/, 'must be a host name or an address, for example 0.0.0.0')
    .optional(),
  DAIBAN_DATA_DIR: z.string().default('.data'),
  DATABASE_APP_URL: postgres,
  DATABASE_AUTH_URL: postgres,
  DAIBAN_DEMO: z.enum(['0', '1'], 'must be 1 (make demo data on an empty database) or 0 (start empty)').default('1'),
  SMTP_URL: address(['smtp', 'smtps'], 'smtp://login:password@mail.example.com:587').optional(),
  MAIL_FROM: z
    .string()
    .regex(/^([^<>"\r\n]{1,80}<)?[^\s<>@]+@[^\s<>@]+>?$/, 'must look like Daiban <daiban@example.com>')
    .default('Daiban <daiban@localhost>'),
  PUBLIC_URL: address(['http', 'https'], 'https://daiban.example.com').optional(),
  DAIBAN_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  DAIBAN_FILE_KEY: z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}=$/, 'must be 32 bytes in base64 (openssl rand -base64 32)')
    .optional(),
  DAIBAN_FILE_KEYS_BEFORE: z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}=( *, *[A-Za-z0-9+/]{43}=)*$/, 'must be keys of 32 bytes in base64, with commas between')
    .optional(),
  DAIBAN_FILES_URL: address(['s3'], 's3://access:secret@host:9000/bucket?region=eu-west-1&tls=1').optional(),
  DAIBAN_CLAMAV_URL: address(['tcp'], 'tcp://localhost:3310').optional(),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'silent'],
      'must be one of fatal, error, warn, info, debug, silent',
    )
    .default('info'),
  TRUSTED_PROXIES: z.string().default(''),
});

/**
 * @param part what this process was started for
 * @throws SettingsProblem naming the first setting that is wrong
 */
export function readSettings(part: Part = 'all', environment: NodeJS.ProcessEnv = process.env): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = EnvironmentSchema.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new SettingsProblem(`${String(issue?.path[0])} ${issue?.message}.`);
  }
  const values = parsed.data;
  const dataDir = resolve(values.DAIBAN_DATA_DIR);
  const [, name = 'Daiban', mailbox = values.MAIL_FROM] = /^(.*)<(.*)>$/.exec(values.MAIL_FROM) ?? [];
  return {
    part,
    port: values.PORT,
    // Anybody who reaches a demo is its owner with one click: it is for this machine unless somebody says otherwise.
    host: values.HOST ?? (values.DAIBAN_DEMO === '1' ? 'localhost' : '0.0.0.0'),
    dataDir,
    databaseAppUrl: values.DATABASE_APP_URL,
    databaseAuthUrl: values.DATABASE_AUTH_URL,
    demo: values.DAIBAN_DEMO === '1',
    smtpUrl: values.SMTP_URL ?? null,
    mailFrom: { name: name.trim(), address: mailbox.trim() },
    publicUrl: values.PUBLIC_URL ? new URL(values.PUBLIC_URL).origin : `http://localhost:${values.PORT}`,
    secret: values.DAIBAN_SECRET ?? readOrMakeKey(dataDir, 'cookie-secret').toString('base64'),
    fileKey: values.DAIBAN_FILE_KEY
      ? Buffer.from(values.DAIBAN_FILE_KEY, 'base64')
      : readOrMakeKey(dataDir, 'file-key'),
    fileKeysBefore: listOf(values.DAIBAN_FILE_KEYS_BEFORE ?? keysBeforeIn(dataDir)).map((key) =>
      Buffer.from(key, 'base64'),
    ),
    filesUrl: values.DAIBAN_FILES_URL ?? null,
    clamavUrl: values.DAIBAN_CLAMAV_URL ?? null,
    logLevel: values.LOG_LEVEL,
    trustedProxies: listOf(values.TRUSTED_PROXIES),
  };
}

function listOf(text = ''): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
}

/** 32 random bytes kept in `<dataDir>/keys`, readable by this account only; made at the first start. */
function readOrMakeKey(dataDir: string, name: string): Buffer {
  const folder = join(dataDir, 'keys');
  const file = join(folder, name);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!existsSync(file)) makeKey(file);
  } catch {
    throw new SettingsProblem(`DAIBAN_DATA_DIR names a folder that cannot be written: ${folder}.`);
  }
  const key = Buffer.from(readFileSync(file, 'utf8'), 'base64');
  if (key.length !== 32) throw new SettingsProblem(`DAIBAN_DATA_DIR holds a damaged key: ${file}.`);
  return key;
}

/** What `keys:rotate --new-file-key` put aside. */
function keysBeforeIn(dataDir: string): string {
  const file = join(dataDir, 'keys', 'file-keys-before');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** A whole file appears under the name or none, and of two processes that start together one makes it. */
function makeKey(file: string): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, randomBytes(32).toString('base64'), { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(draft);
  }
}
