import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { PortalPaper, PortalVisit } from '@daiban/contracts';
import type { Locale } from '@daiban/domain/enumerations';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LocaleProvider } from '../../../lib/locale.js';
import { VisitProvider } from '../../../lib/visit.js';
import { aDocument, aPortalPaper, aVisit, PAPER_ID } from '../../../testing/portal-paper.js';
import TaskPage from './task-page.js';

const real = { fetch: globalThis.fetch, matchMedia: globalThis.matchMedia, userAgent: navigator.userAgent };
let sent: string[] = [];
let paper: PortalPaper;
let visit: PortalVisit;
/** What the API says to a request; null: the answer of every day. */
let answerTo: (method: string, path: string) => { status: number; code: string } | null;

beforeEach(() => {
  sent = [];
  paper = aPortalPaper();
  visit = aVisit();
  answerTo = () => null;
  useDevice({ touch: false });
  URL.createObjectURL = () => 'blob:picture';
  URL.revokeObjectURL = () => undefined;
  // jsdom's File cannot be read.
  Blob.prototype.arrayBuffer = async function (this: Blob) {
    return new Promise((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result as ArrayBuffer);
      reader.readAsArrayBuffer(this);
    });
  };
  globalThis.fetch = async (input, init) => {
    const path = decodeURIComponent(String(input)).replace('/api/v1/portal', '');
    const method = init?.method ?? 'GET';
    const headers = (init?.headers ?? {}) as Record<string, string>;
    const body = typeof init?.body === 'string' ? init.body : '';
    if (method !== 'GET') sent.push([method, path, headers['Content-Range'] ?? '', body].filter(Boolean).join(' '));
    const refusal = answerTo(method, path);
    if (refusal)
      return answer(refusal.status, {
        type: 'x',
        title: 'x',
        detail: `says ${refusal.code}`,
        requestId: 'r',
        ...refusal,
      });
    if (path === '/session') return answer(200, visit);
    if (path.endsWith('/item-links'))
      return answer(201, {
        id: PAPER_ID,
        url: 'https://agency.test/portal/enter#tok',
        expiresAt: '2026-10-28T03:20:00.000Z',
      });
    if (path.endsWith('/submission'))
      paper = aPortalPaper({
        ...paper,
        state: 'submitted',
        submittedAt: paper.now,
        checkedBy: '2026-09-30T09:00:00.000Z',
        canChangeUntil: '2026-09-28T03:50:00.000Z',
        may: { ...paper.may, upload: false, submit: false },
      });
    if (method === 'DELETE') {
      paper = { ...paper, documents: [] };
      return answer(204, null);
    }
    if (method === 'PUT') {
      const document = aDocument({
        name: path.split('/').at(-1)!,
        sha256: headers['x-content-sha256']!,
        page: Number(headers['x-document-page']),
      });
      paper = { ...paper, documents: [...paper.documents, document], may: { ...paper.may, submit: true } };
      return answer(200, document);
    }
    return answer(200, paper);
  };
});
afterEach(() => {
  cleanup();
  globalThis.fetch = real.fetch;
  globalThis.matchMedia = real.matchMedia;
  useDevice({ userAgent: real.userAgent });
  localStorage.clear();
});

function answer(status: number, body: unknown): Response {
  const type = status >= 400 ? 'application/problem+json' : 'application/json';
  return {
    ok: status < 400,
    status,
    headers: { get: (name: string) => (name === 'content-type' ? type : null) },
    json: async () => body,
  } as unknown as Response;
}

function useDevice({ touch, userAgent }: { touch?: boolean; userAgent?: string }): void {
  if (touch !== undefined)
    globalThis.matchMedia = ((query: string) => ({ matches: touch && query.includes('coarse') })) as typeof matchMedia;
  if (userAgent !== undefined) Object.defineProperty(navigator, 'userAgent', { value: userAgent, configurable: true });
}

async function open(locale: Locale = 'en') {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <LocaleProvider initial={locale}>
        <VisitProvider asked>
          <TaskPage id={PAPER_ID} />
        </VisitProvider>
      </LocaleProvider>
    </QueryClientProvider>,
  );
  return screen.findByRole('heading', { level: 1 });
}

