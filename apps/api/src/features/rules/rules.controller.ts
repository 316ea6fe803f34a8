/** HTTP of the rulebook, for staff and for the client's page. */
import { Controller } from '@nestjs/common';
import { getPortalRule, getRule, listRules, overrideRule, type OperationInput } from '@daiban/contracts';
import type { PortalVisitor, StaffActor } from '../../platform/auth/actor.js';
import { CurrentActor, CurrentVisitor, Input, Operation } from '../../platform/http/operation.decorator.js';
import { RuleOverridesService } from './rule-overrides.service.js';
import { RulebookService } from './rulebook.service.js';

@Controller()
export class RulesController {
  constructor(
    private readonly rulebook: RulebookService,
    private readonly overrides: RuleOverridesService,
  ) {}

  @Operation(listRules)
  listRules(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof listRules>) {
    return this.rulebook.listRules(actor, input);
  }

  @Operation(getRule)
  getRule(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof getRule>) {
    return this.rulebook.getRule(actor, input);
  }

  @Operation(overrideRule)
  overrideRule(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof overrideRule>) {
    return this.overrides.overrideRule(actor, input);
  }

  @Operation(getPortalRule)
  getPortalRule(@CurrentVisitor() visitor: PortalVisitor, @Input() input: OperationInput<typeof getPortalRule>) {
    return this.rulebook.getPortalRule(visitor.actor, input);
  }
}
