import { describe, expect, test } from '@jest/globals';
import { JEWELLER } from '../../testing/an-advice.js';
import { differsFromAdvice, type AdvisedChoices } from './differs-from-advice.js';

const AS_ADVISED: AdvisedChoices = {
  accountType: 'service',
  route: 'wechat_verification',
  subject: { type: 'overseas_enterprise', countryCode: 'IT', licenceOf: 'client' },
};

describe('a case beside the advice it was opened on', () => {
  test('that follows it differs in nothing', () => {
    expect(differsFromAdvice(AS_ADVISED, JEWELLER)).toEqual([]);
  });

  test('of a mainland company with another account names each thing that is other', () => {
    const subject = { type: 'enterprise', countryCode: 'CN', licenceOf: 'partner' } as const;
    const other = { accountType: 'subscription', route: 'small_transfer', subject } as const;
    expect(differsFromAdvice(other, JEWELLER)).toEqual(['account_type', 'subject', 'place', 'licence', 'route']);
  });

  test('leaves no way where none was known', () => {
    expect(differsFromAdvice({ ...AS_ADVISED, route: 'small_transfer' }, { ...JEWELLER, route: null })).toEqual([]);
  });
});
