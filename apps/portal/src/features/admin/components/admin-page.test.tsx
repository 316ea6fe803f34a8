import { afterEach, describe, expect, test } from '@jest/globals';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { AdminPage as AdminPageAnswer } from '@daiban/contracts';
import { LocaleProvider } from '../../../lib/locale.js';
import { anAdminPage, withAgreement } from '../../../testing/admin-page.js';
import AdminPage from './admin-page.js';

const realFetch = globalThis.fetch;
afterEach(() => {
  cleanup();
  globalThis.fetch = realFetch;
  localStorage.clear();
});

/** What the API says to everything but reading the page. */
interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/** The page over an API that answers like this; every other request is noted as "METHOD path body". */
function open(page: AdminPageAnswer, refusal?: Refusal): string[] {
  const requests: string[] = [];
  globalThis.fetch = async (input, init) => {
    const answer = (status: number, type: string, body: unknown) =>
      ({
        ok: status < 400,
        status,
        headers: { get: (name: string) => (name === 'content-type' ? type : null) },
        json: async () => body,
      }) as unknown as Response;
    if ((init?.method ?? 'GET') === 'GET') return answer(200, 'application/json', page);
    requests.push(`${init?.method} ${String(input)} ${typeof init?.body === 'string' ? init.body : ''}`.trim());
    if (!refusal) return answer(204, '', null);
    const { status, code, message } = refusal;
    const refused = {
      code,
      message,
      kind: 'hard',
      rule: null,
      clearedBy: '请从所列时间中选一个。',
      clearedByHolder: 'admin_person',
    };
    const problem = {
      type: `/problems/${code}`,
      title: message,
      status,
      code,
      detail: message,
      requestId: 'r',
      refusals: [refused],
    };
    return answer(status, 'application/problem+json', problem);
  };
  render(
    <QueryClientProvider client={new QueryClient()}>
      <LocaleProvider initial="zh">
        <AdminPage />
      </LocaleProvider>
    </QueryClientProvider>,
  );
  return requests;
}
const heading = async () => (await screen.findByRole('heading', { level: 1 })).textContent;

describe('the administrator’s page', () => {
  test('waits for the tick before it books, and says why the button waits', async () => {
    open(anAdminPage());
    expect(await heading()).toBe('沈瑜，请确认由您担任“松风茶事”的管理员。');
    const button = screen.getByRole('button', { name: '确认并预约' });
    expect(button.hasAttribute('disabled')).toBe(true);
    expect(screen.getByText('请先勾选第一项。')).toBeTruthy();
    await userEvent.click(screen.getByLabelText(/由我担任管理员/));
    expect(button.hasAttribute('disabled')).toBe(false);
  });

  test('tells of a time that is gone in the API’s words', async () => {
    const gone = { status: 409, code: 'appointment.time_gone', message: '这个时间已被取消或过期。' };
    const requests = open(withAgreement(anAdminPage()), gone);
    await userEvent.click(await screen.findByLabelText(/9月30日（周三）10:00/));
    await userEvent.click(screen.getByRole('button', { name: '预约这个时间' }));
    expect((await screen.findByRole('alert')).textContent).toBe('这个时间已被取消或过期。请从所列时间中选一个。');
    expect(requests).toEqual(['POST /api/v1/portal/admin/appointments/01890000-0000-7000-8000-0000000000b1/booking']);
  });

  test('shows the agency’s clock beside Beijing’s, and no button before its time', async () => {
    const [time] = anAdminPage().times;
    if (!time) throw new Error('the page of the tests has times');
    open(withAgreement(anAdminPage({ standing: { ...time, state: 'booked' }, readyFrom: '2026-09-30T01:45:00.000Z' })));
    expect(await heading()).toBe('已约好：9月30日（周三）10:00。');
    expect(screen.getByText('灯桥咨询当地时间')).toBeTruthy();
    expect(screen.getByText('9月30日（周三）04:00')).toBeTruthy();
    expect(screen.getByRole('button', { name: '我准备好了' }).hasAttribute('disabled')).toBe(true);
  });

  test('asks a company’s administrator abroad for papers and shows no scan', async () => {
    open(withAgreement(anAdminPage({ scan: 'none', times: [] })));
    expect(await heading()).toBe('无需扫码，请提供下列材料。');
    expect(screen.queryByRole('heading', { name: '扫码是怎样进行的' })).toBeNull();
    expect(screen.getByRole('link', { name: /去上传/ }).getAttribute('href')).toBe(
      '/portal/papers/01890000-0000-7000-8000-0000000000a1',
    );
  });

  test('says that nothing is to be done once the scan is over, and still shows what is kept', async () => {
    open(withAgreement(anAdminPage({ scan: 'done', times: [], papersDeleted: { afterDays: 30, on: '2026-11-12' } })));
    expect(await heading()).toBe('暂无待办。');
    expect(screen.getByText(/11月12日.*自动删除/)).toBeTruthy();
  });
});
