/** All messages about one account, older ones on demand, with a place to write. */
import { paths } from '../../../config/paths.js';
import { PageLink } from '../../../lib/address.js';
import { isElsewhere, isMissing, isVisitOver } from '../../../lib/call-portal.js';
import { ElsewhereFace } from '../../../lib/elsewhere-face.js';
import { FailureFace } from '../../../lib/face.js';
import { useLocale } from '../../../lib/locale.js';
import { nameFor, PortalFrame } from '../../../lib/portal-frame.js';
import { useVisit } from '../../../lib/visit.js';
import { VisitOver } from '../../../lib/visit-over.js';
import { usePortalMessages } from '../api/messages.js';
import { threadText } from '../texts.js';
import { useReadMarks } from '../use-read-marks.js';
import { MessageForm } from './message-form.js';
import { MessageList } from './message-list.js';

const PAGE = 20;

/** @param id of the account */
export default function ThreadPage({ id }: { id: string }) {
  const { locale } = useLocale();
  const visit = useVisit();
  const messages = usePortalMessages(id, PAGE);
  const items = messages.data?.pages.flatMap((page) => page.items) ?? [];
  const [newest] = items;
  const isPreview = visit?.preview !== null;
  useReadMarks(id, items, isPreview);
  if (isVisitOver(messages.error)) return <VisitOver face="ended" />;
  const agencyName = visit ? nameFor(visit.agency, locale) : '';
  const title = threadText(locale, 'thread.title', { agency: agencyName });
  const back = (
    <PageLink className="portal-link" href={paths.account(id)}>
      {threadText(locale, 'thread.back')}
    </PageLink>
  );
  return (
    <PortalFrame title={title} footer={back}>
      {isElsewhere(messages.error) || isMissing(messages.error) || visit?.kind === 'boardroom' ? (
        <ElsewhereFace />
      ) : messages.isError && !messages.data ? (
        <FailureFace error={messages.error} onRetry={() => void messages.refetch()} />
      ) : (
        <section className="portal-card portal-reading" aria-busy={messages.isPending}>
          <h1 className="portal-card-title">{title}</h1>
          {messages.isPending ? (
            <p className="portal-note" role="status">
              {threadText(locale, 'thread.loading')}
            </p>
          ) : null}
          {messages.hasNextPage ? (
            <button
              type="button"
              className="portal-link"
              disabled={messages.isFetchingNextPage}
              onClick={() => void messages.fetchNextPage()}
            >
              {threadText(locale, 'thread.older')}
            </button>
          ) : null}
          {newest ? (
            <MessageList
              messages={items}
              reader={{
                locale,
                timeZone: visit?.timeZone ?? 'Asia/Shanghai',
                now: newest.writtenAt,
                agencyName,
                isPreview,
              }}
            />
          ) : null}
          {messages.isSuccess && items.length === 0 ? <p>{threadText(locale, 'thread.none')}</p> : null}
          {isPreview ? (
            <p className="portal-note">{threadText(locale, 'thread.preview')}</p>
          ) : (
            <MessageForm registrationId={id} />
          )}
        </section>
      )}
    </PortalFrame>
  );
}
