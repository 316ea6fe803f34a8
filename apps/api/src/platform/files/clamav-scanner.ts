/** Asks a ClamAV daemon whether bytes are known to be harmful. Whatever is not a clear verdict counts as none: then nothing is let through. */
import { connect } from 'node:net';
import { ScannerUnavailable } from './file-inspection.js';

/** clamd reads a stream in pieces, each behind its length; a piece of length 0 ends it. */
const PIECE_BYTES = 64 * 1024;
const LONGEST_ANSWER = 1024;

export type ScanVerdict = 'clean' | 'infected';

export class ClamAvScanner {
  readonly #host: string;
  readonly #port: number;

  /**
   * @param url `tcp://host:3310`
   * @param patienceMs from the call to the whole verdict
   */
  constructor(
    url: string,
    private readonly patienceMs = 30_000,
  ) {
    const { hostname, port } = new URL(url);
    this.#host = hostname.replace(/^\[|\]$/g, '');
    this.#port = Number(port || 3310);
  }

  /** @throws ScannerUnavailable when it is away, slow, over its own size limit or says anything else than a verdict */
  async scan(bytes: Uint8Array): Promise<ScanVerdict> {
    const answer = await this.#ask(inStream(bytes));
    if (answer === 'stream: OK') return 'clean';
    if (/^stream: .+ FOUND$/.test(answer)) return 'infected';
    throw new ScannerUnavailable(
      answer.includes('size limit exceeded')
        ? 'The virus scanner takes no file this long.'
        : 'The virus scanner gave no verdict.',
    );
  }

  /** Whether it answers at all. @throws ScannerUnavailable */
  async check(): Promise<void> {
    if ((await this.#ask(['zPING\0'])) !== 'PONG') throw new ScannerUnavailable('The virus scanner is not ready.');
  }

  /** Sends and reads up to the zero byte that ends an answer; one that ends without it is half an answer. */
  #ask(request: Iterable<Uint8Array | string>): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect({ host: this.#host, port: this.#port });
      const timer = setTimeout(() => fail('does not answer in time'), this.patienceMs);
      const chunks: Buffer[] = [];
      const end = () => {
        clearTimeout(timer);
        socket.destroy();
      };
      const fail = (what: string, cause?: Error) => {
        end();
        reject(new ScannerUnavailable(`The virus scanner ${what}.`, { cause }));
      };
      socket.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        const answer = Buffer.concat(chunks);
        const zero = answer.indexOf(0);
        if (zero < 0 && answer.length > LONGEST_ANSWER) return fail('says something else');
        if (zero < 0) return;
        end();
        resolve(answer.toString('utf8', 0, zero));
      });
      socket.on('error', (error) => fail('cannot be reached', error));
      socket.on('end', () => fail('closed the line'));
      socket.on('close', () => fail('closed the line'));
      socket.on('connect', () => {
        for (const piece of request) socket.write(piece);
      });
    });
  }
}

function* inStream(bytes: Uint8Array): Iterable<Uint8Array | string> {
  yield 'zINSTREAM\0';
  for (let from = 0; from < bytes.length; from += PIECE_BYTES) {
    const piece = bytes.subarray(from, from + PIECE_BYTES);
    yield lengthOf(piece);
    yield piece;
  }
  yield lengthOf(new Uint8Array());
}

function lengthOf(piece: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(piece.length);
  return length;
}