const photo = (name: string) => new File([Uint8Array.of(0xff, 0xd8, 0xff, 1, 2, 3)], name, { type: 'image/jpeg' });
const files = () => within(screen.getByRole('region', { name: /What is here|What you sent/ }));

test('says why the paper is needed, what is taken, and who gets it', async () => {
  expect((await open()).textContent).toBe('Business licence (营业执照)');
  expect(screen.getByText(/compares the account’s owner with the company register/)).toBeTruthy();
  expect(screen.getByText(/JPG, PNG or PDF · up to 20 MB each · at most 10 files/)).toBeTruthy();
  expect(screen.getByText(/deleted 90 days after your account is live/)).toBeTruthy();
  expect(await screen.findByRole('button', { name: 'Send to Lantern Bridge' })).toHaveProperty('disabled', true);
});

test('a chosen photo is sent, listed with its picture, and then the paper can be sent', async () => {
  await open();
  await userEvent.upload(screen.getByLabelText('Choose files'), photo('licence.jpg'));
  expect(await files().findByText('Arrived and checked')).toBeTruthy();
  expect(sent).toEqual([`PUT /prerequisites/${PAPER_ID}/documents/licence.jpg`]);
  expect(document.querySelector('.task-mark img')?.getAttribute('src')).toBe('blob:picture');
  await userEvent.click(screen.getByRole('button', { name: 'Send to Lantern Bridge' }));
  const title = await screen.findByRole('heading', { name: 'Sent. Thank you.' });
  expect(document.activeElement).toBe(title);
  expect(screen.getByText(/looks at it by Wed 30 Sep/)).toBeTruthy();
  expect(screen.getByText(/Until 05:50 you can remove a file/)).toBeTruthy();
  expect(files().getByText('licence.jpg')).toBeTruthy();
});

test('what came back is read first: reason, remedy, note', async () => {
  paper = aPortalPaper({
    state: 'returned',
    returned: {
      reasonCode: 'glare',
      reason: 'Light is reflected and hides a part of the page.',
      fix: 'Switch the flash off.',
      note: 'Lower left corner.',
      returnedAt: '2026-09-27T03:00:00.000Z',
      version: 1,
    },
  });
  await open();
  const headings = screen.getAllByRole('heading').map(({ textContent }) => textContent);
  expect(headings.slice(0, 4)).toEqual([
    'Business licence (营业执照)',
    'Light is reflected and hides a part of the page.',
    'How to put it right',
    'Note from Lantern Bridge',
  ]);
});

test('a file that cannot be taken says why and how to do better, and the others come', async () => {
  await open();
  await userEvent.upload(screen.getByLabelText('Choose files'), [
    new File([], 'empty.jpg', { type: 'image/jpeg' }),
    photo('good.jpg'),
  ]);
  expect(await files().findByText('Arrived and checked')).toBeTruthy();
  expect(files().getByRole('alert').textContent).toMatch(/The file is empty\. .*WeChat/);
});

test('a file the inspection refused says so, and sending waits for a better one', async () => {
  const refusal = { code: 'file.active_pdf', message: 'The PDF carries a program.', fix: 'Print it into a new PDF.' };
  paper = aPortalPaper({ documents: [aDocument({ name: 'licence.pdf', state: 'refused', refusal })] });
  await open();
  expect(files().getByRole('alert').textContent).toBe('Not taken The PDF carries a program. Print it into a new PDF.');
  expect(screen.getByText('Replace or remove the file that was not taken, then send.')).toBeTruthy();
});

test('one’s own file can be removed; another’s says whose it is', async () => {
  paper = aPortalPaper({
    documents: [
      aDocument({ name: 'mine.jpg' }),
      aDocument({
        id: '01890000-0000-7000-8000-0000000000d2',
        page: 2,
        name: 'theirs.jpg',
        canChange: false,
        uploadedBy: { kind: 'member', name: 'Mei' },
      }),
    ],
  });
  await open();
  expect(files().getAllByRole('button', { name: /^Remove/ })).toHaveLength(1);
  expect(await files().findByText(/Page 2 · .* · brought by Lantern Bridge/)).toBeTruthy();
  await userEvent.click(files().getByRole('button', { name: 'Remove mine.jpg' }));
  await waitFor(() => expect(screen.getByText('Nothing yet.')).toBeTruthy());
  expect(sent).toEqual(['DELETE /documents/01890000-0000-7000-8000-0000000000d1']);
});

