/** One step of a demo case as the service calls it stands for: papers accepted, a scan recorded, an event applied. Called by `demo-data.service.ts`. */
import type { RegistrationCase, VerificationOrder } from '@daiban/contracts';
import type { Acknowledgement, CommandFacts, Evidence } from '@daiban/domain';
import type { OrderEvent, RegistrationEvent, Role } from '@daiban/domain/enumerations';
import { Injectable } from '@nestjs/common';
import type { StaffActor, StaffCaller } from '../../platform/auth/actor.js';
import { Refused } from '../../platform/refusal/refused.js';
import { AccountEmailsService } from '../account-emails/account-emails.service.js';
import { OrdersService } from '../orders/orders.service.js';
import { AppointmentsService } from '../appointments/appointments.service.js';
import { SHIPPED_CONSENT_VERSION } from '../people/consent-texts.service.js';
import { ConsentsService } from '../people/consents.service.js';
import { PrerequisitesService } from '../prerequisites/prerequisites.service.js';
import { IntakeService } from '../registrations/intake.service.js';
import { RegistrationsService } from '../registrations/registrations.service.js';
import { done, type OpenedCase } from './demo-case.js';
import { DemoPapersService } from './demo-papers.service.js';
import { DemoThreadsService } from './demo-threads.service.js';
import type { DemoCase, DemoStep, PlaceStep } from './demo-story.js';

type Members = Readonly<Record<Role, StaffActor>>;

const TEXT_VERSION = '2026-01';

@Injectable()
export class DemoStepsService {
  constructor(
    private readonly intake: IntakeService,
    private readonly registrations: RegistrationsService,
    private readonly prerequisites: PrerequisitesService,
    private readonly orders: OrdersService,
    private readonly emails: AccountEmailsService,
    private readonly consents: ConsentsService,
    private readonly appointments: AppointmentsService,
    private readonly papers: DemoPapersService,
    private readonly threads: DemoThreadsService,
  ) {}

  /** The member as a signed-in caller. */
  callerOf(actor: StaffActor): StaffCaller {
    const { agencyId: id, locale } = actor;
    return {
      actor,
      memberId: actor.id,
      agency: { id, name: '', nameZh: null, timeZone: 'Asia/Shanghai', locale },
      locale,
    };
  }

  async open(members: Members, story: DemoCase, client: { id: string; contactId: string }): Promise<OpenedCase> {
    const { accountType, route, name, email, subject, assignee } = story;
    const { type, name: subjectName, code, countryCode, licenceOf = 'client' } = subject;
    const made = done(
      await this.intake.createRegistration(members[assignee], {
        params: undefined,
        query: undefined,
        body: {
          clientId: client.id,
          accountType,
          route,
          proposedName: name,
          nameAlternatives: [],
          accountEmail: email,
          subject: { type, name: subjectName, code, countryCode, licenceOf },
        },
      }),
    );
    return { id: made.id, story, contactId: client.contactId };
  }

  /** @param adminId the admin person, for the steps `scan`, `consent` and `offer` */
  async take(
    members: Members,
    opened: OpenedCase,
    step: Exclude<DemoStep, PlaceStep>,
    adminId: string | null,
  ): Promise<void> {
    const actor = members[opened.story.assignee];
    switch (step.do) {
      case 'advise':
        return this.#apply(members, opened, 'advice_accepted');
      case 'papers':
        return this.#acceptPapers(members, opened);
      case 'bring':
        return this.papers.bring(this.callerOf(actor), opened, step);
      case 'tell':
        return this.papers.tell(this.callerOf(actor), opened);
      case 'message':
        return this.threads.write(actor, opened, step);
      case 'return':
        return this.#returnPaper(actor, opened, step);
      case 'email':
        return this.#proveEmail(members, opened);
      case 'scan':
        if (adminId === null) throw new Error(`${opened.story.name} names no admin`);
        return this.#scan(members, opened, adminId);
      case 'consent':
        if (adminId === null) throw new Error(`${opened.story.name} names no admin`);
        await this.#nameAdmin(actor, opened, adminId);
        return this.#consent(actor, opened, adminId, 'identity_documents');
      case 'offer':
        if (adminId === null) throw new Error(`${opened.story.name} names no admin`);
        await this.#nameAdmin(actor, opened, adminId);
        done(
          await this.appointments.offerAppointments(actor, {
            params: { id: opened.id },
            query: undefined,
            body: { startsAt: [...step.times] },
          }),
        );
        return;
      case 'event':
        return this.#apply(members, opened, step.event as RegistrationEvent, step);
      case 'order':
        return this.#applyToOrder(members, opened, step.event as OrderEvent, step);
      case 'open':
        done(
          await this.orders.openOrder(actor, {
            params: { id: opened.id },
            query: undefined,
            body: { kind: step.kind, payer: 'client', invoiceKind: 'e_invoice' },
          }),
        );
    }
  }

