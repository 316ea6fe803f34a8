import { describe, expect, test } from '@jest/globals';
import type { OperationAnswer, SubjectCapacity, getCapacity, getCapacityWhatIf } from '@daiban/contracts';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { paths } from '../../../config/paths.js';
import { answerCalls } from '../../../testing/answer-calls.js';
import { renderRoute } from '../../../testing/render-route.js';
import type { ScreenOptions } from '../../../testing/render-screen.js';
import { CapacityPage } from './capacity-page.js';

const id = (n: number) => `0199a000-0000-7000-8000-0000000000${n}`;
const RULE = { id: 'quota.subject.enterprise', source: 'the notice', validFrom: '2018-11-16', confidence: 'H' };
const FULL: SubjectCapacity = {
  subject: {
    id: id(10),
    name: '灯桥（上海）茶业有限公司',
    type: 'enterprise',
    licenceOf: 'client',
    standing: 'active',
  },
  slots: { reserved: 1, planned: 1, elsewhere: 1, limit: 2, limitByRule: 2, granted: 0, rule: RULE },
  holders: [
    {
      registrationId: id(20),
      clientId: id(30),
      clientName: 'Lumière',
      accountName: '灯桥茶舍',
      accountType: 'service',
      state: 'closing',
      slot: 'reserved',
      since: '2026-01-01T00:00:00.000Z',
      frozenUntilOn: '2026-10-05',
    },
    {
      registrationId: id(21),
      clientId: id(30),
      clientName: 'Lumière',
      accountName: '灯桥订阅',
      accountType: 'subscription',
      state: 'awaiting_email',
      slot: 'planned',
      since: '2026-09-01T00:00:00.000Z',
      frozenUntilOn: null,
    },
  ],
  elsewhere: [{ accountType: 'subscription', state: 'dormant', since: null, note: null }],
  grantedAccounts: 0,
  raise: null,
};
const CONCENTRATION = {
  accounts: 3,
  byLicenceOwner: [{ licenceOf: 'client' as const, accounts: 3 }],
  topSubjects: [{ id: id(10), name: FULL.subject.name, accounts: 2 }],
  topAdmins: [],
};
const WHAT_IF: OperationAnswer<typeof getCapacityWhatIf> = {
  cause: 'subject_blocked',
  who: { id: id(10), name: FULL.subject.name },
  accounts: [
    {
      registrationId: id(22),
      clientId: id(30),
      clientName: 'Lumière',
      accountName: '灯桥生活',
      accountType: 'service',
      state: 'live',
      tie: 'subject',
      need: 'migrate',
      needText: 'Migrate it.',
      rule: null,
      renewalDueOn: '2026-11-30',
      hasOpenOrder: false,
    },
  ],
  totals: { accounts: 1, clients: 1, openCases: 0, renewals: 1 },
  horizonOn: '2026-12-27',
};

async function open(
  page: OperationAnswer<typeof getCapacity>,
  {
    address = '/capacity',
    whatIf = WHAT_IF,
    ...options
  }: ScreenOptions & { address?: string; whatIf?: typeof WHAT_IF } = {},
): Promise<void> {
  answerCalls({
    'GET /capacity/what-if': () => whatIf,
    'GET /capacity': () => page,
  });
  await renderRoute(paths.capacity, CapacityPage, address, options);
}

