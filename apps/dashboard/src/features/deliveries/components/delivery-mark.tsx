/** What became of a mail, as word, shape and colour. */
import type { DeliveryState } from '@daiban/domain/enumerations';
import { MarkText, type MarkTextProps } from '../../../components/mark-text.js';
import { useLocale } from '../../../lib/locale.js';

const MARKS: Record<DeliveryState, Pick<MarkTextProps, 'shape' | 'tone'>> = {
  queued: { shape: 'waiting', tone: 'quiet' },
  sending: { shape: 'moving', tone: 'quiet' },
  accepted: { shape: 'done', tone: 'good' },
  bounced: { shape: 'refused', tone: 'turn' },
  skipped: { shape: 'skipped', tone: 'quiet' },
  dead: { shape: 'dead', tone: 'turn' },
};

export function DeliveryMark({ state }: { state: DeliveryState }) {
  const { t } = useLocale();
  return <MarkText {...MARKS[state]} label={t(`states.delivery_state.${state}`)} />;
}
