import { expect, test } from '@jest/globals';
import { fillWithMail } from './fill-with-mail.js';

/** An empty frame, as the outbox has one. */
function emptyFrame(): Document {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  return frame.contentDocument!;
}

test('shows a mail with its styles, and its link leads to a new tab', () => {
  const frame = emptyFrame();
  fillWithMail(
    frame,
    '<html lang="zh"><body style="margin:0"><p style="color:red">您好</p><a href="https://agency.example/portal#t">查看进度</a></body></html>',
  );
  expect(frame.body.querySelector('p')?.style.color).toBe('red');
  expect(frame.body.querySelector('p')?.textContent).toBe('您好');
  const link = frame.body.querySelector('a')!;
  expect([link.href, link.target, link.rel]).toEqual([
    'https://agency.example/portal#t',
    '_blank',
    'noopener noreferrer',
  ]);
  expect(frame.documentElement.lang).toBe('zh');
});

test('leaves out everything in a mail that could run, send or load', () => {
  const frame = emptyFrame();
  fillWithMail(
    frame,
    `<p onclick="x()">text</p><script>x()</script><form action="https://evil.example"><input></form>
     <a href="javascript:x()">bad</a><img src="https://evil.example/seen.gif" onerror="x()"><iframe src="/"></iframe>`,
  );
  expect(frame.body.textContent).toContain('text');
  expect(frame.body.querySelectorAll('script,form,input,iframe')).toHaveLength(0);
  expect(frame.body.querySelector('p')?.getAttributeNames()).toEqual([]);
  expect(frame.body.querySelector('a')?.hasAttribute('href')).toBe(false);
  expect(frame.body.querySelector('img')?.getAttributeNames()).toEqual([]);
});

test('shows words that look like markup as words', () => {
  const frame = emptyFrame();
  fillWithMail(frame, '<p>a &lt;b style="x"&gt; style="y"</p>');
  expect(frame.body.textContent).toBe('a <b style="x"> style="y"');
});
