/** The portal over HTTP: its links for staff, its page for the visitor. Visits are opened and ended in platform/auth. */
import { createPortalLink, getPortalHome, revokePortalLink, type OperationInput } from '@daiban/contracts';
import { Controller } from '@nestjs/common';
import type { PortalVisitor, StaffActor } from '../../platform/auth/actor.js';
import { CurrentActor, CurrentVisitor, Input, Operation } from '../../platform/http/operation.decorator.js';
import { PortalLinksService } from './portal-links.service.js';
import { PortalService } from './portal.service.js';

@Controller()
export class PortalController {
  constructor(
    private readonly links: PortalLinksService,
    private readonly portal: PortalService,
  ) {}

  @Operation(createPortalLink)
  createLink(@CurrentActor() actor: StaffActor, @Input() { params }: OperationInput<typeof createPortalLink>) {
    return this.links.createLink(actor, params.id);
  }

  @Operation(revokePortalLink)
  revokeLink(@CurrentActor() actor: StaffActor, @Input() { params }: OperationInput<typeof revokePortalLink>) {
    return this.links.revokeLink(actor, params.id);
  }

  @Operation(getPortalHome)
  getHome(@CurrentVisitor() visitor: PortalVisitor) {
    return this.portal.getHome(visitor);
  }
}
