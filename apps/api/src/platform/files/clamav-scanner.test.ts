import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { ClamAvScanner } from './clamav-scanner.js';
import { ScannerUnavailable } from './file-inspection.js';
import { FileInspector } from './file-inspector.js';
import { EICAR, photo } from './testing/hostile-files.js';

let server: Server | null = null;
const lines = new Set<Socket>();
afterEach(async () => {
  for (const line of lines) line.destroy();
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(null)));
  server = null;
});

/** A daemon that reads INSTREAM as clamd does and answers with what `answer` makes of the whole stream. */
async function daemon(answer: (line: Socket, stream: Buffer) => void): Promise<string> {
  server = createServer((line) => {
    lines.add(line);
    let waiting = Buffer.alloc(0);
    line.on('error', () => undefined);
    line.on('data', (chunk) => {
      waiting = Buffer.concat([waiting, chunk]);
      if (waiting.toString('latin1') === 'zPING\0') return line.end('PONG\0');
      const stream: Buffer[] = [];
      for (let at = 'zINSTREAM\0'.length; at + 4 <= waiting.length;) {
        const length = waiting.readUInt32BE(at);
        if (length === 0) return answer(line, Buffer.concat(stream));
        stream.push(waiting.subarray(at + 4, at + 4 + length));
        at += 4 + length;
      }
    });
  });
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve));
  return `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const knowsEicar = (line: Socket, stream: Buffer) =>
  line.end(stream.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');

describe('the scanner', () => {
  test('tells a known virus from a clean file, also in a long one that comes in pieces', async () => {
    const scanner = new ClamAvScanner(await daemon(knowsEicar));
    const long = Buffer.alloc(300_000, 7);
    expect(await scanner.scan(EICAR)).toBe('infected');
    expect(await scanner.scan(Buffer.concat([long, EICAR, long]))).toBe('infected');
    expect(await scanner.scan(long)).toBe('clean');
    await expect(scanner.check()).resolves.toBeUndefined();
  });

  test.each<[string, (line: Socket) => void]>([
    ['says that its size limit is exceeded', (line) => line.end('INSTREAM size limit exceeded. ERROR\0')],
    ['says that it failed', (line) => line.end("stream: Can't allocate memory ERROR\0")],
    ['gives half an answer', (line) => line.end('stream: O')],
    ['gives an answer without its end', (line) => line.end('stream: OK')],
    ['closes the line', (line) => line.destroy()],
    ['says something else', (line) => line.end('HTTP/1.1 400 Bad Request\r\n\0')],
    ['talks without an end', (line) => void line.write('x'.repeat(5000))],
    ['claims a clean file after a virus', (line) => line.end('stream: Eicar FOUND\nstream: OK\0')],
  ])('gives no verdict where the daemon %s', async (_, answer) => {
    const scanner = new ClamAvScanner(await daemon(answer));
    await expect(scanner.scan(Buffer.from('a file'))).rejects.toBeInstanceOf(ScannerUnavailable);
  });

  test('gives no verdict where the daemon is slow, or drips its answer', async () => {
    const scanner = new ClamAvScanner(
      await daemon((line) => {
        line.write('stream:');
        setTimeout(() => line.write(' OK'), 100);
      }),
      200,
    );
    await expect(scanner.scan(Buffer.from('a file'))).rejects.toThrow('does not answer in time');
  });

  test('gives no verdict where no daemon is', async () => {
    const scanner = new ClamAvScanner('tcp://127.0.0.1:1');
    await expect(scanner.scan(Buffer.from('a file'))).rejects.toBeInstanceOf(ScannerUnavailable);
    await expect(scanner.check()).rejects.toBeInstanceOf(ScannerUnavailable);
  });
});

describe('an inspection with a scanner', () => {
  const limits = { types: ['image/jpeg'], maxBytes: 1_000_000, imageMinPixels: 256, pdfPagesMax: 50 } as const;

  test('refuses what the scanner knows, and keeps what it finds clean', async () => {
    const inspector = new FileInspector(new ClamAvScanner(await daemon(knowsEicar)));
    const picture = await photo();
    expect(await inspector.inspect(picture, 'photo.jpg', limits)).toMatchObject({ accepted: true });
    expect(await inspector.inspect(Buffer.concat([picture, EICAR]), 'photo.jpg', limits)).toEqual({
      accepted: false,
      code: 'file.infected',
    });
  });

  test('lets nothing through while the scanner is away', async () => {
    const inspector = new FileInspector(new ClamAvScanner('tcp://127.0.0.1:1'));
    await expect(inspector.inspect(await photo(), 'photo.jpg', limits)).rejects.toBeInstanceOf(ScannerUnavailable);
  });
});
