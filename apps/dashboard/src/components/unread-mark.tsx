/** Says that a client wrote and nobody has read it: a shape and a number, in words for whoever cannot see them. */
import { IconMessage } from '@tabler/icons-react';
import { useLocale } from '../lib/locale.js';
import './unread-mark.css';

export function UnreadMark({ count }: { count: number }) {
  const { t } = useLocale();
  if (count === 0) return null;
  const words = t('messages.unread', { count });
  return (
    <span className="unread-mark" title={words}>
      <IconMessage size={13} stroke={1.8} aria-hidden="true" />
      <span aria-hidden="true">{count}</span>
      <span className="visually-hidden">{words}</span>
    </span>
  );
}
