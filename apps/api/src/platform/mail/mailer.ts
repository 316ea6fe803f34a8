/** The port through which mails leave. `deliveries` decides what is due and calls it; nothing else sends. */

export interface MailAddress {
  readonly name: string;
  readonly address: string;
}

/** A calendar entry as mail programs take it (RFC 5546): beside the text, and as a file `invite.ics`. */
export interface MailCalendar {
  readonly method: 'REQUEST' | 'CANCEL';
  /** The iCalendar text; its METHOD is the same. */
  readonly content: string;
}

export interface Mail {
  /** The same on every try, so that a receiver can drop a repetition; with its angle brackets. */
  readonly messageId: string;
  readonly from: MailAddress;
  readonly to: MailAddress;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly calendar?: MailCalendar;
  /** Further headers, such as List-Unsubscribe. */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * accepted: the server has taken it, it is on its way · refused: the server will never take it (5xx) · deferred: not now, try again.
 * `response` is what the server said, without addresses.
 */
export interface MailResult {
  readonly outcome: 'accepted' | 'refused' | 'deferred';
  readonly response: string;
}

export abstract class Mailer {
  /** Never throws for what a server or the network does. */
  abstract send(mail: Mail): Promise<MailResult>;
  /** Whether mails can leave at the moment. */
  abstract check(): Promise<boolean>;
}
