/** Chooses how mails leave: by SMTP when SMTP_URL is set, else not at all. */
import { Global, Module } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { Mailer } from './mailer.js';
import { OutboxMailer } from './outbox-mailer.js';
import { SmtpMailer } from './smtp-mailer.js';

@Global()
@Module({
  providers: [
    {
      provide: Mailer,
      inject: [Settings],
      useFactory: ({ smtpUrl }: Settings): Mailer => (smtpUrl ? new SmtpMailer(smtpUrl) : new OutboxMailer()),
    },
  ],
  exports: [Mailer],
})
export class MailModule {}
