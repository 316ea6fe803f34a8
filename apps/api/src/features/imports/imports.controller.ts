/** Answers the operations about imports. */
import { Controller } from '@nestjs/common';
import { getImport, importSheet, listImports, type OperationInput } from '@daiban/contracts';
import type { StaffActor, StaffCaller } from '../../platform/auth/actor.js';
import { CurrentActor, CurrentCaller, Input, Operation } from '../../platform/http/operation.decorator.js';
import { ImportsService } from './imports.service.js';

@Controller()
export class ImportsController {
  constructor(private readonly imports: ImportsService) {}

  @Operation(importSheet)
  importSheet(@CurrentCaller() caller: StaffCaller, @Input() input: OperationInput<typeof importSheet>) {
    return this.imports.importSheet(caller, input);
  }

  @Operation(getImport)
  getImport(@CurrentActor() actor: StaffActor, @Input() input: OperationInput<typeof getImport>) {
    return this.imports.getImport(actor, input);
  }

  @Operation(listImports)
  listImports(@CurrentActor() actor: StaffActor) {
    return this.imports.listImports(actor);
  }
}
