/** An agency's public pages over HTTP: nobody needs to be known. */
import {
  askPublicAdvisor,
  createLead,
  getPublicAgency,
  getPublicRule,
  getPublicText,
  type OperationInput,
} from '@daiban/contracts';
import { Controller } from '@nestjs/common';
import { Exchange, Input, Operation } from '../../platform/http/operation.decorator.js';
import { localeOf } from '../../platform/http/request-locale.js';
import type { HttpExchange } from '../../platform/http/request-state.js';
import { PublicService, type Stranger } from './public.service.js';

@Controller()
export class PublicController {
  constructor(private readonly pages: PublicService) {}

  @Operation(getPublicAgency)
  getAgency(@Input() { params }: OperationInput<typeof getPublicAgency>) {
    return this.pages.getAgency(params.slug);
  }

  @Operation(getPublicText)
  getText(@Input() input: OperationInput<typeof getPublicText>) {
    return this.pages.getText(input);
  }

  @Operation(askPublicAdvisor)
  ask(@Input() input: OperationInput<typeof askPublicAdvisor>, @Exchange() exchange: HttpExchange) {
    return this.pages.ask(strangerOf(exchange), input);
  }

  @Operation(getPublicRule)
  getRule(@Input() input: OperationInput<typeof getPublicRule>, @Exchange() exchange: HttpExchange) {
    return this.pages.getRule(strangerOf(exchange), input);
  }

  @Operation(createLead)
  leave(@Input() input: OperationInput<typeof createLead>, @Exchange() exchange: HttpExchange) {
    return this.pages.leave(strangerOf(exchange), input);
  }
}

function strangerOf({ request }: HttpExchange): Stranger {
  return { address: request.ip, locale: localeOf(request) };
}
