import { describe, expect, test } from '@jest/globals';
import type { RegistrationEvent } from '../enumerations/index.js';
import type { CommandFacts } from '../machine/fact-spec.js';
import {
  aRegistration,
  CLOCK,
  codesOf,
  contextAt,
  NOW,
  OWNER,
  SPECIALIST,
  WECHAT,
  type RegistrationBuilder,
} from '../testing/registration-builder.js';
import { judgeOrderEvent } from '../verification/judge-order-event.js';
import { applyChanges } from './apply-changes.js';
import { deriveCase } from './derive-case.js';
import { judgeRegistrationEvent, listAvailableEvents } from './judge-registration-event.js';
import { ownTargetOf } from './migration-target.js';
import type { RegistrationFacts } from './registration-facts.js';

const DAY = (day: number, month = '09') => `2026-${month}-${String(day).padStart(2, '0')}T03:20:00.000Z`;
const SERVICES: CommandFacts = { payClosed: true, adsClosed: true, servicesClosed: true };
const TARGET: CommandFacts = {
  targetName: '灯桥品牌',
  targetAccountType: 'service',
  targetSubjectType: 'enterprise',
  targetCountryCode: 'CN',
  targetVerified: true,
};
const live = () => aRegistration().live().withSuccessors();
const heard = { actor: WECHAT, evidence: { rank: 'wechat_api' } } as const;
const seen = { evidence: { rank: 'screenshot', fileId: 'f' } } as const;

const UNKNOWN = {
  acknowledgements: [{ code: 'order.rename_effect_unknown', reason: 'asked', answeredBy: 'Tencent' }],
};

/** Judges and applies; throws with the codes where it is refused. */
function after(
  facts: RegistrationFacts,
  event: RegistrationEvent,
  more: Partial<Parameters<typeof judgeRegistrationEvent>[1]> = {},
  now = DAY(30),
): RegistrationFacts {
  const judgement = judgeRegistrationEvent(facts, { event, actor: OWNER, ...more }, contextAt(now));
  if (!judgement.allowed) throw new Error(codesOf(judgement).join(', '));
  return applyChanges(facts, judgement.changes);
}
const refused = (builder: RegistrationBuilder, event: RegistrationEvent, more: object = {}, now = NOW) =>
  codesOf(judgeRegistrationEvent(builder.facts, { event, actor: SPECIALIST, ...more }, contextAt(now)));

describe('the address of an account that we thought had come to nothing', () => {
  const lapsed = (facts: Partial<RegistrationFacts> = {}) => ({
    ...aRegistration().provingSubject().after('registration_lapsed').facts,
    ...facts,
  });
  const emailTakenBy = { address: 'account@example.com', registrationId: 'registration-2', accountName: '北光生活' };
  const GOES_ON = [
    ['subject_proven', 'live', 'in_use'],
    ['verification_observed', 'live', 'in_use'],
    ['account_restored', 'live', 'in_use'],
    ['migration_ended', 'live', 'in_use'],
    ['deregistration_cancelled', 'live', 'in_use'],
    ['account_restricted', 'restricted', 'in_use'],
    ['migration_approved', 'migrating', 'in_use'],
    ['deregistration_proven', 'closing', 'cooling'],
  ] as const;
  const news = (event: RegistrationEvent) =>
    event === 'verification_observed' ? { ...heard, facts: { qualification: 'passed' } } : heard;

  test.each(GOES_ON)('%s: the account has it again', (event, state, email) => {
    expect(lapsed().email).toMatchObject({ state: 'recheck', reservedHere: false });
    const known = after(lapsed(), event, news(event));
    expect(known).toMatchObject({
      registration: { state },
      email: { state: email, reservedHere: true },
      verification: { conflict: null },
    });
  });

  test.each(GOES_ON)('%s: of an address that another account took, a person decides', (event, state, kept) => {
    const known = after(lapsed({ email: null, emailTakenBy }), event, news(event));
    expect(known).toMatchObject({
      registration: { state },
      verification: { conflict: { code: 'email.held_by_other', email: emailTakenBy } },
    });
    const resolve = (keep: string, facts: Partial<RegistrationFacts> = {}) =>
      after({ ...known, ...facts }, 'verification_conflict_resolved', { facts: { keep }, reason: 'asked both' });
    for (const keep of ['held', 'observed']) expect(() => resolve(keep)).toThrow('email.held_by_other');
    // The other one gave it up.
    const { email } = lapsed();
    const given = { emailTakenBy: null, email };
    expect(() => resolve('held', given)).toThrow('email.missing');
    expect(resolve('observed', given)).toMatchObject({
      email: { state: kept, reservedHere: true },
      verification: { conflict: null },
    });
    // Or this one has another by now.
    const changed = { email: live().facts.email };
    expect(() => resolve('observed', changed)).toThrow('verification.nothing_observed');
    expect(resolve('held', changed).verification.conflict).toBeNull();
  });

  test.each(GOES_ON)('%s: one that was only reserved is the account’s as well', (event, state, email) => {
    expect(after(aRegistration().awaitingEmail().facts, event, news(event))).toMatchObject({
      registration: { state },
      email: { state: email },
    });
  });

  test('withdrawn in the end, what somebody found out about it since stays as it is', () => {
    const { email } = lapsed();
    const found = lapsed({ email: email && { ...email, state: 'free' } });
    expect(after(found, 'registration_withdrawn', { reason: 'given up' }).email?.state).toBe('free');
  });
});

