#!/usr/bin/env node
// Prisma's schema engine without its download. The Prisma CLI wants a native program that it fetches from binaries.prisma.sh, which a
// firewall (or the way out of mainland China) may block; prisma.config.ts names this file instead. It speaks the same protocol, JSON-RPC
// over stdin and stdout, and answers with the WebAssembly build of the same engine that Prisma publishes on npm.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

const enginePackage = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'));
const commandLine = process.argv.slice(2);
const optionValues = (name) => commandLine.flatMap((word, i) => (word === name ? [commandLine[i + 1]] : []));

const databaseUrl = JSON.parse(optionValues('--datasource')[0] ?? '{}').url ?? process.env.DATABASE_URL ?? '';
const prismaSchemaName = URL.canParse(databaseUrl)
  ? (new URL(databaseUrl).searchParams.get('schema') ?? undefined)
  : undefined;
// Settings one by one and not a connection string, which would win over the shadow database's name and run it on the real one.
const { host, port, user, password, database, ssl, options } = new pg.Client({ connectionString: databaseUrl })
  .connectionParameters;
const connection = { host, port, user, password, database, ssl, options };
/** `?options=-c role=…` makes every object belong to that role: a shadow database must then belong to it as well. */
const ownerRole = /role=(\w+)/.exec(options ?? '')?.[1];
/** Databases are made and dropped from here: the one that is wanted may not exist. */
const MAINTENANCE_DATABASE = 'postgres';
const quoteName = (name) => `"${name.replaceAll('"', '""')}"`;

