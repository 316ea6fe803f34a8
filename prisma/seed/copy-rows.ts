/** Brings rows into a table by COPY, the quickest way PostgreSQL has. Called by `volume.ts`. */
import pg from 'pg';

/** A value as COPY's text form takes it: bytes, lists of text and JSON included. */
export type CopyValue = string | number | boolean | null | undefined | Buffer | readonly string[] | object;

/** What `pg` tells a query of its own making on the wire. */
interface Wire {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(message: string): void;
}

/**
 * Columns are those of the first row; a column that another row lacks is null there.
 * @param client connected, at rest
 * @throws what PostgreSQL says of the first row it refuses; none of them is in then
 */
export async function copyRows(client: pg.Client, table: string, rows: readonly object[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  const lines = rows.map((row) =>
    columns.map((column) => toText((row as Record<string, CopyValue>)[column])).join('\t'),
  );
  const names = columns.map((column) => pg.escapeIdentifier(column)).join(', ');
  await new Promise<void>((resolve, reject) => {
    let failure: Error | null = null;
    // `pg` runs anything that can submit itself; these are the messages of a COPY.
    client.query({
      submit: (wire: Wire) => wire.query(`COPY ${pg.escapeIdentifier(table)} (${names}) FROM STDIN`),
      handleCopyInResponse: (wire: Wire) => {
        wire.sendCopyFromChunk(Buffer.from(`${lines.join('\n')}\n`));
        wire.endCopyFrom();
      },
      handleCommandComplete: () => undefined,
      handleError: (error: Error) => (failure = error),
      handleReadyForQuery: () => (failure ? reject(failure) : resolve()),
    } as unknown as pg.Submittable);
  });
}

function toText(value: CopyValue): string {
  if (value === null || value === undefined) return '\\N';
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`;
  if (Array.isArray(value))
    return escape(`{${value.map((item) => `"${String(item).replaceAll(/["\\]/g, '\\$&')}"`).join(',')}}`);
  if (typeof value === 'object') return escape(JSON.stringify(value));
  return escape(String(value));
}

function escape(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
}