describe('a verification that WeChat tells of', () => {
  const verified = { ...heard, facts: { qualification: 'passed', expiresOn: '2027-09-28' } } as const;
  const heardIn = (facts: RegistrationFacts, more: object = {}) =>
    judgeRegistrationEvent(facts, { event: 'verification_observed', ...verified, ...more }, contextAt(DAY(30))).changes;

  test.each(['draft', 'awaiting_email', 'ready_to_submit', 'proving_subject', 'lapsed'] as const)(
    'of an account we believed in %s: it works, and what nobody told us of is not seen',
    (state) => {
      const { facts } = aRegistration().route('small_transfer').inState(state);
      const changes = heardIn(facts);
      expect(applyChanges(facts, changes)).toMatchObject({
        registration: { state: 'live' },
        verification: { qualification: 'passed', conflict: null },
        slots: 'reserved',
      });
      const entries = changes.flatMap((change) => (change.kind === 'history' ? [change.entry] : []));
      expect(entries.map(({ type, to }) => [type, to])).toEqual([
        ['verification_observed', state],
        ['subject_proven', 'live'],
      ]);
      expect(entries[1]?.notSeen.includes('advice_accepted')).toBe(state === 'draft');
    },
  );

  test('by somebody of ours alone, it moves nothing', () => {
    const { facts } = aRegistration().awaitingEmail();
    const typed = { actor: SPECIALIST, evidence: { rank: 'typed', note: 'seen' } };
    expect(applyChanges(facts, heardIn(facts, typed)).registration.state).toBe('awaiting_email');
  });

  test.each(['withdrawn', 'closed', 'migrated'] as const)(
    'of one that we believe %s: a person has to look',
    (state) => {
      const { facts } = aRegistration().inState(state);
      const after = applyChanges(facts, heardIn(facts));
      expect(after.registration.state).toBe(state);
      expect(after.verification).toMatchObject({
        qualification: null,
        conflict: { code: 'registration.state_differs', event: 'verification_observed' },
      });
      // What was so before it ended contradicts nothing.
      expect(applyChanges(facts, heardIn(facts, { occurredAt: '2026-09-01T00:00:00Z' })).verification).toEqual(
        facts.verification,
      );
    },
  );
});

test('a proof that failed before we knew of any takes the case to its proof, with places held and the address in use', () => {
  const { facts } = aRegistration().route('small_transfer').awaitingEmail();
  const told = { ...heard, facts: { cause: 'wrong_name' } };
  expect(after(facts, 'subject_proof_failed', told)).toMatchObject({
    registration: { state: 'proving_subject', proof: 'failed' },
    slots: 'reserved',
    email: { state: 'in_use' },
  });
});

