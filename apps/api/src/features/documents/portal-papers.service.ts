/** One paper for whoever brings it in the portal: what it is, why it came back, what is here, what they may do. Called by the portal papers controller. */
import { Injectable } from '@nestjs/common';
import type {
  Document,
  ItemLink,
  MadePortalLink,
  OperationInput,
  PortalPaper,
  uploadPortalDocument,
} from '@daiban/contracts';
import { ILLUSTRATED_REASONS, USUAL_EXAMPLES, type Rulebook } from '@daiban/domain';
import type { Locale } from '@daiban/domain/enumerations';
import { catalogues } from '@daiban/i18n';
import type { PortalVisitor } from '../../platform/auth/actor.js';
import { Refused } from '../../platform/refusal/refused.js';
import { PortalLinksService } from '../portal/portal-links.service.js';
import { PortalScope } from '../portal/portal-scope.service.js';
import { CasesService, type CaseView } from '../registrations/cases.service.js';
import { DocumentsMapper } from './documents.mapper.js';
import { DocumentsRepository, type DocumentRow, type PaperRow } from './documents.repository.js';
import { PaperFilesService } from './paper-files.service.js';
import { closedBy, currentVersion, filesOfPaper, needsConsent, takingBack } from './paper-state.js';
import { uploadOf } from './upload-request.js';
import { UploadsService } from './uploads.service.js';
import { uploadLimits } from './upload-limits.js';

@Injectable()
export class PortalPapersService {
  constructor(
    private readonly repository: DocumentsRepository,
    private readonly mapper: DocumentsMapper,
    private readonly uploads: UploadsService,
    private readonly papers: PaperFilesService,
    private readonly cases: CasesService,
    private readonly links: PortalLinksService,
    private readonly scope: PortalScope,
  ) {}

  async getPaper(visitor: PortalVisitor, prerequisiteId: string): Promise<PortalPaper | Refused> {
    const paper = await this.#find(visitor, prerequisiteId);
    if (!paper) return Refused.notFound();
    const { agencyId } = visitor.actor;
    const view = await this.cases.read(visitor.actor, { by: 'prerequisite', id: prerequisiteId });
    if (view instanceof Refused) return view;
    const documents = await this.repository.listOfPaper(agencyId, paper.id);
    return this.#toPaper(visitor, paper, documents, view);
  }

  async upload(
    visitor: PortalVisitor,
    input: OperationInput<typeof uploadPortalDocument>,
  ): Promise<Document | Refused> {
    const paper = await this.#find(visitor, input.params.id);
    if (!paper || !this.scope.canUpload(visitor, scopeOf(paper))) return Refused.notFound();
    const { actor } = visitor;
    const context = await this.cases.context(actor.agencyId);
    const document = await this.uploads.receive(actor, paper, uploadOf(input));
    return document instanceof Refused ? document : this.mapper.toDocument(document, { ...context, paper, actor });
  }

  async submit(visitor: PortalVisitor, prerequisiteId: string): Promise<PortalPaper | Refused> {
    const paper = await this.#find(visitor, prerequisiteId);
    if (!paper || !this.scope.canUpload(visitor, scopeOf(paper))) return Refused.notFound();
    return (await this.papers.submit(visitor.actor, paper)) ?? this.getPaper(visitor, prerequisiteId);
  }

  async order(
    visitor: PortalVisitor,
    prerequisiteId: string,
    documentIds: readonly string[],
  ): Promise<PortalPaper | Refused> {
    const paper = await this.#find(visitor, prerequisiteId);
    if (!paper || !this.scope.canUpload(visitor, scopeOf(paper))) return Refused.notFound();
    return (await this.papers.order(visitor.actor, paper, documentIds)) ?? this.getPaper(visitor, prerequisiteId);
  }

  async delete(visitor: PortalVisitor, documentId: string): Promise<void | Refused> {
    const document = await this.repository.find(visitor.actor.agencyId, documentId);
    const paper = document && (await this.#find(visitor, document.prerequisiteId));
    if (!document || !paper || !this.scope.canUpload(visitor, scopeOf(paper))) return Refused.notFound();
    return (await this.papers.takeBack(visitor.actor, document, paper)) ?? undefined;
  }

  /** Hands the paper on to a colleague. */
  async createItemLink(
    visitor: PortalVisitor,
    prerequisiteId: string,
    label: string,
  ): Promise<MadePortalLink | Refused> {
    const paper = await this.#find(visitor, prerequisiteId);
    if (!paper || !this.scope.canUpload(visitor, scopeOf(paper))) return Refused.notFound();
    const closed = closedBy(paper);
    if (closed === 'sealed' || closed === 'accepted') return Refused.of(`prerequisite.${closed}`);
    const { clientId, registrationId } = paper;
    return this.links.createItemLink(visitor, { clientId, registrationId, prerequisiteId, label });
  }

  /** Why nothing can be brought by this visitor now; null: it can. */
  #closed(visitor: PortalVisitor, paper: PaperRow, rules: Rulebook): PortalPaper['closed'] {
    if (!this.scope.canUpload(visitor, scopeOf(paper))) return 'read_only';
    return closedBy(paper) ?? (needsConsent(paper, rules) && !paper.adminAgrees ? 'consent_missing' : null);
  }

