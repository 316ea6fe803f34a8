/** Takes cases along their way over HTTP as an agency does it: `new CaseWalk(api, agency).openCase()`, then `advance(case, 'in_review')`. For tests that need a case at some point of its life. */
import { shanghaiDate } from '@daiban/domain/calendar';
import {
  applyOrderEvent,
  applyRegistrationEvent,
  createClient,
  createPerson,
  createRegistration,
  getClient,
  getRegistration,
  listPrerequisites,
  recordConsent,
  recordEmailCheck,
  recordSignOff,
  reviewPrerequisite,
  setAdmin,
  type OperationCall,
  type OperationInput,
  type Person,
  type RegistrationCase,
} from '@daiban/contracts';
import { ADMIN_ID_PAPERS } from '@daiban/domain';
import type { ConsentPurpose, OrderEvent, RegistrationEvent } from '@daiban/domain/enumerations';
import { organisationCheckCharacter, residentIdCheckCharacter, usccCheckCharacter } from '@daiban/domain/identity';
import type { TestAgency, TestApi } from '../../../testing/test-api.js';

type Body = OperationInput<typeof createRegistration>['body'];

/** Points on the way of `wechat_verification`, in order. */
export const WAY = [
  'draft',
  'awaiting_prerequisites',
  'awaiting_email',
  'awaiting_admin_verification',
  'ready_to_submit',
  'preparing',
  'awaiting_fee',
  'awaiting_dispatch',
  'in_review',
  'live',
] as const;
export type Point = (typeof WAY)[number];

let counter = 0;
/** A number no other call of this process gets. */
export const unique = () => ++counter;

/** A licence code of an enterprise that passes its check. */
export function aLicenceCode(number: number): string {
  const organisation = String(number).padStart(8, '0');
  const first17 = `91310115${organisation}${organisationCheckCharacter(organisation)}`;
  return first17 + usccCheckCharacter(first17);
}

/** An ID number of a region that nobody has, of somebody born in 1980, that passes its check. */
export function aResidentId(number: number): string {
  const first17 = `99999919800808${String(number % 1000).padStart(3, '0')}`;
  return first17 + residentIdCheckCharacter(first17);
}

export class CaseWalk {
  constructor(
    readonly api: TestApi,
    readonly agency: TestAgency,
    readonly role: keyof TestAgency['apiKeys'] = 'specialist',
  ) {}

  get key(): string {
    return this.agency.apiKeys[this.role];
  }

  /** A client with one decider. */
  async openClient(name = `Northlight ${unique()}`) {
    const contacts = [{ name: 'Ana', email: `ana.${unique()}@client.test`, role: 'decider' as const }];
    const body = { name, countryCode: 'ES', locale: 'en' as const, timeZone: 'Europe/Madrid', contacts };
    return this.api.call(this.key, createClient, { body });
  }

  /** A case in `draft` of an enterprise with an address, unless told otherwise. */
  async openCase(fields: Partial<Body> = {}): Promise<RegistrationCase> {
    const number = unique();
    const clientId = fields.clientId ?? (await this.openClient()).id;
    const body: OperationCall<typeof createRegistration>['body'] = {
      accountType: 'service',
      subject: {
        type: 'enterprise',
        name: `上海北光贸易有限公司${number}`,
        code: aLicenceCode(number),
        countryCode: 'CN',
      },
      route: 'wechat_verification',
      proposedName: `北光生活${number}`,
      accountEmail: `wx.${number}@northlight.test`,
      ...fields,
      clientId,
    };
    return this.api.call(this.key, createRegistration, { body });
  }

  /** A person whose WeChat is ready, with a number of their own. */
  async addPerson(fields: Partial<OperationInput<typeof createPerson>['body']> = {}): Promise<Person> {
    const number = unique();
    const phone = `138${String(number).padStart(8, '0')}`;
    const body = {
      name: '王芳',
      idKind: 'resident_id' as const,
      idNumber: aResidentId(number),
      phone,
      wechatHasPhone: true,
      wechatHasOwnCard: true,
      employer: 'registrant' as const,
      ...fields,
    };
    return this.api.call(this.key, createPerson, { body });
  }

  /** Names an admin who consented. */
  async nameAdmin(known: RegistrationCase, person?: Person): Promise<RegistrationCase> {
    const admin = person ?? (await this.addPerson());
    const { registration } = await this.api.call(this.key, setAdmin, {
      params: { id: known.id },
      body: { personId: admin.id, isLegalRepresentative: true, expectedVersion: known.version },
    });
    await this.#agree(known.id, admin.id, 'admin_identity');
    return registration;
  }

  /** The administrator agrees that pictures of their ID are kept. */
  async agreeToPapers(registrationId: string): Promise<void> {
    const { admin } = await this.read(registrationId);
    if (!admin) throw new Error('the case has no administrator');
    await this.#agree(registrationId, admin.personId, 'identity_documents');
  }

