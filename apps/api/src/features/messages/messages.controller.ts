/** A client's messages over HTTP, for staff. */
import {
  createMessage,
  listMessages,
  listUnreadMessages,
  markMessagesRead,
  type OperationInput,
} from '@daiban/contracts';
import { Controller } from '@nestjs/common';
import type { StaffActor } from '../../platform/auth/actor.js';
import { CurrentActor, Input, Operation } from '../../platform/http/operation.decorator.js';
import { MessagesService } from './messages.service.js';

@Controller()
export class MessagesController {
  constructor(private readonly messages: MessagesService) {}

  @Operation(listMessages)
  list(@CurrentActor() actor: StaffActor, @Input() { params, query }: OperationInput<typeof listMessages>) {
    return this.messages.list(actor, placeOf(params.id, query), query);
  }

  @Operation(createMessage)
  create(@CurrentActor() actor: StaffActor, @Input() { params, body }: OperationInput<typeof createMessage>) {
    const { audience, body: words } = body;
    return this.messages.write(actor, { ...placeOf(params.id, body), audience, body: words });
  }

  @Operation(markMessagesRead)
  markRead(@CurrentActor() actor: StaffActor, @Input() { params, body }: OperationInput<typeof markMessagesRead>) {
    return this.messages.markRead(actor, placeOf(params.id, body), body.upToId);
  }

  @Operation(listUnreadMessages)
  listUnread(@CurrentActor() actor: StaffActor) {
    return this.messages.listUnread(actor);
  }
}

function placeOf(clientId: string, { registrationId = null }: { registrationId?: string | null | undefined }) {
  return { clientId, registrationId };
}
