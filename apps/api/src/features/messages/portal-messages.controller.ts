/** A client's messages over HTTP, for the client's own side. */
import {
  createPortalMessage,
  listPortalMessages,
  markPortalMessagesRead,
  type MessagePage,
  type OperationInput,
} from '@daiban/contracts';
import { Controller } from '@nestjs/common';
import type { PortalVisitor } from '../../platform/auth/actor.js';
import { CurrentVisitor, Input, Operation } from '../../platform/http/operation.decorator.js';
import { MESSAGES_BY_CONTACT, RateLimits } from '../../platform/http/rate-limits.js';
import { Refused } from '../../platform/refusal/refused.js';
import { MessagesService } from './messages.service.js';

/** What a boardroom link is shown: nothing that anybody wrote. */
const NOTHING: MessagePage = { items: [], nextCursor: null, unread: 0 };

@Controller()
export class PortalMessagesController {
  constructor(
    private readonly messages: MessagesService,
    private readonly limits: RateLimits,
  ) {}

  @Operation(listPortalMessages)
  async list(@CurrentVisitor() visitor: PortalVisitor, @Input() { query }: OperationInput<typeof listPortalMessages>) {
    if (visitor.kind === 'boardroom') return NOTHING;
    return this.messages.list(readerOf(visitor), placeOf(visitor, query), { ...query, audience: 'client' });
  }

  @Operation(createPortalMessage)
  async create(
    @CurrentVisitor() visitor: PortalVisitor,
    @Input() { body }: OperationInput<typeof createPortalMessage>,
  ) {
    const wait = await this.limits.take(MESSAGES_BY_CONTACT, visitor.actor.agencyId, visitor.actor.id);
    if (wait !== null) return Refused.tooMany('rate.too_many', wait);
    const words = { audience: 'client', body: body.body } as const;
    return this.messages.write(visitor.actor, { ...placeOf(visitor, body), ...words });
  }

  @Operation(markPortalMessagesRead)
  markRead(@CurrentVisitor() visitor: PortalVisitor, @Input() { body }: OperationInput<typeof markPortalMessagesRead>) {
    return this.messages.markRead(visitor.actor, placeOf(visitor, body), body.upToId);
  }
}

/** A member who looks as a contact reads as that contact. */
function readerOf({ kind, actor, contactId }: PortalVisitor): PortalVisitor['actor'] {
  return kind === 'preview' && contactId !== null ? { ...actor, kind: 'contact', id: contactId, role: null } : actor;
}

function placeOf(
  { clientId }: PortalVisitor,
  { registrationId = null }: { registrationId?: string | null | undefined },
) {
  return { clientId, registrationId };
}
