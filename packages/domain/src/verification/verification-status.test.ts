import { describe, expect, test } from '@jest/globals';
import type { Provenance, VerificationStatus } from '../enumerations/index.js';
import type { VerificationFacts } from '../registration/registration-facts.js';
import { aRegistration, contextAt, OWNER, SPECIALIST, WECHAT } from '../testing/registration-builder.js';
import { judgeOrderEvent } from './judge-order-event.js';
import { mergeVerification } from './merge-verification.js';
import { deriveVerificationStatus } from './verification-status.js';
import { evidenceFindings, weighEvidence } from './weigh-evidence.js';
import type { CommandActor, Evidence } from '../registration/registration-command.js';

const none = aRegistration().facts.verification;
const passed: VerificationFacts = { ...none, qualification: 'passed', naming: 'passed', provenance: 'wechat_event' };
const company = { accountType: 'service', subjectType: 'enterprise' } as const;
const person = { accountType: 'subscription', subjectType: 'individual' } as const;
const now = '2026-09-28T03:20:00.000Z';

describe('verification status', () => {
  test.each<
    [
      VerificationStatus,
      string,
      Partial<VerificationFacts>,
      typeof company | typeof person | { accountType: 'mini_program'; subjectType: 'individual' },
    ]
  >([
    ['unverified', 'nothing ever heard', none, company],
    ['unverified', 'a failed qualification', { ...none, qualification: 'failed', provenance: 'wechat_event' }, company],
    ['unverified', 'a review under way', { ...none, qualification: 'pending' }, company],
    ['not_available', 'an individual’s Official Account', none, person],
    ['verified', 'an individual’s Official Account that WeChat says is verified', passed, person],
    ['unverified', 'an individual’s Mini Program', none, { accountType: 'mini_program', subjectType: 'individual' }],
    ['inherited', 'a Mini Program made from a verified account', { ...none, inherited: true }, company],
    ['verified', 'inherited before, verified by itself now', { ...passed, inherited: true }, company],
    ['claimed', 'a typed note alone', { ...passed, provenance: 'typed' }, company],
    ['verified', 'typed and countersigned', { ...passed, provenance: 'typed_countersigned' }, company],
    ['verified', 'a screenshot', { ...passed, provenance: 'screenshot' }, company],
    ['verified', 'the old name kept', { ...passed, naming: 'unchanged' }, company],
    ['verified_without_name', 'the name failed', { ...passed, naming: 'failed' }, company],
    ['verified_without_name', 'the name under review', { ...passed, naming: 'pending' }, company],
    ['verified_without_name', 'nobody told of the name', { ...passed, naming: null }, company],
    ['verified', 'one millisecond before the end', { ...passed, until: '2026-09-28T03:20:00.001Z' }, company],
    ['expired', 'at the very end', { ...passed, until: now }, company],
    ['expired', 'claimed, and past its end', { ...passed, provenance: 'typed', until: now }, company],
    ['verified', 'on the last day, which counts to its end', { ...passed, untilOn: '2026-09-28' }, company],
    ['expired', 'the day after', { ...passed, untilOn: '2026-09-27' }, company],
  ])('%s: %s', (status, _, facts, account) => {
    expect(deriveVerificationStatus({ ...none, ...facts }, account, now)).toBe(status);
  });

  test('the last day ends at midnight in Shanghai, not in UTC', () => {
    const facts = { ...passed, untilOn: '2025-12-31' };
    expect(deriveVerificationStatus(facts, company, '2025-12-31T15:59:59.999Z')).toBe('verified');
    expect(deriveVerificationStatus(facts, company, '2025-12-31T16:00:00.000Z')).toBe('expired');
  });

  test('it stays expired while the renewal is in review', () => {
    const live = aRegistration()
      .live('2026-10-01T16:00:00.000Z')
      .afterOrder('order_opened', { kind: 'renewal', payer: 'client' });
    const { facts } = live.with(({ orders }) => ({
      orders: orders.map((order, index) => (index === 0 ? { ...order, state: 'in_review' as const } : order)),
    }));
    expect(deriveVerificationStatus(facts.verification, company, '2026-10-02T00:00:00.000Z')).toBe('expired');
  });
});

