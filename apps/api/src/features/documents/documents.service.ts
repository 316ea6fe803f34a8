/** Papers' files as staff bring and list them, take them back and use them again. Called by the documents controller. */
import { Injectable } from '@nestjs/common';
import type {
  deleteDocument,
  Document,
  listDocuments,
  OperationInput,
  OperationResult,
  Prerequisite,
  reuseDocuments,
  submitPrerequisite,
  uploadDocument,
} from '@daiban/contracts';
import { z } from 'zod';
import type { StaffCaller } from '../../platform/auth/actor.js';
import { decodeCursor, toPage } from '../../platform/paging/cursor.js';
import { Refused } from '../../platform/refusal/refused.js';
import { CaseAnswersService } from '../registrations/case-answers.service.js';
import { CasesService, type CaseView } from '../registrations/cases.service.js';
import { DocumentsMapper } from './documents.mapper.js';
import { DocumentsRepository } from './documents.repository.js';
import { PaperFilesService } from './paper-files.service.js';
import { uploadOf } from './upload-request.js';
import { UploadsService } from './uploads.service.js';

const CURSOR = z.tuple([z.number().int(), z.number().int(), z.uuid()]);

@Injectable()
export class DocumentsService {
  constructor(
    private readonly repository: DocumentsRepository,
    private readonly mapper: DocumentsMapper,
    private readonly uploads: UploadsService,
    private readonly papers: PaperFilesService,
    private readonly cases: CasesService,
    private readonly answers: CaseAnswersService,
  ) {}

  async upload({ actor }: StaffCaller, input: OperationInput<typeof uploadDocument>): Promise<Document | Refused> {
    const paper = await this.repository.findPaper(actor.agencyId, input.params.id);
    if (!paper) return Refused.notFound();
    const document = await this.uploads.receive(actor, paper, uploadOf(input));
    if (document instanceof Refused) return document;
    return this.mapper.toDocument(document, { ...(await this.cases.context(actor.agencyId)), paper, actor });
  }

  async listDocuments(
    { actor }: StaffCaller,
    { params, query }: OperationInput<typeof listDocuments>,
  ): Promise<OperationResult<typeof listDocuments> | Refused> {
    const after = decodeCursor(query.cursor, CURSOR);
    if (after instanceof Refused) return after;
    const paper = await this.repository.findPaper(actor.agencyId, params.id);
    const view = await this.cases.read(actor, { by: 'prerequisite', id: params.id });
    if (!paper || view instanceof Refused) return Refused.notFound();
    const rows = await this.repository.listPage(actor.agencyId, paper.id, after, query.limit);
    const documents = await this.mapper.toDocuments(rows, { ...view.context, paper, actor });
    const page = toPage(
      documents,
      query.limit,
      ({ version, page: number, id }) => [version, number, id],
      (document) => document,
    );
    const reusable = await this.papers.listReusable(view, [paper.code]);
    return { ...page, reusable: await this.mapper.toReusable(actor.agencyId, paper, reusable.get(paper.code)) };
  }

  async delete({ actor }: StaffCaller, { params }: OperationInput<typeof deleteDocument>): Promise<void | Refused> {
    const document = await this.repository.find(actor.agencyId, params.id);
    const paper = document && (await this.repository.findPaper(actor.agencyId, document.prerequisiteId));
    if (!document || !paper) return Refused.notFound();
    return (await this.papers.takeBack(actor, document, paper)) ?? undefined;
  }

  async submit(
    { actor }: StaffCaller,
    { params }: OperationInput<typeof submitPrerequisite>,
  ): Promise<Prerequisite | Refused> {
    const paper = await this.repository.findPaper(actor.agencyId, params.id);
    if (!paper) return Refused.notFound();
    const refused = await this.papers.submit(actor, paper);
    if (refused) return refused;
    const view = await this.cases.read(actor, { by: 'prerequisite', id: paper.id });
    return view instanceof Refused ? view : (this.#prerequisite(view, paper.id) ?? Refused.notFound());
  }

  async reuse(
    { actor }: StaffCaller,
    { params, body }: OperationInput<typeof reuseDocuments>,
  ): Promise<{ items: Document[] } | Refused> {
    const paper = await this.repository.findPaper(actor.agencyId, params.id);
    if (!paper) return Refused.notFound();
    const refused = await this.papers.reuse(actor, paper, body.documentIds);
    if (refused) return refused;
    const now = await this.repository.findPaper(actor.agencyId, paper.id);
    const documents = await this.repository.listOfPaper(actor.agencyId, paper.id);
    const fresh = documents.filter(({ reusedFromId }) => reusedFromId !== null);
    const context = await this.cases.context(actor.agencyId);
    return { items: await this.mapper.toDocuments(fresh, { ...context, paper: now ?? paper, actor }) };
  }

  #prerequisite(view: CaseView, id: string): Prerequisite | undefined {
    return this.answers.prerequisites(view).find((prerequisite) => prerequisite.id === id);
  }
}
