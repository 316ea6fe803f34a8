/** The state of an address, as word, shape and colour. */
import type { EmailState } from '@daiban/domain/enumerations';
import { MarkText, type MarkTextProps } from '../../../components/mark-text.js';
import { useLocale } from '../../../lib/locale.js';

const MARKS: Record<EmailState, Pick<MarkTextProps, 'shape' | 'tone'>> = {
  free: { shape: 'waiting', tone: 'quiet' },
  reserved: { shape: 'partly', tone: 'quiet' },
  in_use: { shape: 'done', tone: 'good' },
  cooling: { shape: 'moving', tone: 'quiet' },
  recheck: { shape: 'same', tone: 'turn' },
  blocked: { shape: 'refused', tone: 'turn' },
};

export function EmailMark({ state }: { state: EmailState }) {
  const { t } = useLocale();
  return <MarkText {...MARKS[state]} label={t(`states.email_state.${state}`)} />;
}
