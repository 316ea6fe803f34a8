import { afterEach, describe, expect, jest, test } from '@jest/globals';
import type { FillSheet, FillSheetField } from '@daiban/contracts';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { JUN, renderScreen, type ScreenOptions } from '../../../testing/render-screen.js';
import { FillSheetSection } from './fill-sheet-section.js';

const ID = '01990000-0000-7000-8000-000000000001';
const field = (changes: Partial<FillSheetField>): FillSheetField => ({
  key: 'subjectName',
  label: { en: 'Registered name', zh: '企业名称' },
  step: 'information',
  kind: 'copy',
  source: 'subject',
  value: '灯桥（上海）茶业有限公司',
  shown: null,
  copyValue: '灯桥(上海)茶业有限公司',
  hint: null,
  alternatives: [],
  counter: null,
  locked: true,
  sensitive: false,
  paper: null,
  missing: null,
  tick: null,
  tickable: true,
  ...changes,
});
const phone = field({
  key: 'adminPhone',
  label: { en: 'Administrator’s phone', zh: '管理员手机号码' },
  kind: 'masked',
  value: '+86138****0002',
  copyValue: null,
  locked: false,
  sensitive: true,
});
const name = field({
  key: 'accountName',
  label: { en: 'Account name', zh: '账号名称' },
  step: 'name',
  value: '灯桥茶业',
  copyValue: '灯桥茶业',
  locked: false,
  counter: { used: 8, min: 4, max: 30, unit: 'unit', rule: null },
  alternatives: ['灯桥茶馆'],
});
const sheet = (changes: Partial<FillSheet> = {}): FillSheet => ({
  registrationId: ID,
  registrationVersion: 5,
  state: 'ready_to_submit',
  formKnown: true,
  sealed: null,
  fields: [field({}), phone, name],
  progress: { ticked: 0, total: 3 },
  ...changes,
});
const show = (read: FillSheet, options: ScreenOptions = {}) =>
  renderScreen(
    <FillSheetSection
      sheet={read}
      nameOf={(id) => (id === JUN ? 'Jun' : null)}
      submission={<p>Submit at WeChat’s</p>}
    />,
    options,
  );

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

describe('the fill sheet', () => {
  test('reads in the form’s own order: the company, then submitting, then the account’s name', () => {
    show(sheet());
    const words = ['企业名称', '管理员手机号码', 'Submit at WeChat’s', '账号名称'];
    const text = document.body.textContent;
    expect(words.map((word) => text.indexOf(word))).toEqual(
      words.map((word) => text.indexOf(word)).toSorted((a, b) => a - b),
    );
    expect(screen.getByText('If it is taken: 灯桥茶馆')).toBeTruthy();
    expect(screen.getByText('8 of 30 units (a Chinese character is two)', { exact: false })).toBeTruthy();
  });

  test('copies what the form compares, by keyboard alone', async () => {
    const user = userEvent.setup();
    show(sheet());
    screen.getByRole('button', { name: 'Copy Registered name' }).focus();
    await user.keyboard('{Enter}');
    expect(await navigator.clipboard.readText()).toBe('灯桥(上海)茶业有限公司');
    expect(screen.getByRole('status').textContent).toBe('Copied: Registered name');
  });

  test('has nothing to copy of a personal number, and says that it is masked', () => {
    show(sheet());
    expect(screen.getByText('+86138****0002')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /phone/u })).toBeNull();
    expect(screen.getByRole('img', { name: 'Personal number: masked here' })).toBeTruthy();
  });

  test('sends a tick to the API', async () => {
    const answer = sheet({
      fields: [field({ tick: { at: '2026-09-28T03:20:00.000Z', by: JUN } }), phone, name],
      progress: { ticked: 1, total: 3 },
    });
    const call = jest.fn<typeof fetch>(() =>
      Promise.resolve(new Response(JSON.stringify(answer), { headers: { 'Content-Type': 'application/json' } })),
    );
    globalThis.fetch = call;
    show(sheet());
    await userEvent.click(screen.getByRole('checkbox', { name: 'Typed: Registered name' }));
    const [url, options] = call.mock.calls[0] ?? [];
    expect(String(url)).toMatch(new RegExp(`/registrations/${ID}/fill-sheet/ticks/subjectName$`, 'u'));
    expect(options?.method).toBe('PUT');
  });

  test('says who typed a field and when', () => {
    show(
      sheet({
        fields: [field({ tick: { at: '2026-09-28T03:10:00.000Z', by: JUN } })],
        progress: { ticked: 1, total: 1 },
      }),
    );
    expect(screen.getByText('Jun,', { exact: false })).toBeTruthy();
    expect(screen.getByText('1 of 1 typed')).toBeTruthy();
  });

  test('once handed in is shown as it was, and its ticks rest', () => {
    const fields = [
      field({ tickable: false, tick: { at: '2026-09-28T03:10:00.000Z', by: JUN } }),
      { ...phone, tickable: false },
    ];
    show(sheet({ fields, sealed: { at: '2026-09-28T03:20:00.000Z', rulebookVersion: '2026-11-20' } }));
    expect(screen.getByText(/^As submitted on/u)).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Typed: Registered name' }).disabled).toBe(true);
    // What nobody ticked has no empty box: it was handed in like the rest.
    expect(screen.getAllByRole('checkbox')).toHaveLength(1);
  });

  test('shows a missing field with what clears it, and a viewer no tick to set', () => {
    const missing = {
      code: 'subject.name_missing',
      kind: 'hard' as const,
      message: 'The registered name is missing.',
      rule: null,
      clearedBy: 'Give the name.',
      clearedByHolder: 'client' as const,
    };
    show(sheet({ fields: [field({ value: null, copyValue: null, missing, tickable: false }), name] }), {
      role: 'viewer',
    });
    expect(screen.getByText('Give the name.')).toBeTruthy();
    for (const box of screen.getAllByRole<HTMLInputElement>('checkbox')) expect(box.disabled).toBe(true);
    expect(within(document.body).getByText('Step 3', { exact: false })).toBeTruthy();
  });

  test('speaks Chinese to a Chinese reader without saying each field twice', () => {
    show(sheet(), { locale: 'zh' });
    expect(screen.getAllByText('企业名称')).toHaveLength(1);
    expect(screen.queryByText('Registered name')).toBeNull();
    expect(screen.getByRole('button', { name: '复制企业名称' })).toBeTruthy();
  });
});
