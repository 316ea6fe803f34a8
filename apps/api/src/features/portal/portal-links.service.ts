/** Makes and ends the ways into the portal: for staff, for a contact who passes something on, and once for all mails to one receiver. Called by the portal's controllers and by features that write mails. */
import { Injectable } from '@nestjs/common';
import type { MadePortalLink, PortalLink } from '@daiban/contracts';
import { v7 } from 'uuid';
import { systemActor, type Actor, type PortalVisitor } from '../../platform/auth/actor.js';
import { tokenHash } from '../../platform/auth/secret-token.js';
import { SystemClock } from '../../platform/clock/clock.js';
import { Settings } from '../../platform/config/settings.js';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Database } from '../../platform/database/database.js';
import { InstallationKeys } from '../../platform/encryption/installation-keys.js';
import { Refused } from '../../platform/refusal/refused.js';
import { HistoryService, type EntryDraft } from '../history/history.service.js';
import { toPortalLink } from './portal-link.mapper.js';
import { PortalLinksRepository, type LinkTarget } from './portal-links.repository.js';
import { portalTokenOf } from './portal-token.js';

const DAY_SECONDS = 24 * 3600;
/** How long a link of each kind serves; whoever needs it longer is sent another. */
const LINK_SECONDS = {
  contact: 180 * DAY_SECONDS,
  boardroom: 90 * DAY_SECONDS,
  item: 30 * DAY_SECONDS,
  admin_person: 180 * DAY_SECONDS,
  preview: 30 * 60,
} as const;
/** A mail's link serves for longer than the 90 days that the first reminder looks ahead. */
const MAIL_LINK_SECONDS = 100 * DAY_SECONDS;
/** Open links for others that one contact may have: more than anybody needs, too few to flood us. */
const OWN_LINKS = 20;

const NOBODY = {
  contactId: null,
  personId: null,
  registrationId: null,
  prerequisiteId: null,
  label: null,
} as const satisfies Partial<LinkTarget>;

/** A paper that is handed on. */
export interface HandedPaper {
  readonly clientId: string;
  readonly registrationId: string;
  readonly prerequisiteId: string;
  /** Whom it goes to, as its sender writes it. */
  readonly label: string;
}

@Injectable()
export class PortalLinksService {
  readonly #key: Buffer;

  constructor(
    private readonly repository: PortalLinksRepository,
    private readonly history: HistoryService,
    private readonly database: Database,
    private readonly clock: SystemClock,
    private readonly settings: Settings,
    installationKeys: InstallationKeys,
  ) {
    this.#key = installationKeys.get('portal_token');
  }

  /** Makes a link for a contact. Its token stands behind `#`, so no server's log and no Referer ever sees it. */
  createLink(actor: Actor, contactId: string): Promise<MadePortalLink | Refused> {
    return this.#forContact(actor, contactId, 'contact');
  }

  /** Lets a member look as a contact, for half an hour, without any right to act. */
  createPreview(actor: Actor, contactId: string): Promise<MadePortalLink | Refused> {
    return this.#forContact(actor, contactId, 'preview');
  }

