/** Where no SMTP server is set, the delivery's row is the mail: people read it on the dashboard's outbox page. */
import { Mailer, type MailResult } from './mailer.js';

export class OutboxMailer extends Mailer {
  send(): Promise<MailResult> {
    return Promise.resolve({ outcome: 'accepted', response: 'kept in the outbox' });
  }

  check(): Promise<boolean> {
    return Promise.resolve(true);
  }
}
