/** Who acts. Every service gets one; the access guard makes it from a session, an API key or a portal session. */
import type { ActorKind, Locale, PortalLinkKind, Role } from '@daiban/domain/enumerations';

export interface Actor {
  readonly kind: ActorKind;
  readonly agencyId: string;
  /** The member, the API key, the contact or the person; the link for a visitor known by it only; for `system` the agency itself. */
  readonly id: string;
  /** Null for everybody who is not of the agency. */
  readonly role: Role | null;
  /** As it stands in the history. */
  readonly name: string;
  readonly locale: Locale;
  /** The member in whose name a program acts; only an API key has one. */
  readonly memberId?: string;
}

/** Staff: a member, or a program with a key that a member made. */
export interface StaffActor extends Actor {
  readonly kind: 'member' | 'api_key';
  readonly role: Role;
}

/** What the guard learnt about a staff caller beyond the actor. */
export interface StaffCaller {
  readonly actor: StaffActor;
  readonly agency: {
    readonly id: string;
    readonly name: string;
    readonly nameZh: string | null;
    readonly timeZone: string;
    readonly locale: Locale;
  };
  /** The member who acts, or in whose name the program acts. */
  readonly memberId: string;
  /** The member's own language; the actor's is the one that this answer is asked for in. */
  readonly locale: Locale;
}

/** Somebody who came into the portal by a link. What they see and may do follows from its kind: PORTAL_PERMISSIONS and features/portal/portal-scope.service. */
export interface PortalVisitor {
  readonly kind: PortalLinkKind;
  /**
   * In whose name the history tells it: the contact · the administrator · the member who previews · for boardroom and item links, whose visitors are
   * known by the link only, a `contact` with the link's id and its label.
   */
  readonly actor: Actor;
  readonly sessionId: string;
  readonly linkId: string;
  readonly clientId: string;
  /** The contact, with kinds contact and preview; who handed the paper on, with kind item when a contact did. */
  readonly contactId: string | null;
  /** The administrator, with kind admin_person. */
  readonly personId: string | null;
  /** The one account it opens, with kinds admin_person and item; null: all of the client's. */
  readonly registrationId: string | null;
  /** The one paper, with kind item. */
  readonly prerequisiteId: string | null;
  readonly timeZone: string;
  /** Whom the page greets: the contact, also in a preview; the administrator; the label of a boardroom or item link. */
  readonly name: string;
  /** The visitor's own language; the actor's is the one that this answer is asked for in. */
  readonly locale: Locale;
}

/** Time and sweeps act as this. */
export function systemActor(agencyId: string, locale: Locale): Actor {
  return { kind: 'system', agencyId, id: agencyId, role: null, name: 'Daiban', locale };
}