test('a telephone offers its camera, its pictures and PDFs apart', async () => {
  useDevice({ touch: true });
  await open();
  expect(screen.getByLabelText('Take a photo').getAttribute('capture')).toBe('environment');
  expect(screen.getByLabelText('Choose pictures').getAttribute('accept')).toBe('image/jpeg,image/png');
  expect(screen.getByLabelText('Choose a PDF').getAttribute('accept')).toBe('application/pdf');
  expect(screen.queryByText('or drop files here')).toBeNull();
});

test('inside WeChat the album opens, and the way out is drawn', async () => {
  useDevice({ touch: true, userAgent: 'Mozilla/5.0 (iPhone) MicroMessenger/8.0.50' });
  visit = aVisit({ locale: 'zh' });
  await open('zh');
  expect(screen.getByLabelText('选择图片').getAttribute('accept')).toBe('image/*');
  expect(screen.getByRole('img', { name: /在浏览器打开/ })).toBeTruthy();
  expect(screen.getByText(/点右上角/)).toBeTruthy();
});

test('a colleague is asked with a message that holds the link', async () => {
  await open();
  await userEvent.type(screen.getByLabelText('Who brings it?'), 'Li Na, accounting');
  await userEvent.click(screen.getByRole('button', { name: 'Make a link' }));
  expect((await screen.findByText(/https:\/\/agency\.test\/portal\/enter#tok/)).textContent).toMatch(
    /Northlight.*Business licence/,
  );
  expect(sent).toEqual([`POST /prerequisites/${PAPER_ID}/item-links {"label":"Li Na, accounting"}`]);
});

test('a colleague sees this paper and no way to anything else', async () => {
  visit = aVisit({ kind: 'item', prerequisiteId: PAPER_ID });
  paper = aPortalPaper({ may: { upload: true, submit: false, delegate: false } });
  await open();
  await screen.findByRole('button', { name: 'Send to Lantern Bridge' });
  expect(screen.queryByText(/Back to your page/)).toBeNull();
  expect(screen.queryByText('Does a colleague have it?')).toBeNull();
});

test.each(['accepted', 'being_checked', 'sealed', 'read_only'] as const)(
  'a paper that is %s says so and offers nothing',
  async (closed) => {
    paper = aPortalPaper({ closed, may: { upload: false, submit: false, delegate: false } });
    await open();
    expect(screen.getAllByRole('heading')).toHaveLength(2);
    expect(screen.queryByRole('button', { name: /Send to/ })).toBeNull();
  },
);

test.each([
  [401, 'session.none', 'Your visit has ended'],
  [404, 'not_found', 'This paper is not here'],
  [500, 'internal', 'The page could not be loaded'],
])('an answer %i has a face of its own', async (status, code, title) => {
  answerTo = (_method, path) => (path === '/session' ? null : { status, code });
  expect((await open()).textContent).toBe(title);
  expect(screen.queryByRole('button', { name: /Send to/ })).toBeNull();
});

test('an upload the API refuses repeats its words, and can be dismissed', async () => {
  answerTo = (method) => (method === 'PUT' ? { status: 409, code: 'document.day_full' } : null);
  await open();
  await userEvent.upload(screen.getByLabelText('Choose files'), photo('licence.jpg'));
  expect((await files().findByRole('alert')).textContent).toBe('says document.day_full');
  await userEvent.click(files().getByRole('button', { name: 'All right' }));
  expect(files().getByText('Nothing yet.')).toBeTruthy();
});

test('a paper that cannot be sent says so and keeps the files', async () => {
  paper = aPortalPaper({ documents: [aDocument()], may: { upload: true, submit: true, delegate: true } });
  answerTo = (_method, path) => (path.endsWith('/submission') ? { status: 409, code: 'document.not_ready' } : null);
  await open();
  await userEvent.click(await screen.findByRole('button', { name: 'Send to Lantern Bridge' }));
  expect((await screen.findByRole('alert')).textContent).toBe('says document.not_ready');
  expect(files().getByText('licence.jpg')).toBeTruthy();
});
