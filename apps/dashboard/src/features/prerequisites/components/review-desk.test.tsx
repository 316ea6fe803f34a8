import { describe, expect, jest, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { paths } from '../../../config/paths.js';
import { answerCalls } from '../../../testing/answer-calls.js';
import { renderRoute } from '../../../testing/render-route.js';
import type { ScreenOptions } from '../../../testing/render-screen.js';
import { casePapersQuery } from '../api/case-papers.js';
import { aCase, aFile, aPaper, aPrerequisite, aSitting, CASE_ID, id, papersOf } from '../testing/a-paper.js';
import { ReviewDesk } from './review-desk.js';

jest.setTimeout(30_000);

const LICENCE = aPaper();
const LETTER = aPaper({
  prerequisite: aPrerequisite({ id: id(2), code: 'application_letter' }),
  submittedAt: '2026-09-28T02:00:00.000Z',
  documents: [
    aFile({ id: id(12), prerequisiteId: id(2), name: 'letter.pdf', mediaType: 'application/pdf', pageCount: 2 }),
  ],
  returnReasons: ['seal_missing', 'blurred', 'other'],
});
const accepted = {
  prerequisiteId: id(1),
  code: 'business_licence',
  decision: 'accept' as const,
  reasonCode: null,
  note: null,
};
const returned = {
  ...accepted,
  prerequisiteId: id(2),
  code: 'application_letter',
  decision: 'return' as const,
  reasonCode: 'seal_missing',
};
const LETTER_MAIL = {
  subject: 'Northlight: please resend one paper',
  text: 'Please resend.',
  html: '<p>Please resend.</p>',
};
const MESSAGE = {
  message: { en: LETTER_MAIL, zh: { ...LETTER_MAIL, subject: '北光：请重新提交一份资料' } },
  recipients: [{ kind: 'contact', id: id(70), name: 'Ana', locale: 'en' }],
};

/** Answers follow each other; the last one stays. */
async function open(
  answers: ReturnType<typeof papersOf>[],
  options: ScreenOptions = {},
  more: Record<string, object> = {},
) {
  const left = [...answers];
  const calls = answerCalls({
    [`GET /registrations/${CASE_ID}/papers`]: () => (left.length > 1 ? left.shift()! : left[0]!),
    [`POST /prerequisites/${id(1)}/review`]: () => more['review'] ?? aPrerequisite({ state: 'accepted' }),
    [`POST /prerequisites/${id(2)}/review`]: () => aPrerequisite({ id: id(2), state: 'returned' }),
    [`POST /prerequisites/${id(1)}/review/undo`]: () => aPrerequisite(),
    [`POST /registrations/${CASE_ID}/review-message`]: () => MESSAGE,
    [`POST /registrations/${CASE_ID}/review-sittings/finish`]: () => ({ decisions: 2, mails: 1 }),
  });
  const Screen = () => {
    const papers = useQuery(casePapersQuery(CASE_ID));
    const [shown, setShown] = useState<string>();
    return papers.data ? (
      <ReviewDesk registration={aCase} papers={papers.data} paperId={shown} onShow={setShown} />
    ) : (
      <p>…</p>
    );
  };
  await renderRoute(paths.review, Screen, `/registrations/${CASE_ID}/review`, options);
  return calls;
}
const heading = () => screen.getByRole('region', { name: 'The decision' }).querySelector('h2')?.textContent;
const sent = (calls: readonly { method: string; path: string; body: unknown }[]) =>
  calls.filter(({ method, path }) => method === 'POST' && !path.endsWith('review-message'));

describe('the desk', () => {
  test('shows the paper that waits longest, what must be true of it and what it must agree with', async () => {
    await open([papersOf([LETTER, LICENCE])]);
    expect(await screen.findByText('0 of 2 decided')).toBeTruthy();
    expect(heading()).toBe('Business licence (营业执照)');
    expect(screen.getByAltText(/Business licence.*version 1, page 1 of 1/).getAttribute('src')).toBe(
      `/api/v1/documents/${id(11)}/content?view=picture&page=1`,
    );
    expect(screen.getByText('The name is the registered one, letter by letter.')).toBeTruthy();
    expect(screen.getByText('上海北光贸易有限公司')).toBeTruthy();
    expect(screen.getByText('91310000MA1K35XR8L')).toBeTruthy();
  });

  test('a accepts with the expiry that was read, and the next paper lies there', async () => {
    const calls = await open([papersOf([LICENCE, LETTER]), papersOf([LICENCE, LETTER], aSitting([accepted]))]);
    await userEvent.type(await screen.findByLabelText(/Valid until, as the paper says/), '2030-05-01');
    await userEvent.tab();
    (document.activeElement as HTMLElement).blur();
    await userEvent.keyboard('a');
    expect(await screen.findByText('1 of 2 decided')).toBeTruthy();
    expect(heading()).toBe('Application letter with seal (申请公函)');
    expect(sent(calls)).toMatchObject([{ body: { decision: 'accept', expiresOn: '2030-05-01' } }]);
    expect(screen.getByText('One decision is not told yet.')).toBeTruthy();
  });

  test('a line that is not so opens the return with its reason, how to put it right and pictures', async () => {
    const calls = await open([papersOf([LICENCE])]);
    await userEvent.click(await screen.findByRole('button', { name: /Not so: A part of the page is cut off/ }));
    const reason = screen.getByRole('radio', { name: /cut off/ });
    expect((reason as HTMLInputElement).checked).toBe(true);
    expect(screen.getByText('Step back until all four corners are in the picture.')).toBeTruthy();
    expect(document.querySelector('[data-example="cut_off"]')).toBeTruthy();
    await userEvent.type(screen.getByLabelText(/A word of yours/), 'The lower edge.');
    await userEvent.click(screen.getByRole('button', { name: 'Return and next' }));
    expect(sent(calls)).toMatchObject([
      {
        path: `/prerequisites/${id(1)}/review`,
        body: { decision: 'return', reasonCode: 'cut_off', note: 'The lower edge.' },
      },
    ]);
  });

  test('"other" says nothing by itself: it needs a word to the client', async () => {
    await open([papersOf([LICENCE])]);
    await screen.findByText('0 of 1 decided');
    await userEvent.keyboard('r');
    await userEvent.click(await screen.findByRole('radio', { name: /Something about it/ }));
    const button = screen.getByRole('button', { name: 'Return and next' }) as HTMLButtonElement;
    expect(button.disabled).toBe(true);
    await userEvent.type(screen.getByLabelText(/A word of yours/), 'Please write to us.');
    expect(button.disabled).toBe(false);
  });

  test('u takes the decision back as long as the client was not told', async () => {
    const calls = await open([papersOf([LICENCE], aSitting([accepted])), papersOf([LICENCE])]);
    expect(await screen.findByText('1 of 1 decided')).toBeTruthy();
    await userEvent.keyboard('u');
    expect(await screen.findByText('0 of 1 decided')).toBeTruthy();
    expect(sent(calls)).toMatchObject([{ path: `/prerequisites/${id(1)}/review/undo` }]);
  });

  test('the end shows the one mail and sends it; then nothing is left, whichever paper lay there', async () => {
    const reviewed = papersOf([
      { ...LICENCE, prerequisite: aPrerequisite({ state: 'accepted' }) },
      { ...LETTER, prerequisite: aPrerequisite({ id: id(2), code: 'application_letter', state: 'returned' }) },
    ]);
    const calls = await open([{ ...reviewed, sitting: aSitting([accepted, returned]) }, reviewed]);
    await userEvent.click(await screen.findByRole('button', { name: /Application letter.*Returned/ }));
    await userEvent.click(await screen.findByRole('button', { name: 'See the mail and send' }));
    expect(await screen.findByText('Northlight: please resend one paper')).toBeTruthy();
    expect(screen.getByText('To: Ana (English)')).toBeTruthy();
    await userEvent.click(screen.getByRole('radio', { name: '中文' }));
    expect(screen.getByText('北光：请重新提交一份资料').getAttribute('lang')).toBe('zh-Hans');
    await userEvent.click(screen.getByRole('button', { name: 'Finish and send' }));
    expect(await screen.findByText('2 decisions are told. Mails sent: 1.')).toBeTruthy();
    expect(screen.getByText('All reviewed')).toBeTruthy();
    expect(sent(calls).at(-1)).toMatchObject({ path: `/registrations/${CASE_ID}/review-sittings/finish` });
  });

  test('says at once that nothing waits', async () => {
    await open([papersOf([{ ...LICENCE, prerequisite: aPrerequisite({ state: 'accepted' }) }])]);
    expect(await screen.findByText('All reviewed')).toBeTruthy();
    expect(screen.getByText('One paper of this case is accepted.')).toBeTruthy();
  });
});

describe('who may not decide', () => {
  const refusal = {
    code: 'document.checked_by_uploader',
    kind: 'soft' as const,
    message: 'Whoever brought this paper does not check it.',
    rule: null,
    clearedBy: 'Another member looks it over, or the owner answers for it.',
    clearedByHolder: 'agency' as const,
  };

  test('whoever brought an ID paper reads why another pair of eyes is wanted', async () => {
    const calls = await open([papersOf([{ ...LICENCE, acceptRefusal: refusal }])]);
    expect(await screen.findByText('Whoever brought this paper does not check it.')).toBeTruthy();
    expect((screen.getByRole('button', { name: /Accept and next/ }) as HTMLButtonElement).disabled).toBe(true);
    await userEvent.keyboard('a');
    expect(sent(calls)).toEqual([]);
  });

  test('the owner answers for it in words', async () => {
    const calls = await open([papersOf([{ ...LICENCE, acceptRefusal: refusal }])], { role: 'owner' });
    await userEvent.type(await screen.findByLabelText(/^Why/), 'We are one person here.');
    await userEvent.click(screen.getByRole('button', { name: /Accept and next/ }));
    expect(sent(calls)).toMatchObject([
      { body: { acknowledgements: [{ code: 'document.checked_by_uploader', reason: 'We are one person here.' }] } },
    ]);
  });

  test('a viewer looks and decides nothing', async () => {
    await open([papersOf([LICENCE])], { role: 'viewer' });
    expect(await screen.findByText('Your role may look, not decide.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Accept/ })).toBeNull();
  });
});

describe('files', () => {
  test('one put aside says why and what to do, one under inspection that it comes by itself', async () => {
    const refused = aFile({
      id: id(13),
      state: 'refused',
      refusal: { code: 'file.damaged', message: 'The file cannot be opened.', fix: 'Send it again.' },
    });
    await open([
      papersOf([{ ...LICENCE, documents: [refused, aFile({ id: id(14), page: 2, state: 'quarantined' })] }]),
    ]);
    const viewer = await screen.findByRole('region', { name: 'The paper' });
    expect(within(viewer).getByText('The file cannot be opened.')).toBeTruthy();
    expect(within(viewer).getByText('Send it again.')).toBeTruthy();
    await userEvent.keyboard(']');
    expect(await within(viewer).findByText(/It appears here by itself/)).toBeTruthy();
  });

  test('two versions stand side by side', async () => {
    const documents = [aFile({ id: id(15), version: 2, name: 'again.jpg' }), aFile()];
    await open([papersOf([{ ...LICENCE, documents }])]);
    await userEvent.click(await screen.findByRole('button', { name: 'Compare with the last' }));
    expect(screen.getByText('Version 1, before')).toBeTruthy();
    expect(screen.getAllByText('Version 2, now').length).toBeGreaterThan(0);
  });

  test('a paper without a file is accepted by what was seen, in words', async () => {
    const calls = await open([papersOf([{ ...LICENCE, documents: [] }])]);
    const button = await screen.findByRole('button', { name: /Accept and next/ });
    expect((button as HTMLButtonElement).disabled).toBe(true);
    await userEvent.type(screen.getByLabelText(/What did you see/), 'Original seen in our office.');
    await userEvent.click(button);
    expect(sent(calls)).toMatchObject([{ body: { decision: 'accept', note: 'Original seen in our office.' } }]);
  });
});
