/** A case's papers with their files, as their reviewer sees them. Called by the documents controller. */
import { Injectable } from '@nestjs/common';
import type { listCasePapers, OperationInput, OperationResult, Paper } from '@daiban/contracts';
import { RETURN_REASONS } from '@daiban/domain';
import type { StaffCaller } from '../../platform/auth/actor.js';
import { Refused } from '../../platform/refusal/refused.js';
import { CaseAnswersService } from '../registrations/case-answers.service.js';
import { CasesService } from '../registrations/cases.service.js';
import { DocumentsMapper } from './documents.mapper.js';
import { DocumentsRepository } from './documents.repository.js';
import { PaperFilesService } from './paper-files.service.js';
import { currentVersion } from './paper-state.js';
import { ReviewSittingsService } from './review-sittings.service.js';
import { uploadLimits } from './upload-limits.js';
import { checkedByUploader } from './verifier-check.js';

@Injectable()
export class CasePapersService {
  constructor(
    private readonly repository: DocumentsRepository,
    private readonly mapper: DocumentsMapper,
    private readonly papers: PaperFilesService,
    private readonly sittings: ReviewSittingsService,
    private readonly cases: CasesService,
    private readonly answers: CaseAnswersService,
  ) {}

  /** Everything a reviewer needs of a case. */
  async listCasePapers(
    { actor, memberId }: StaffCaller,
    { params }: OperationInput<typeof listCasePapers>,
  ): Promise<OperationResult<typeof listCasePapers> | Refused> {
    const view = await this.cases.read(actor, { by: 'registration', id: params.id });
    if (view instanceof Refused) return view;
    const { agencyId } = actor;
    const [papers, documents, sitting] = await Promise.all([
      this.repository.listPapers(agencyId, params.id),
      this.repository.listOfCase(agencyId, params.id),
      this.sittings.findOpen(agencyId, params.id, memberId),
    ]);
    const reusable = await this.papers.listReusable(view, [...new Set(papers.map(({ code }) => code))]);
    const known = new Map(this.answers.prerequisites(view).map((prerequisite) => [prerequisite.id, prerequisite]));
    const items: Paper[] = [];
    for (const paper of papers) {
      const prerequisite = known.get(paper.id);
      if (!prerequisite) continue;
      const files = documents.filter(({ prerequisiteId }) => prerequisiteId === paper.id);
      const finding = checkedByUploader(paper.code, files, memberId, view.context.rules);
      items.push({
        prerequisite,
        submittedAt: paper.submittedAt,
        uploadVersion: currentVersion(files),
        documents: await this.mapper.toDocuments(files, { ...view.context, paper, actor }),
        reusable: await this.mapper.toReusable(agencyId, paper, reusable.get(paper.code)),
        returnReasons: reasonsOf(paper.code),
        acceptRefusal: finding ? (this.answers.refusals(actor, [finding], view.context)[0] ?? null) : null,
      });
    }
    return {
      items,
      sitting,
      limits: uploadLimits(view.context.rules),
      rule: this.answers.papersRule(actor, view.context),
    };
  }
}

function reasonsOf(code: string): string[] {
  const reasons = (RETURN_REASONS as Readonly<Record<string, readonly string[]>>)[code];
  return [...(reasons ?? ['other'])];
}
