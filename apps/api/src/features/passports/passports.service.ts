/** The custody passport of an account, as values and as a document, for staff and for the client; and its sending. Called by its controller and by the sweep of accounts gone live. */
import type { CustodyPassport } from '@daiban/contracts';
import { buildPassport, PASSPORT_EVENTS } from '@daiban/domain';
import { addDays, shanghaiDate, shanghaiInstant } from '@daiban/domain/calendar';
import type { Locale } from '@daiban/domain/enumerations';
import { passportFileName } from '@daiban/i18n';
import { Injectable } from '@nestjs/common';
import type { Actor, PortalVisitor, StaffActor } from '../../platform/auth/actor.js';
import { BusinessClock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Refused } from '../../platform/refusal/refused.js';
import { AgencyProfileService } from '../agencies/agency-profile.service.js';
import { DeliveriesService, type DeliveryDraft } from '../deliveries/deliveries.service.js';
import { PortalScope } from '../portal/portal-scope.service.js';
import { CasesService } from '../registrations/cases.service.js';
import { JudgingService } from '../registrations/judging.service.js';
import { ACCOUNT_LIVE, PASSPORT_ASKED } from './passport-mail.service.js';
import { drawPassport } from './passport-pdf.js';
import { toCustodyPassport, withoutPersons } from './passports.mapper.js';
import { PassportsRepository, type PassportReceiver } from './passports.repository.js';

/** So long after an account went live its contacts are still told; later than that it is no news. */
const NEWS_DAYS = 7;

/** A document ready to be handed out. */
export interface PassportDocument {
  readonly bytes: Buffer;
  readonly fileName: string;
  /** For programs that read plain letters only. */
  readonly plainName: string;
}

@Injectable()
export class PassportsService {
  constructor(
    private readonly repository: PassportsRepository,
    private readonly cases: CasesService,
    private readonly judging: JudgingService,
    private readonly profile: AgencyProfileService,
    private readonly scope: PortalScope,
    private readonly deliveries: DeliveriesService,
    private readonly database: Database,
    private readonly businessClock: BusinessClock,
  ) {}

  async get(actor: Actor, id: string): Promise<CustodyPassport | Refused> {
    const view = await this.cases.read(actor, { by: 'registration', id });
    if (view instanceof Refused) return view;
    const { context } = view;
    const { agencyId } = actor;
    const [operators, custody, agency] = await Promise.all([
      this.repository.listOperators(agencyId, id, context.today),
      this.repository.listCustody(agencyId, id, PASSPORT_EVENTS),
      this.profile.getPublic(agencyId),
    ]);
    const { admin, orders } = view.case.particulars;
    const extras = {
      adminName: admin?.name ?? null,
      adminIdNumberMasked: admin?.idNumberMasked ?? null,
      operators,
      orderNumbers: Object.fromEntries(Object.entries(orders).map(([orderId, { number }]) => [orderId, number])),
      custody,
    };
    const ruleOf = this.judging.ruleOf(context);
    return toCustodyPassport(view.case, buildPassport(view.case.facts, extras, context), {
      agency,
      generatedAt: context.now,
      rulebookVersion: context.rules.version,
      ruleOf: (ruleId) => ruleOf(ruleId, actor.locale),
    });
  }

  /** What the visitor's link reaches; one that shows no persons shows none here either. */
  async getForVisitor(visitor: PortalVisitor, id: string): Promise<CustodyPassport | Refused> {
    const view = await this.cases.read(visitor.actor, { by: 'registration', id });
    if (view instanceof Refused) return view;
    const account = { registrationId: id, clientId: view.case.particulars.client.id };
    if (!this.scope.canSee(visitor, account)) return Refused.notFound();
    const passport = await this.get(visitor.actor, id);
    return passport instanceof Refused || visitor.kind !== 'boardroom' ? passport : withoutPersons(passport);
  }

  async toDocument(passport: CustodyPassport, locale: Locale): Promise<PassportDocument> {
    return {
      bytes: await drawPassport(passport, locale),
      fileName: `${passportFileName(passport, locale)}.pdf`,
      plainName: `passport-${shanghaiDate(passport.generatedAt)}.pdf`,
    };
  }

  /** Mails every contact of the client the way to it; one mail a contact and day. */
  async send(actor: StaffActor, registrationId: string): Promise<{ queued: number } | Refused> {
    const now = await this.businessClock.now();
    const dueOn = shanghaiDate(now);
    const known = await this.cases.read(actor, { by: 'registration', id: registrationId });
    if (known instanceof Refused) return known;
    return this.database.withAgency<{ queued: number } | Refused>(actor.agencyId, async (transaction) => {
      const receivers = await this.repository.listReceivers(transaction, registrationId);
      if (receivers.length === 0) return Refused.of('passport.no_contact');
      const drafts = receivers.map((receiver) => toDraft(receiver, PASSPORT_ASKED, dueOn));
      return { queued: await this.deliveries.enqueue(transaction, drafts, now) };
    });
  }

  /**
   * Queues the mail to the contacts of accounts that have just gone live; run twice it queues each once.
   * @returns how many were queued
   */
  async queueGoneLive(agencyId: string): Promise<number> {
    const now = await this.businessClock.now();
    const since = shanghaiInstant(addDays(shanghaiDate(now), -NEWS_DAYS), '00:00');
    const receivers = await this.repository.listGoneLive(agencyId, since, ACCOUNT_LIVE);
    if (receivers.length === 0) return 0;
    const drafts = receivers.map((receiver) => toDraft(receiver, ACCOUNT_LIVE, receiver.liveOn ?? shanghaiDate(now)));
    return this.database.withAgency(agencyId, (transaction) => this.deliveries.enqueue(transaction, drafts, now));
  }
}

function toDraft(receiver: PassportReceiver, kind: string, dueOn: string): DeliveryDraft {
  const { registrationId, clientId, contactId, locale } = receiver;
  return { kind, registrationId, clientId, contactId, step: null, dueOn, locale };
}
