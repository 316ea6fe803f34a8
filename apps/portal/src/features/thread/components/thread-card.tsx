/** The last messages about one account on the home page, with a place to write. */
import { PageLink } from '../../../lib/address.js';
import { useLocale } from '../../../lib/locale.js';
import { paths } from '../../../config/paths.js';
import { usePortalMessages } from '../api/messages.js';
import { threadText } from '../texts.js';
import type { ThreadReader } from '../thread-reader.js';
import { useReadMarks } from '../use-read-marks.js';
import { MessageForm } from './message-form.js';
import { MessageList } from './message-list.js';

/** Messages on the home page; the rest has a page of its own. */
const LAST = 3;

export interface ThreadCardProps {
  registrationId: string;
  accountName: string;
  /** Who answers; null: nobody by name. */
  assigneeName: string | null;
  reader: ThreadReader;
}

export default function ThreadCard({ registrationId, accountName, assigneeName, reader }: ThreadCardProps) {
  const { locale } = useLocale();
  const messages = usePortalMessages(registrationId, LAST);
  const [page] = messages.data?.pages ?? [];
  const items = page?.items ?? [];
  useReadMarks(registrationId, items, reader.isPreview);
  return (
    <section className="portal-card" aria-labelledby="thread" aria-busy={messages.isPending}>
      <h2 id="thread">
        {threadText(locale, 'thread.heading')}
        {page && page.unread > 0 ? (
          <span className="portal-message-new">{threadText(locale, 'thread.unread', { count: page.unread })}</span>
        ) : null}
      </h2>
      {messages.isError && !page ? (
        <p className="portal-note" role="alert">
          {threadText(locale, 'thread.load_failed')}{' '}
          <button type="button" className="portal-link" onClick={() => void messages.refetch()}>
            {threadText(locale, 'thread.retry')}
          </button>
        </p>
      ) : null}
      {page && items.length === 0 ? (
        <p>
          {assigneeName
            ? threadText(locale, 'thread.empty', { account: accountName, person: assigneeName })
            : threadText(locale, 'thread.empty_agency', { account: accountName })}
        </p>
      ) : null}
      {page?.nextCursor ? (
        <PageLink className="portal-link" href={paths.messages(registrationId)}>
          {threadText(locale, 'thread.all')}
        </PageLink>
      ) : null}
      {items.length > 0 ? <MessageList messages={items} reader={reader} /> : null}
      {reader.isPreview ? (
        <p className="portal-note">{threadText(locale, 'thread.preview')}</p>
      ) : (
        <MessageForm registrationId={registrationId} />
      )}
    </section>
  );
}
