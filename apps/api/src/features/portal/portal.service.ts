/** The client's page: everything a visitor sees, and nothing of anybody else. Called by the portal's controller. */
import { Injectable } from '@nestjs/common';
import type { PortalHome, PortalRegistration } from '@daiban/contracts';
import type { PortalVisitor } from '../../platform/auth/actor.js';
import { Refused } from '../../platform/refusal/refused.js';
import { HistoryService } from '../history/history.service.js';
import { CasesService } from '../registrations/cases.service.js';
import { JudgingService } from '../registrations/judging.service.js';
import { toPortalRegistration } from './portal.mapper.js';
import { PortalRepository } from './portal.repository.js';

/** Entries of a history that the page shows. */
const HISTORY_LENGTH = 30;

@Injectable()
export class PortalService {
  constructor(
    private readonly repository: PortalRepository,
    private readonly cases: CasesService,
    private readonly judging: JudgingService,
    private readonly history: HistoryService,
  ) {}

  /** The visitor's own client's accounts, those that wait for the client first; a boardroom link is told no names of persons. */
  async getHome(visitor: PortalVisitor): Promise<PortalHome | Refused> {
    const { kind, actor, clientId, name, locale, timeZone } = visitor;
    const [page, submittedAt] = await Promise.all([
      this.repository.findPage(actor.agencyId, clientId),
      this.repository.listSubmitted(actor.agencyId, clientId),
    ]);
    if (!page) return Refused.notFound();
    const registrations: PortalRegistration[] = [];
    for (const { id, assigneeName } of page.registrations) {
      const view = await this.cases.read(actor, { by: 'registration', id });
      if (view instanceof Refused) continue;
      const history = await this.history.listClientHistory(actor, id, HISTORY_LENGTH);
      const extras = { assigneeName, history, submittedAt, withNames: kind !== 'boardroom' };
      registrations.push(toPortalRegistration(view.case, view.derived, view.context, extras));
    }
    const { now, today } = await this.judging.now(actor.agencyId);
    return {
      visitor: { name, locale, timeZone },
      clientName: page.clientName,
      agencyName: page.agencyName,
      agencyNameZh: page.agencyNameZh,
      now,
      today,
      registrations: registrations.toSorted((a, b) => place(a) - place(b)),
    };
  }
}

/** What waits for the client, then what they could decide, then the rest, then what is over. */
function place({ holder, nextJob, stage }: PortalRegistration): number {
  if (holder === 'client') return 0;
  if (nextJob) return 1;
  return stage === 'closed' || stage === 'lapsed' ? 3 : 2;
}
