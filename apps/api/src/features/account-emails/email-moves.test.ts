import { describe, expect, test } from '@jest/globals';
import { EMAIL_CHECK_RESULTS, EMAIL_STATES, type EmailState } from '@daiban/domain/enumerations';
import { moveWithCase, stateAfterCheck } from './email-moves.js';

const AT = '2026-09-28T03:20:00.000Z';

describe('a look at an address', () => {
  const moves = EMAIL_STATES.flatMap((state) =>
    EMAIL_CHECK_RESULTS.flatMap((result) => {
      const to = stateAfterCheck(state, result);
      return to ? [`${state} ${result} → ${to}`] : [];
    }),
  );
  test('frees what waited for it, blocks what something else uses, and leaves what Tencent knows as ours', () => {
    expect(moves).toEqual([
      'free used_by_wechat_product → blocked',
      'free open_platform → blocked',
      'free personal_wechat → blocked',
      'reserved used_by_wechat_product → blocked',
      'reserved open_platform → blocked',
      'reserved personal_wechat → blocked',
      'recheck unused → free',
      'recheck used_by_wechat_product → blocked',
      'recheck open_platform → blocked',
      'recheck personal_wechat → blocked',
      'blocked unused → free',
    ]);
  });
});

describe('an address that moves with its case', () => {
  const move = (to: EmailState) => moveWithCase(to, 'case', AT, '2026-10-28T03:20:00.000Z', to === 'in_use');
  test('stays with the case while it is reserved, in use or cooling', () => {
    expect(move('in_use')).toMatchObject({ registrationId: 'case', reservedUntil: null, controlProven: true });
    expect(move('cooling')).toMatchObject({ registrationId: 'case', controlProven: null });
    expect(move('reserved')).toMatchObject({ registrationId: 'case', reservedUntil: '2026-10-28T03:20:00.000Z' });
  });
  test('belongs to nobody afterwards, and control of it must be proven anew', () => {
    for (const to of ['free', 'recheck', 'blocked'] as const)
      expect(move(to)).toMatchObject({ registrationId: null, reservedUntil: null, controlProven: false });
  });
});
