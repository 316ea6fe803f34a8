/** Who acts. Every service gets one; the access guard makes it from a session, an API key or a portal session. */
import type { ActorKind, Locale, Role } from '@daiban/domain/enumerations';

export interface Actor {
  readonly kind: ActorKind;
  readonly agencyId: string;
  /** The member, the API key, the contact; for `system` the agency itself. */
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

/** A client's contact who came in by a link. */
export interface PortalVisitor {
  readonly actor: Actor;
  readonly sessionId: string;
  readonly linkId: string;
  readonly clientId: string;
  readonly contactId: string;
  readonly timeZone: string;
  /** The contact's own language; the actor's is the one that this answer is asked for in. */
  readonly locale: Locale;
}

/** Time and sweeps act as this. */
export function systemActor(agencyId: string, locale: Locale): Actor {
  return { kind: 'system', agencyId, id: agencyId, role: null, name: 'Daiban', locale };
}