describe('the standing of an account, as WeChat tells it', () => {
  const told = [
    ['account_restricted', DAY(10)],
    ['account_restored', DAY(12)],
    ['account_restricted', DAY(14)],
    ['account_restored', DAY(16)],
  ] as const;
  const orders = [
    [0, 1, 2, 3],
    [3, 2, 1, 0],
    [1, 0, 3, 2],
    [2, 3, 0, 1],
    [0, 2, 1, 3],
    [3, 0, 0, 1, 2, 2],
  ];

  test.each(orders)('ends live in whatever order its news comes, some of it twice: %s', (...order) => {
    const end = order.reduce((facts, index) => {
      const [event, occurredAt] = told[index] ?? told[0];
      return after(facts, event, { ...heard, occurredAt });
    }, live().facts);
    expect(end.registration).toMatchObject({ state: 'live', restrictionKind: null, standingToldAt: DAY(16) });
  });

  test.each([
    [0, 1],
    [1, 0],
    [0, 1, 0],
  ])('frozen first and banned later it is banned, in whatever order the news comes: %s', (...order) => {
    const told = [
      { facts: { restriction: 'dormant' }, occurredAt: DAY(10) },
      { facts: { restriction: 'banned' }, occurredAt: DAY(12) },
    ];
    const end = order.reduce(
      (facts, index) => after(facts, 'account_restricted', { ...heard, ...told[index] }),
      live().facts,
    );
    expect(end.registration).toMatchObject({ state: 'restricted', restrictionKind: 'banned', standingToldAt: DAY(12) });
    // Without a reason told, the one we hold stays.
    expect(after(end, 'account_restricted', heard).registration.restrictionKind).toBe('banned');
  });

  test('told of an account we have given up, it is ours to look at, and what we hold stays', () => {
    const closed = after(live().inState('restricted').facts, 'account_given_up', { reason: 'no appeal' });
    expect(closed.email?.state).toBe('recheck');
    const told = after(closed, 'account_restored', heard, DAY(30));
    expect(told).toMatchObject({
      registration: { state: 'closed' },
      verification: { conflict: { code: 'registration.state_differs', event: 'account_restored' } },
    });
    expect(deriveCase(told, contextAt(DAY(30))).holder).toBe('agency');
    const resolve = (keep: string) =>
      after(told, 'verification_conflict_resolved', { facts: { keep }, reason: 'Tencent erred' });
    expect(() => resolve('observed')).toThrow('registration.state_final');
    const resolved = resolve('held');
    expect(resolved.verification.conflict).toBeNull();
    expect(deriveCase(resolved, contextAt(DAY(30))).holder).toBe('none');
    // What is older than the end is old news.
    expect(after(closed, 'account_restored', { ...heard, occurredAt: DAY(1) }).verification.conflict).toBeNull();
  });

  test('a struck-off company is marked so, a dormant account marks nobody', () => {
    const of = (restriction: string) => after(live().facts, 'account_restricted', { ...heard, facts: { restriction } });
    expect(of('struck_off')).toMatchObject({
      registration: { state: 'restricted', restrictionKind: 'struck_off' },
      subject: { standing: 'struck_off' },
    });
    expect(of('dormant').subject.standing).toBe('active');
  });

  test('while it is restricted an unpaid order is held, and Tencent’s word of a payment is still recorded', () => {
    const { facts } = aRegistration().awaitingFee().inState('restricted').registration({ restrictionKind: 'dormant' });
    const paid = { amount: { amountMinor: 300_00, currency: 'CNY' }, means: 'wechat_pay', paidOn: '2026-09-28' };
    const pay = (more: object) =>
      judgeOrderEvent(facts, 'order-1', { event: 'fee_paid', actor: SPECIALIST, facts: paid, ...more }, contextAt());
    expect(codesOf(pay({}))).toEqual(['order.account_restricted']);
    expect(pay(heard).allowed).toBe(true);
    expect(facts.orders[0]?.state).toBe('awaiting_fee');
  });

  test('restricted while it closes, it keeps its address, and nothing of the closing stays', () => {
    const closing = after(live().facts, 'deregistration_started', { facts: { followers: 1, ...SERVICES } });
    expect(closing.email?.state).toBe('cooling');
    const restricted = after(closing, 'account_restricted', heard);
    expect(restricted).toMatchObject({
      registration: { state: 'restricted', freezeEndsOn: null },
      email: { state: 'in_use' },
      slots: 'reserved',
    });
  });

  test('given up, an unpaid order is cancelled and a paid one waits for its answer; the places stay counted', () => {
    const give = (builder: RegistrationBuilder) =>
      after(builder.inState('restricted').facts, 'account_given_up', { reason: 'no appeal' });
    expect(give(aRegistration().awaitingFee())).toMatchObject({ slots: 'reserved', orders: [{ state: 'cancelled' }] });
    expect(give(aRegistration().inReview())).toMatchObject({ slots: 'reserved', orders: [{ state: 'in_review' }] });
    const released = after(give(aRegistration().inReview()), 'slots_released', { reason: 'told', ...seen });
    expect(released).toMatchObject({ slots: null, email: { state: 'recheck' }, registration: { state: 'closed' } });
    expect(released.registration.slotsReleasedAt).toBe(DAY(30));
  });
});

