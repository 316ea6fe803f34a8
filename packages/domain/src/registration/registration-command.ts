/** What somebody asks of a registration or of one of its orders: the event, who, when, with which facts and evidence. The API builds it from a request. */
import type { ActorKind, EvidenceRank, OrderEvent, RegistrationEvent, Role } from '../enumerations/index.js';
import type { CommandFacts } from '../machine/fact-spec.js';
import type { Acknowledgement } from '../machine/finding.js';

/** Who acts, as far as a decision looks at them. */
export interface CommandActor {
  kind: ActorKind;
  /** Id of the member, API key, contact or person; `system` and `wechat` have none. */
  id: string | null;
  /** Role of a member or an API key, else null. */
  role: Role | null;
  /** The member who acts, or in whose name the API key acts; null for everybody who is not of the agency. */
  memberId: string | null;
}

/** What a statement rests on. `weighEvidence` says what it is worth. */
export interface Evidence {
  rank: EvidenceRank;
  /** The uploaded screenshot; without it, one that its author has seen outside and answers for. */
  fileId?: string | undefined;
  /** Id of a second active member who saw the same. */
  countersignedBy?: string | undefined;
  note?: string | undefined;
}

interface CommandBase {
  actor: CommandActor;
  facts?: CommandFacts | undefined;
  evidence?: Evidence | undefined;
  /** When it happened in the world; absent: now. Never in the future. */
  occurredAt?: string | undefined;
  acknowledgements?: readonly Acknowledgement[] | undefined;
  reason?: string | undefined;
}

/** An event for a registration. */
export interface RegistrationCommand extends CommandBase {
  event: RegistrationEvent;
}

/** An event for a verification order; `order_opened` is applied without an order. */
export interface OrderCommand extends CommandBase {
  event: OrderEvent;
}
