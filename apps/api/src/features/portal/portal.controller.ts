/** The client's page over HTTP. The ways in and the visits have controllers of their own. */
import { getPortalHome } from '@daiban/contracts';
import { Controller } from '@nestjs/common';
import type { PortalVisitor } from '../../platform/auth/actor.js';
import { CurrentVisitor, Operation } from '../../platform/http/operation.decorator.js';
import { PortalService } from './portal.service.js';

@Controller()
export class PortalController {
  constructor(private readonly portal: PortalService) {}

  @Operation(getPortalHome)
  getHome(@CurrentVisitor() visitor: PortalVisitor) {
    return this.portal.getHome(visitor);
  }
}