describe('a change of admin', () => {
  const change = { facts: { personId: 'person-2', scanSeen: true } };

  test('asks of the new one what a first one is asked, and nothing of the old one', () => {
    const successor = (fields: object, counters: object = {}) =>
      live().with(({ successor: one }) => ({
        successor: one && { admin: { ...one.admin, ...fields }, counters: { ...one.counters, ...counters } },
        admin: null,
      }));
    expect(refused(successor({}), 'admin_changed', change)).toEqual([]);
    expect(refused(successor({}), 'admin_changed', { facts: { personId: 'person-2' } })).toEqual([
      'admin.scan_not_seen',
    ]);
    expect(refused(successor({ consent: null }), 'admin_changed', change)).toEqual(['consent.missing']);
    // Who accepted the papers of this case has seen the former admin's.
    const unseen = successor({ idCheckedBy: null, idPaperAcceptedBy: 'member-mei' });
    expect(refused(unseen, 'admin_changed', change)).toEqual(['admin.id_not_checked']);
    expect(
      refused(successor({}, { admin_id: { reserved: 5, planned: 0, elsewhere: 0 } }), 'admin_changed', change),
    ).toEqual(['quota.admin_id_full']);
    expect(refused(successor({ employer: 'agency', isLegalRepresentative: false }), 'admin_changed', change)).toEqual([
      'admin.outsider',
    ]);
    expect(
      refused(
        successor({}).with(() => ({ successor: null })),
        'admin_changed',
        change,
      ),
    ).toEqual(['admin.missing']);
  });

  test('an overseas company’s new admin needs no scan; an individual’s account has no other admin', () => {
    const overseas = live().subject('overseas_enterprise');
    expect(refused(overseas, 'admin_changed', { facts: { personId: 'person-2' } })).toEqual([]);
    expect(refused(live().subject('individual'), 'admin_changed', change)).toContain('admin.not_the_subject');
  });

  test('hands the account over: the new one stands in, with their own counts', () => {
    const isLegalRepresentative = true;
    const changed = after(live().facts, 'admin_changed', { facts: { ...change.facts, isLegalRepresentative } });
    expect(changed).toMatchObject({ admin: { personId: 'person-2', isLegalRepresentative }, successor: null });
    expect(changed.slots).toBe('reserved');
  });

  test('is offered without a word against whoever may come', () => {
    const offered = listAvailableEvents(live().with(() => ({ successor: null })).facts, SPECIALIST, contextAt());
    expect(offered.find(({ event }) => event === 'admin_changed')).toMatchObject({ allowed: true, warnings: [] });
  });
});

