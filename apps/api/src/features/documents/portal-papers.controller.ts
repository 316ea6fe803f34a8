/** HTTP of one paper for a visitor of the portal: reading, bringing, taking back, sending, handing on. */
import { Controller } from '@nestjs/common';
import {
  createItemLink,
  deletePortalDocument,
  getPortalPaper,
  orderPortalDocuments,
  submitPortalPaper,
  uploadPortalDocument,
  type OperationInput,
} from '@daiban/contracts';
import type { PortalVisitor } from '../../platform/auth/actor.js';
import { CurrentVisitor, Input, Operation } from '../../platform/http/operation.decorator.js';
import { PortalPapersService } from './portal-papers.service.js';

@Controller()
export class PortalPapersController {
  constructor(private readonly papers: PortalPapersService) {}

  @Operation(getPortalPaper)
  getPortalPaper(@CurrentVisitor() visitor: PortalVisitor, @Input() { params }: OperationInput<typeof getPortalPaper>) {
    return this.papers.getPaper(visitor, params.id);
  }

  @Operation(uploadPortalDocument)
  uploadPortalDocument(
    @CurrentVisitor() visitor: PortalVisitor,
    @Input() input: OperationInput<typeof uploadPortalDocument>,
  ) {
    return this.papers.upload(visitor, input);
  }

  @Operation(submitPortalPaper)
  submitPortalPaper(
    @CurrentVisitor() visitor: PortalVisitor,
    @Input() { params }: OperationInput<typeof submitPortalPaper>,
  ) {
    return this.papers.submit(visitor, params.id);
  }

  @Operation(orderPortalDocuments)
  orderPortalDocuments(
    @CurrentVisitor() visitor: PortalVisitor,
    @Input() { params, body }: OperationInput<typeof orderPortalDocuments>,
  ) {
    return this.papers.order(visitor, params.id, body.documentIds);
  }

  @Operation(deletePortalDocument)
  deletePortalDocument(
    @CurrentVisitor() visitor: PortalVisitor,
    @Input() { params }: OperationInput<typeof deletePortalDocument>,
  ) {
    return this.papers.delete(visitor, params.id);
  }

  @Operation(createItemLink)
  createItemLink(
    @CurrentVisitor() visitor: PortalVisitor,
    @Input() { params, body }: OperationInput<typeof createItemLink>,
  ) {
    return this.papers.createItemLink(visitor, params.id, body.label);
  }
}
