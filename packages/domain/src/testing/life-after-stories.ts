/** By which shortest story each finding about the life after `live` comes up. Told in guards/findings.test.ts beside all others. */
import type { OrderEvent, RegistrationEvent } from '../enumerations/index.js';
import type { CommandFacts } from '../machine/fact-spec.js';
import type { CommandActor, Evidence } from '../registration/registration-command.js';
import { ownTargetOf } from '../registration/migration-target.js';
import type { FindingCode } from '../rulebook/findings.js';
import { aRegistration, CLOCK, NOW, SPECIALIST, type RegistrationBuilder } from './registration-builder.js';

/** A finding, what happened, the account, the event, its facts, who asks, and on what evidence; a typed note where nothing is said. */
export type FindingStory = readonly [
  code: FindingCode,
  what: string,
  build: () => RegistrationBuilder,
  event: RegistrationEvent | OrderEvent,
  facts?: CommandFacts,
  actor?: CommandActor,
  evidence?: Evidence | null,
];

const live = () => aRegistration().live().withSuccessors();
const individual = () =>
  aRegistration().subject('individual').inState('live').registration({ accountType: 'subscription' });
const target = (fields: CommandFacts = {}): CommandFacts => ({
  targetName: '灯桥品牌',
  targetAccountType: 'service',
  targetSubjectType: 'enterprise',
  targetCountryCode: 'CN',
  targetVerified: true,
  ...fields,
});
const migrating = () => live().after('migration_started', target());
const closing = (freezeEndsOn: string | null) => live().inState('closing').registration({ freezeEndsOn });

