/** HTTP of papers' files for staff: bringing, looking, taking back, using again, and the review that gathers decisions. */
import { Controller } from '@nestjs/common';
import {
  deleteDocument,
  finishReviewSitting,
  getDocumentContent,
  getReviewMessage,
  listCasePapers,
  listDocuments,
  reuseDocuments,
  submitPrerequisite,
  uploadDocument,
  type OperationInput,
} from '@daiban/contracts';
import type { StaffActor, StaffCaller } from '../../platform/auth/actor.js';
import { CurrentActor, CurrentCaller, Exchange, Input, Operation } from '../../platform/http/operation.decorator.js';
import type { HttpExchange } from '../../platform/http/request-state.js';
import { Refused } from '../../platform/refusal/refused.js';
import { CasePapersService } from './case-papers.service.js';
import { contentHeaders } from './content-headers.js';
import { DocumentContentService } from './document-content.service.js';
import { DocumentsService } from './documents.service.js';
import { ReviewSittingsService } from './review-sittings.service.js';

@Controller()
export class DocumentsController {
  constructor(
    private readonly documents: DocumentsService,
    private readonly content: DocumentContentService,
    private readonly papers: CasePapersService,
    private readonly sittings: ReviewSittingsService,
  ) {}

  @Operation(uploadDocument)
  uploadDocument(@CurrentCaller() caller: StaffCaller, @Input() input: OperationInput<typeof uploadDocument>) {
    return this.documents.upload(caller, input);
  }

  @Operation(listDocuments)
  listDocuments(@CurrentCaller() caller: StaffCaller, @Input() input: OperationInput<typeof listDocuments>) {
    return this.documents.listDocuments(caller, input);
  }

  @Operation(listCasePapers)
  listCasePapers(@CurrentCaller() caller: StaffCaller, @Input() input: OperationInput<typeof listCasePapers>) {
    return this.papers.listCasePapers(caller, input);
  }

  @Operation(getDocumentContent)
  async getDocumentContent(
    @CurrentActor() actor: StaffActor,
    @Input() input: OperationInput<typeof getDocumentContent>,
    @Exchange() { reply }: HttpExchange,
  ) {
    const content = await this.content.getContent(actor, input);
    if (content instanceof Refused) return content;
    void reply.headers(contentHeaders(content, input.query.view === undefined ? 'attachment' : 'inline'));
    return content.bytes;
  }

  @Operation(deleteDocument)
  deleteDocument(@CurrentCaller() caller: StaffCaller, @Input() input: OperationInput<typeof deleteDocument>) {
    return this.documents.delete(caller, input);
  }

  @Operation(submitPrerequisite)
  submitPrerequisite(@CurrentCaller() caller: StaffCaller, @Input() input: OperationInput<typeof submitPrerequisite>) {
    return this.documents.submit(caller, input);
  }

  @Operation(reuseDocuments)
  reuseDocuments(@CurrentCaller() caller: StaffCaller, @Input() input: OperationInput<typeof reuseDocuments>) {
    return this.documents.reuse(caller, input);
  }

  @Operation(getReviewMessage)
  getReviewMessage(@CurrentCaller() caller: StaffCaller, @Input() input: OperationInput<typeof getReviewMessage>) {
    return this.sittings.message(caller, input);
  }

  @Operation(finishReviewSitting)
  finishReviewSitting(
    @CurrentCaller() caller: StaffCaller,
    @Input() input: OperationInput<typeof finishReviewSitting>,
  ) {
    return this.sittings.finish(caller, input);
  }
}
