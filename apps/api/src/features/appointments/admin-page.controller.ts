/** The administrator's page over HTTP. */
import {
  askOtherTimesPortal,
  bookAppointmentPortal,
  cancelAppointmentPortal,
  getAdminPage,
  getAppointmentCalendar,
  giveConsentPortal,
  reportReadyPortal,
  tellWechatPortal,
  withdrawConsentPortal,
  type OperationInput,
} from '@daiban/contracts';
import { Controller } from '@nestjs/common';
import type { PortalVisitor } from '../../platform/auth/actor.js';
import { CurrentVisitor, Exchange, Input, Operation } from '../../platform/http/operation.decorator.js';
import type { HttpExchange } from '../../platform/http/request-state.js';
import { AdminAppointmentsService } from './admin-appointments.service.js';
import { AdminPageService } from './admin-page.service.js';

@Controller()
export class AdminPageController {
  constructor(
    private readonly page: AdminPageService,
    private readonly appointments: AdminAppointmentsService,
  ) {}

  @Operation(getAdminPage)
  getPage(@CurrentVisitor() visitor: PortalVisitor) {
    return this.page.getPage(visitor);
  }

  @Operation(tellWechatPortal)
  tellWechat(@CurrentVisitor() visitor: PortalVisitor, @Input() input: OperationInput<typeof tellWechatPortal>) {
    return this.page.tellWechat(visitor, input);
  }

  @Operation(giveConsentPortal)
  giveConsent(@CurrentVisitor() visitor: PortalVisitor, @Input() input: OperationInput<typeof giveConsentPortal>) {
    return this.page.giveConsent(visitor, input);
  }

  @Operation(withdrawConsentPortal)
  withdrawConsent(
    @CurrentVisitor() visitor: PortalVisitor,
    @Input() { params }: OperationInput<typeof withdrawConsentPortal>,
  ) {
    return this.page.withdrawConsent(visitor, params.id);
  }

  @Operation(bookAppointmentPortal)
  book(@CurrentVisitor() visitor: PortalVisitor, @Input() { params }: OperationInput<typeof bookAppointmentPortal>) {
    return this.appointments.book(visitor, params.id);
  }

  @Operation(cancelAppointmentPortal)
  cancel(
    @CurrentVisitor() visitor: PortalVisitor,
    @Input() { params }: OperationInput<typeof cancelAppointmentPortal>,
  ) {
    return this.appointments.cancel(visitor, params.id);
  }

  @Operation(askOtherTimesPortal)
  askOtherTimes(
    @CurrentVisitor() visitor: PortalVisitor,
    @Input() { body }: OperationInput<typeof askOtherTimesPortal>,
  ) {
    return this.appointments.askOtherTimes(visitor, body.wishes);
  }

  @Operation(reportReadyPortal)
  reportReady(@CurrentVisitor() visitor: PortalVisitor) {
    return this.appointments.reportReady(visitor);
  }

  @Operation(getAppointmentCalendar)
  async calendar(@CurrentVisitor() visitor: PortalVisitor, @Exchange() { reply }: HttpExchange) {
    const file = await this.appointments.calendar(visitor);
    if (typeof file === 'string')
      void reply
        .type('text/calendar; charset=utf-8')
        .header('Content-Disposition', 'attachment; filename="appointment.ics"')
        .header('Cache-Control', 'no-store');
    return file;
  }
}