export const LIFE_AFTER_STORIES: readonly FindingStory[] = [
  [
    'order.account_restricted',
    'the account is frozen while its renewal is unpaid',
    () => aRegistration().awaitingFee().inState('restricted').registration({ restrictionKind: 'dormant' }),
    'fee_paid',
    { amount: { amountMinor: 300_00, currency: 'CNY' }, means: 'wechat_pay', paidOn: '2026-09-28' },
  ],
  [
    'slots.not_held',
    'its places were freed when it closed',
    () =>
      live()
        .inState('closed')
        .with(() => ({ slots: null })),
    'slots_released',
  ],
  [
    'admin.unchanged',
    'the new admin is the old one',
    () =>
      live().with(({ successor, admin }) => ({
        successor: successor && { ...successor, admin: { ...successor.admin, personId: admin?.personId ?? '' } },
      })),
    'admin_changed',
    { personId: 'person-1', scanSeen: true },
  ],
  ['name.by_order', 'a company wants another name', live, 'name_changed', { newName: '灯桥茶馆' }],
  [
    'name.changes_used',
    'twice this year already',
    () => individual().registration({ nameChangedAt: ['2026-02-01T00:00:00.000Z', '2026-05-01T00:00:00.000Z'] }),
    'name_changed',
    { newName: '灯桥茶馆' },
  ],
  [
    'name.cooling',
    'changed yesterday evening',
    () => individual().registration({ nameChangedAt: ['2026-09-27T13:00:00.000Z'] }),
    'name_changed',
    { newName: '灯桥茶馆' },
  ],
  ['name.unchanged', 'the name it has', individual, 'name_changed', { newName: '灯桥茶舍' }],
  [
    'subject.code_differs',
    'the new licence has another code',
    live,
    'subject_name_corrected',
    { registeredName: '灯桥（上海）饮品有限公司', code: '91999999MA0D00017U' },
  ],
  [
    'subject.name_unchanged',
    'the name it has',
    live,
    'subject_name_corrected',
    { registeredName: '灯桥（上海）茶业有限公司' },
  ],
  [
    'migration.source_overseas',
    'an overseas company’s account',
    () => live().subject('overseas_enterprise'),
    'migration_started',
    target(),
  ],
  [
    'migration.target_overseas',
    'into an account of a company in Hong Kong',
    live,
    'migration_started',
    target({ targetCountryCode: 'hk' }),
  ],
  [
    'migration.target_not_organisation',
    'into a person’s account',
    live,
    'migration_started',
    target({ targetSubjectType: 'individual', targetAccountType: 'subscription' }),
  ],
  [
    'migration.target_is_itself',
    'the account itself is named as the target',
    () => live().with((facts) => ({ ownTarget: ownTargetOf(facts, { now: NOW }) })),
    'migration_started',
    { targetRegistrationId: 'registration-1' },
  ],
  [
    'migration.target_not_live',
    'the target is one of our cases and frozen',
    () =>
      live().with((facts) => ({
        ownTarget: { ...ownTargetOf(facts, { now: NOW }), registrationId: 'registration-2', state: 'restricted' },
      })),
    'migration_started',
    { targetRegistrationId: 'registration-2' },
  ],
  [
    'registration.state_final',
    'WeChat tells something of a case that was handed over',
    () =>
      live()
        .inState('handed_over')
        .verification({
          conflict: {
            code: 'registration.state_differs',
            raisedAt: NOW,
            observed: null,
            event: 'account_restricted',
          },
        }),
    'verification_conflict_resolved',
    { keep: 'observed' },
  ],
  [
    'fee.page_differs',
    'the payment page asked for more, and there is a picture of it',
    () => aRegistration().awaitingFee(),
    'fee_paid',
    { amount: { amountMinor: 360_00, currency: 'CNY' }, means: 'wechat_pay', paidOn: '2026-09-28' },
    SPECIALIST,
    { rank: 'screenshot', fileId: 'f' },
  ],
  [
    'fee.paid_too_early',
    'paid on the day before the application',
    () => aRegistration().awaitingFee(),
    'fee_paid',
    { amount: { amountMinor: 300_00, currency: 'CNY' }, means: 'wechat_pay', paidOn: '2026-09-27' },
  ],
  [
    'migration.target_not_verified',
    'the target is not verified',
    live,
    'migration_started',
    target({ targetVerified: false }),
  ],
  [
    'migration.target_followers_unknown',
    'the followers come along and nobody counted the target’s',
    live,
    'migration_started',
    target({ moveFollowers: true }),
  ],
  [
    'migration.target_too_large',
    'the target has more than a thousand followers',
    live,
    'migration_started',
    target({ moveFollowers: true, targetFollowers: 1001 }),
  ],
  [
    'migration.type_closed',
    'a Mini Program does not migrate',
    () => live().registration({ accountType: 'mini_program' }),
    'migration_started',
    target({ targetAccountType: null }),
  ],
  [
    'migration.direction_closed',
    'a subscription account into a service account',
    () => live().registration({ accountType: 'subscription' }),
    'migration_started',
    target(),
  ],
  ['migration.not_approved', 'said to be done before Tencent agreed', migrating, 'migration_completed'],
  [
    'migration.days_over',
    'said to be done after the days to confirm',
    () => migrating().registration({ migrationApprovedAt: '2026-09-01T03:00:00.000Z' }),
    'migration_completed',
  ],
  [
    'migration.days_left',
    'the clock, before the days are over',
    () => migrating().registration({ migrationApprovedAt: NOW }),
    'migration_ended',
    {},
    CLOCK,
    null,
  ],
  [
    'closing.services_open',
    'advertising still runs',
    live,
    'deregistration_started',
    { followers: 10, payClosed: true, servicesClosed: true },
  ],
  ['closing.not_started', 'said to be gone while live', live, 'deregistration_confirmed'],
  ['closing.not_proven', 'said to be gone before any proof', () => closing(null), 'deregistration_confirmed'],
  ['closing.freeze_running', 'said to be gone in the freeze', () => closing('2026-09-28'), 'deregistration_confirmed'],
  [
    'closing.days_over',
    'said to be gone after the admin’s days',
    () => closing('2026-09-20'),
    'deregistration_confirmed',
  ],
  [
    'closing.days_left',
    'the clock, in the admin’s days',
    () => closing('2026-09-27'),
    'deregistration_cancelled',
    {},
    CLOCK,
    null,
  ],
  ['custody.incomplete', 'only the admin was changed', live, 'custody_handed_over', { adminChanged: true }, SPECIALIST],
  [
    'custody.licence_of_other',
    'the account stands on the agency’s licence',
    () => live().subject('enterprise', { licenceOf: 'agency' }),
    'custody_handed_over',
  ],
];
