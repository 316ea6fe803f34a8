import {
  closeAppointment,
  createAdminLink,
  getAdminPage,
  inviteAdmin,
  listAppointments,
  listDeliveries,
  listReadyAdmins,
  offerAppointments,
  setAdmin,
  type AdminPage,
  type Appointment,
  type RegistrationCase,
} from '@daiban/contracts';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { runAsSuperuser } from '../../testing/bare-registration.js';
import { startTestApi, type TestAgency, type TestApi } from '../../testing/test-api.js';
import { MailCatcher } from '../deliveries/testing/mail-catcher.js';
import { CaseWalk, unique } from '../registrations/testing/case-walk.js';

// Whole journeys over HTTP, on a machine that may be busy.
jest.setTimeout(90_000);

const DAY = 24 * 3_600_000;
const catcher = new MailCatcher();
let api: TestApi;
let agency: TestAgency;
let walk: CaseWalk;

beforeAll(async () => {
  await catcher.open();
  api = await startTestApi({ smtpUrl: catcher.url });
  agency = await api.createAgency('灯桥咨询');
  walk = new CaseWalk(api, agency);
});
afterAll(async () => {
  await api.stop();
  await catcher.close();
});

/** The administrator's phone: it keeps the cookie and says where its requests come from. */
class AdminPhone {
  #cookie = '';

  async enter(registrationId: string): Promise<this> {
    const { url } = await api.call(agency.apiKeys.specialist, createAdminLink, {
      params: { id: registrationId },
      body: {},
    });
    const answer = await this.request('POST', '/portal/session', { token: url.split('#')[1] });
    this.#cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    if (this.#cookie === '') throw new Error(`The link opens nothing: ${answer.status}.`);
    return this;
  }

