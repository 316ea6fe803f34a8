/** The client's sign-off over HTTP. */
import { getPortalSignOff, signOffPortal, type OperationInput } from '@daiban/contracts';
import { Controller } from '@nestjs/common';
import type { PortalVisitor } from '../../platform/auth/actor.js';
import { CurrentVisitor, Input, Operation } from '../../platform/http/operation.decorator.js';
import { PortalSignOffService } from './portal-sign-off.service.js';

@Controller()
export class PortalSignOffController {
  constructor(private readonly signOffs: PortalSignOffService) {}

  @Operation(getPortalSignOff)
  get(@CurrentVisitor() visitor: PortalVisitor, @Input() { params }: OperationInput<typeof getPortalSignOff>) {
    return this.signOffs.get(visitor, params.id);
  }

  @Operation(signOffPortal)
  sign(@CurrentVisitor() visitor: PortalVisitor, @Input() input: OperationInput<typeof signOffPortal>) {
    return this.signOffs.sign(visitor, input);
  }
}