  createBoardroomLink(actor: Actor, clientId: string, label: string): Promise<MadePortalLink | Refused> {
    return this.#make(actor, async (transaction) =>
      (await this.repository.lockClient(transaction, clientId))
        ? { ...NOBODY, kind: 'boardroom', clientId, label }
        : Refused.notFound(),
    );
  }

  /** The way in for a case's administrator, to their own page of that one case. */
  createAdminLink(actor: Actor, registrationId: string): Promise<MadePortalLink | Refused> {
    return this.#make(actor, async (transaction) => {
      const admin = await this.repository.findCaseAdmin(transaction, registrationId);
      if (!admin) return Refused.notFound();
      const { clientId, personId } = admin;
      if (personId === null) return Refused.of('portal.no_admin');
      return { ...NOBODY, kind: 'admin_person', clientId, personId, registrationId };
    });
  }

  /** A boardroom link in the name of the visiting contact; it ends with the contact. */
  createOwnBoardroomLink(visitor: PortalVisitor, label: string): Promise<MadePortalLink | Refused> {
    const { clientId } = visitor;
    return this.#forOthers(visitor, { ...NOBODY, kind: 'boardroom', clientId, label });
  }

  /** Hands one paper on to a colleague of the visiting contact. The caller has made sure that the paper is within the visitor's reach. */
  createItemLink(visitor: PortalVisitor, paper: HandedPaper): Promise<MadePortalLink | Refused> {
    return this.#forOthers(visitor, { ...NOBODY, kind: 'item', ...paper });
  }

  /** Ends a link and, with the next look at it, every visit through it; harmless when it is over already. */
  revokeLink(actor: Actor, linkId: string): Promise<void | Refused> {
    return this.#revoke(actor, linkId, null);
  }

  /** The same for a link that the visiting contact has made; any other does not exist for them. */
  revokeOwnLink({ actor, contactId }: PortalVisitor, linkId: string): Promise<void | Refused> {
    return contactId === null ? Promise.resolve(Refused.notFound()) : this.#revoke(actor, linkId, contactId);
  }

  async listLinks(actor: Actor, clientId: string): Promise<{ items: PortalLink[] } | Refused> {
    const { agencyId } = actor;
    const rows = await this.repository.list(agencyId, clientId, this.clock.now());
    if (rows.length > 0) return { items: rows.map(toPortalLink) };
    const there = await this.database.withAgency(agencyId, (transaction) =>
      this.repository.lockClient(transaction, clientId),
    );
    return there ? { items: [] } : Refused.notFound();
  }

  async listOwnLinks({ actor, contactId }: PortalVisitor): Promise<{ items: PortalLink[] }> {
    const rows = contactId ? await this.repository.listOwn(actor.agencyId, contactId, this.clock.now()) : [];
    return { items: rows.map(toPortalLink) };
  }

  /**
   * The address that mails to a contact carry, by contact; one link serves all mails until it is revoked or nears its end. The link's id stands in
   * the token's place: `reveal` fills the token in when the mail leaves, so that no kept mail holds a secret.
   */
  async mailAddresses(agencyId: string, contactIds: readonly string[]): Promise<Map<string, string>> {
    const until = this.clock.after(MAIL_LINK_SECONDS);
    const standing = await this.repository.listStanding(agencyId, contactIds, until);
    const addresses = new Map(standing.map(({ holderId, linkId }) => [holderId, this.#address(linkId)]));
    for (const contactId of contactIds) {
      if (addresses.has(contactId)) continue;
      const linkId = await this.database.withAgency(agencyId, (transaction) =>
        this.standingLink(transaction, contactId),
      );
      if (linkId) addresses.set(contactId, this.#address(linkId));
    }
    return addresses;
  }

  /** The same for administrators, by case; a case that has another administrator by now has no address. */
  async adminMailAddresses(
    agencyId: string,
    admins: readonly { readonly registrationId: string; readonly personId: string }[],
  ): Promise<Map<string, string>> {
    const addresses = new Map<string, string>();
    for (const { registrationId, personId } of admins) {
      const linkId = await this.database.withAgency(agencyId, (transaction) =>
        this.#standingAdminLink(transaction, registrationId, personId),
      );
      if (linkId) addresses.set(registrationId, this.#address(linkId));
    }
    return addresses;
  }

  /** The contact's link for mails and for visits opened by a code, made when there is none; null: no such contact. */
  async standingLink(transaction: AgencyTransaction, contactId: string): Promise<string | null> {
    const clientId = await this.repository.lockContact(transaction, contactId);
    if (clientId === null) return null;
    const until = this.clock.after(MAIL_LINK_SECONDS);
    const known = await this.repository.findStanding(transaction, contactId, until);
    return known?.linkId ?? this.#standing(transaction, { ...NOBODY, kind: 'contact', clientId, contactId });
  }

  /** Puts the tokens into the portal addresses of a text. */
  reveal(text: string): string {
    return text.replace(
      /(\/portal\/enter#)([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/g,
      (_, path: string, linkId: string) => path + portalTokenOf(this.#key, linkId),
    );
  }

  async #standingAdminLink(
    transaction: AgencyTransaction,
    registrationId: string,
    personId: string,
  ): Promise<string | null> {
    const admin = await this.repository.findCaseAdmin(transaction, registrationId);
    if (admin?.personId !== personId) return null;
    const until = this.clock.after(MAIL_LINK_SECONDS);
    const known = await this.repository.findStandingAdmin(transaction, registrationId, personId, until);
    const { clientId } = admin;
    return (
      known?.linkId ??
      this.#standing(transaction, { ...NOBODY, kind: 'admin_person', clientId, personId, registrationId })
    );
  }

  #address(linkId: string): string {
    return `${this.settings.publicUrl}/portal/enter#${linkId}`;
  }

  #forContact(actor: Actor, contactId: string, kind: 'contact' | 'preview'): Promise<MadePortalLink | Refused> {
    return this.#make(actor, async (transaction) => {
      const clientId = await this.repository.lockContact(transaction, contactId);
      return clientId === null ? Refused.notFound() : { ...NOBODY, kind, clientId, contactId };
    });
  }

  #forOthers({ actor, contactId }: PortalVisitor, target: LinkTarget): Promise<MadePortalLink | Refused> {
    return this.#make(actor, async (transaction) => {
      // Locked, so that two at once are counted one after the other.
      if (contactId === null || !(await this.repository.lockContact(transaction, contactId))) return Refused.notFound();
      const open = await this.repository.countOwn(transaction, contactId, this.clock.now());
      return open < OWN_LINKS ? { ...target, contactId } : Refused.of('portal.too_many_links');
    });
  }

  async #make(
    actor: Actor,
    targetOf: (transaction: AgencyTransaction) => Promise<LinkTarget | Refused>,
  ): Promise<MadePortalLink | Refused> {
    const made = await this.database.withAgency(actor.agencyId, async (transaction) => {
      const target = await targetOf(transaction);
      return target instanceof Refused ? target : this.#insert(transaction, actor, target);
    });
    return made instanceof Refused ? made : { ...made, url: this.reveal(this.#address(made.id)) };
  }

  async #standing(transaction: AgencyTransaction, target: LinkTarget): Promise<string> {
    const made = await this.#insert(transaction, systemActor(transaction.agencyId, 'en'), target);
    if (made instanceof Refused) throw new Error(`No link for the mails of client ${target.clientId}: ${made.code}.`);
    return made.id;
  }

  async #insert(
    transaction: AgencyTransaction,
    actor: Actor,
    target: LinkTarget,
  ): Promise<Omit<MadePortalLink, 'url'> | Refused> {
    const linkId = v7();
    const expiresAt = this.clock.after(LINK_SECONDS[target.kind]);
    await this.repository.insert(transaction, {
      ...target,
      linkId,
      tokenHash: tokenHash(portalTokenOf(this.#key, linkId)),
      createdBy: memberOf(actor),
      createdAt: this.clock.now(),
      expiresAt,
    });
    const refused = await this.#remember(transaction, actor, target, 'portal_link_created', linkId);
    return refused ?? { id: linkId, expiresAt };
  }

  #revoke(actor: Actor, linkId: string, madeBy: string | null): Promise<void | Refused> {
    return this.database.withAgency<void | Refused>(actor.agencyId, async (transaction) => {
      const link = await this.repository.revoke(transaction, linkId, this.clock.now(), madeBy);
      if (!link) return (await this.repository.exists(transaction, linkId, madeBy)) ? undefined : Refused.notFound();
      return this.#remember(transaction, actor, link, 'portal_link_revoked', linkId);
    });
  }

  async #remember(
    transaction: AgencyTransaction,
    actor: Actor,
    { kind: linkKind, clientId, contactId, personId }: Pick<LinkTarget, 'kind' | 'clientId' | 'contactId' | 'personId'>,
    kind: 'portal_link_created' | 'portal_link_revoked',
    linkId: string,
  ): Promise<void | Refused> {
    const record = { agencyId: actor.agencyId, recordType: 'client', recordId: clientId } as const;
    const draft: EntryDraft = { kind, payload: { linkKind, linkId, contactId, personId } };
    return (await this.history.recordNews(transaction, record, draft, actor)) ?? undefined;
  }
}

/** The member who makes it, or in whose name a program does; null: a contact, or the product for its mails. */
function memberOf({ kind, id, memberId }: Actor): string | null {
  if (kind === 'member') return id;
  return kind === 'api_key' ? (memberId ?? null) : null;
}