  request(method: string, path: string, body?: object): Promise<Response> {
    return fetch(`${api.origin}/api/v1${path}`, {
      method,
      headers: {
        Origin: api.origin,
        'Accept-Language': 'en',
        ...(this.#cookie && { Cookie: this.#cookie }),
        ...(body && { 'Content-Type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
  }

  async page(): Promise<AdminPage> {
    const answer = await this.request('GET', '/portal/admin');
    if (answer.status !== 200) throw new Error(`The page answers ${answer.status}.`);
    return getAdminPage.output.schema.parse(await answer.json());
  }

  async agree(purpose = 'admin_identity'): Promise<Response> {
    const asked = (await this.page()).consents.find((consent) => consent.purpose === purpose);
    return this.request('POST', '/portal/admin/consents', { purpose, textVersion: asked?.textVersion });
  }

  book(id: string): Promise<Response> {
    return this.request('POST', `/portal/admin/appointments/${id}/booking`);
  }
}

let clock = Date.parse('2026-09-28T03:20:00.000Z');
const inHours = (hours: number) => new Date(clock + hours * 3_600_000).toISOString();
async function moveBy(ms: number): Promise<void> {
  clock += ms;
  await api.moveClock(new Date(clock).toISOString());
}

/** A case whose administrator is named and has not agreed to anything. */
async function caseWithAdmin(
  fields: Parameters<CaseWalk['addPerson']>[0] = {},
): Promise<RegistrationCase & { personId: string }> {
  const known = await walk.openCase();
  const person = await walk.addPerson({ email: `admin.${unique()}@client.test`, ...fields });
  const { registration } = await api.call(agency.apiKeys.specialist, setAdmin, {
    params: { id: known.id },
    body: { personId: person.id, isLegalRepresentative: true, expectedVersion: known.version },
  });
  return { ...registration, personId: person.id };
}
async function offer(id: string, ...hours: number[]): Promise<Appointment[]> {
  const body = { startsAt: hours.map(inHours) };
  return (await api.call(agency.apiKeys.specialist, offerAppointments, { params: { id }, body })).items;
}
const mailsOf = async (id: string) =>
  (await api.call(agency.apiKeys.viewer, listDeliveries, { query: { registrationId: id } })).items.toReversed();
const kindsOf = async (id: string) =>
  (await mailsOf(id))
    .filter(({ kind }) => kind !== 'papers_reviewed')
    .map(({ kind, step, state }) => [kind, step ?? '', state].join(' ').replace('  ', ' '));
/** Lets everything that is due go out. */
const sendAll = () => api.tick();
const historyOf = async (id: string) =>
  (
    await runAsSuperuser<{ kind: string }>(
      api.database,
      'SELECT kind FROM history_entry WHERE record_id = $1 ORDER BY sequence',
      [id],
    )
  ).map(({ kind }) => kind);

describe('an appointment for the scan', () => {
  test('is offered, agreed to, booked, reminded of twice, and ends with the scan', async () => {
    const known = await caseWithAdmin();
    const [first, second] = await offer(known.id, 47, 50);
    await sendAll();
    expect(await kindsOf(known.id)).toEqual(['admin_invitation accepted']);
    const phone = await new AdminPhone().enter(known.id);
    const page = await phone.page();
    expect(page).toMatchObject({
      scan: 'ahead',
      outsider: null,
      standing: null,
      lastMissed: null,
      registration: { id: known.id },
    });
    expect(page.times.map(({ id }) => id)).toEqual([first?.id, second?.id]);
    expect(page.consents.map(({ purpose, required, given }) => [purpose, required, given])).toEqual([
      ['admin_identity', true, null],
      ['identity_documents', false, null],
      ['cross_border_transfer', false, null],
    ]);
    expect(await (await phone.book(first?.id ?? '')).json()).toMatchObject({ code: 'consent.missing', status: 422 });
    expect((await phone.agree()).status).toBe(201);
    expect(await (await phone.book(first?.id ?? '')).json()).toMatchObject({ state: 'booked', version: 2 });
    expect(await walk.read(known.id)).toMatchObject({ holder: known.holder });
    expect(await (await phone.book(second?.id ?? '')).json()).toMatchObject({ code: 'appointment.already_booked' });
    expect(await (await phone.request('POST', '/portal/admin/ready')).json()).toMatchObject({
      code: 'appointment.too_early',
    });
    await sendAll();
    expect(await kindsOf(known.id)).toEqual([
      'admin_invitation accepted',
      'appointment_booked accepted',
      'appointment_reminder 24 queued',
      'appointment_reminder 1 queued',
    ]);
    await walk.advance(await walk.read(known.id), 'awaiting_admin_verification');
    expect(await walk.read(known.id)).toMatchObject({ state: 'awaiting_admin_verification', holder: 'admin_person' });
    await moveBy(23 * 3_600_000);
    await sendAll();
    await sendAll();
    await moveBy(23 * 3_600_000);
    await sendAll();
    await sendAll();
    expect(await kindsOf(known.id)).toEqual([
      'admin_invitation accepted',
      'appointment_booked accepted',
      'appointment_reminder 24 accepted',
      'appointment_reminder 1 accepted',
    ]);
    await moveBy(50 * 60_000);
    for (const state of ['ready', 'ready'])
      expect(await (await phone.request('POST', '/portal/admin/ready')).json()).toMatchObject({ state, id: first?.id });
    const { items } = await api.call(agency.apiKeys.viewer, listReadyAdmins, {});
    expect(items).toMatchObject([{ registrationId: known.id, appointmentId: first?.id, adminName: '王芳' }]);
    await sendAll();
    const told = (await mailsOf(known.id)).find(({ kind }) => kind === 'admin_ready');
    expect(told).toMatchObject({ kind: 'admin_ready', state: 'accepted', toAddress: agency.emails.owner });
    await walk.apply(known.id, 'admin_verified', { facts: { scanSeen: true } });
    const book = await api.call(agency.apiKeys.viewer, listAppointments, { params: { id: known.id } });
    expect(book.items.map(({ state }) => state)).toEqual(['kept', 'offered']);
    expect((await api.call(agency.apiKeys.viewer, listReadyAdmins, {})).items).toEqual([]);
    expect(await phone.page()).toMatchObject({ scan: 'done', times: [], standing: null });
    expect(await historyOf(known.id)).toEqual(
      expect.arrayContaining(['appointment_offered', 'appointment_booked', 'appointment_ready', 'admin_verified']),
    );
  });

  test('goes out with a calendar entry, is let go with its cancellation, and the reminders of it are not sent', async () => {
    const known = await caseWithAdmin();
    const [time] = await offer(known.id, 30);
    const phone = await new AdminPhone().enter(known.id);
    await phone.agree();
    await phone.book(time?.id ?? '');
    await sendAll();
    const file = await phone.request('GET', '/portal/admin/appointment.ics');
    expect(file.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(await file.text()).toContain(`UID:${time?.id}@daiban`);
    const cancelled = await phone.request('POST', `/portal/admin/appointments/${time?.id}/cancellation`);
    expect(await cancelled.json()).toMatchObject({ state: 'cancelled', version: 3 });
    await sendAll();
    const mails = catcher.mails.filter(
      (mail) => mail.includes(`${time?.id}@daiban`.slice(0, 30)) || mail.includes('text/calendar'),
    );
    const calendars = mails.map((mail) => /method=(\w+)/.exec(mail)?.[1]);
    expect(calendars.slice(-2)).toEqual(['REQUEST', 'CANCEL']);
    await moveBy(DAY);
    await sendAll();
    expect(await kindsOf(known.id)).toEqual([
      'admin_invitation accepted',
      'appointment_booked accepted',
      'appointment_reminder 24 skipped',
      'appointment_reminder 1 queued',
      'appointment_cancelled accepted',
    ]);
    expect((await phone.request('GET', '/portal/admin/appointment.ics')).status).toBe(404);
  });

  test('written in two ways is offered once, also when it stands already', async () => {
    const { id } = await caseWithAdmin();
    const at = inHours(48);
    const startsAt = [at, at.replace('.000Z', 'Z')];
    const book = (times: string[]) =>
      api.call(agency.apiKeys.specialist, offerAppointments, { params: { id }, body: { startsAt: times } });
    expect((await book(startsAt)).items).toMatchObject([{ startsAt: at }]);
    await expect(book([startsAt[1] ?? ''])).rejects.toMatchObject({
      problem: { status: 409, code: 'appointment.already_offered' },
    });
    expect((await historyOf(id)).filter((kind) => kind === 'appointment_offered')).toHaveLength(1);
    const { items } = await api.call(agency.apiKeys.viewer, listAppointments, { params: { id } });
    expect(items).toHaveLength(1);
  });

  test('that is gone answers 409 with the next three', async () => {
    const known = await caseWithAdmin();
    const [gone] = await offer(known.id, 30, 54, 78, 102);
    const phone = await new AdminPhone().enter(known.id);
    await phone.agree();
    await api.call(agency.apiKeys.specialist, closeAppointment, {
      params: { id: gone?.id ?? '' },
      body: { outcome: 'cancelled', expectedVersion: 1 },
    });
    const answer = await phone.book(gone?.id ?? '');
    const problem = (await answer.json()) as { refusals: { message: string; clearedByHolder: string }[] };
    expect([answer.status, problem.refusals[0]?.clearedByHolder]).toEqual([409, 'admin_person']);
    expect(problem.refusals[0]?.message.match(/\d\d:\d\d/g)).toHaveLength(3);
  });

  test('taken by two of the same person’s phones at once stands once', async () => {
    const known = await caseWithAdmin();
    const times = await offer(known.id, 30, 31, 32, 33);
    const phone = await new AdminPhone().enter(known.id);
    await phone.agree();
    const answers = await Promise.all(times.map(({ id }) => phone.book(id)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409, 409]);
  });

  test('is let go when the case goes back, and the administrator hears of it', async () => {
    const known = await caseWithAdmin();
    await walk.advance(known, 'awaiting_prerequisites');
    const [time] = await offer(known.id, 30);
    const phone = await new AdminPhone().enter(known.id);
    await phone.agree();
    await phone.book(time?.id ?? '');
    await sendAll();
    await walk.apply(known.id, 'reopened', { facts: { to: 'draft' }, reason: 'another name' });
    await sendAll();
    expect((await phone.page()).standing).toBeNull();
    expect((await kindsOf(known.id)).at(-1)).toBe('appointment_cancelled accepted');
  });

  test('that was missed is told kindly, and another one can be booked', async () => {
    const known = await caseWithAdmin();
    const [first, second] = await offer(known.id, 2, 30);
    const phone = await new AdminPhone().enter(known.id);
    await phone.agree();
    await phone.book(first?.id ?? '');
    const close = (outcome: 'missed' | 'cancelled', expectedVersion: number) =>
      api.call(agency.apiKeys.specialist, closeAppointment, {
        params: { id: first?.id ?? '' },
        body: { outcome, expectedVersion },
      });
    await expect(close('missed', 2)).rejects.toMatchObject({ problem: { code: 'appointment.not_begun' } });
    await moveBy(3 * 3_600_000);
    await expect(close('missed', 1)).rejects.toMatchObject({ problem: { status: 409 } });
    expect(await close('missed', 2)).toMatchObject({ state: 'missed' });
    await sendAll();
    expect((await kindsOf(known.id)).filter((kind) => kind.startsWith('appointment_missed'))).toEqual([
      'appointment_missed accepted',
    ]);
    expect(await phone.page()).toMatchObject({ lastMissed: first?.startsAt, standing: null });
    expect((await phone.book(second?.id ?? '')).status).toBe(200);
    expect(await phone.page()).toMatchObject({ lastMissed: null, standing: { id: second?.id } });
  });
});

describe('the administrator’s page', () => {
  test('says what an overseas company’s administrator brings instead of a scan, and offers no times', async () => {
    const subject = {
      type: 'overseas_enterprise' as const,
      name: 'Yarra Dairy Pty',
      code: '12345678',
      countryCode: 'AU',
      licenceOf: 'client' as const,
    };
    const known = await walk.openCase({ subject, route: 'wechat_verification' });
    const person = await walk.addPerson({ idKind: 'passport', idNumber: 'PA1234567' });
    await api.call(agency.apiKeys.specialist, setAdmin, {
      params: { id: known.id },
      body: { personId: person.id, isLegalRepresentative: false, expectedVersion: known.version },
    });
    await expect(offer(known.id, 30)).rejects.toMatchObject({
      problem: { code: 'appointment.no_scan', refusals: [{ rule: { id: 'admin.scan' } }] },
    });
    const phone = await new AdminPhone().enter(known.id);
    expect(await phone.page()).toMatchObject({ scan: 'none', times: [] });
    expect(
      await (await phone.request('POST', '/portal/admin/other-times', { wishes: ['weekend'] })).json(),
    ).toMatchObject({
      code: 'appointment.no_scan',
    });
  });

  test('warns an outsider with the rule, and keeps what they say of their WeChat', async () => {
    const known = await walk.openCase();
    const person = await walk.addPerson({ employer: 'agency', wechatHasOwnCard: false });
    await api.call(agency.apiKeys.specialist, setAdmin, {
      params: { id: known.id },
      body: { personId: person.id, isLegalRepresentative: false, expectedVersion: known.version },
    });
    const phone = await new AdminPhone().enter(known.id);
    expect((await phone.page()).outsider).toMatchObject({ employer: 'agency', rule: { id: 'admin.outsider' } });
    const told = { wechatHasPhone: true, wechatHasOwnCard: true };
    expect((await phone.request('POST', '/portal/admin/wechat', told)).status).toBe(204);
    expect((await phone.page()).checks).toEqual(told);
    expect(await historyOf(person.id)).toContain('wechat_told');
  });

  test('shows masked numbers only', async () => {
    const known = await caseWithAdmin();
    const phone = await new AdminPhone().enter(known.id);
    const whole = await (await phone.request('GET', '/portal/admin')).text();
    expect(whole).not.toMatch(/999999\d{12}|138\d{8}/);
    expect((await phone.page()).held.idNumberMasked).toMatch(/\*/);
  });

  test('tells the agency when none of the times suits, until it offers others', async () => {
    const known = await caseWithAdmin();
    await offer(known.id, 30);
    const phone = await new AdminPhone().enter(known.id);
    expect(
      (await phone.request('POST', '/portal/admin/other-times', { wishes: ['weekend', 'weekday_evening'] })).status,
    ).toBe(204);
    const book = () => api.call(agency.apiKeys.viewer, listAppointments, { params: { id: known.id } });
    expect(await book()).toMatchObject({ otherTimes: { wishes: ['weekday_evening', 'weekend'] } });
    expect((await phone.page()).askedOtherTimes).toBe(true);
    await sendAll();
    expect((await kindsOf(known.id)).at(-1)).toBe('admin_other_times accepted');
    await offer(known.id, 54);
    expect(await book()).toMatchObject({ otherTimes: null });
  });

  test('takes an agreement only to the text that is shown, and gives it back', async () => {
    const known = await caseWithAdmin();
    const phone = await new AdminPhone().enter(known.id);
    const stale = await phone.request('POST', '/portal/admin/consents', {
      purpose: 'admin_identity',
      textVersion: 'daiban-0',
    });
    expect([stale.status, await stale.json()]).toMatchObject([409, { code: 'consent.text_changed' }]);
    await runAsSuperuser(
      api.database,
      `INSERT INTO agency_text (id, agency_id, kind, locale, version, body, set_at)
       SELECT gen_random_uuid(), $1, 'consent.identity_documents', l, 1, 'Our own words ' || l, '2026-09-28Z' FROM unnest(ARRAY['en', 'zh']) AS l`,
      [agency.id],
    );
    expect((await phone.page()).consents[1]).toMatchObject({
      textVersion: 'agency-1',
      text: { en: 'Our own words en' },
    });
    const [given] = [await (await phone.agree('identity_documents')).json()] as [{ id: string }];
    expect(given).toMatchObject({ textVersion: 'agency-1' });
    const back = await phone.request('POST', `/portal/admin/consents/${given.id}/withdrawal`);
    expect(await back.json()).toMatchObject({ id: given.id });
    expect((await phone.page()).consents[1]?.given).toBeNull();
    const other = await new AdminPhone().enter((await caseWithAdmin()).id);
    expect((await other.request('POST', `/portal/admin/consents/${given.id}/withdrawal`)).status).toBe(404);
  });

  test('lets the agreement to a transfer abroad go without touching the case', async () => {
    const known = await caseWithAdmin();
    const phone = await new AdminPhone().enter(known.id);
    await phone.agree();
    const abroad = (await (await phone.agree('cross_border_transfer')).json()) as { id: string };
    await walk.advance(await walk.read(known.id), 'awaiting_email');
    expect((await phone.request('POST', `/portal/admin/consents/${abroad.id}/withdrawal`)).status).toBe(200);
    expect(await walk.read(known.id)).toMatchObject({ state: 'awaiting_email' });
    const { consents } = await phone.page();
    expect(consents.map(({ given }) => given !== null)).toEqual([true, false, false]);
    expect((await phone.request('POST', `/portal/admin/consents/${consents[0]?.given?.id}/withdrawal`)).status).toBe(
      200,
    );
    expect(await walk.read(known.id)).toMatchObject({ state: 'awaiting_prerequisites' });
  });

  test('of somebody who was replaced shows nothing of the case but that', async () => {
    const known = await caseWithAdmin();
    const [time] = await offer(known.id, 30);
    const phone = await new AdminPhone().enter(known.id);
    await phone.agree();
    await phone.book(time?.id ?? '');
    await sendAll();
    const person = await walk.addPerson();
    const { version } = await walk.read(known.id);
    await api.call(agency.apiKeys.specialist, setAdmin, {
      params: { id: known.id },
      body: { personId: person.id, isLegalRepresentative: true, expectedVersion: version },
    });
    const answer = await phone.request('GET', '/portal/admin');
    if (answer.status === 200) expect(await answer.json()).toMatchObject({ scan: 'not_theirs', papers: [], times: [] });
    else expect(answer.status).toBe(401);
    expect((await api.call(agency.apiKeys.viewer, listAppointments, { params: { id: known.id } })).items).toEqual([]);
  });
});

describe('an invitation', () => {
  test('goes out once a day, and only to who has an address', async () => {
    const known = await caseWithAdmin();
    const invite = (id: string) => api.call(agency.apiKeys.specialist, inviteAdmin, { params: { id } });
    expect([await invite(known.id), await invite(known.id)]).toEqual([{ queued: true }, { queued: false }]);
    const silent = await caseWithAdmin({ email: null });
    await expect(invite(silent.id)).rejects.toMatchObject({ problem: { code: 'admin.no_address' } });
  });
});