describe('addresses and names', () => {
  test('the account takes the next address over, once it is checked and in our hands', () => {
    const unchecked = live().with(({ nextEmail }) => ({ nextEmail: nextEmail && { ...nextEmail, check: null } }));
    expect(refused(unchecked, 'email_changed', { facts: { controlProven: true } })).toEqual(['email.not_checked']);
    expect(refused(live(), 'email_changed')).toEqual(['email.control_not_proven']);
    expect(
      refused(
        live().with(() => ({ nextEmail: null })),
        'email_changed',
      ),
    ).toEqual(['email.missing']);
    const changed = after(live().facts, 'email_changed', { facts: { controlProven: true } });
    expect(changed).toMatchObject({ email: { address: 'next@example.com', state: 'in_use' }, nextEmail: null });
  });

  test('an individual renames twice a year, a day apart; the next year begins in Shanghai', () => {
    const person = aRegistration().subject('individual').inState('live').registration({ accountType: 'subscription' });
    const rename = (facts: RegistrationFacts, newName: string, now: string) =>
      after(facts, 'name_changed', { facts: { newName } }, now);
    const once = rename(person.facts, '灯桥茶馆', DAY(1));
    expect(once.registration).toMatchObject({ proposedName: '灯桥茶馆', nameChangedAt: [DAY(1)] });
    expect(() => rename(once, '灯桥茶楼', '2026-09-02T03:19:00.000Z')).toThrow('name.cooling');
    const twice = rename(once, '灯桥茶楼', DAY(2));
    expect(() => rename(twice, '灯桥茶社', '2026-12-31T15:59:00.000Z')).toThrow('name.changes_used');
    expect(rename(twice, '灯桥茶社', '2026-12-31T16:00:00.000Z').registration.proposedName).toBe('灯桥茶社');
    expect(deriveCase(once, contextAt(DAY(1))).deadlines).toMatchObject([{ kind: 'name_cooling', on: '2026-09-02' }]);
    expect(deriveCase(once, contextAt(DAY(3))).deadlines).toEqual([]);
  });

  test('WeChat’s own word of another name is recorded, whoever’s account it is', () => {
    const told = after(live().facts, 'name_changed', { ...heard, facts: { newName: '灯桥茶馆' } });
    expect(told.registration.proposedName).toBe('灯桥茶馆');
  });

  test('an organisation’s account carries its new name once the order for it has both answers, in either order', () => {
    const asked = live()
      .afterOrder('order_opened', { kind: 'rename', payer: 'client', wantedName: '灯桥茶馆' }, UNKNOWN)
      .prepared()
      .afterOrder('application_submitted')
      .afterOrder('fee_paid', {
        amount: { amountMinor: 300_00, currency: 'CNY' },
        means: 'wechat_pay',
        paidOn: '2026-09-28',
      })
      .afterOrder('auditor_assigned', { provider: 'Auditor One' });
    expect(asked.facts.registration.proposedName).toBe('灯桥茶舍');
    for (const [first, second] of [
      ['qualification_passed', 'naming_passed'],
      ['naming_passed', 'qualification_passed'],
    ] as const) {
      const half = asked.afterOrder(first, {}, heard);
      expect(half.facts.registration.proposedName).toBe('灯桥茶舍');
      expect(half.afterOrder(second, {}, heard).facts.registration.proposedName).toBe('灯桥茶馆');
    }
    const failed = asked
      .afterOrder('qualification_passed', {}, heard)
      .afterOrder('naming_failed', { reason: 'x' }, heard);
    expect(failed.facts.registration.proposedName).toBe('灯桥茶舍');
  });

  test('a corrected name is the subject’s; the same code may be written with it, another may not', () => {
    const facts = { registeredName: '灯桥（上海）茶饮有限公司', code: '91350100m000100y43' };
    expect(after(live().facts, 'subject_name_corrected', { facts, ...seen }).subject.name).toBe(facts.registeredName);
    const other = { ...facts, code: '91999999MA0D00017U' };
    expect(refused(live(), 'subject_name_corrected', { facts: other, ...seen })).toEqual(['subject.code_differs']);
    const told = { ...heard, facts: other };
    expect(refused(live(), 'subject_name_corrected', told)).toEqual(['subject.code_differs']);
  });
});

