import { describe, expect, jest, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Locale, RegistrationEvent } from '@daiban/domain/enumerations';
import type { CaseDialog } from '../../../lib/case-dialog.js';
import type { OfferedEvent } from '../../../lib/event-form.js';
import { renderScreen } from '../../../testing/render-screen.js';
import { ActionList } from './action-lists.js';
import { LifeAfterCard, type LifeAfterCardProps } from './life-after-card.js';

type Shown = LifeAfterCardProps['registration'];

const QUIET: Shown = {
  state: 'live',
  stateSince: '2026-09-24T03:30:00.000Z',
  accountType: 'service',
  subject: { name: '灯桥（上海）茶业有限公司' },
  deadlines: [],
  lifeAfter: {
    restriction: null,
    migration: null,
    closing: null,
    nameChangedAt: [],
    slotsHeld: false,
    slotsReleasedAt: null,
    nextEmail: null,
  },
  verification: {
    status: 'verified',
    qualification: 'passed',
    naming: 'passed',
    until: null,
    untilOn: '2027-03-02',
    untilRule: null,
    provenance: 'wechat_api',
    window: null,
    conflict: null,
    readable: true,
    lastReadAt: null,
  },
};

function show(changes: Partial<Shown>, locale: Locale = 'en') {
  const onOpen = jest.fn<(dialog: CaseDialog) => void>();
  renderScreen(<LifeAfterCard registration={{ ...QUIET, ...changes }} onOpen={onOpen} />, {
    locale,
    role: 'specialist',
  });
  return { onOpen, text: () => screen.queryByRole('region')?.textContent ?? null };
}

describe('what became of a live account', () => {
  test('is no card as long as nothing did', () => {
    expect(show({}).text()).toBeNull();
  });

  test.each<[Locale, string[]]>([
    ['en', ['Frozen, not used for long', 'Its places stay taken']],
    ['zh', ['长期未使用而冻结', '名额仍被占用']],
  ])('a restriction says why, since when and what it means, in %s', (locale, words) => {
    const { text } = show({ state: 'restricted', lifeAfter: { ...QUIET.lifeAfter, restriction: 'dormant' } }, locale);
    for (const word of words) expect(text()).toContain(word);
  });

  test('a freeze counts down to its last day, then it is the administrator’s', () => {
    const closing = { proof: 'small_transfer', freezeEndsOn: '2026-09-30' } as const;
    const deadlines = [{ kind: 'freeze_end', on: '2026-09-30', passed: false, rule: null }];
    const { text } = show({ state: 'closing', deadlines, lifeAfter: { ...QUIET.lifeAfter, closing } });
    expect(text()).toContain('In WeChat’s freeze');
    expect(text()).toContain('2 days left');
  });

  test('a freeze that is over', () => {
    const closing = { proof: 'small_transfer', freezeEndsOn: '2026-09-27' } as const;
    const { text } = show({ state: 'closing', lifeAfter: { ...QUIET.lifeAfter, closing } });
    expect(text()).toContain('The freeze is over; the administrator confirms');
  });

  test('both sides of a conflict stand beside each other', () => {
    const account = { accountType: 'subscription', subjectName: null } as const;
    const conflict = {
      code: 'account.facts_differ',
      raisedAt: '2026-09-28T03:20:00.000Z',
      observed: null,
      event: null,
      account,
      email: null,
    };
    const { text } = show({ verification: { ...QUIET.verification, conflict } });
    expect(text()).toContain('What we holdService account');
    expect(text()).toContain('What WeChat told usSubscription account');
  });

  test('an address that another account took meanwhile is named with that account', () => {
    const conflict = {
      code: 'email.held_by_other',
      raisedAt: '2026-09-28T03:20:00.000Z',
      observed: null,
      event: null,
      account: null,
      email: { address: 'wx@example.com', registrationId: 'r-2', accountName: '北光生活' },
    };
    const { text } = show({ verification: { ...QUIET.verification, conflict } });
    expect(text()).toContain('What we holdwx@example.com is with “北光生活”');
    expect(text()).toContain('What WeChat told uswx@example.com');
  });

  test('the next address is checked or given back from here', async () => {
    const nextEmail = { id: 'e', address: 'next@example.com', reservedUntil: null, lastCheck: null };
    const { onOpen } = show({ lifeAfter: { ...QUIET.lifeAfter, nextEmail } });
    for (const button of screen.getAllByRole('button')) await userEvent.click(button);
    expect(onOpen.mock.calls).toEqual([['email_check'], ['email_release']]);
  });
});

describe('what else can be done', () => {
  const offer = (event: RegistrationEvent): OfferedEvent<RegistrationEvent> => ({
    event,
    allowed: true,
    refusals: [],
    warnings: [],
    unknowns: [],
    factsNeeded: [],
  });
  const events = [offer('case_paused'), offer('deregistration_started')];

  test('keeps the rare changes of a live account folded away, and those of a closing one at hand', () => {
    renderScreen(<ActionList state="live" events={events} onStart={() => undefined} />, { role: 'specialist' });
    expect(screen.getByText('Start the deregistration').closest('details')).not.toBeNull();
    expect(screen.getByText('Pause the case').closest('details')).toBeNull();
    renderScreen(<ActionList state="restricted" events={events} onStart={() => undefined} />, { role: 'specialist' });
    expect(screen.getAllByText('Start the deregistration').at(-1)?.closest('details')).toBeNull();
  });
});

describe('what Tencent told after the end of a case', () => {
  test.each<[Locale, string[]]>([
    ['en', ['Closed', 'The account works again.', 'bring it in anew']],
    ['zh', ['已注销', '账号已恢复。', '重新录入']],
  ])('is written beside what we hold, with what to do, in %s', (locale, words) => {
    const conflict = {
      code: 'registration.state_differs',
      raisedAt: '2026-09-28T03:00:00.000Z',
      observed: null,
      account: null,
      email: null,
      event: 'account_restored',
    } as const;
    const { text } = show({ state: 'closed', verification: { ...QUIET.verification, conflict } }, locale);
    for (const word of words) expect(text()).toContain(word);
  });
});
