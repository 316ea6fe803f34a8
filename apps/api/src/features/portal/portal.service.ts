/** The client's page: everything a visitor sees, and nothing of anybody else. Called by the portal's controller. */
import { Injectable } from '@nestjs/common';
import type { PortalHome, PortalRegistration } from '@daiban/contracts';
import type { PortalVisitor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { Refused } from '../../platform/refusal/refused.js';
import { HistoryService, type EntryDraft } from '../history/history.service.js';
import { CasesService } from '../registrations/cases.service.js';
import { JudgingService } from '../registrations/judging.service.js';
import { toPortalRegistration } from './portal.mapper.js';
import { PORTAL_VISITED, PortalRepository } from './portal.repository.js';

/** Entries of a history that the page shows. */
const HISTORY_LENGTH = 30;

@Injectable()
export class PortalService {
  constructor(
    private readonly repository: PortalRepository,
    private readonly cases: CasesService,
    private readonly judging: JudgingService,
    private readonly history: HistoryService,
    private readonly database: Database,
  ) {}

  /** The visitor's own client's accounts, those that wait for the client first. */
  async getHome(visitor: PortalVisitor): Promise<PortalHome | Refused> {
    const { actor, clientId, timeZone } = visitor;
    const page = await this.repository.findPage(actor.agencyId, clientId);
    if (!page) return Refused.notFound();
    await this.#rememberVisit(visitor);
    const registrations: PortalRegistration[] = [];
    for (const { id, assigneeName } of page.registrations) {
      const view = await this.cases.read(actor, { by: 'registration', id });
      if (view instanceof Refused) continue;
      const history = await this.history.listClientHistory(actor, id, HISTORY_LENGTH);
      registrations.push(toPortalRegistration(view.case, view.derived, view.context, { assigneeName, history }));
    }
    const { now, today } = await this.judging.now(actor.agencyId);
    return {
      visitor: { name: actor.name, locale: visitor.locale, timeZone },
      clientName: page.clientName,
      agencyName: page.agencyName,
      agencyNameZh: page.agencyNameZh,
      now,
      today,
      registrations: registrations.toSorted((a, b) => place(a) - place(b)),
    };
  }

  /** Each visit stands once in the client's history, whatever else it looks at. */
  async #rememberVisit({ actor, clientId, sessionId, linkId }: PortalVisitor): Promise<void> {
    const { agencyId } = actor;
    if (await this.repository.hasVisit(agencyId, clientId, sessionId)) return;
    const draft: EntryDraft = { kind: PORTAL_VISITED, payload: { sessionId, linkId } };
    await this.database.withAgency<void>(agencyId, async (transaction) => {
      if (await this.repository.hasVisitLocked(transaction, clientId, sessionId)) return;
      const record = { agencyId, recordType: 'client', recordId: clientId } as const;
      await this.history.recordChange(transaction, record, null, draft, actor, (move) =>
        this.repository.moveClient(transaction, clientId, move),
      );
    });
  }
}

/** What waits for the client, then what they could decide, then the rest, then what is over. */
function place({ holder, nextJob, stage }: PortalRegistration): number {
  if (holder === 'client') return 0;
  if (nextJob) return 1;
  return stage === 'closed' || stage === 'lapsed' ? 3 : 2;
}
