import { afterEach, describe, expect, test } from '@jest/globals';
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { PortalSignOff } from '@daiban/contracts';
import { aVisit, openPage, Refusal, type Answers } from '../../../testing/open-page.js';
import SignOffPage from './sign-off-page.js';

const realFetch = globalThis.fetch;
afterEach(() => {
  cleanup();
  globalThis.fetch = realFetch;
});

const ACCOUNT = '01890000-0000-7000-8000-000000000001';
const signOff = (changes: Partial<PortalSignOff> = {}): PortalSignOff => ({
  registrationId: ACCOUNT,
  accountName: 'Northlight',
  agencyName: 'Lantern Bridge',
  agencyNameZh: '灯桥咨询',
  state: 'wanted',
  last: null,
  changes: [],
  textVersion: '2026-11',
  choices: [
    { choice: 'accountType', value: 'service' },
    { choice: 'subjectName', value: '北光（上海）贸易有限公司' },
    { choice: 'subjectClass', value: null },
    { choice: 'countryCode', value: 'CN' },
    { choice: 'licenceOf', value: 'client' },
  ],
  fee: { amount: { amountMinor: 30000, currency: 'CNY' }, ruleId: 'fee.x', ruleValidFrom: '2013-10-01' },
  owner: { subjectName: '北光（上海）贸易有限公司', licenceOf: 'client', adminName: '周海宁' },
  deciders: ['Ruth Okafor'],
  maySign: true,
  now: '2026-09-28T03:20:00.000Z',
  ...changes,
});
const PATH = `/registrations/${ACCOUNT}/sign-off`;
const open = (seen: PortalSignOff, more: Answers = {}, locale: 'en' | 'zh' = 'en') =>
  openPage(<SignOffPage id={ACCOUNT} />, { [`GET ${PATH}`]: seen, ...more }, locale);
const confirm = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Confirm all three' });

describe('the sign-off', () => {
  test('tells the choices in words, leaves out what this owner has not, and names fee, owner and administrator', async () => {
    open(signOff());
    const block = await screen.findByRole('region', { name: 'What stays for ever' });
    expect(within(block).getByText('Service account (服务号)')).toBeTruthy();
    expect(within(block).getByText('China')).toBeTruthy();
    expect(within(block).queryByText('Class')).toBeNull();
    expect(screen.getByText(/charges ¥300 for each attempt/)).toBeTruthy();
    expect(screen.getByText(/北光（上海）贸易有限公司 will own the account/)).toBeTruthy();
    expect(screen.getByText(/周海宁 will be its administrator/)).toBeTruthy();
  });

  test('is confirmed when every part is ticked, and says what was read', async () => {
    const signed = signOff({
      state: 'signed',
      maySign: false,
      last: { signedAt: '2026-09-28T03:20:00.000Z', contactName: 'Ruth Okafor', textVersion: '2026-11' },
    });
    const sent = open(signOff(), { [`POST ${PATH}`]: signed });
    const ticks = await screen.findAllByRole('checkbox');
    expect(ticks).toHaveLength(3);
    for (const tick of ticks.slice(0, 2)) await userEvent.click(tick);
    expect(confirm().disabled).toBe(true);
    expect(screen.getByText('1 part is still to be ticked.')).toBeTruthy();
    await userEvent.click(ticks[2]!);
    await userEvent.click(confirm());
    expect(await screen.findByText('By Ruth Okafor, Mon 28 Sep, 05:20. Text version 2026-11.')).toBeTruthy();
    expect(sent.find(({ call }) => call === `POST ${PATH}`)?.body).toEqual({
      textVersion: '2026-11',
      choices: signOff().choices,
      agreed: ['unchangeable', 'cost', 'owner'],
    });
    expect(screen.queryByRole('checkbox')).toBeNull();
  });

  test('refused because something changed meanwhile shows why and what stands there now, unticked', async () => {
    let changed = false;
    openPage(<SignOffPage id={ACCOUNT} />, {
      [`GET ${PATH}`]: () => (changed ? signOff({ choices: [{ choice: 'proposedName', value: '北光' }] }) : signOff()),
      [`POST ${PATH}`]: () => {
        changed = true;
        return new Refusal(422, 'sign_off.choices_differ', 'What was signed differs.');
      },
    });
    for (const tick of await screen.findAllByRole('checkbox')) await userEvent.click(tick);
    await userEvent.click(confirm());
    expect(await screen.findByText('北光')).toBeTruthy();
    expect(screen.getByRole('alert').textContent).toBe('What was signed differs.');
    for (const tick of screen.getAllByRole<HTMLInputElement>('checkbox')) expect(tick.checked).toBe(false);
  });

  test('says what has changed since it was given', async () => {
    open(
      signOff({
        state: 'changed',
        last: { signedAt: '2026-09-20T03:20:00.000Z', contactName: 'Ruth Okafor', textVersion: '2026-11' },
        changes: [{ choice: 'accountType', was: 'subscription', now: 'service' }],
      }),
    );
    const note = await screen.findByRole('region', { name: 'Something has changed since you confirmed' });
    expect(note.textContent).toContain('Account type: Subscription account');
    expect(note.textContent).toContain('→ Service account (服务号)');
  });

  test('warns before anything else when the account will be somebody else’s in law', async () => {
    open(signOff({ owner: { subjectName: '灯桥', licenceOf: 'agency', adminName: null } }));
    expect(await screen.findByText(/will be theirs in law, not yours/)).toBeTruthy();
    expect(screen.getByText(/The administrator is not named yet/)).toBeTruthy();
  });

  test('tells everybody else who must, and offers them nothing to tick', async () => {
    open(signOff({ maySign: false, deciders: ['Ruth Okafor', 'Ben Lee'] }));
    expect(await screen.findByText(/a yes from one of these: Ruth Okafor or Ben Lee/)).toBeTruthy();
    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Confirm all three' })).toBeNull();
  });

  test.each([
    ['early', 'Not yet'],
    ['submitted', 'Submitted'],
  ] as const)('%s is a page of its own', async (state, title) => {
    open(signOff({ state, maySign: false }));
    expect(await screen.findByRole('heading', { name: title })).toBeTruthy();
  });

  test('is in Chinese for a Chinese reader', async () => {
    open(signOff(), {}, 'zh');
    expect(await screen.findByText(/微信每次认证收取审核费 ¥300/)).toBeTruthy();
    expect(screen.getByRole('button', { name: '三项均确认' })).toBeTruthy();
  });

  test('that the link does not reach leads back to one’s own page', async () => {
    openPage(<SignOffPage id={ACCOUNT} />, { 'GET /session': aVisit({ kind: 'boardroom' }) });
    expect(await screen.findByRole('heading', { name: 'Your link opens another page' })).toBeTruthy();
  });
});
