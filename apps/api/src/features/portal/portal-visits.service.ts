/** A visit to the portal: opened with a link or a code, told in the client's history with the kind of the link, and read by every page's frame. Called by the portal's controllers and by the codes. */
import { Injectable } from '@nestjs/common';
import type { findLinkOrigin, OperationResult, PortalVisit } from '@daiban/contracts';
import type { PortalVisitor } from '../../platform/auth/actor.js';
import { CallerLookup } from '../../platform/auth/caller-lookup.js';
import { PortalSessions } from '../../platform/auth/portal-sessions.js';
import { Database } from '../../platform/database/database.js';
import { Refused } from '../../platform/refusal/refused.js';
import { HistoryService, type EntryDraft } from '../history/history.service.js';
import { PortalVisitsRepository } from './portal-visits.repository.js';

@Injectable()
export class PortalVisitsService {
  constructor(
    private readonly repository: PortalVisitsRepository,
    private readonly sessions: PortalSessions,
    private readonly callers: CallerLookup,
    private readonly history: HistoryService,
    private readonly database: Database,
  ) {}

  /** Opens a visit. The link stays usable; a wrong, a revoked and an expired one are refused alike. @returns the cookie */
  async redeem(token: string): Promise<string | Refused> {
    const unusable = () => Refused.of('portal.link_unusable', { clearedByHolder: 'agency' });
    const link = await this.sessions.findLink(token);
    if (!link?.usable) return unusable();
    const cookie = await this.database.withAgency(link.agencyId, (transaction) =>
      this.sessions.open(transaction, link.linkId),
    );
    return (await this.begin(cookie)) ? cookie : unusable();
  }

  /** Tells the visit that has just been opened in the client's history. False: nobody stands behind the link any more; the cookie must not go out. */
  async begin(cookie: string): Promise<boolean> {
    const visitor = await this.callers.byPortalCookie(cookie);
    if (!visitor) return false;
    const { kind: linkKind, actor, clientId, registrationId, sessionId, linkId } = visitor;
    const { agencyId } = actor;
    const draft: EntryDraft = { kind: 'portal_visited', payload: { linkKind, sessionId, linkId, registrationId } };
    const record = { agencyId, recordType: 'client', recordId: clientId } as const;
    const refused = await this.database.withAgency(agencyId, (transaction) =>
      this.history.recordNews(transaction, record, draft, actor),
    );
    return refused === null;
  }

  /** Ends the visit that a cookie stands for; harmless when there is none. */
  async end(cookie: string): Promise<void> {
    const visitor = await this.callers.byPortalCookie(cookie);
    if (visitor) await this.sessions.end(visitor.actor.agencyId, visitor.sessionId);
  }

  /** Who visits, and whose page it is. */
  async read(visitor: PortalVisitor): Promise<PortalVisit | Refused> {
    const { kind, actor, clientId, name, locale, timeZone, registrationId, prerequisiteId } = visitor;
    const frame = await this.repository.findFrame(actor.agencyId, clientId);
    if (!frame) return Refused.notFound();
    const { clientName, ...agency } = frame;
    const preview = kind === 'preview' ? { memberName: actor.name, clientId } : null;
    return { kind, name, locale, timeZone, clientName, registrationId, prerequisiteId, preview, agency };
  }

  /** Whom the holder of a link asks, also when it has ended; nothing for a token that never was one. */
  async findOrigin(token: string): Promise<OperationResult<typeof findLinkOrigin>> {
    const link = await this.sessions.findLink(token);
    if (!link) return { agency: null };
    const { agencyId, clientId, agencyName: name, agencyNameZh: nameZh } = link;
    return { agency: { name, nameZh, personName: await this.repository.findAssigneeName(agencyId, clientId) } };
  }
}