describe('the capacity page', () => {
  test('tells in words what the seats show: taken, planned, elsewhere, and until when a closing account holds its place', async () => {
    await open({ items: [FULL], nextCursor: null, concentration: CONCENTRATION });
    expect(await screen.findByText(/2 of 2 taken/)).toBeTruthy();
    expect(screen.getByText('1 here, 1 elsewhere, 1 planned')).toBeTruthy();
    const holders = within(screen.getByRole('list', { name: 'Who holds them' }));
    expect(holders.getAllByRole('listitem')).toHaveLength(3);
    expect(holders.getByText(/stays taken until .*5 Oct/)).toBeTruthy();
    expect(holders.getByText(/An account elsewhere: .*dormant/)).toBeTruthy();
    expect(document.querySelectorAll('.seat-reserved, .seat-planned, .seat-elsewhere').length).toBeGreaterThan(3);
  });

  test('says what a raised limit is made of: the rule’s number and what was granted', async () => {
    const slots = { ...FULL.slots, limit: 3, limitByRule: 2, granted: 1 };
    await open({ items: [{ ...FULL, slots }], nextCursor: null, concentration: null });
    expect(await screen.findByText(/2 of 3 taken/)).toBeTruthy();
    expect(screen.getByText('The limit is 2 by the rule and 1 granted beyond it.')).toBeTruthy();
  });

  test('marks a licence without a free place by word and shape, and our own in the colour of what needs us', async () => {
    const ours = { ...FULL, subject: { ...FULL.subject, id: id(11), licenceOf: 'agency' as const } };
    const free = { ...FULL, subject: { ...FULL.subject, id: id(12) }, slots: { ...FULL.slots, limit: 5 } };
    await open({ items: [ours, FULL, free], nextCursor: null, concentration: null });
    const marks = (await screen.findAllByText('No place left', { selector: '.mark-text' })).map((mark) => [
      mark.className,
      mark.querySelectorAll('svg').length,
    ]);
    expect(marks).toEqual([
      ['mark-text mark-turn', 1],
      ['mark-text mark-quiet', 1],
    ]);
  });

  test('shows where much depends on few', async () => {
    await open({ items: [FULL], nextCursor: null, concentration: CONCENTRATION });
    const section = within(await screen.findByRole('region', { name: /Where much depends on few/ }));
    expect(section.getByText('3 accounts in our care')).toBeTruthy();
    expect(section.getByRole('link', { name: FULL.subject.name })).toBeTruthy();
    expect(section.getByText('None yet')).toBeTruthy();
  });

  test('answers what happens when a licence is blocked', async () => {
    await open({ items: [FULL], nextCursor: null, concentration: null });
    await userEvent.click(await screen.findByRole('button', { name: /What if it is blocked/ }));
    const drawer = within(await screen.findByRole('dialog'));
    expect(await drawer.findByText('one renewal until 27 Dec 2026')).toBeTruthy();
    expect(drawer.getByText('Migrate it.')).toBeTruthy();
    expect(drawer.getByText(/verification ends .*30 Nov 2026/)).toBeTruthy();
  });

  test('says once what several accounts need, with all of them below', async () => {
    const [account] = WHAT_IF.accounts;
    const accounts = [1, 2, 3].map((number) => ({
      ...account,
      registrationId: id(40 + number),
      accountName: `账号${number}`,
      ...(number === 2 ? { need: 'finish_ending' as const, needText: 'Finish it.' } : {}),
    })) as typeof WHAT_IF.accounts;
    await open(
      { items: [FULL], nextCursor: null, concentration: null },
      { whatIf: { ...WHAT_IF, accounts, totals: { ...WHAT_IF.totals, accounts: 3 } } },
    );
    await userEvent.click(await screen.findByRole('button', { name: /What if it is blocked/ }));
    const drawer = within(await screen.findByRole('dialog'));
    await drawer.findByText('Finish it.');
    const groups = drawer.getAllByRole('heading', { level: 3 }).map((heading) => [
      heading.textContent,
      within(heading.parentElement as HTMLElement)
        .getAllByRole('link')
        .map(({ textContent }) => textContent),
    ]);
    expect(groups).toEqual([
      ['Migrate it.', ['账号1', '账号3']],
      ['Finish it.', ['账号2']],
    ]);
  });

  test('teaches what a place is while there is no licence, and says when a filter finds none', async () => {
    await open({ items: [], nextCursor: null, concentration: null });
    expect(await screen.findByText('No licence yet')).toBeTruthy();
  });

  test('says when a filter finds none', async () => {
    await open({ items: [], nextCursor: null, concentration: null }, { address: '/capacity?show=full' });
    expect(await screen.findByText('No licence fits these filters')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Show all' })).toBeTruthy();
  });

  test('reads in Chinese', async () => {
    await open({ items: [FULL], nextCursor: null, concentration: CONCENTRATION }, { locale: 'zh' });
    expect(await screen.findByText(/已占用 2 个，上限 2 个/)).toBeTruthy();
    expect(screen.getByText(/腾讯冻结期至/)).toBeTruthy();
  });
});