  /** Null: it is not within the visitor's reach, or does not exist. */
  async #find(visitor: PortalVisitor, prerequisiteId: string): Promise<PaperRow | null> {
    const paper = await this.repository.findPaper(visitor.actor.agencyId, prerequisiteId);
    return paper && this.scope.canSeePaper(visitor, scopeOf(paper)) ? paper : null;
  }

  async #toPaper(
    visitor: PortalVisitor,
    paper: PaperRow,
    documents: readonly DocumentRow[],
    { case: { facts, particulars }, derived, context }: CaseView,
  ): Promise<PortalPaper> {
    const { actor } = visitor;
    const { rules, now } = context;
    const review = particulars.papers[paper.id];
    const reasonCode = paper.state === 'returned' ? (review?.reasonCode ?? null) : null;
    const closed = this.#closed(visitor, paper, rules);
    const shown = shownTo(documents, closed);
    const current = filesOfPaper(documents).filter(({ version }) => version === currentVersion(documents));
    const isOpen = closed === null;
    const minutes = rules.entries['document.fix_minutes'].value;
    const backs = current.map((document) => takingBack(document, paper, minutes, now).until ?? '');
    const required = facts.prerequisites.find(({ id }) => id === paper.id)?.required ?? true;
    return {
      prerequisiteId: paper.id,
      registrationId: paper.registrationId,
      code: paper.code,
      holder: paper.holder,
      required,
      state: paper.state,
      accountName: facts.registration.proposedName ?? '',
      returned:
        reasonCode === null
          ? null
          : {
              reasonCode,
              reason: wordsOf(actor.locale, 'reasons', reasonCode),
              fix: wordsOf(actor.locale, 'fixes', reasonCode),
              note: review?.note ?? null,
              returnedAt: review?.reviewedAt ?? now,
              version:
                Math.max(0, ...documents.filter(({ reviewedAt }) => reviewedAt).map(({ version }) => version)) || null,
            },
      examples: examplesOf(paper.code, reasonCode),
      limits: uploadLimits(rules),
      documents: await this.mapper.toDocuments(shown, { paper, actor, rules, now }),
      may: {
        upload: isOpen,
        submit: isOpen && current.length > 0 && current.every(({ state }) => state === 'available'),
        delegate: visitor.kind === 'contact' && closed !== 'sealed' && closed !== 'accepted',
      },
      closed,
      submittedAt: paper.state === 'open' || paper.state === 'returned' ? null : paper.submittedAt,
      canChangeUntil: backs.toSorted().at(-1) || null,
      checkedBy: paper.state === 'submitted' ? (derived.promise?.by ?? null) : null,
      keptDays: rules.entries['retention.identity_documents'].value.includes(paper.code)
        ? rules.entries['retention.identity_documents_days'].value
        : null,
      itemLinks: await this.#itemLinks(visitor, paper),
      now,
    };
  }

  async #itemLinks(visitor: PortalVisitor, paper: PaperRow): Promise<ItemLink[]> {
    if (visitor.kind !== 'contact') return [];
    const { items } = await this.links.listOwnLinks(visitor);
    return items
      .filter((link) => link.kind === 'item' && link.state === 'open')
      .filter((link) => link.registrationId === paper.registrationId && link.paperCode === paper.code)
      .map(({ id, whom, createdAt, expiresAt, lastVisitAt }) => ({
        id,
        label: whom,
        createdAt,
        expiresAt,
        lastVisitAt,
      }));
  }
}

function scopeOf({ id, registrationId, clientId, holder }: PaperRow) {
  return { prerequisiteId: id, registrationId, clientId, holder };
}

/** What is being brought, each page once; while nothing can be brought, what was sent last. */
function shownTo(documents: readonly DocumentRow[], closed: PortalPaper['closed']): DocumentRow[] {
  if (closed !== null) return filesOfPaper(documents);
  const version = currentVersion(documents);
  const ofVersion = documents.filter((document) => document.version === version && document.state !== 'deleted');
  const taken = new Set(filesOfPaper(ofVersion).map(({ page }) => page));
  const refused = new Map<number, DocumentRow>();
  for (const document of ofVersion)
    if (document.state === 'refused' && !taken.has(document.page) && !refused.has(document.page))
      refused.set(document.page, document);
  return [...filesOfPaper(ofVersion), ...refused.values()].toSorted((one, other) => one.page - other.page);
}

function examplesOf(code: string, reasonCode: string | null): string[] {
  const usual = (USUAL_EXAMPLES as Readonly<Record<string, readonly string[]>>)[code] ?? [];
  const own = ILLUSTRATED_REASONS.some((reason) => reason === reasonCode) && reasonCode !== null ? [reasonCode] : [];
  return [...new Set([...own, ...usual])];
}

/** A reason of the agency's own has no words here: the reviewer's note says what to do. */
function wordsOf(locale: Locale, namespace: 'reasons' | 'fixes', code: string): string {
  const words: Readonly<Record<string, string>> = catalogues[locale][namespace];
  return words[code] ?? words['other'] ?? code;
}