describe('what evidence is worth', () => {
  const key: CommandActor = { kind: 'api_key', id: 'key-1', role: 'manager', memberId: 'member-wei' };
  test.each<[Provenance | null, string, Evidence | undefined, CommandActor]>([
    [null, 'nothing given', undefined, SPECIALIST],
    ['wechat_event', 'WeChat’s own message', undefined, WECHAT],
    ['wechat_api', 'a program that read the API', { rank: 'wechat_api' }, key],
    ['screenshot', 'a member who saw what the API says', { rank: 'wechat_api', note: 'I saw it' }, SPECIALIST],
    ['screenshot', 'a member who saw WeChat’s message', { rank: 'wechat_event' }, OWNER],
    ['screenshot', 'an uploaded screenshot', { rank: 'screenshot', fileId: 'f' }, SPECIALIST],
    ['screenshot', 'a screenshot seen outside, its author answers for it', { rank: 'screenshot' }, SPECIALIST],
    ['typed', 'a note', { rank: 'typed', note: 'seen' }, SPECIALIST],
    ['typed', 'a note with a file is still a note', { rank: 'typed', fileId: 'f' }, SPECIALIST],
    [
      'typed_countersigned',
      'a note that a second member signed',
      { rank: 'typed', countersignedBy: 'member-wei' },
      SPECIALIST,
    ],
  ])('%s: %s', (provenance, _, evidence, actor) => {
    expect(weighEvidence(evidence, actor)).toBe(provenance);
  });

  const agency = { memberIds: ['member-wei', 'member-mei'], fileIds: ['f'] };
  const signed = (countersignedBy: string): Evidence => ({ rank: 'typed', countersignedBy });
  test.each<[string, Evidence, CommandActor, string[]]>([
    ['a note a colleague signed', signed('member-wei'), SPECIALIST, []],
    ['a note signed twice by its author', signed('member-mei'), SPECIALIST, ['evidence.countersigner_invalid']],
    ['a program’s note, signed by its own member', signed('member-wei'), key, ['evidence.countersigner_invalid']],
    ['a program’s note, signed by another member', signed('member-mei'), key, []],
    ['a note signed by a stranger', signed('member-x'), SPECIALIST, ['evidence.countersigner_invalid']],
    ['a file that is there', { rank: 'screenshot', fileId: 'f' }, SPECIALIST, []],
    ['a file nobody uploaded', { rank: 'screenshot', fileId: 'g' }, key, ['evidence.file_unknown']],
  ])('%s', (_, evidence, actor, codes) => {
    expect(evidenceFindings(evidence, [], actor, agency).map(({ code }) => code)).toEqual(codes);
  });

  test('an answer to a warning names no file that nobody uploaded either', () => {
    const answer = { code: 'name.doubtful', reason: 'asked', evidenceId: 'g' };
    expect(evidenceFindings(undefined, [answer], OWNER, agency)).toMatchObject([{ code: 'evidence.file_unknown' }]);
  });

  test('even an observation is not recorded on a made-up file or signature', () => {
    const told = aRegistration().inReview();
    const judged = (evidence: Evidence) =>
      judgeOrderEvent(
        told.facts,
        told.facts.orders[0]?.id ?? '',
        { event: 'qualification_passed', actor: SPECIALIST, evidence },
        contextAt(),
      ).refusals.map(({ code }) => code);
    expect(judged({ rank: 'screenshot', fileId: 'made-up' })).toEqual(['evidence.file_unknown']);
    expect(judged(signed('member-mei'))).toEqual(['evidence.countersigner_invalid']);
    expect(judged({ rank: 'screenshot', note: 'seen on mp.weixin.qq.com' })).toEqual([]);
  });
});

describe('news about a verification', () => {
  const seen = (fields: object) =>
    ({
      qualification: 'passed',
      naming: null,
      until: null,
      untilOn: null,
      provenance: 'wechat_event',
      ...fields,
    }) as const;
  const held: VerificationFacts = {
    ...passed,
    until: '2027-01-01T00:00:00.000Z',
    untilProvenance: 'wechat_event',
    windowOpensOn: '2026-10-03',
  };

  test('a later end replaces the earlier one and its window', () => {
    expect(mergeVerification(held, seen({ until: '2028-01-01T00:00:00.000Z' }), now)).toEqual({
      until: '2028-01-01T00:00:00.000Z',
      untilOn: null,
      untilProvenance: 'wechat_event',
      windowOpensOn: null,
    });
  });
  test('an older ExpiredTime never replaces a newer one', () => {
    expect(mergeVerification(held, seen({ until: '2026-01-01T00:00:00.000Z' }), now)).toEqual({});
  });
  test('the same news twice writes the same end', () => {
    const once = { ...held, ...mergeVerification(held, seen({ until: held.until }), now) };
    expect(once).toEqual({ ...held });
  });
  test('WeChat’s end replaces a typed or an assumed one even when it is earlier', () => {
    const assumed: VerificationFacts = { ...passed, untilOn: '2027-09-28', untilProvenance: 'assumed' };
    expect(mergeVerification(assumed, seen({ until: '2027-09-20T00:00:00.000Z' }), now)).toMatchObject({
      until: '2027-09-20T00:00:00.000Z',
      untilOn: null,
    });
  });
  test('a typed note changes neither a told end nor a known result', () => {
    expect(mergeVerification(held, seen({ provenance: 'typed', untilOn: '2030-01-01' }), now)).toEqual({});
    expect(mergeVerification(held, { ...seen({ provenance: 'typed' }), qualification: 'failed' }, now)).toEqual({});
  });
  test('a refusal by WeChat of what runs is a conflict, not an overwrite', () => {
    const observed = { ...seen({}), qualification: 'failed' } as const;
    expect(mergeVerification(held, observed, now)).toEqual({
      conflict: { code: 'verification.result_differs', raisedAt: now, observed },
    });
  });
  test('stronger evidence lifts a claim', () => {
    expect(mergeVerification({ ...passed, provenance: 'typed' }, seen({ provenance: 'screenshot' }), now)).toEqual({
      provenance: 'screenshot',
    });
  });
});

test('a typed note passes the order and the registration, and the account is only claimed', () => {
  const { facts } = aRegistration()
    .inReview()
    .afterOrder('qualification_passed', {}, { evidence: { rank: 'typed', note: 'they called' } });
  expect(facts.registration.state).toBe('live');
  expect(deriveVerificationStatus(facts.verification, company, now)).toBe('claimed');
  expect(facts.verification).toMatchObject({ untilOn: '2027-09-28', untilProvenance: 'assumed' });
  const second = { evidence: { rank: 'typed', countersignedBy: 'member-wei' } } as const;
  const signed = aRegistration()
    .with(() => facts)
    .afterOrder('naming_passed', {}, second).facts;
  expect(deriveVerificationStatus(signed.verification, company, contextAt().now)).toBe('verified');
});
