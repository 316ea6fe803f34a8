/** What somebody wrote, as they wrote it: line breaks kept, no markup. Used by both sides of a thread. */
import { Fragment } from 'react';

/** An address that could be one; what follows a word is no part of it. */
const CANDIDATE = /https:\/\/[^\s<>"'，。；：！？、（）【】《》“”]+/g;
/** Ends a sentence rather than an address. */
const TRAILING = /[.,;:!?)\]}]+$/;

export interface MessageTextProps {
  body: string;
}

export function MessageText({ body }: MessageTextProps) {
  return (
    <p className="message-text" dir="auto" lang={/\p{Script=Han}/u.test(body) ? 'zh-Hans' : ''}>
      {splitLinks(body).map(({ text, href }, index) =>
        href === null ? (
          <Fragment key={index}>{text}</Fragment>
        ) : (
          <a key={index} href={href} target="_blank" rel="noopener noreferrer nofollow">
            {text}
          </a>
        ),
      )}
    </p>
  );
}

/** The words in order; `href` for the parts that lead exactly where they say: whole, https, no user name before the host, no look-alike letters. */
export function splitLinks(body: string): { text: string; href: string | null }[] {
  const parts: { text: string; href: string | null }[] = [];
  let end = 0;
  for (const { 0: found, index } of body.matchAll(CANDIDATE)) {
    const text = found.replace(TRAILING, '');
    if (!leadsWhereItSays(text)) continue;
    if (index > end) parts.push({ text: body.slice(end, index), href: null });
    parts.push({ text, href: text });
    end = index + text.length;
  }
  if (end < body.length) parts.push({ text: body.slice(end), href: null });
  return parts;
}

/** A browser would go to the very letters that stand there. */
function leadsWhereItSays(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || url.username !== '' || url.password !== '') return false;
  return url.href === text || url.href === `${text}/`;
}
