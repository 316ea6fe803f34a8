/** The way into the portal without a link: makes codes for whoever has an address, and opens one visit with each. Says of no address whether we know it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { shanghaiDate } from '@daiban/domain/calendar';
import { v7 } from 'uuid';
import { PortalSessions } from '../../platform/auth/portal-sessions.js';
import { BusinessClock, SystemClock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { InstallationKeys } from '../../platform/encryption/installation-keys.js';
import { describeError } from '../../platform/http/describe-error.js';
import { Refused } from '../../platform/refusal/refused.js';
import { DeliveriesService, type DeliveryDraft } from '../deliveries/deliveries.service.js';
import { PortalLinksService } from '../portal/portal-links.service.js';
import { PortalVisitsService } from '../portal/portal-visits.service.js';
import { isSameHash, portalCodeHash, portalCodeOf, readCode } from './portal-code.js';
import { PORTAL_CODE, PortalCodesRepository, type CodeReceiver } from './portal-codes.repository.js';

/** How long a code can be used. */
export const CODE_MINUTES = 15;
/** A wrong code is answered no sooner, so that the time says nothing of what was looked at. */
const REFUSAL_MS = 400;

@Injectable()
export class PortalCodesService implements BeforeApplicationShutdown {
  readonly #key: Buffer;
  readonly #logger = new Logger('PortalCodes');
  readonly #underWay = new Set<Promise<void>>();

  constructor(
    private readonly repository: PortalCodesRepository,
    private readonly deliveries: DeliveriesService,
    private readonly links: PortalLinksService,
    private readonly visits: PortalVisitsService,
    private readonly sessions: PortalSessions,
    private readonly database: Database,
    private readonly businessClock: BusinessClock,
    private readonly clock: SystemClock,
    installationKeys: InstallationKeys,
  ) {
    this.#key = installationKeys.get('portal_token');
  }

  /**
   * Mails a code to every contact with this address. Answers before it looks: known and unknown addresses take equally long.
   * @param token of a link; when it is one of ours, only contacts of its client are meant
   */
  request(email: string, token: string | null): { validMinutes: number } {
    const work = this.#mailCodes(email, token)
      .catch((error: unknown) => this.#logger.error(`a code could not be made: ${describeError(error)}`))
      .finally(() => this.#underWay.delete(work));
    this.#underWay.add(work);
    return { validMinutes: CODE_MINUTES };
  }

  /** Opens a visit with a code that was mailed to this address, once. @returns the cookie */
  async redeem(email: string, typed: string): Promise<string | Refused> {
    const cookie = await this.#open(email, typed);
    if (cookie !== null) return cookie;
    return Refused.of('portal.code_unusable', { clearedByHolder: 'client' });
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.#underWay);
  }

  async #open(email: string, typed: string): Promise<string | null> {
    const answerNotBefore = sleep(REFUSAL_MS);
    const code = readCode(typed);
    const receivers = code === null ? [] : await this.repository.lookUpReceiversUnscoped(email);
    for (const [agencyId, ofAgency] of Map.groupBy(receivers, (receiver) => receiver.agencyId)) {
      const cookie = await this.#tryIn(agencyId, ofAgency, code ?? '');
      if (cookie !== null && (await this.visits.begin(cookie))) return cookie;
    }
    await answerNotBefore;
    return null;
  }

  /** Null: none of the agency's codes is the right one; the try is counted all the same. */
  #tryIn(agencyId: string, receivers: readonly CodeReceiver[], code: string): Promise<string | null> {
    return this.database.withAgency<string | null>(agencyId, async (transaction) => {
      const now = this.clock.now();
      const contactIds = receivers.map(({ contactId }) => contactId);
      const live = await this.repository.takeTry(transaction, contactIds, now);
      const right = live.find(({ contactId, hash }) => isSameHash(hash, portalCodeHash(this.#key, contactId, code)));
      if (!right || !(await this.repository.use(transaction, right.id, now))) return null;
      const linkId = await this.links.standingLink(transaction, right.contactId);
      return linkId === null ? null : this.sessions.open(transaction, linkId);
    });
  }

  async #mailCodes(email: string, token: string | null): Promise<void> {
    const link = token === null ? null : await this.sessions.findLink(token);
    const receivers = (await this.repository.lookUpReceiversUnscoped(email)).filter(
      ({ agencyId, clientId }) => link === null || (agencyId === link.agencyId && clientId === link.clientId),
    );
    if (receivers.length === 0) return;
    const now = await this.businessClock.now();
    for (const [agencyId, ofAgency] of Map.groupBy(receivers, (receiver) => receiver.agencyId))
      await this.#queue(agencyId, ofAgency, now);
    await this.deliveries.sendDue();
  }

  /** @param now business time, for the mail; the code's own life is counted by the system clock */
  async #queue(agencyId: string, receivers: readonly CodeReceiver[], now: string): Promise<void> {
    await this.database.withAgency<void>(agencyId, async (transaction) => {
      const clientIds = receivers.map(({ clientId }) => clientId);
      const locales = await this.repository.listLocales(transaction, clientIds);
      const drafts: DeliveryDraft[] = [];
      for (const { contactId, clientId } of receivers) {
        const codeId = v7();
        await this.repository.insert(transaction, {
          id: codeId,
          contactId,
          hash: portalCodeHash(this.#key, contactId, portalCodeOf(this.#key, codeId)),
          createdAt: this.clock.now(),
          expiresAt: this.clock.after(CODE_MINUTES * 60),
        });
        drafts.push({
          kind: PORTAL_CODE,
          registrationId: null,
          clientId,
          contactId,
          aboutId: codeId,
          step: null,
          dueOn: shanghaiDate(now),
          locale: locales.get(clientId) ?? 'en',
        });
      }
      await this.deliveries.enqueue(transaction, drafts, now);
    });
  }
}
