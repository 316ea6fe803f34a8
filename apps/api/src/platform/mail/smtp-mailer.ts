/** Sends mails to SMTP_URL over a few kept connections. */
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import nodemailer, { type Transporter } from 'nodemailer';
import type SMTPPool from 'nodemailer/lib/smtp-pool/index.js';
import { Mailer, type Mail, type MailResult } from './mailer.js';

const CONNECTIONS = 5;

interface SmtpError {
  responseCode?: number;
  response?: string;
  code?: string;
}

@Injectable()
export class SmtpMailer extends Mailer implements OnApplicationShutdown {
  readonly #transport: Transporter<SMTPPool.SentMessageInfo>;

  constructor(url: string) {
    super();
    this.#transport = nodemailer.createTransport({
      url,
      pool: true,
      maxConnections: CONNECTIONS,
      maxMessages: 100,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
      // A text that looks like a path or an address must stay a text.
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  async send(mail: Mail): Promise<MailResult> {
    try {
      const sent = await this.#transport.sendMail({
        messageId: mail.messageId,
        from: { ...mail.from },
        to: { ...mail.to },
        subject: mail.subject,
        html: mail.html,
        text: mail.text,
        ...(mail.calendar && { icalEvent: { ...mail.calendar, filename: 'invite.ics' } }),
        headers: { ...mail.headers },
      });
      return { outcome: 'accepted', response: withoutAddresses(sent.response) };
    } catch (error) {
      const { responseCode, response, code } = error as SmtpError;
      const outcome = responseCode !== undefined && responseCode >= 500 ? 'refused' : 'deferred';
      return { outcome, response: withoutAddresses(response ?? code ?? 'no answer') };
    }
  }

  async check(): Promise<boolean> {
    return this.#transport.verify().then(
      () => true,
      () => false,
    );
  }

  onApplicationShutdown(): void {
    this.#transport.close();
  }
}

/** Servers like to repeat the receiver's address; it stands on the delivery already and belongs nowhere else. */
export function withoutAddresses(response: string): string {
  return response.replace(/[^\s<>"']+@[^\s<>"']+/g, '…').slice(0, 300);
}