describe('moving into another account', () => {
  const migrating = () => after(live().facts, 'migration_started', { facts: TARGET }, DAY(30));

  test.each<[string, CommandFacts, string[]]>([
    ['with its followers into one with a thousand', { moveFollowers: true, targetFollowers: 1000 }, []],
    ['without its followers into a large one', { targetFollowers: 50_000 }, []],
    ['a service account into a subscription account', { targetAccountType: 'subscription' }, []],
    ['into a target in Taiwan', { targetCountryCode: 'TW' }, ['migration.target_overseas']],
    ['into an overseas company’s', { targetSubjectType: 'overseas_enterprise' }, ['migration.target_overseas']],
  ])('%s', (_, facts, codes) => {
    expect(refused(live(), 'migration_started', { facts: { ...TARGET, ...facts } })).toEqual(codes);
  });

  describe('of our own', () => {
    const target = (fields: object = {}) =>
      live().with((facts) => ({
        ownTarget: { ...ownTargetOf(live().facts, contextAt(DAY(30))), registrationId: 'registration-2', ...fields },
        registration: facts.registration,
      }));
    const named = { targetRegistrationId: 'registration-2' };
    const start = (builder: RegistrationBuilder, facts: CommandFacts = named) =>
      refused(builder, 'migration_started', { facts });

    test('it is judged by what we hold, whatever was typed beside it', () => {
      expect(start(target())).toEqual([]);
      expect(start(target({ verified: false }), { ...named, targetVerified: true })).toEqual([
        'migration.target_not_verified',
      ]);
      expect(
        start(target({ accountType: 'subscription', subjectType: 'individual' }), { ...TARGET, ...named }),
      ).toEqual(['migration.target_not_organisation']);
      expect(start(target({ countryCode: 'SG' }), { ...named, targetCountryCode: 'CN' })).toEqual([
        'migration.target_overseas',
      ]);
      expect(start(target({ state: 'restricted' }))).toEqual(['migration.target_not_live']);
      const small = { ...named, moveFollowers: true, targetFollowers: 1 };
      expect(start(target({ followers: 5000 }), small)).toEqual(['migration.target_too_large']);
    });

    test('what we do not hold is asked, and taken as said', () => {
      expect(start(target({ verified: null }))).toEqual(['migration.target_not_verified']);
      expect(start(target({ verified: null }), { ...named, targetVerified: true })).toEqual([]);
      expect(start(target({ followers: null }), { ...named, moveFollowers: true })).toEqual([
        'migration.target_followers_unknown',
      ]);
      const counted = { ...named, moveFollowers: true, targetFollowers: 500 };
      expect(start(target({ followers: null }), counted)).toEqual([]);
    });

    test('it never leads into itself', () => {
      const itself = live().with((facts) => ({ ownTarget: ownTargetOf(facts, contextAt(DAY(30))) }));
      expect(start(itself, { targetRegistrationId: 'registration-1' })).toEqual(['migration.target_is_itself']);
    });

    test('the case remembers it as we hold it', () => {
      const moving = after(target({ followers: 12 }).facts, 'migration_started', { facts: named });
      expect(moving.registration.migrationTarget).toEqual({
        name: '灯桥茶舍',
        registrationId: 'registration-2',
        accountType: 'service',
        subjectType: 'enterprise',
        countryCode: 'CN',
        followers: 12,
      });
    });
  });

  test('of a target that is none of our cases everything the guards ask is asked for', () => {
    const without = (name: string) => refused(live(), 'migration_started', { facts: { ...TARGET, [name]: null } });
    for (const name of ['targetName', 'targetAccountType', 'targetSubjectType', 'targetCountryCode', 'targetVerified'])
      expect(without(name)).toContain('facts.missing');
    expect(refused(live(), 'migration_started', { facts: { ...TARGET, moveFollowers: true } })).toContain(
      'facts.missing',
    );
  });

  test('Tencent’s approval of a migration nobody told us of begins it, and ends nothing twice', () => {
    const approved = after(live().facts, 'migration_approved', heard, DAY(30));
    expect(approved.registration).toMatchObject({ state: 'migrating', migrationApprovedAt: DAY(30) });
    expect(deriveCase(approved, contextAt(DAY(30)))).toMatchObject({ holder: 'admin_person' });
    const ended = after(approved, 'migration_ended', { actor: CLOCK }, DAY(16, '10'));
    // The same approval once more is older than the life it has gone back to.
    const again = after(ended, 'migration_approved', { ...heard, occurredAt: DAY(30) }, DAY(17, '10'));
    expect(again.registration.state).toBe('live');
  });

  test('Tencent reviews, then both admins confirm: turn, range and days follow', () => {
    expect(deriveCase(migrating(), contextAt(DAY(30)))).toMatchObject({
      stage: 'migrating',
      holder: 'tencent',
      expectedRange: { minDays: 1, maxDays: 3, ruleId: 'migration.review' },
      deadlines: [],
    });
    const approved = after(migrating(), 'migration_approved', seen, DAY(30));
    expect(deriveCase(approved, contextAt(DAY(30)))).toMatchObject({
      holder: 'admin_person',
      expectedRange: null,
      deadlines: [{ kind: 'migration_confirmation', on: '2026-10-15', passed: false }],
    });
    // Told a second time, the days run from the first.
    const again = after(approved, 'migration_approved', seen, DAY(5, '10'));
    expect(again.registration.migrationApprovedAt).toBe(DAY(30));
  });

  test('completed after its days is recorded when Tencent says so, even where our clock had ended it', () => {
    const approved = after(migrating(), 'migration_approved', seen, DAY(30));
    const ended = after(approved, 'migration_ended', { actor: CLOCK }, DAY(16, '10'));
    expect(ended.registration).toMatchObject({ state: 'live', migrationTarget: null, migrationApprovedAt: null });
    for (const facts of [approved, ended]) {
      const moved = after(facts, 'migration_completed', heard, DAY(20, '10'));
      expect(moved).toMatchObject({ registration: { state: 'migrated' }, slots: null, email: { state: 'recheck' } });
    }
  });
});

