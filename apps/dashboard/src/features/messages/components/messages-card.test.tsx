import { describe, expect, test } from '@jest/globals';
import type { Message } from '@daiban/contracts';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { answerCalls, type SentCall } from '../../../testing/answer-calls.js';
import { renderScreen, type ScreenOptions } from '../../../testing/render-screen.js';
import { MessagesCard } from './messages-card.js';

const ACCOUNT = '0199a000-0000-7000-8000-0000000000a1';
const CLIENT = '0199a000-0000-7000-8000-0000000000c1';
const message = (number: number, body: string, changes: Partial<Message> = {}): Message => ({
  id: `0199a000-0000-7000-8000-0000000000e${number}`,
  registrationId: ACCOUNT,
  audience: 'client',
  author: { side: 'client', name: 'Ana Ruiz', isOwn: false },
  body,
  writtenAt: `2026-09-28T0${number}:00:00.000Z`,
  readAt: null,
  ...changes,
});
const MEI = { side: 'agency', name: 'Mei', isOwn: true } as const;

/** @returns what was sent so far, but for reading */
function open(
  threads: { client?: Message[]; internal?: Message[] },
  options: ScreenOptions = {},
): () => readonly SentCall[] {
  const sent = answerCalls({
    [`GET /clients/${CLIENT}/messages`]: ({ path }) => {
      const items = (path.includes('audience=internal') ? threads.internal : threads.client) ?? [];
      return { items, nextCursor: null, unread: 0 };
    },
    'GET /messages/unread': () => ({
      items: [
        {
          clientId: CLIENT,
          clientName: 'Harbour Foods',
          registrationId: ACCOUNT,
          accountName: '港湾',
          count: 1,
          since: '2026-09-28T01:00:00.000Z',
        },
      ],
    }),
    [`POST /clients/${CLIENT}/messages/read`]: () => ({ marked: 1 }),
    [`POST /clients/${CLIENT}/messages`]: () => message(9, 'written', { author: MEI }),
  });
  renderScreen(<MessagesCard registrationId={ACCOUNT} client={{ id: CLIENT, name: 'Harbour Foods' }} />, options);
  return () => sent.filter(({ method }) => method !== 'GET');
}

describe('the messages of a case', () => {
  test('stand oldest first, say what is new and what the client has read, and are marked as read', async () => {
    const sent = open({
      client: [
        message(3, 'And the fee?'),
        message(2, 'On Monday.', { author: MEI, readAt: '2026-09-28T02:30:00.000Z' }),
        message(1, 'When?', { readAt: '2026-09-28T01:30:00.000Z' }),
      ],
    });
    const items = within(await screen.findByRole('list')).getAllByRole('listitem');
    expect(items.map((item) => item.textContent)).toEqual([
      expect.stringMatching(/^Ana Ruiz.*When\?$/),
      expect.stringMatching(/^Mei.*On Monday\.read by the client/),
      expect.stringMatching(/^Ana Ruiznew.*And the fee\?$/),
    ]);
    expect(sent()).toEqual([
      {
        method: 'POST',
        path: `/clients/${CLIENT}/messages/read`,
        body: { upToId: message(3, '').id, registrationId: ACCOUNT },
      },
    ]);
    expect(await screen.findByText('1 new message of the client')).toBeTruthy();
  });

  test('the client reads are never taken for notes among us: each says who reads it, and its button too', async () => {
    const sent = open({ client: [], internal: [message(1, 'She pays late.', { audience: 'internal', author: MEI })] });
    expect(await screen.findByText(/The client reads this on their page/)).toBeTruthy();
    await userEvent.click(screen.getByRole('tab', { name: 'Among us' }));
    expect(await screen.findByText('She pays late.')).toBeTruthy();
    expect(screen.getByText(/The client never sees them/)).toBeTruthy();
    expect(screen.queryByText('not read yet')).toBeNull();
    await userEvent.type(screen.getByRole('textbox', { name: 'Leave a note' }), 'Call her');
    expect(screen.queryByRole('button', { name: 'Send to the client' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Keep the note' }));
    expect(sent().at(-1)).toMatchObject({ body: { audience: 'internal', body: 'Call her', registrationId: ACCOUNT } });
  });

  test('are sent by the keys too, and what is not sent yet survives a look at the notes', async () => {
    const sent = open({});
    const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Write to Harbour Foods' });
    await screen.findByText('Nobody has written yet.');
    await userEvent.type(field(), 'Hello');
    await userEvent.click(screen.getByRole('tab', { name: 'Among us' }));
    await userEvent.click(screen.getByRole('tab', { name: /With the client/ }));
    expect(field().value).toBe('Hello');
    await userEvent.type(field(), '{Control>}{Enter}{/Control}');
    expect(sent().at(-1)).toMatchObject({
      path: `/clients/${CLIENT}/messages`,
      body: { audience: 'client', body: 'Hello' },
    });
    expect(field().value).toBe('');
  });

  test('are read by a viewer, who cannot write and marks nothing', async () => {
    const sent = open({ client: [message(1, 'When?')] }, { role: 'viewer' });
    expect(await screen.findByText('When?')).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(sent()).toEqual([]);
  });

  test('stand in Chinese too', async () => {
    open({}, { locale: 'zh' });
    expect(await screen.findByText('还没有留言。')).toBeTruthy();
    expect(screen.getByRole('tab', { name: '内部备注' })).toBeTruthy();
    expect(screen.getByRole('button', { name: '发送给客户' })).toBeTruthy();
  });
});
