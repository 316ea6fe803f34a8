/** Writes the demo's messages as its people would have: whoever writes has read what stood there. Called by the demo's steps. */
import { Injectable } from '@nestjs/common';
import type { Actor, StaffActor } from '../../platform/auth/actor.js';
import { MessagesService } from '../messages/messages.service.js';
import { RegistrationsService } from '../registrations/registrations.service.js';
import { done, type OpenedCase } from './demo-case.js';
import type { DemoStep } from './demo-story.js';

type Written = DemoStep & { do: 'message' };

@Injectable()
export class DemoThreadsService {
  constructor(
    private readonly messages: MessagesService,
    private readonly registrations: RegistrationsService,
  ) {}

  async write(member: StaffActor, opened: OpenedCase, { by, body }: Written): Promise<void> {
    const { client } = done(await this.registrations.getRegistration(member, opened.id));
    const author: Actor =
      by === 'contact' ? { ...member, kind: 'contact', id: opened.contactId, role: null, name: '' } : member;
    const place = { clientId: client.id, registrationId: opened.id };
    const audience = by === 'note' ? 'internal' : 'client';
    const { id } = done(await this.messages.write(author, { ...place, audience, body }));
    if (audience === 'client') done(await this.messages.markRead(author, place, id));
  }
}
