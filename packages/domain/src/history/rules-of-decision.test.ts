import { describe, expect, test } from '@jest/globals';
import type { Change } from '../registration/registration-change.js';
import { judgeOrderEvent } from '../verification/judge-order-event.js';
import { judgeRegistrationEvent } from '../registration/judge-registration-event.js';
import { aRegistration, contextAt, NOW, OWNER, SPECIALIST } from '../testing/registration-builder.js';
import { RULEBOOK_VERSION } from '../rulebook/shipped-rules.js';

const rulesIn = (changes: readonly Change[], type: string): unknown =>
  changes.flatMap((change) =>
    change.kind === 'history' && change.entry.type === type ? [change.entry.payload] : [],
  )[0]?.['rules'];

describe('a decision keeps the rules it was made by, as they were', () => {
  test('the fee that a submitted application has to pay', () => {
    const { facts } = aRegistration().provingSubject();
    const [order] = facts.orders;
    const own = {
      ruleId: 'fee.official_account.enterprise',
      value: { amountMinor: 350_00, currency: 'CNY' },
      validFrom: '2026-09-01',
    };
    const judged = judgeOrderEvent(
      facts,
      order?.id ?? '',
      { event: 'application_submitted', actor: SPECIALIST },
      contextAt(NOW, [own]),
    );
    expect(judged.refusals).toEqual([]);
    expect(rulesIn(judged.changes, 'application_submitted')).toEqual([
      { id: own.ruleId, value: own.value, validFrom: '2026-09-01', confidence: 'H', version: RULEBOOK_VERSION },
    ]);
  });

  test('the warning that an owner passed', () => {
    const { facts } = aRegistration().with(({ subject }) => ({ subject: { ...subject, licenceOf: 'partner' } }));
    const acknowledgements = [{ code: 'subject.licence_of_other', reason: 'The client has read what it means.' }];
    const judged = judgeRegistrationEvent(
      facts,
      { event: 'advice_accepted', actor: OWNER, acknowledgements },
      contextAt(),
    );
    expect([...judged.refusals, ...judged.warnings, ...judged.unknowns]).toEqual([]);
    expect(rulesIn(judged.changes, 'advice_accepted')).toMatchObject([{ id: 'subject.own_licence', value: true }]);
  });

  test('nothing where no rule was passed and none fixed a number', () => {
    const { facts } = aRegistration();
    const judged = judgeRegistrationEvent(facts, { event: 'advice_accepted', actor: SPECIALIST }, contextAt());
    expect(judged.allowed).toBe(true);
    expect(rulesIn(judged.changes, 'advice_accepted')).toBeUndefined();
  });
});
