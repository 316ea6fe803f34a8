/** The client's yes to what can never be changed, given on their own page. Called by its controller. */
import { Injectable } from '@nestjs/common';
import { SIGN_OFF_BLOCKS, type OperationInput, type PortalSignOff, type signOffPortal } from '@daiban/contracts';
import { SIGN_OFF_TEXT_VERSION } from '@daiban/domain';
import type { PortalVisitor } from '../../platform/auth/actor.js';
import { Refused } from '../../platform/refusal/refused.js';
import type { CaseView } from '../registrations/cases.service.js';
import { RegistrationsService } from '../registrations/registrations.service.js';
import { PortalScope } from './portal-scope.service.js';
import { decidersOf, toPortalSignOff, type SignOffFrame } from './portal-sign-off.mapper.js';
import { PortalSignOffRepository } from './portal-sign-off.repository.js';

@Injectable()
export class PortalSignOffService {
  constructor(
    private readonly repository: PortalSignOffRepository,
    private readonly registrations: RegistrationsService,
    private readonly scope: PortalScope,
  ) {}

  async get(visitor: PortalVisitor, registrationId: string): Promise<PortalSignOff | Refused> {
    const found = await this.#find(visitor, registrationId);
    if (found instanceof Refused) return found;
    // A member who previews sees who may sign, and cannot.
    const contactId = visitor.kind === 'contact' ? visitor.contactId : null;
    return toPortalSignOff(found.view.case, found.view.context, found.frame, contactId);
  }

  /** One yes to each block, by somebody who decides for the client, to the text and the choices as they stand. */
  async sign(
    visitor: PortalVisitor,
    { params, body }: OperationInput<typeof signOffPortal>,
  ): Promise<PortalSignOff | Refused> {
    const found = await this.#find(visitor, params.id);
    if (found instanceof Refused) return found;
    const { contactId } = visitor;
    if (contactId === null || !decidersOf(found.frame).some(({ id }) => id === contactId))
      return Refused.of('sign_off.not_decider', { clearedByHolder: 'client' });
    const { state } = toPortalSignOff(found.view.case, found.view.context, found.frame, contactId);
    if (state === 'early') return Refused.of('sign_off.too_early');
    if (body.textVersion !== SIGN_OFF_TEXT_VERSION)
      return Refused.of('sign_off.text_outdated', { clearedByHolder: 'client' });
    if (!SIGN_OFF_BLOCKS.every((block) => body.agreed.includes(block)))
      return Refused.of('sign_off.not_agreed', { clearedByHolder: 'client' });
    const { textVersion, choices } = body;
    const signed = await this.registrations.recordSignOff(visitor.actor, {
      params,
      query: undefined,
      body: { contactId, textVersion, choices },
    });
    return signed instanceof Refused ? signed : this.get(visitor, params.id);
  }

  /** What the link does not reach, and what a boardroom link is not shown, does not exist for the visitor. */
  async #find(
    visitor: PortalVisitor,
    registrationId: string,
  ): Promise<{ readonly view: CaseView; readonly frame: SignOffFrame } | Refused> {
    const { actor, clientId, kind } = visitor;
    if (kind === 'boardroom') return Refused.notFound();
    const [view, frame] = await Promise.all([
      this.registrations.readCase(actor, registrationId),
      this.repository.findFrame(actor.agencyId, clientId),
    ]);
    if (view instanceof Refused) return view;
    const account = { registrationId, clientId: view.case.particulars.client.id };
    return frame && this.scope.canSee(visitor, account) ? { view, frame } : Refused.notFound();
  }
}
