/** HTTP of the fill sheet and its ticks. */
import { Controller } from '@nestjs/common';
import { getFillSheet, tickFillSheetField, untickFillSheetField, type OperationInput } from '@daiban/contracts';
import type { StaffActor, StaffCaller } from '../../platform/auth/actor.js';
import { CurrentActor, CurrentCaller, Input, Operation } from '../../platform/http/operation.decorator.js';
import { FillSheetService } from './fill-sheet.service.js';

@Controller()
export class FillSheetController {
  constructor(private readonly fillSheet: FillSheetService) {}

  @Operation(getFillSheet)
  getFillSheet(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof getFillSheet>) {
    return this.fillSheet.getFillSheet(actor, input);
  }

  @Operation(tickFillSheetField)
  tickFillSheetField(@CurrentCaller() caller: StaffCaller, @Input() input: OperationInput<typeof tickFillSheetField>) {
    return this.fillSheet.tickField(caller, input);
  }

  @Operation(untickFillSheetField)
  untickFillSheetField(
    @CurrentCaller() caller: StaffCaller,
    @Input() input: OperationInput<typeof untickFillSheetField>,
  ) {
    return this.fillSheet.untickField(caller, input);
  }
}
