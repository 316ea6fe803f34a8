import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { Mail } from './mailer.js';
import { OutboxMailer } from './outbox-mailer.js';
import { SmtpMailer, withoutAddresses } from './smtp-mailer.js';

const mail: Mail = {
  messageId: '<delivery-1@daiban.test>',
  from: { name: '灯桥咨询', address: 'notice@agency.test' },
  to: { name: 'Ana\r\nBcc: thief@evil.test', address: 'ana@client.test' },
  subject: 'Renewal in 30 days\r\nX-Injected: yes',
  html: '<p>Bonjour</p>',
  text: 'Bonjour',
};

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

async function smtpServer(options: SMTPServerOptions): Promise<string> {
  const server = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS'], logger: false, ...options });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  closing.push(() => server.close());
  return `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
}

function mailerAt(url: string): SmtpMailer {
  const mailer = new SmtpMailer(url);
  closing.push(() => mailer.onApplicationShutdown());
  return mailer;
}

describe('a mail by SMTP', () => {
  test('arrives with its Message-ID, and no text becomes a header or a receiver', async () => {
    const seen: string[] = [];
    const receivers: string[] = [];
    const url = await smtpServer({
      onRcptTo: (address, _session, done) => {
        receivers.push(address.address);
        done();
      },
      onData: (stream, _session, done) => {
        let text = '';
        stream
          .on('data', (chunk: Buffer) => (text += chunk.toString()))
          .on('end', () => {
            seen.push(text);
            done();
          });
      },
    });
    expect(await mailerAt(url).send(mail)).toMatchObject({ outcome: 'accepted' });
    expect(receivers).toEqual(['ana@client.test']);
    expect(seen[0]).toContain('Message-ID: <delivery-1@daiban.test>');
    expect(seen[0]).not.toMatch(/^(X-Injected|Bcc):/im);
  });

  test('that the server will never take is refused, one that it cannot take now is deferred', async () => {
    const answering = (code: number) =>
      smtpServer({
        onRcptTo: (_address, _session, done) =>
          done(Object.assign(new Error('no mailbox ana@client.test'), { responseCode: code })),
      });
    const refused = await mailerAt(await answering(550)).send(mail);
    expect(refused).toMatchObject({ outcome: 'refused' });
    expect(refused.response).not.toContain('ana@client.test');
    expect(await mailerAt(await answering(451)).send(mail)).toMatchObject({ outcome: 'deferred' });
  });

  test('is deferred when nobody listens', async () => {
    const mailer = mailerAt('smtp://127.0.0.1:1');
    expect(await mailer.send(mail)).toMatchObject({ outcome: 'deferred' });
    expect(await mailer.check()).toBe(false);
  });
});

test('without a server a mail stays in the outbox, accepted', async () => {
  expect(await new OutboxMailer().send()).toEqual({ outcome: 'accepted', response: 'kept in the outbox' });
});

test('what a server said is kept without addresses', () => {
  expect(withoutAddresses('550 5.1.1 <ana@client.test> unknown')).toBe('550 5.1.1 <…> unknown');
});
