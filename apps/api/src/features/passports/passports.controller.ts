/** The custody passport over HTTP: values, document, sending. */
import {
  getCustodyPassport,
  getCustodyPassportPdf,
  getPortalPassport,
  getPortalPassportPdf,
  sendCustodyPassport,
  type CustodyPassport,
  type OperationInput,
} from '@daiban/contracts';
import type { Locale } from '@daiban/domain/enumerations';
import { Controller } from '@nestjs/common';
import type { PortalVisitor, StaffActor } from '../../platform/auth/actor.js';
import { contentDisposition } from '../../platform/http/content-disposition.js';
import { CurrentActor, CurrentVisitor, Exchange, Input, Operation } from '../../platform/http/operation.decorator.js';
import type { HttpExchange } from '../../platform/http/request-state.js';
import { Refused } from '../../platform/refusal/refused.js';
import { PassportsService } from './passports.service.js';

@Controller()
export class PassportsController {
  constructor(private readonly passports: PassportsService) {}

  @Operation(getCustodyPassport)
  get(@CurrentActor() actor: StaffActor, @Input() { params }: OperationInput<typeof getCustodyPassport>) {
    return this.passports.get(actor, params.id);
  }

  @Operation(getCustodyPassportPdf)
  async getPdf(
    @CurrentActor() actor: StaffActor,
    @Input() { params, query }: OperationInput<typeof getCustodyPassportPdf>,
    @Exchange() exchange: HttpExchange,
  ) {
    return this.#hand(await this.passports.get(actor, params.id), query.locale ?? actor.locale, exchange);
  }

  @Operation(sendCustodyPassport)
  send(@CurrentActor() actor: StaffActor, @Input() { params }: OperationInput<typeof sendCustodyPassport>) {
    return this.passports.send(actor, params.id);
  }

  @Operation(getPortalPassport)
  getForVisitor(
    @CurrentVisitor() visitor: PortalVisitor,
    @Input() { params }: OperationInput<typeof getPortalPassport>,
  ) {
    return this.passports.getForVisitor(visitor, params.id);
  }

  @Operation(getPortalPassportPdf)
  async getPdfForVisitor(
    @CurrentVisitor() visitor: PortalVisitor,
    @Input() { params, query }: OperationInput<typeof getPortalPassportPdf>,
    @Exchange() exchange: HttpExchange,
  ) {
    const passport = await this.passports.getForVisitor(visitor, params.id);
    return this.#hand(passport, query.locale ?? visitor.actor.locale, exchange);
  }

  /** The document as a file of its own: never drawn inside a page of ours, never kept by anything between. */
  async #hand(passport: CustodyPassport | Refused, locale: Locale, { reply }: HttpExchange): Promise<Buffer | Refused> {
    if (passport instanceof Refused) return passport;
    const { bytes, fileName, plainName } = await this.passports.toDocument(passport, locale);
    void reply.headers({
      'content-type': 'application/pdf',
      'content-disposition': contentDisposition('attachment', fileName, plainName),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    return bytes;
  }
}
