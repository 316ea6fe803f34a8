/** A mail as its receiver sees it, in a frame of its own in which no script can run. Its links open in a new tab. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { fillWithMail } from '../lib/fill-with-mail.js';
import './mail-frame.css';

/** What a mail is set for; the frame then takes the height it needs. */
const FIRST_HEIGHT = 480;

export function MailFrame({ html, title }: { html: string; title: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(FIRST_HEIGHT);
  const fill = useCallback((): void => {
    const inside = frame.current?.contentDocument;
    if (!inside) return;
    fillWithMail(inside, html);
    setHeight(Math.max(200, inside.documentElement.scrollHeight));
  }, [html]);
  // At once where the empty frame is there at once; some browsers make it anew and then say so by `load`.
  useEffect(fill, [fill]);
  return (
    <iframe
      ref={frame}
      className="mail-frame"
      title={title}
      height={height}
      onLoad={fill}
      // No allow-scripts, ever. Same origin, so that the mail can be put in from here.
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
    />
  );
}
