/** A real SMTP server for tests: writes down the Message-ID of every mail it was handed before it answers, and answers as a test planned. */
import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** What becomes of a mail that was handed in: taken (250), the line is cut before the answer, or an error code. */
export type MailPlan = 'take' | 'cut the line' | number;

export class MailCatcher {
  /** Message-IDs in the order they came, those of mails that were not answered included. */
  readonly handedIn: string[] = [];
  /** The mails themselves. */
  readonly mails: string[] = [];
  /** Answers to the next mails, in turn; all others are taken. */
  readonly plans: MailPlan[] = [];
  readonly #sockets = new Set<Socket>();
  #server: SMTPServer | null = null;
  #port = 0;

  /** For SMTP_URL; the same after closing and opening again. */
  get url(): string {
    return `smtp://127.0.0.1:${this.#port}`;
  }

  async open(): Promise<void> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      logger: false,
      closeTimeout: 100,
      onData: (stream, _session, done) => {
        let mail = '';
        stream.on('data', (chunk: Buffer) => (mail += chunk.toString()));
        stream.on('end', () => {
          this.handedIn.push(/^Message-ID: (\S+)/im.exec(mail)?.[1] ?? 'none');
          this.mails.push(mail);
          const plan = this.plans.shift() ?? 'take';
          if (plan === 'take') done();
          else if (plan === 'cut the line') this.#cutLines();
          else done(Object.assign(new Error('no mailbox somebody@client.test'), { responseCode: plan }));
        });
      },
    });
    // A line that the other end lets go of is no fault of the test.
    server.on('error', () => undefined);
    server.server.on('connection', (socket: Socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
    await new Promise<void>((listening) => server.listen(this.#port, '127.0.0.1', listening));
    this.#port = (server.server.address() as AddressInfo).port;
    this.#server = server;
  }

  async close(): Promise<void> {
    const server = this.#server;
    if (!server) return;
    this.#server = null;
    const closed = new Promise<void>((done) => server.close(done));
    this.#cutLines();
    await closed;
  }

  #cutLines(): void {
    for (const socket of this.#sockets) socket.destroy();
  }
}
