/** A face without content: what happened, what is safe, what to do. One for every way the page can have nothing to show. */
import { PageFace } from '@daiban/ui';
import { isOffline, referenceOf } from './call-portal.js';
import { useLocale } from './locale.js';
import { text } from './texts.js';

/** What failed on the way to the API, with another try. */
export function FailureFace({ error, onRetry }: { error: unknown; onRetry(): void }) {
  const { locale } = useLocale();
  const offline = isOffline(error);
  const reference = referenceOf(error);
  return (
    <PageFace
      kind={offline ? 'offline' : 'error'}
      level={1}
      title={text(locale, offline ? 'portal.face.offline.title' : 'portal.face.error.title')}
      {...(reference ? { reference: text(locale, 'portal.face.reference', { reference }) } : {})}
      actions={
        <button type="button" className="portal-button" onClick={onRetry}>
          {text(locale, 'portal.face.retry')}
        </button>
      }
    >
      {text(locale, offline ? 'portal.face.offline.text' : 'portal.face.error.text')}
    </PageFace>
  );
}