/** One statement on a connection of its own, as the login itself (a role without CREATEDB could not make databases). */
async function runAsLogin(sql, inDatabase) {
  const client = new pg.Client({ ...connection, database: inDatabase, options: undefined });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** The engine's log lines, as the CLI reads them from stderr. */
const log = (level, message, fields = {}) =>
  process.stderr.write(
    `${JSON.stringify({ timestamp: new Date().toISOString(), level, fields: { message, ...fields }, target: 'schema_engine::logger' })}\n`,
  );

/**
 * Repairs an adapter of @prisma/adapter-pg for the engine's needs:
 * scripts go to the server whole (the adapter cuts at every `;`, also inside function bodies), and the catalogue's one-byte `"char"` columns,
 * which it refuses, pass as characters. After a script the session returns to its own role, whatever the script had set.
 */
function repairAdapter(adapter) {
  adapter.executeScript = async (script) => {
    try {
      await adapter.underlyingDriver().query(script);
      await adapter.underlyingDriver().query('RESET ROLE');
    } catch (error) {
      adapter.onError(error); // throws the form that the engine understands
    }
  };
  const CHAR_OID = 18;
  const TEXT_OID = 25;
  const { queryRaw, performIO } = adapter;
  adapter.queryRaw = async (query) => {
    let characterColumns = [];
    const reader = Object.create(adapter, {
      performIO: {
        value: async (sent) => {
          const result = await performIO.call(adapter, sent);
          const characters = result.fields.filter((field) => field.dataTypeID === CHAR_OID);
          characterColumns = characters.map((field) => result.fields.indexOf(field));
          for (const field of characters) field.dataTypeID = TEXT_OID;
          return result;
        },
      },
    });
    const result = await queryRaw.call(reader, query);
    for (const i of characterColumns) result.columnTypes[i] = ColumnTypeEnum.Character;
    return result;
  };
  return adapter;
}

/** One connection per adapter: the engine's advisory lock and a script's SET belong to a session. */
const connectTo = async (name) =>
  repairAdapter(await new PrismaPg({ ...connection, database: name, max: 1 }, { schema: prismaSchemaName }).connect());

const adapterFactory = bindMigrationAwareSqlAdapterFactory({
  provider: 'postgres',
  adapterName: '@prisma/adapter-pg',
  connect: () => connectTo(database),
  /** A database of its own for replaying the migrations, dropped only after its connections are closed. */
  connectToShadowDb: async () => {
    const name = `prisma_migrate_shadow_db_${crypto.randomUUID()}`;
    await runAsLogin(
      `CREATE DATABASE "${name}"${ownerRole ? ` OWNER ${quoteName(ownerRole)}` : ''}`,
      MAINTENANCE_DATABASE,
    );
    const adapter = await connectTo(name);
    const dispose = adapter.dispose.bind(adapter);
    adapter.dispose = async () => {
      await dispose();
      await runAsLogin(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`, MAINTENANCE_DATABASE);
    };
    return adapter;
  },
});

/** The three commands that the CLI runs outside the protocol. Exit code 1 and Prisma's own error code on stderr when one fails. */
async function runCommand(command) {
  const prismaCodes = { '3D000': 'P1003', '42P04': 'P1009', '28P01': 'P1000', 28000: 'P1000' };
  try {
    if (command === 'can-connect-to-database') await runAsLogin('SELECT 1', database);
    else if (command === 'create-database')
      await runAsLogin(`CREATE DATABASE ${quoteName(database)}`, MAINTENANCE_DATABASE);
    else if (command === 'drop-database')
      await runAsLogin(`DROP DATABASE IF EXISTS ${quoteName(database)} WITH (FORCE)`, MAINTENANCE_DATABASE);
    else throw new Error(`unknown command ${command}`);
  } catch (error) {
    process.stderr.write('\n'); // the CLI skips the first line, where the native engine greets
    log('ERROR', error.message, { error_code: prismaCodes[error.code] ?? 'P1001', is_panic: false });
    process.exit(1);
  }
}

/** What the engine said when its Rust code panicked; it is of no use afterwards. */
let panicMessage = '';

/** Logs a panic where the CLI looks for it and ends with 101, as the native engine does; ends with 1 for any other crash. */
function crash(error) {
  log('ERROR', panicMessage || String(error.stack), { is_panic: panicMessage !== '' });
  process.exit(panicMessage ? 101 : 1);
}

/** Loads the engine; what comes back makes a new one for each request. */
function loadEngine() {
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => void (panicMessage = message) };
  process.on('uncaughtException', crash);
  const module = new WebAssembly.Module(readFileSync(join(enginePackage, 'schema_engine_bg.wasm')));
  const instance = new WebAssembly.Instance(module, {
    './schema_engine_bg.js': engineModule,
  });
  engineModule.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  const datamodels = optionValues('--datamodels').map((path) => [path, readFileSync(path, 'utf8')]);
  const debug = (message) => process.env.DEBUG && log('DEBUG', String(message));
  return () =>
    engineModule.SchemaEngine.new({ datamodels: datamodels.length ? datamodels : undefined }, debug, adapterFactory);
}

const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);

/** Answers one request with an engine of its own: a used one no longer finds its shadow database. */
async function answer(newEngine, { id, method, params }) {
  try {
    const engine = await newEngine();
    // These two look at the shadow database first, which this build only learns about from a diagnosis.
    if (method === 'evaluateDataLoss' || method === 'createMigration') {
      await engine.devDiagnostic({ migrationsList: params.migrationsList, filters: params.filters });
    }
    const result = await engine[method === 'getDatabaseVersion' ? 'version' : method](params).finally(() =>
      engine.free(),
    );
    if (method === 'diff' && result.stdout != null) {
      send({ id: 'print', method: 'print', params: { content: result.stdout } });
    }
    send({ id, result: result ?? {} });
  } catch (error) {
    if (panicMessage) crash(error);
    const code = /^P\d{4}/.exec(error.code ?? '')?.[0] ?? error.code ?? null;
    const data = {
      is_panic: false,
      message: error.message ?? String(error),
      meta: error.meta ?? null,
      error_code: code,
    };
    send({ id, error: { code: 4466, message: 'An error happened. Check the data field for details.', data } });
  }
}

if (commandLine.includes('--version')) {
  console.log(
    `schema-engine-cli ${JSON.parse(readFileSync(join(enginePackage, 'package.json'), 'utf8'))
      .version.split('.')
      .at(-1)}`,
  );
} else if (commandLine.includes('cli')) {
  await runCommand(commandLine[commandLine.indexOf('cli') + 1]);
} else {
  const newEngine = loadEngine();
  for await (const line of createInterface({ input: process.stdin })) {
    const request = line.trim() ? JSON.parse(line) : {};
    if (request.method) await answer(newEngine, request);
  }
  process.exit(0); // a pool that the engine never closed would keep the process for its idle time
}
