import { afterEach, describe, expect, test } from '@jest/globals';
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Message, MessagePage } from '@daiban/contracts';
import { openPage, Refusal, type Answers } from '../../../testing/open-page.js';
import ThreadCard from './thread-card.js';

const realFetch = globalThis.fetch;
afterEach(() => {
  cleanup();
  globalThis.fetch = realFetch;
  sessionStorage.clear();
});

const ACCOUNT = '01890000-0000-7000-8000-000000000001';
const idOf = (number: number) => `01890000-0000-7000-8000-0000000000b${number}`;
const message = (number: number, body: string, changes: Partial<Message> = {}): Message => ({
  id: idOf(number),
  registrationId: ACCOUNT,
  audience: 'client',
  author: { side: 'agency', name: 'Mei Lin', isOwn: false },
  body,
  writtenAt: `2026-09-28T0${number}:00:00.000Z`,
  readAt: '2026-09-28T09:00:00.000Z',
  ...changes,
});
const page = (items: Message[], more: Partial<MessagePage> = {}): MessagePage => ({
  items,
  nextCursor: null,
  unread: 0,
  ...more,
});
const reader = {
  locale: 'en',
  timeZone: 'Europe/Rome',
  now: '2026-09-28T10:00:00.000Z',
  agencyName: 'Lantern Bridge',
  isPreview: false,
} as const;
const open = (answers: Answers, changes: { isPreview?: boolean } = {}) =>
  openPage(
    <ThreadCard
      registrationId={ACCOUNT}
      accountName="Northlight"
      assigneeName="Mei Lin"
      reader={{ ...reader, ...changes }}
    />,
    answers,
  );

describe('the messages on the home page', () => {
  test('stand in the order of a talk, with who said what, and what is new', async () => {
    const mine = { side: 'client', name: 'Ruth', isOwn: true } as const;
    const colleague = { side: 'client', name: 'Ben', isOwn: false } as const;
    open({
      'GET /messages': page(
        [
          message(3, 'It is paid.', { readAt: null }),
          message(2, 'And the fee?', { author: colleague }),
          message(1, 'Hello', { author: mine }),
        ],
        { unread: 1 },
      ),
      'POST /messages/read': { marked: 1 },
    });
    const items = within(await screen.findByRole('list')).getAllByRole('listitem');
    expect(items.map((item) => item.textContent)).toEqual([
      expect.stringMatching(/^You.*Hello$/),
      expect.stringMatching(/^Ben, your colleague.*And the fee\?$/),
      expect.stringMatching(/^Mei Lin · Lantern Bridgenew.*It is paid\.$/),
    ]);
    expect(screen.getByText('1 new message')).toBeTruthy();
  });

  test('are marked as read up to the newest of the agency; a member who only looks marks nothing', async () => {
    const answers = {
      'GET /messages': page([message(3, 'New', { readAt: null })]),
      'POST /messages/read': { marked: 1 },
    };
    const sent = open(answers);
    await screen.findByText('New');
    expect(sent.filter(({ call }) => call.startsWith('POST'))).toEqual([
      { call: 'POST /messages/read', body: { registrationId: ACCOUNT, upToId: idOf(3) } },
    ]);
    cleanup();
    const looked = open(answers, { isPreview: true });
    await screen.findByText('New');
    expect(looked.filter(({ call }) => call.startsWith('POST'))).toEqual([]);
    expect(screen.getByText('The client can write here.')).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  test('invite to ask, by the name of who answers, while nobody has written', async () => {
    open({ 'GET /messages': page([]) });
    expect(await screen.findByText(/Ask us anything about Northlight. Mei Lin answers here/)).toBeTruthy();
  });

  test('lead to the older ones', async () => {
    open({ 'GET /messages': page([message(1, 'Old')], { nextCursor: 'next' }) });
    const all = await screen.findByRole('link', { name: 'All messages' });
    expect(all.getAttribute('href')).toBe(`/portal/messages/${ACCOUNT}`);
  });

  test('show markup as the letters it is', async () => {
    open({ 'GET /messages': page([message(1, '<b>bold</b>\nhttps://kf.qq.com/faq')]) });
    expect(await screen.findByText(/<b>bold<\/b>/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'https://kf.qq.com/faq' }).getAttribute('rel')).toContain('noopener');
  });
});

describe('writing', () => {
  test('sends once, empties the field and says that it arrived', async () => {
    const sent = open({ 'GET /messages': page([]), 'POST /messages': message(1, 'Hello') });
    const field = await screen.findByRole('textbox', { name: 'Write to us' });
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Send' }).disabled).toBe(true);
    await userEvent.type(field, 'When does it begin?');
    await userEvent.click(screen.getByRole('button', { name: 'Send' }));
    expect(await screen.findByText(/^Sent\./)).toBeTruthy();
    expect((field as HTMLTextAreaElement).value).toBe('');
    expect(sent.filter(({ call }) => call === 'POST /messages')).toEqual([
      { call: 'POST /messages', body: { registrationId: ACCOUNT, body: 'When does it begin?' } },
    ]);
  });

  test('keeps the words when they are refused, and over a reload', async () => {
    open({ 'GET /messages': page([]), 'POST /messages': new Refusal(429, 'rate.too_many', 'Wait a minute.') });
    await userEvent.type(await screen.findByRole('textbox'), 'Hello');
    await userEvent.click(screen.getByRole('button', { name: 'Send' }));
    expect((await screen.findByRole('alert')).textContent).toBe('Wait a minute.');
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('Hello');
    cleanup();
    open({ 'GET /messages': page([]) });
    expect((await screen.findByRole<HTMLTextAreaElement>('textbox')).value).toBe('Hello');
  });
});
