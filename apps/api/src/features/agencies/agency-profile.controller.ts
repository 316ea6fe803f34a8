/** How an agency shows itself and what visitors read about it, over HTTP. */
import {
  getAgencySettings,
  getPortalText,
  listAgencyTexts,
  setAgencyText,
  updateAgency,
  type OperationInput,
} from '@daiban/contracts';
import { Controller } from '@nestjs/common';
import type { PortalVisitor, StaffActor } from '../../platform/auth/actor.js';
import { CurrentActor, CurrentVisitor, Input, Operation } from '../../platform/http/operation.decorator.js';
import { AgencyProfileService } from './agency-profile.service.js';
import { AgencyTextsService } from './agency-texts.service.js';

@Controller()
export class AgencyProfileController {
  constructor(
    private readonly profile: AgencyProfileService,
    private readonly texts: AgencyTextsService,
  ) {}

  @Operation(getAgencySettings)
  getSettings(@CurrentActor() actor: StaffActor) {
    return this.profile.getSettings(actor);
  }

  @Operation(updateAgency)
  update(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof updateAgency>) {
    return this.profile.update(actor, input);
  }

  @Operation(listAgencyTexts)
  async listTexts(@CurrentActor() actor: StaffActor) {
    return { items: await this.texts.list(actor.agencyId) };
  }

  @Operation(setAgencyText)
  setText(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof setAgencyText>) {
    return this.texts.set(actor, input);
  }

  @Operation(getPortalText)
  getPortalText(@CurrentVisitor() { actor }: PortalVisitor, @Input() { params }: OperationInput<typeof getPortalText>) {
    return this.texts.getPublic(actor.agencyId, params.kind);
  }
}