  async #agree(registrationId: string, personId: string, purpose: ConsentPurpose): Promise<void> {
    const body = { purpose, registrationId, textVersion: '2026-11' };
    await this.api.call(this.key, recordConsent, { params: { id: personId }, body });
  }

  /** Accepts what is open; the ID paper by another member than the one who brought the number in, which is the ID check. */
  async acceptPapers(known: RegistrationCase, orderId?: string): Promise<void> {
    const query = orderId === undefined ? {} : { orderId };
    const { items } = await this.api.call(this.key, listPrerequisites, { params: { id: known.id }, query });
    for (const paper of items.filter(({ state }) => state !== 'accepted')) {
      const isIdPaper = ADMIN_ID_PAPERS.some((code) => code === paper.code);
      const key = isIdPaper ? this.agency.apiKeys.manager : this.key;
      await this.api.call(key, reviewPrerequisite, { params: { id: paper.id }, body: { decision: 'accept' } });
    }
  }

  async signOff(known: RegistrationCase): Promise<void> {
    const { irreversibleChoices: choices, client } = await this.read(known.id);
    const contactId = await this.contactOf(client.id);
    await this.api.call(this.key, recordSignOff, {
      params: { id: known.id },
      body: { contactId, textVersion: '2026-11', choices },
    });
  }

  async contactOf(clientId: string): Promise<string> {
    const client = await this.api.call(this.key, getClient, { params: { id: clientId } });
    const [contact] = client.contacts;
    if (!contact) throw new Error('the client has no contact');
    return contact.id;
  }

  read(id: string): Promise<RegistrationCase> {
    return this.api.call(this.key, getRegistration, { params: { id } });
  }

  /** Applies an event at the version the case has now, unless one is given. */
  async apply(
    id: string,
    event: RegistrationEvent,
    more: Record<string, unknown> = {},
    key = this.key,
  ): Promise<RegistrationCase> {
    const expectedVersion = (more['expectedVersion'] as number | undefined) ?? (await this.read(id)).version;
    const body = { event, ...more, expectedVersion } as OperationCall<typeof applyRegistrationEvent>['body'];
    return this.api.call(key, applyRegistrationEvent, { params: { id }, body });
  }

  /** Applies an event to the order that the case shows. */
  async applyToOrder(id: string, event: OrderEvent, more: Record<string, unknown> = {}, key = this.key) {
    const { order } = await this.read(id);
    if (!order) throw new Error('the case has no order');
    const body = { event, expectedVersion: order.version, ...more } as OperationCall<typeof applyOrderEvent>['body'];
    return this.api.call(key, applyOrderEvent, { params: { id: order.id }, body });
  }

  /** Takes a case from where it is to a later point. */
  async advance(known: RegistrationCase, to: Point): Promise<RegistrationCase> {
    const { id } = known;
    for (;;) {
      const now = await this.read(id);
      const here = now.state === 'proving_subject' ? now.order?.state : now.state;
      if (here === to) return now;
      await this.#step(now, here as Point);
    }
  }

  /** A new case at a point of the way. */
  async caseAt(to: Point, fields: Partial<Body> = {}): Promise<RegistrationCase> {
    return this.advance(await this.openCase(fields), to);
  }

  async #step(known: RegistrationCase, here: Point): Promise<void> {
    const { id } = known;
    switch (here) {
      case 'draft':
        await this.apply(id, 'advice_accepted');
        return;
      case 'awaiting_prerequisites':
        if (!known.admin) await this.nameAdmin(known);
        await this.acceptPapers(known);
        await this.signOff(known);
        await this.apply(id, 'prerequisites_completed');
        return;
      case 'awaiting_email': {
        const evidence = { rank: 'typed' as const, note: 'searched for it on mp.weixin.qq.com' };
        if (!known.accountEmail) throw new Error('the case has no address');
        const params = { id: known.accountEmail.id };
        await this.api.call(this.key, recordEmailCheck, { params, body: { result: 'unused', evidence } });
        await this.apply(id, 'email_confirmed', { facts: { controlProven: true } });
        return;
      }
      case 'awaiting_admin_verification':
        await this.apply(id, 'admin_verified', { facts: { scanSeen: true } });
        return;
      case 'ready_to_submit':
        await this.apply(id, 'information_submitted', { facts: { payer: 'client' } });
        return;
      case 'preparing':
        await this.applyToOrder(id, 'application_submitted');
        return;
      case 'awaiting_fee': {
        const amount = { amountMinor: 300_00, currency: 'CNY' };
        const paidOn = shanghaiDate(known.order?.stateSince ?? known.stateSince);
        await this.applyToOrder(id, 'fee_paid', { facts: { amount, means: 'wechat_pay', paidOn } });
        return;
      }
      case 'awaiting_dispatch':
        await this.applyToOrder(id, 'auditor_assigned', { facts: { provider: '审核机构一' } });
        return;
      case 'in_review':
        await this.applyToOrder(id, 'qualification_passed', { evidence: { rank: 'wechat_api' } });
        return;
      case 'live':
        throw new Error('nothing follows on this way');
    }
  }
}
