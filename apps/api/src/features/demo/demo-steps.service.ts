/** One step of a demo case as the service calls it stands for: papers accepted, a scan recorded, an event applied. Called by `demo-data.service.ts`. */
import type { RegistrationCase, VerificationOrder } from '@daiban/contracts';
import type { Acknowledgement, CommandFacts, Evidence } from '@daiban/domain';
import type { OrderEvent, RegistrationEvent, Role } from '@daiban/domain/enumerations';
import { Injectable } from '@nestjs/common';
import type { StaffActor, StaffCaller } from '../../platform/auth/actor.js';
import { Refused } from '../../platform/refusal/refused.js';
import { AccountEmailsService } from '../account-emails/account-emails.service.js';
import { OrdersService } from '../orders/orders.service.js';
import { ConsentsService } from '../people/consents.service.js';
import { PrerequisitesService } from '../prerequisites/prerequisites.service.js';
import { IntakeService } from '../registrations/intake.service.js';
import { RegistrationsService } from '../registrations/registrations.service.js';
import type { DemoCase, DemoStep, PlaceStep } from './demo-story.js';

type Members = Readonly<Record<Role, StaffActor>>;

/** A case of the demo under way. */
export interface OpenedCase {
  readonly id: string;
  readonly story: DemoCase;
  readonly contactId: string;
}

const TEXT_VERSION = '2026-01';

/** The answer, or the end of the demo's making: its data are ours, so a refusal is a mistake of ours. */
export function done<T>(answer: T | Refused): T {
  if (answer instanceof Refused)
    throw new Error(
      `the demo's data were refused: ${answer.findings.map((finding) => `${finding.code} ${JSON.stringify(finding.params)}`).join(', ') || answer.code}`,
    );
  return answer;
}

@Injectable()
export class DemoStepsService {
  constructor(
    private readonly intake: IntakeService,
    private readonly registrations: RegistrationsService,
    private readonly prerequisites: PrerequisitesService,
    private readonly orders: OrdersService,
    private readonly emails: AccountEmailsService,
    private readonly consents: ConsentsService,
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

  /** @param adminId the admin person, for the step `scan` */
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
      case 'return':
        return this.#returnPaper(actor, opened, step);
      case 'email':
        return this.#proveEmail(members, opened);
      case 'scan':
        if (adminId === null) throw new Error(`${opened.story.name} names no admin`);
        return this.#scan(members, opened, adminId);
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

  async #scan(members: Members, opened: OpenedCase, personId: string): Promise<void> {
    const actor = members[opened.story.assignee];
    const { version } = await this.#case(actor, opened);
    done(
      await this.registrations.setAdmin(actor, {
        params: { id: opened.id },
        query: undefined,
        body: { personId, isLegalRepresentative: false, expectedVersion: version },
      }),
    );
    done(
      await this.consents.recordConsent(this.callerOf(actor), {
        params: { id: personId },
        query: undefined,
        body: { purpose: 'admin_identity', registrationId: opened.id, textVersion: TEXT_VERSION },
      }),
    );
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