  async #case(actor: StaffActor, { id }: OpenedCase): Promise<RegistrationCase> {
    return done(await this.registrations.getRegistration(actor, id));
  }

  async #apply(
    members: Members,
    opened: OpenedCase,
    event: RegistrationEvent,
    { facts, reason, heard }: Extra = {},
  ): Promise<void> {
    const command = { event, facts: facts as CommandFacts | undefined, reason, evidence: heard && HEARD };
    await this.#acknowledged(members, opened, (actor, acknowledgements) =>
      this.registrations.applyEvent(actor, opened.id, { ...command, acknowledgements }),
    );
  }

  async #applyToOrder(members: Members, opened: OpenedCase, event: OrderEvent, { facts, heard }: Extra): Promise<void> {
    const order = await this.#order(members, opened);
    const command = { event, facts: facts as CommandFacts | undefined, evidence: heard && HEARD };
    await this.#acknowledged(members, opened, (actor, acknowledgements) =>
      this.orders.applyEvent(actor, order.id, { ...command, acknowledgements }),
    );
  }

  async #order(members: Members, opened: OpenedCase): Promise<VerificationOrder> {
    const { order } = await this.#case(members[opened.story.assignee], opened);
    if (!order) throw new Error(`${opened.story.name} has no order`);
    return order;
  }

  /** Tries as the assignee; what only warns or is not known is then taken on by the owner. */
  async #acknowledged(
    members: Members,
    opened: OpenedCase,
    attempt: (actor: StaffActor, acknowledgements?: readonly Acknowledgement[]) => Promise<unknown>,
  ): Promise<void> {
    const answer = await attempt(members[opened.story.assignee]);
    if (!(answer instanceof Refused)) return;
    const open = answer.findings.filter(({ kind }) => kind === 'soft' || kind === 'unknown');
    if (open.length < answer.findings.length) done(answer);
    const acknowledgements = open.map(({ code, kind }) => ({
      code,
      reason: 'OK ✓',
      ...(kind === 'unknown' ? { answeredBy: '微信客服 WeChat' } : {}),
    }));
    done(await attempt(members.owner, acknowledgements));
  }

  /** Accepts every paper that is open, has the client sign off, and closes the papers where that is the step. */
  async #acceptPapers(members: Members, opened: OpenedCase): Promise<void> {
    const actor = members[opened.story.assignee];
    const { items } = done(
      await this.prerequisites.listPrerequisites(actor, {
        params: { id: opened.id },
        query: { limit: 200 },
        body: undefined,
      }),
    );
    for (const { id, state } of items) {
      if (state === 'accepted') continue;
      done(
        await this.prerequisites.reviewPrerequisite(this.callerOf(actor), {
          params: { id },
          query: undefined,
          body: { decision: 'accept' },
        }),
      );
    }
    const { state, irreversibleChoices } = await this.#case(actor, opened);
    if (state !== 'awaiting_prerequisites') return;
    done(
      await this.registrations.recordSignOff(actor, {
        params: { id: opened.id },
        query: undefined,
        body: { contactId: opened.contactId, textVersion: TEXT_VERSION, choices: irreversibleChoices },
      }),
    );
    await this.#apply(members, opened, 'prerequisites_completed');
  }

  async #returnPaper(
    actor: StaffActor,
    opened: OpenedCase,
    { code, reasonCode, note }: DemoStep & { do: 'return' },
  ): Promise<void> {
    const { items } = done(
      await this.prerequisites.listPrerequisites(actor, {
        params: { id: opened.id },
        query: { limit: 200 },
        body: undefined,
      }),
    );
    const paper = items.find((item) => item.code === code);
    if (!paper) throw new Error(`${opened.story.name} needs no ${code}`);
    done(
      await this.prerequisites.reviewPrerequisite(this.callerOf(actor), {
        params: { id: paper.id },
        query: undefined,
        body: { decision: 'return', reasonCode, note },
      }),
    );
  }

  async #proveEmail(members: Members, opened: OpenedCase): Promise<void> {
    const actor = members[opened.story.assignee];
    const { accountEmail } = await this.#case(actor, opened);
    if (!accountEmail) throw new Error(`${opened.story.name} has no address`);
    done(
      await this.emails.recordEmailCheck(this.callerOf(actor), {
        params: { id: accountEmail.id },
        query: undefined,
        body: { result: 'unused', evidence: { rank: 'typed', note: 'mp.weixin.qq.com' } },
      }),
    );
    await this.#apply(members, opened, 'email_confirmed', { facts: { controlProven: true } });
  }

  async #nameAdmin(actor: StaffActor, opened: OpenedCase, personId: string): Promise<void> {
    const { version } = await this.#case(actor, opened);
    done(
      await this.registrations.setAdmin(actor, {
        params: { id: opened.id },
        query: undefined,
        body: { personId, isLegalRepresentative: false, expectedVersion: version },
      }),
    );
  }

  async #consent(
    actor: StaffActor,
    opened: OpenedCase,
    personId: string,
    purpose: 'admin_identity' | 'identity_documents',
  ): Promise<void> {
    done(
      await this.consents.recordConsent(this.callerOf(actor), {
        params: { id: personId },
        query: undefined,
        body: { purpose, registrationId: opened.id, textVersion: SHIPPED_CONSENT_VERSION },
      }),
    );
  }

  async #scan(members: Members, opened: OpenedCase, personId: string): Promise<void> {
    const actor = members[opened.story.assignee];
    await this.#nameAdmin(actor, opened, personId);
    await this.#consent(actor, opened, personId, 'admin_identity');
    const isOverseas = opened.story.subject.type === 'overseas_enterprise';
    await this.#apply(members, opened, 'admin_verified', { facts: isOverseas ? {} : { scanSeen: true } });
  }
}

interface Extra {
  readonly facts?: Readonly<Record<string, unknown>> | undefined;
  readonly reason?: string | undefined;
  readonly heard?: true | undefined;
}

const HEARD: Evidence = { rank: 'wechat_event' };
