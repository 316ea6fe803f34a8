/** What a feature that wants mails sent tells this one: how each kind is checked, written and remembered. Deliveries knows no feature; features register here through `DeliveriesService`. */
import type { SkipReason } from '@daiban/domain/enumerations';
import { Injectable } from '@nestjs/common';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import type { MailAddress, MailCalendar } from '../../platform/mail/mailer.js';

/** A mail that is due, as its kind gets it to check and write. */
export interface DueDelivery {
  readonly id: string;
  readonly agencyId: string;
  readonly kind: string;
  readonly registrationId: string | null;
  /** The receiver: a client's contact, an admin person or a member; the other two are null. */
  readonly contactId: string | null;
  readonly personId: string | null;
  readonly memberId: string | null;
  /** What the mail is about, where kind and registration do not say it all: the appointment, the sitting, the code. */
  readonly aboutId: string | null;
  /** Step of a ladder; null for a single mail. */
  readonly step: number | null;
  /** The day the mail is for. */
  readonly dueOn: string;
}

/** A mail as it is kept: secrets such as the token of a link stand in it by name only, `DeliveryKind.reveal` fills them in. */
export interface WrittenMail {
  readonly to: MailAddress;
  /** Who writes, as the receiver sees it; the address is always the installation's own. */
  readonly fromName: string;
  /** Whom an answer reaches. */
  readonly replyTo: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** A calendar entry that goes with it; written anew on every try, not kept. */
  readonly calendar?: MailCalendar;
}

/** The need still holds and this is the mail, or it has vanished and why. */
export type PreparedDelivery = { readonly mail: WrittenMail } | { readonly skippedReason: SkipReason };

/** How a delivery ended. bounced: the server will never take it · dead: given up after many tries. */
export type DeliveryEnd = 'accepted' | 'bounced' | 'dead';

export interface DeliveryKind {
  /** Value of the rows' `kind`. */
  readonly kind: string;
  /** Reads again whether each need still holds and writes the mails. Answers every delivery by its id. */
  prepare(agencyId: string, due: readonly DueDelivery[]): Promise<ReadonlyMap<string, PreparedDelivery>>;
  /** Puts the secrets into a kept text, for the receiver's eyes. */
  reveal(text: string): string;
  /**
   * Remembers the end where the feature remembers things, in one transaction with the row.
   * @param write writes the row; false when another sender has done so already: then nothing may stay
   */
  recordEnd(
    delivery: DueDelivery,
    end: DeliveryEnd,
    write: (transaction: AgencyTransaction) => Promise<boolean>,
  ): Promise<void>;
}

@Injectable()
export class DeliveryKinds {
  readonly #kinds = new Map<string, DeliveryKind>();

  add(kind: DeliveryKind): void {
    if (this.#kinds.has(kind.kind)) throw new Error(`Two features deliver ${kind.kind}.`);
    this.#kinds.set(kind.kind, kind);
  }

  /** Null for a kind that no feature delivers any more. */
  find(kind: string): DeliveryKind | null {
    return this.#kinds.get(kind) ?? null;
  }
}
