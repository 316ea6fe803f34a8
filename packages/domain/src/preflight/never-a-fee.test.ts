import { describe, expect, test } from '@jest/globals';
import type { OrderEvent, RegistrationEvent } from '../enumerations/index.js';
import type { CommandFacts } from '../machine/fact-spec.js';
import { judgeRegistrationEvent } from '../registration/judge-registration-event.js';
import type { RegistrationFacts } from '../registration/registration-facts.js';
import { aRegistration, contextAt, SPECIALIST, type RegistrationBuilder } from '../testing/registration-builder.js';
import { judgeOrderEvent } from '../verification/judge-order-event.js';
import { derivePreflight } from './derive-preflight.js';

type Spoil = readonly [string, (builder: RegistrationBuilder) => RegistrationBuilder];
const counters = (kind: keyof RegistrationFacts['counters'], reserved: number) => (builder: RegistrationBuilder) =>
  builder.with((facts) => ({ counters: { ...facts.counters, [kind]: { reserved, planned: 0, elsewhere: 0 } } }));

/** What may go wrong between the last green light and the fee; each pair of them is tried. */
const SPOILS: readonly Spoil[] = [
  ['nothing more happens', (builder) => builder],
  ['the licence turns out to end soon', (builder) => builder.subject('enterprise', { licenceExpiresOn: '2026-10-01' })],
  ['the licence code turns out wrong', (builder) => builder.subject('enterprise', { code: '91350100M000100Y44' })],
  ['the company is struck off', (builder) => builder.subject('enterprise', { standing: 'struck_off' })],
  ['it turns out to be a company abroad', (builder) => builder.subject('overseas_enterprise')],
  ['it turns out to be a sole proprietor', (builder) => builder.subject('sole_proprietor')],
  [
    'a paper comes back',
    (builder) =>
      builder.with(({ prerequisites }) => ({
        prerequisites: prerequisites.map((item) => ({ ...item, state: 'returned' as const })),
      })),
  ],
  ['the client takes the sign-off back', (builder) => builder.with(() => ({ signOff: null }))],
  [
    'the wanted name is emptied',
    (builder) =>
      builder
        .registration({ proposedName: '' })
        .with(({ orders }) => ({ orders: orders.map((order) => ({ ...order, wantedName: null })) })),
  ],
  [
    'the wanted name gets a star',
    (builder) =>
      builder
        .registration({ proposedName: '灯桥★' })
        .with(({ orders }) => ({ orders: orders.map((order) => ({ ...order, wantedName: '灯桥★' })) })),
  ],
  [
    'the address is somebody else’s',
    (builder) => builder.with(({ email }) => ({ email: email && { ...email, reservedHere: false } })),
  ],
  ['the admin leaves', (builder) => builder.with(() => ({ admin: null }))],
  ['the company’s places fill up', counters('subject', 2)],
  ['the admin’s phone fills up', counters('admin_phone', 5)],
  ['the account becomes a WeCom one', (builder) => builder.registration({ accountType: 'wecom' })],
];

/** Where money or an irreversible submission is one decision away. */
const BRINKS: readonly [string, () => RegistrationBuilder, RegistrationEvent | OrderEvent, CommandFacts][] = [
  ['submitting the information', () => aRegistration().readyToSubmit(), 'information_submitted', { payer: 'client' }],
  ['submitting the application', () => aRegistration().provingSubject(), 'application_submitted', {}],
  [
    'paying',
    () => aRegistration().awaitingFee(),
    'fee_paid',
    { amount: { amountMinor: 300_00, currency: 'CNY' }, means: 'wechat_pay', paidOn: '2026-09-28' },
  ],
];

/** What only the form of the decision itself says. */
const SAID_IN_THE_FORM = ['fee.amount_differs', 'fee.means_not_allowed', 'facts.missing'];

function refusalsOf({ facts }: RegistrationBuilder, event: RegistrationEvent | OrderEvent, given: CommandFacts) {
  const command = { actor: SPECIALIST, facts: given, reason: 'as agreed', evidence: { rank: 'typed' } } as const;
  const [order] = facts.orders;
  const judgement =
    event === 'information_submitted'
      ? judgeRegistrationEvent(facts, { ...command, event }, contextAt())
      : judgeOrderEvent(facts, order?.id ?? null, { ...command, event: event as OrderEvent }, contextAt());
  return judgement.refusals.map(({ code }) => code).filter((code) => !SAID_IN_THE_FORM.includes(code));
}

describe.each(BRINKS)('never %s against a pre-flight that says yes', (_, build, event, given) => {
  const pairs = SPOILS.flatMap(([first, spoil], index) =>
    SPOILS.slice(index).map(([second, more]) => [`${first}, ${second}`, () => more(spoil(build()))] as const),
  );

  test.each(pairs)('%s', (__, spoiled) => {
    const builder = spoiled();
    const { blockers } = derivePreflight(builder.facts, null, contextAt());
    const refused = refusalsOf(builder, event, given);
    expect(blockers.map(({ code }) => code)).toEqual(expect.arrayContaining(refused));
    // And it cries no wolf: what it says stops this very decision does stop it.
    const claimed = blockers.filter(
      ({ decision }) => decision === event || (event === 'fee_paid' && decision === 'fee_waived'),
    );
    expect(refused).toEqual(expect.arrayContaining(claimed.map(({ code }) => code)));
  });
});
