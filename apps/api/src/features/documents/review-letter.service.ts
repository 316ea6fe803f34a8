/** Puts into words what a review decided, for one reader: the mail and its preview are this same text. Called by the sittings and when a mail goes out. */
import { Injectable } from '@nestjs/common';
import type { PrerequisiteFacts } from '@daiban/domain';
import { renderEmail, type PapersReviewedParams, type RenderedEmail } from '@daiban/emails';
import type { Locale } from '@daiban/domain/enumerations';
import type { CaseView } from '../registrations/cases.service.js';
import { isSealed } from './paper-state.js';
import type { SittingDecision, SittingReader, SittingSetting } from './review-sittings.repository.js';

/** Contacts who bring papers; where a client has none, all of them are told. */
const BRINGS_PAPERS = ['papers', 'decider'];

/** Decisions that one reader is told of. */
export interface Letter {
  readonly reader: SittingReader;
  readonly decisions: readonly SittingDecision[];
}

@Injectable()
export class ReviewLetterService {
  /**
   * Who is told of what: the client's contacts of their papers, the administrator of theirs. What comes back to an administrator whom nobody can write
   * to is told through the client; that their papers are accepted is no news for anybody else. What was handed in to Tencent since needs no mail.
   */
  lettersOf(
    view: Pick<CaseView, 'case'>,
    decisions: readonly SittingDecision[],
    readers: readonly SittingReader[],
  ): Letter[] {
    const open = decisions.filter(({ prerequisiteId }) => !isHandedIn(prerequisiteId, view));
    const contacts = readers.filter(({ kind }) => kind === 'contact');
    const bringers = contacts.filter(({ role }) => role !== null && BRINGS_PAPERS.includes(role));
    const admin = readers.find(({ kind, email }) => kind === 'admin_person' && email !== null);
    const told = [...(bringers.length > 0 ? bringers : contacts), ...(admin ? [admin] : [])];
    return told
      .map((reader) => ({
        reader,
        decisions: open.filter((one) => isFor(reader, one, view, admin !== undefined)),
      }))
      .filter((letter) => letter.decisions.length > 0);
  }

  /** Decisions that are still so: a paper that was brought again, reopened or decided otherwise since is not told of. */
  standing({ case: { facts } }: Pick<CaseView, 'case'>, decisions: readonly SittingDecision[]): SittingDecision[] {
    const states = new Map(facts.prerequisites.map(({ id, state }) => [id, state]));
    return decisions.filter(
      ({ prerequisiteId, decision }) =>
        states.get(prerequisiteId) === (decision === 'accept' ? 'accepted' : 'returned'),
    );
  }

  /** @param locale the reader's, or another for a preview */
  write(
    { reader, decisions }: Letter,
    view: Pick<CaseView, 'case'>,
    setting: SittingSetting,
    locale: Locale,
    actionUrl: string,
  ): Promise<RenderedEmail> {
    const { facts } = view.case;
    const decided = new Set(decisions.map(({ prerequisiteId }) => prerequisiteId));
    const orders = new Set(facts.prerequisites.filter(({ id }) => decided.has(id)).map(({ orderId }) => orderId));
    const params: PapersReviewedParams = {
      accountName: setting.accountName,
      accountType: facts.registration.accountType,
      agencyName: locale === 'zh' ? (setting.agencyNameZh ?? setting.agencyName) : setting.agencyName,
      assigneeName: setting.assigneeName,
      recipientName: reader.name,
      accepted: decisions.filter(({ decision }) => decision === 'accept').map(({ code }) => code),
      returned: decisions
        .filter(({ decision }) => decision === 'return')
        .map(({ code, reasonCode, note }) => ({ code, reasonCode: reasonCode ?? 'other', note })),
      open: facts.prerequisites
        .filter((paper) => orders.has(paper.orderId) && !decided.has(paper.id) && isWanted(paper, reader))
        .map(({ code }) => code),
      actionUrl,
    };
    return renderEmail('papers-reviewed', locale, params);
  }
}

function isHandedIn(prerequisiteId: string, { case: { facts } }: Pick<CaseView, 'case'>): boolean {
  const paper = facts.prerequisites.find(({ id }) => id === prerequisiteId);
  if (!paper || facts.registration.state === null) return true;
  return isSealed({
    orderId: paper.orderId,
    orderState: facts.orders.find(({ id }) => id === paper.orderId)?.state ?? null,
    registrationState: facts.registration.state,
    registrationSubmittedAt: facts.registration.submittedAt,
  });
}

function isFor(
  reader: SittingReader,
  { prerequisiteId, decision }: SittingDecision,
  { case: { facts } }: Pick<CaseView, 'case'>,
  adminIsTold: boolean,
): boolean {
  const paper = facts.prerequisites.find(({ id }) => id === prerequisiteId);
  if (!paper || paper.holder === 'agency') return false;
  if (reader.kind === 'admin_person') return paper.holder === 'admin_person';
  return paper.holder === 'client' || (!adminIsTold && decision === 'return');
}

/** What the reader has not brought yet. */
function isWanted({ holder, required, state }: PrerequisiteFacts, { kind }: SittingReader): boolean {
  if (!required || (state !== 'open' && state !== 'returned')) return false;
  return kind === 'admin_person' ? holder === 'admin_person' : holder === 'client';
}
