/** The administrator's own page: everything on it in one answer, and what they say and agree to on it. Their times are `AdminAppointmentsService`. */
import { Injectable } from '@nestjs/common';
import type {
  AdminPage,
  Consent,
  ConsentAsked,
  ConsentText,
  giveConsentPortal,
  OperationInput,
  tellWechatPortal,
} from '@daiban/contracts';
import { hasScan, isScanAhead, listFreeTimes, readyFrom, standingAppointment } from '@daiban/domain';
import { addDays, shanghaiDate } from '@daiban/domain/calendar';
import type { ConsentPurpose } from '@daiban/domain/enumerations';
import type { PortalVisitor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { Refused } from '../../platform/refusal/refused.js';
import { ConsentsService } from '../people/consents.service.js';
import { ConsentTextsService } from '../people/consent-texts.service.js';
import { PeopleService } from '../people/people.service.js';
import type { CaseView } from '../registrations/cases.service.js';
import { CasesService } from '../registrations/cases.service.js';
import { JudgingService } from '../registrations/judging.service.js';
import { pairOf } from './admin-appointments.service.js';
import { AdminPageRepository, type AdminPageRow } from './admin-page.repository.js';
import { toAppointment } from './appointments.mapper.js';
import { AppointmentsRepository, type AppointmentRow } from './appointments.repository.js';

/** Without these nothing can be booked. */
const REQUIRED: readonly ConsentPurpose[] = ['admin_identity'];

@Injectable()
export class AdminPageService {
  constructor(
    private readonly repository: AdminPageRepository,
    private readonly appointments: AppointmentsRepository,
    private readonly cases: CasesService,
    private readonly people: PeopleService,
    private readonly consents: ConsentsService,
    private readonly consentTexts: ConsentTextsService,
    private readonly judging: JudgingService,
    private readonly database: Database,
  ) {}

  async getPage(visitor: PortalVisitor): Promise<AdminPage | Refused> {
    const { actor } = visitor;
    const pair = pairOf(visitor);
    const [view, frame, person, rows, otherTimes] = await Promise.all([
      this.cases.read(actor, { by: 'registration', id: pair.registrationId }),
      this.repository.findFrame(actor.agencyId, pair.registrationId),
      this.people.findPerson(actor, pair.personId),
      this.appointments.list(actor.agencyId, pair),
      this.appointments.findOtherTimes(actor.agencyId, pair),
    ]);
    if (view instanceof Refused) return view;
    if (person instanceof Refused) return person;
    if (!frame) return Refused.notFound();
    const { facts, particulars } = view.case;
    const { now, today, rules } = view.context;
    const { registration, subject } = facts;
    const isTheirs = facts.admin?.personId === pair.personId;
    const standing = standingAppointment(rows);
    return {
      visitor: {
        name: actor.name,
        locale: visitor.locale,
        timeZone: visitor.timeZone,
        hasEmail: person.email !== null,
      },
      agency: { name: frame.agencyName, nameZh: frame.agencyNameZh, timeZone: frame.agencyTimeZone },
      now,
      today,
      registration: {
        id: registration.id,
        accountName: registration.proposedName ?? '',
        accountType: registration.accountType,
        subjectName: subject.name,
        clientName: particulars.client.name,
        state: registration.state ?? 'draft',
        assigneeName: frame.assigneeName,
      },
      scan: isTheirs ? scanOf(view) : 'not_theirs',
      outsider: isTheirs ? this.#outsider(visitor, view) : null,
      held: { idKind: person.idKind, idNumberMasked: person.idNumberMasked, phoneMasked: person.phoneMasked },
      counters: person.counters,
      checks: { wechatHasPhone: person.wechatHasPhone, wechatHasOwnCard: person.wechatHasOwnCard },
      consents: await this.#listConsents(visitor, view, frame),
      papersDeleted: papersDeleted(view),
      papers: isTheirs
        ? facts.prerequisites
            .filter(({ holder }) => holder === 'admin_person')
            .map(({ id, code, state }) => ({ id, code, state, reasonCode: particulars.papers[id]?.reasonCode ?? null }))
        : [],
      usualMinutes: rules.entries['appointment.minutes'].value,
      times: isTheirs && isScanAhead(registration.state) ? freeTimes(rows, now) : [],
      standing: rows.filter(({ id }) => id === standing?.id).map(toAppointment)[0] ?? null,
      readyFrom: standing && readyFrom(standing, rules),
      lastMissed: lastMissed(rows),
      askedOtherTimes: otherTimes !== null,
    };
  }

  /** What they say themselves; the agency sees it on the person. */
  tellWechat(visitor: PortalVisitor, { body }: OperationInput<typeof tellWechatPortal>): Promise<void | Refused> {
    const { actor } = visitor;
    const { personId } = pairOf(visitor);
    return this.database.withAgency<void | Refused>(actor.agencyId, async (transaction) => {
      const entry = { kind: 'wechat_told', voice: 'we_heard', payload: { ...body } } as const;
      const recorded = await this.people.recordForPerson(transaction, actor, personId, entry);
      if (recorded instanceof Refused) return recorded;
      return this.repository.tellWechat(transaction, personId, body);
    });
  }

  /** Only to the text that is shown now: one that was changed meanwhile is read first. */
  async giveConsent(
    visitor: PortalVisitor,
    { body }: OperationInput<typeof giveConsentPortal>,
  ): Promise<Consent | Refused> {
    const { registrationId, personId } = pairOf(visitor);
    const { purpose, textVersion } = body;
    const view = await this.cases.read(visitor.actor, { by: 'registration', id: registrationId });
    if (view instanceof Refused) return view;
    const frame = await this.repository.findFrame(visitor.actor.agencyId, registrationId);
    if (!frame) return Refused.notFound();
    const shown = (await this.#texts(visitor, view, frame)).find((text) => text.purpose === purpose);
    if (shown?.textVersion !== textVersion)
      return Refused.of('consent.text_changed', { clearedBy: 'read_again', clearedByHolder: 'admin_person' });
    return this.consents.recordConsent(
      { actor: visitor.actor, memberId: null },
      { params: { id: personId }, query: undefined, body: { purpose, registrationId, textVersion } },
    );
  }

  /** Their own ones, of this account. */
  async withdrawConsent(visitor: PortalVisitor, consentId: string): Promise<Consent | Refused> {
    const { registrationId, personId } = pairOf(visitor);
    const standing = await this.consents.listStanding(visitor.actor, personId, registrationId);
    if (!standing.some(({ id }) => id === consentId)) return Refused.notFound();
    return this.consents.withdrawConsent(visitor.actor, { params: { id: consentId }, query: undefined, body: {} });
  }

  async #listConsents(visitor: PortalVisitor, view: CaseView, frame: AdminPageRow): Promise<ConsentAsked[]> {
    const { registrationId, personId } = pairOf(visitor);
    const standing = await this.consents.listStanding(visitor.actor, personId, registrationId);
    return (await this.#texts(visitor, view, frame)).map((shown) => {
      const given = standing.find((consent) => consent.purpose === shown.purpose);
      return {
        ...shown,
        required: REQUIRED.includes(shown.purpose),
        given: given ? { id: given.id, givenAt: given.givenAt, textVersion: given.textVersion } : null,
      };
    });
  }

  #texts({ actor }: PortalVisitor, view: CaseView, frame: AdminPageRow): Promise<ConsentText[]> {
    return this.consentTexts.list(actor.agencyId, { name: frame.agencyName, nameZh: frame.agencyNameZh }, view);
  }

  #outsider({ actor }: PortalVisitor, { case: { facts }, context }: CaseView): AdminPage['outsider'] {
    const { admin, subject } = facts;
    if (!admin || subject.type === 'individual' || admin.isLegalRepresentative || admin.employer === 'registrant')
      return null;
    return { employer: admin.employer, rule: this.judging.ruleOf(context)('admin.outsider', actor.locale) };
  }
}

function scanOf({ case: { facts } }: CaseView): AdminPage['scan'] {
  if (!isScanAhead(facts.registration.state)) return 'done';
  return hasScan(facts) ? 'ahead' : 'none';
}

function papersDeleted({ case: { particulars }, context }: CaseView): AdminPage['papersDeleted'] {
  const afterDays = context.rules.entries['retention.identity_documents_days'].value;
  const { liveAt } = particulars;
  return { afterDays, on: liveAt === null ? null : addDays(shanghaiDate(liveAt), afterDays) };
}

function freeTimes(rows: readonly AppointmentRow[], now: string): AdminPage['times'] {
  return listFreeTimes(rows, now).flatMap(({ id }) => rows.filter((row) => row.id === id).map(toAppointment));
}

/** Of the time that was missed last, unless another one was agreed on since. */
function lastMissed(rows: readonly AppointmentRow[]): string | null {
  const [last] = rows
    .filter(({ state }) => state !== 'offered')
    .toSorted((one, other) => (one.stateSince < other.stateSince ? 1 : -1));
  return last?.state === 'missed' ? last.startsAt : null;
}
