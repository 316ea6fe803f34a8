/** A link that was just made: its address, this once, and until when it serves. */
import { Moment } from './moment.js';
import { CopyOnce } from './copy-once.js';
import { useLocale } from '../lib/locale.js';

export function ShownLink({ url, expiresAt }: { url: string; expiresAt: string }) {
  const { t } = useLocale();
  return (
    <>
      <CopyOnce label={t('records.link.address')} value={url} />
      <p className="quiet">
        {t('records.link.until')} <Moment at={expiresAt} />
      </p>
    </>
  );
}
