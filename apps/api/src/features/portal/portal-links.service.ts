/** A contact's ways into the portal: made by staff, or once for all mails to that contact; ended by staff. Called by the portal's controller and by features that write mails. */
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { systemActor, type Actor } from '../../platform/auth/actor.js';
import { tokenHash } from '../../platform/auth/secret-token.js';
import { SystemClock } from '../../platform/clock/clock.js';
import { Settings } from '../../platform/config/settings.js';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Database } from '../../platform/database/database.js';
import { Refused } from '../../platform/refusal/refused.js';
import { HistoryService, type EntryDraft } from '../history/history.service.js';
import { PortalLinksRepository, type PortalContact } from './portal-links.repository.js';
import { portalTokenKey, portalTokenOf } from './portal-token.js';

const DAY_SECONDS = 24 * 3600;
/** A link serves for half a year; whoever needs it longer is sent another. */
const LINK_SECONDS = 180 * DAY_SECONDS;
/** A mail's link serves for longer than the 90 days that the first reminder looks ahead. */
const MAIL_LINK_SECONDS = 100 * DAY_SECONDS;

@Injectable()
export class PortalLinksService {
  readonly #key: Buffer;

  constructor(
    private readonly repository: PortalLinksRepository,
    private readonly history: HistoryService,
    private readonly database: Database,
    private readonly clock: SystemClock,
    private readonly settings: Settings,
  ) {
    this.#key = portalTokenKey(settings.fileKey);
  }

  /** Makes a link for a contact. Its token stands behind `#`, so no server's log and no Referer ever sees it. */
  async createLink(actor: Actor, contactId: string): Promise<{ id: string; url: string; expiresAt: string } | Refused> {
    const link = await this.database.withAgency(actor.agencyId, async (transaction) => {
      const contact = await this.repository.lockContact(transaction, contactId);
      return contact ? this.#insert(transaction, actor, contact) : Refused.notFound();
    });
    if (link instanceof Refused) return link;
    return { ...link, url: this.reveal(this.#address(link.id)) };
  }

  /** Ends a link and, with the next look at it, every visit through it; harmless when it is over already. */
  async revokeLink(actor: Actor, linkId: string): Promise<void | Refused> {
    return this.database.withAgency<void | Refused>(actor.agencyId, async (transaction) => {
      const contact = await this.repository.revoke(transaction, linkId, this.clock.now());
      if (!contact) return (await this.repository.exists(transaction, linkId)) ? undefined : Refused.notFound();
      return this.#remember(transaction, actor, contact, 'portal_link_revoked', linkId);
    });
  }

  /**
   * The address that mails to a contact carry, by contact; one link serves all mails until it is revoked or nears its end. The link's id stands in
   * the token's place: `reveal` fills the token in when the mail leaves, so that no kept mail holds a secret.
   */
  async mailAddresses(agencyId: string, contactIds: readonly string[]): Promise<Map<string, string>> {
    const until = this.clock.after(MAIL_LINK_SECONDS);
    const standing = await this.repository.listStanding(agencyId, contactIds, until);
    const addresses = new Map(standing.map(({ contactId, linkId }) => [contactId, this.#address(linkId)]));
    for (const contactId of contactIds) {
      if (addresses.has(contactId)) continue;
      const linkId = await this.#makeStanding(agencyId, contactId, until);
      if (linkId) addresses.set(contactId, this.#address(linkId));
    }
    return addresses;
  }

  /** Puts the tokens into the portal addresses of a text. */
  reveal(text: string): string {
    return text.replace(
      /(\/portal\/enter#)([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/g,
      (_, path: string, linkId: string) => path + portalTokenOf(this.#key, linkId),
    );
  }

  #address(linkId: string): string {
    return `${this.settings.publicUrl}/portal/enter#${linkId}`;
  }

  #makeStanding(agencyId: string, contactId: string, until: string): Promise<string | null> {
    return this.database.withAgency<string | null>(agencyId, async (transaction) => {
      const contact = await this.repository.lockContact(transaction, contactId);
      if (!contact) return null;
      const known = await this.repository.findStanding(transaction, contactId, until);
      if (known) return known.linkId;
      const made = await this.#insert(transaction, systemActor(agencyId, 'en'), contact);
      if (made instanceof Refused) throw new Error(`No link for contact ${contactId}: ${made.code}.`);
      return made.id;
    });
  }

  async #insert(
    transaction: AgencyTransaction,
    actor: Actor,
    contact: PortalContact,
  ): Promise<{ id: string; expiresAt: string } | Refused> {
    const linkId = v7();
    const expiresAt = this.clock.after(LINK_SECONDS);
    await this.repository.insert(transaction, {
      ...contact,
      linkId,
      tokenHash: tokenHash(portalTokenOf(this.#key, linkId)),
      createdBy: actor.kind === 'system' ? null : actor.id,
      createdAt: this.clock.now(),
      expiresAt,
    });
    const refused = await this.#remember(transaction, actor, contact, 'portal_link_created', linkId);
    return refused ?? { id: linkId, expiresAt };
  }

  async #remember(
    transaction: AgencyTransaction,
    actor: Actor,
    contact: PortalContact,
    kind: 'portal_link_created' | 'portal_link_revoked',
    linkId: string,
  ): Promise<void | Refused> {
    const record = { agencyId: actor.agencyId, recordType: 'client', recordId: contact.clientId } as const;
    const draft: EntryDraft = { kind, payload: { linkId, contactId: contact.id } };
    const moved = await this.history.recordChange(transaction, record, null, draft, actor, (move) =>
      this.repository.moveClient(transaction, contact.clientId, move),
    );
    return moved instanceof Refused ? moved : undefined;
  }
}