describe('deregistration', () => {
  const closing = (builder = live(), followers = 1000) =>
    after(builder.facts, 'deregistration_started', { facts: { ...SERVICES, followers } }, NOW);
  const person = () =>
    aRegistration().subject('individual').inState('live').registration({ accountType: 'subscription' });

  test.each([
    [0, '2026-10-05'],
    [1000, '2026-10-05'],
    [1001, '2026-10-13'],
    [10_000, '2026-10-13'],
    [100_000, '2026-10-28'],
    [100_001, '2026-11-27'],
  ])('%d followers freeze an individual’s account until %s, from the day of the scan', (followers, freezeEndsOn) => {
    expect(closing(person(), followers).registration).toMatchObject({ state: 'closing', freezeEndsOn });
  });

  test('whose turn it is: who proves, Tencent in the freeze, the admin in the days after it', () => {
    const turn = (facts: RegistrationFacts, now: string) => {
      const { holder, deadlines } = deriveCase(facts, contextAt(now));
      return [holder, ...deadlines.map(({ kind, on }) => `${kind} ${on}`)];
    };
    expect(turn(closing(), NOW)).toEqual(['client', 'deregistration_proof 2026-10-08']);
    expect(turn(closing(live().subject('government')), NOW)).toEqual(['agency']);
    const frozen = after(closing(), 'deregistration_proven', seen, DAY(30));
    expect(turn(frozen, DAY(7, '10'))).toEqual(['tencent', 'freeze_end 2026-10-07']);
    expect(turn(frozen, DAY(8, '10'))).toEqual(['admin_person', 'deregistration_confirmation 2026-10-14']);
    // The console may show another day than the one we counted.
    const shown = after(
      closing(),
      'deregistration_proven',
      { ...seen, facts: { freezeEndsOn: '2026-10-20' } },
      DAY(30),
    );
    expect(turn(shown, DAY(30))).toEqual(['tencent', 'freeze_end 2026-10-20']);
  });

  test('Tencent’s word that the proof was taken freezes an account we thought live; called off, it lives on', () => {
    const frozen = after(live().facts, 'deregistration_proven', heard, NOW);
    expect(frozen).toMatchObject({
      registration: { state: 'closing', freezeEndsOn: '2026-11-27' },
      email: { state: 'cooling' },
      slots: 'reserved',
    });
    const called = after(frozen, 'deregistration_cancelled', heard, DAY(30));
    expect(called).toMatchObject({
      registration: { state: 'live', freezeEndsOn: null },
      email: { state: 'in_use' },
      verification: { conflict: null },
    });
    // Of a live account the same word is nothing new, and never refused.
    expect(after(called, 'deregistration_cancelled', heard, DAY(30)).registration.state).toBe('live');
  });

  test('our own word of its end counts in the admin’s days only, Tencent’s everywhere', () => {
    const frozen = after(closing(), 'deregistration_proven', seen, DAY(30));
    const note = { evidence: { rank: 'typed', note: 'gone' } } as const;
    const say = (facts: RegistrationFacts, now: string, more: object = note) =>
      judgeRegistrationEvent(facts, { event: 'deregistration_confirmed', actor: SPECIALIST, ...more }, contextAt(now));
    expect(codesOf(say(closing(), NOW))).toEqual(['closing.not_proven']);
    expect(codesOf(say(frozen, DAY(7, '10')))).toEqual(['closing.freeze_running']);
    expect(codesOf(say(frozen, DAY(15, '10')))).toEqual(['closing.days_over']);
    expect(say(frozen, DAY(14, '10')).allowed).toBe(true);
    for (const facts of [closing(), frozen, live().facts, live().inState('lapsed').facts]) {
      const judgement = say(facts, DAY(20, '10'), heard);
      expect(applyChanges(facts, judgement.changes)).toMatchObject({
        registration: { state: 'closed' },
        verification: { conflict: null },
        slots: null,
        email: { state: 'recheck' },
      });
    }
  });

  test('called off, a restricted account is restricted again, any other lives on with its address', () => {
    const cancel = (facts: RegistrationFacts, more: object = {}, now = DAY(30)) =>
      after(facts, 'deregistration_cancelled', more, now);
    expect(cancel(closing())).toMatchObject({ registration: { state: 'live' }, email: { state: 'in_use' } });
    const restricted = after(live().facts, 'account_restricted', { ...heard, facts: { restriction: 'banned' } });
    const closed = after(restricted, 'deregistration_started', { facts: { ...SERVICES, followers: 1 } });
    expect(cancel(closed).registration).toMatchObject({ state: 'restricted', restrictionKind: 'banned' });
    // Restored while it closes, it goes back to life.
    const restored = after(closed, 'account_restored', heard);
    expect([restored.registration.state, restored.email?.state]).toEqual(['closing', closed.email?.state]);
    expect(cancel(restored).registration.state).toBe('live');
    expect(() => cancel(closing(), { actor: CLOCK }, DAY(8, '10'))).toThrow('closing.days_left');
    expect(cancel(closing(), { actor: CLOCK }, DAY(9, '10')).registration.state).toBe('live');
    const government = closing(live().subject('government'));
    expect(() => cancel(government, { actor: CLOCK }, DAY(30, '12'))).toThrow('closing.days_left');
  });
});

describe('what WeChat says of the account itself', () => {
  test('where it agrees nothing is raised; where it differs a person chooses', () => {
    const observe = (facts: CommandFacts) =>
      after(live().facts, 'verification_observed', { ...heard, facts: { qualification: 'passed', ...facts } });
    expect(observe({ accountType: 'service', subjectName: '灯桥(上海)茶业有限公司' }).verification.conflict).toBeNull();
    const differing = observe({ accountType: 'subscription', subjectName: '灯桥（上海）饮品有限公司' });
    expect(differing.registration.accountType).toBe('service');
    expect(deriveCase(differing, contextAt(DAY(30))).holder).toBe('agency');
    const keep = (choice: string) =>
      after(differing, 'verification_conflict_resolved', { reason: 'asked', facts: { keep: choice } });
    expect(keep('held')).toMatchObject({
      registration: { accountType: 'service' },
      verification: { conflict: null, qualification: 'passed' },
    });
    expect(keep('observed')).toMatchObject({
      registration: { accountType: 'subscription' },
      subject: { name: '灯桥（上海）饮品有限公司' },
      verification: { conflict: null, qualification: 'passed' },
    });
  });
});
