/** The ways into the portal over HTTP: those that staff make, and those that a visiting contact makes for others. */
import {
  createAdminLink,
  createBoardroomLink,
  createOwnBoardroomLink,
  createPortalLink,
  createPreview,
  listOwnPortalLinks,
  listPortalLinks,
  revokeOwnPortalLink,
  revokePortalLink,
  type OperationInput,
} from '@daiban/contracts';
import { Controller } from '@nestjs/common';
import type { PortalVisitor, StaffActor } from '../../platform/auth/actor.js';
import { CurrentActor, CurrentVisitor, Input, Operation } from '../../platform/http/operation.decorator.js';
import { PortalLinksService } from './portal-links.service.js';

@Controller()
export class PortalLinksController {
  constructor(private readonly links: PortalLinksService) {}

  @Operation(createPortalLink)
  createLink(@CurrentActor() actor: StaffActor, @Input() { params }: OperationInput<typeof createPortalLink>) {
    return this.links.createLink(actor, params.id);
  }

  @Operation(createPreview)
  createPreview(@CurrentActor() actor: StaffActor, @Input() { params }: OperationInput<typeof createPreview>) {
    return this.links.createPreview(actor, params.id);
  }

  @Operation(createBoardroomLink)
  createBoardroomLink(
    @CurrentActor() actor: StaffActor,
    @Input() { params, body }: OperationInput<typeof createBoardroomLink>,
  ) {
    return this.links.createBoardroomLink(actor, params.id, body.label);
  }

  @Operation(createAdminLink)
  createAdminLink(@CurrentActor() actor: StaffActor, @Input() { params }: OperationInput<typeof createAdminLink>) {
    return this.links.createAdminLink(actor, params.id);
  }

  @Operation(listPortalLinks)
  listLinks(@CurrentActor() actor: StaffActor, @Input() { params }: OperationInput<typeof listPortalLinks>) {
    return this.links.listLinks(actor, params.id);
  }

  @Operation(revokePortalLink)
  revokeLink(@CurrentActor() actor: StaffActor, @Input() { params }: OperationInput<typeof revokePortalLink>) {
    return this.links.revokeLink(actor, params.id);
  }

  @Operation(listOwnPortalLinks)
  listOwnLinks(@CurrentVisitor() visitor: PortalVisitor) {
    return this.links.listOwnLinks(visitor);
  }

  @Operation(createOwnBoardroomLink)
  createOwnBoardroomLink(
    @CurrentVisitor() visitor: PortalVisitor,
    @Input() { body }: OperationInput<typeof createOwnBoardroomLink>,
  ) {
    return this.links.createOwnBoardroomLink(visitor, body.label);
  }

  @Operation(revokeOwnPortalLink)
  revokeOwnLink(
    @CurrentVisitor() visitor: PortalVisitor,
    @Input() { params }: OperationInput<typeof revokeOwnPortalLink>,
  ) {
    return this.links.revokeOwnLink(visitor, params.id);
  }
}
