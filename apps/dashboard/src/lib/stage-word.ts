/** The stage's word where room is short: rows of the table, stations of the journey. */
import type { Stage } from '@daiban/domain/enumerations';
import type { Translate } from './locale.js';

const SHORTER = {
  email: 'dashboard.stage_short.email',
  admin_verification: 'dashboard.stage_short.admin_verification',
  ready: 'dashboard.stage_short.ready',
  renewal_in_progress: 'dashboard.stage_short.renewal_in_progress',
  verification_expired: 'dashboard.stage_short.verification_expired',
} as const satisfies Partial<Record<Stage, string>>;

export function stageWord(stage: Stage, t: Translate): string {
  return stage in SHORTER ? t(SHORTER[stage as keyof typeof SHORTER]) : t(`states.stage.${stage}`);
}
