/**
 * Several statements of one connection in one packet under one Sync: one round trip and one answer, where `pg` by itself sends and awaits each
 * alone. Outside a transaction they are one of their own: all or nothing, and what is set "local" ends with them. Called by `Database` and
 * `AgencyTransaction`.
 */
import pg, { type Connection, type PoolClient, type Submittable } from 'pg';
import { columnParser, type ColumnParser } from './column-types.js';
import type { SqlValue, Statement } from './statement.js';

/** A statement with the values of its places. */
export interface BoundStatement extends Statement {
  readonly values?: readonly SqlValue[];
}

interface Column {
  readonly name: string;
  readonly parse: ColumnParser;
}

/** What `pg` has of a connection beyond its types. */
interface OpenConnection extends Connection {
  /** Text by name of the statements that this connection has prepared; kept by `pg`. */
  readonly parsedStatements: Readonly<Record<string, string | undefined>>;
}

const { prepareValue } = (pg as unknown as { utils: { prepareValue(value: SqlValue): string | Buffer | null } }).utils;

/** The columns of prepared statements, so that each is described once a connection. */
const described = new WeakMap<Connection, Map<string, readonly Column[]>>();

/** Runs the statements in their order and returns the rows of each. The first that fails rejects; none after it has run. */
export function runTogether(client: PoolClient, statements: readonly BoundStatement[]): Promise<object[][]> {
  return client.query(new StatementBatch(statements)).rows;
}

/** `pg` calls its methods as the answers come in. */
class StatementBatch implements Submittable {
  /** Settles when the server has answered all. */
  readonly rows: Promise<object[][]>;
  readonly #values: (string | Buffer | null)[][];
  readonly #read: object[][];
  #known = new Map<string, readonly Column[]>();
  #columns: readonly Column[] = [];
  /** Which statement the answers are about. */
  #at = 0;
  #failure: Error | null = null;
  #resolve!: (rows: object[][]) => void;
  #reject!: (error: Error) => void;

  constructor(private readonly statements: readonly BoundStatement[]) {
    this.#values = statements.map(({ values = [] }) => values.map(prepareValue));
    this.#read = statements.map(() => []);
    this.rows = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  /** With `text`, what `pg` notes as prepared when the server has parsed it. */
  get name(): string | undefined {
    return this.statements[this.#at]?.name;
  }

  get text(): string | undefined {
    return this.statements[this.#at]?.text;
  }

  /** @returns what `pg` rejects the batch with; nothing was sent then */
  submit(opened: Connection): Error | null {
    const connection = opened as OpenConnection;
    const twice = this.statements.find(({ name = '', text }) => (connection.parsedStatements[name] ?? text) !== text);
    if (twice) return new Error(`Two statements have the name ${twice.name}.`);
    this.#known = described.get(connection) ?? new Map<string, readonly Column[]>();
    described.set(connection, this.#known);
    this.#columns = this.#knownColumns();
    connection.stream.cork();
    try {
      this.#send(connection);
    } finally {
      connection.stream.uncork();
    }
    return null;
  }

  handleRowDescription({ fields }: { fields: readonly { name: string; dataTypeID: number }[] }): void {
    this.#columns = fields.map(({ name, dataTypeID }) => ({ name, parse: columnParser(dataTypeID) }));
  }

  handleDataRow({ fields }: { fields: readonly (string | null)[] }): void {
    try {
      const row: Record<string, unknown> = {};
      for (const [index, { name, parse }] of this.#columns.entries()) {
        const text = fields[index] ?? null;
        row[name] = text === null ? null : parse(text);
      }
      this.#read[this.#at]?.push(row);
    } catch (error) {
      this.#failure = error as Error;
    }
  }

  handleCommandComplete(): void {
    const { name } = this;
    if (name !== undefined) this.#known.set(name, this.#columns);
    this.#at++;
    this.#columns = this.#knownColumns();
  }

  handleError(error: Error): void {
    this.#reject(error);
  }

  handleReadyForQuery(): void {
    if (this.#failure) this.#reject(this.#failure);
    else this.#resolve(this.#read);
  }

  #send(connection: OpenConnection): void {
    const sent = new Set<string>();
    for (const [index, { name = '', text }] of this.statements.entries()) {
      const isParsed = name !== '' && (sent.has(name) || connection.parsedStatements[name] !== undefined);
      if (!isParsed) connection.parse({ name, text, types: [] }, true);
      sent.add(name);
      connection.bind({ statement: name, values: this.#values[index] }, true);
      if (!this.#known.has(name)) connection.describe({ type: 'P' }, true);
      connection.execute(null, true);
    }
    connection.sync();
  }

  #knownColumns(): readonly Column[] {
    return this.#known.get(this.name ?? '') ?? [];
  }
}
