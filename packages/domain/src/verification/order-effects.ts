/** Every effect of the order's table by its name: what an order's event writes on the order, the verification and the registration. */
import { addMonths, shanghaiDate } from '../calendar/index.js';
import type { NamingResult, OrderKind, OrderState, PaymentMeans } from '../enumerations/index.js';
import type { Move } from '../machine/transition-row.js';
import { applyToRegistration } from '../registration/judge-registration-event.js';
import { moneyFact, textFact, type JudgingInput } from '../registration/judging.js';
import { NEW_ORDER, type Change, type OrderFields } from '../registration/registration-change.js';
import { listRequiredPrerequisites } from '../registration/required-prerequisites.js';
import type { ObservedVerification } from '../registration/registration-facts.js';
import type { OrderEffectName } from '../rulebook/order-transitions.js';
import { verificationFee } from './fee.js';
import { mergeVerification } from './merge-verification.js';
import { newOrder } from './new-order.js';

export type OrderEffect = (input: JudgingInput, move: Move<OrderState>) => readonly Change[];

export const ORDER_EFFECTS: Record<OrderEffectName, OrderEffect> = {
  open_order: openOrderEffect,
  set_fee: (input) =>
    setFields(input, {
      fee: verificationFee(
        input.facts,
        input.order?.organisationSize ?? null,
        input.context.rulesOn(shanghaiDate(input.occurredAt)),
      ).fee,
    }),
  record_payment: recordPayment,
  waive_fee: (input) => setFields(input, { feeWaived: true, paidAt: input.occurredAt }),
  // Which of the two counts is told in the entry; the order keeps what the auditors work on.
  record_second_payment: (input) =>
    textFact(input.command, 'firstPayment') === 'did_not_happen' ? setFields(input, paymentOf(input)) : [],
  take_auditor: (input) => {
    const provider = textFact(input.command, 'provider');
    if (input.order?.auditor || provider === null) return [];
    return setFields(input, {
      auditor: { provider, contact: textFact(input.command, 'contact') },
      reviewStartedAt: input.order?.reviewStartedAt ?? input.occurredAt,
    });
  },
  note_call: (input) =>
    input.command.facts?.['answered'] === false
      ? setFields(input, { missedCalls: (input.order?.missedCalls ?? 0) + 1 })
      : [],
  take_supplement_request: (input) =>
    setFields(input, {
      supplementReason: textFact(input.command, 'reason'),
      supplementDueOn: textFact(input.command, 'dueOn'),
    }),
  use_chance: (input) =>
    setFields(input, {
      chancesUsed: (input.order?.chancesUsed ?? 0) + 1,
      supplementDueOn: null,
      supplementReason: null,
      reviewStartedAt: input.occurredAt,
    }),
  pass_qualification: passQualification,
  fail_qualification: (input) => [
    ...setFields(input, { qualification: 'failed' }),
    // A renewal's failure takes nothing away; a first one's is the first thing known.
    ...(input.facts.verification.qualification === 'passed'
      ? []
      : [
          {
            kind: 'verification_set',
            fields: { qualification: 'failed', provenance: input.provenance ?? 'typed' },
          } as const,
        ]),
  ],
  prove_subject: (input) =>
    input.order?.kind === 'first' && input.facts.registration.route === 'wechat_verification'
      ? applyToRegistration(input, 'subject_proven')
      : [],
  note_naming_passed: (input) => noteNaming(input, 'passed'),
  note_naming_failed: (input) => noteNaming(input, 'failed'),
};

function setFields({ order }: JudgingInput, fields: OrderFields): Change[] {
  return order === null ? [] : [{ kind: 'order_set', orderId: order.id, fields }];
}

function openOrderEffect(input: JudgingInput): Change[] {
  const order = newOrder(input, textFact(input.command, 'kind') as OrderKind);
  const { registration, subject } = input.facts;
  const items = listRequiredPrerequisites(
    {
      subjectType: subject.type,
      subjectClass: subject.class,
      accountType: registration.accountType,
      route: registration.route,
      orderKind: order.kind,
    },
    input.context.rules,
  );
  const opened: Change = { kind: 'order_opened', order };
  return items.length === 0 ? [opened] : [opened, { kind: 'prerequisites_required', orderId: NEW_ORDER, items }];
}

/** WeChat's notice after ours confirms, it never pays twice. */
function recordPayment(input: JudgingInput): Change[] {
  return input.order?.payment ? [] : setFields(input, paymentOf(input));
}

function paymentOf({ command, occurredAt, order }: JudgingInput): OrderFields {
  const amount = moneyFact(command, 'amount');
  const means = textFact(command, 'means') as PaymentMeans | null;
  const paidOn = textFact(command, 'paidOn') ?? shanghaiDate(occurredAt);
  return {
    payment: amount === null || means === null ? null : { amount, means, paidOn },
    paidAt: occurredAt,
    receivingNumber: textFact(command, 'receivingNumber') ?? order?.receivingNumber ?? null,
    ...(order?.fee === null && amount !== null ? { fee: amount } : {}),
  };
}

/** Rights begin here: the order's qualification, and the account's, with the end WeChat told or one year from now. */
function passQualification(input: JudgingInput): Change[] {
  const { facts, order, command, context, occurredAt } = input;
  const provenance = input.provenance ?? 'typed';
  const told = { until: textFact(command, 'expiresAt'), untilOn: textFact(command, 'expiresOn') };
  const naming = namingKnown(order?.naming ?? 'pending', facts.verification.naming);
  const fields = mergeVerification(
    facts.verification,
    { qualification: 'passed', naming, ...told, provenance },
    occurredAt,
  );
  if (told.until === null && told.untilOn === null && order?.qualification !== 'passed') {
    const months = context.rules.entries['verification.validity_months'].value;
    const assumed: ObservedVerification = {
      qualification: 'passed',
      naming: null,
      until: null,
      untilOn: addMonths(shanghaiDate(occurredAt), months),
      provenance: 'assumed',
    };
    const { until, untilOn, untilProvenance, windowOpensOn } = mergeVerification(
      facts.verification,
      assumed,
      occurredAt,
    );
    if (untilProvenance !== undefined)
      Object.assign(fields, { until, untilOn, untilProvenance, windowOpensOn: windowOpensOn ?? null });
  }
  return [
    ...(order?.qualification === 'passed' ? [] : setFields(input, { qualification: 'passed' })),
    ...(Object.keys(fields).length > 0 ? [{ kind: 'verification_set', fields } as const] : []),
    ...(order?.naming === 'passed' ? takeName(input) : []),
    // The year the client decided about is renewed.
    ...(facts.registration.renewalDecision !== null && order?.qualification !== 'passed'
      ? [{ kind: 'registration_set', fields: { renewalDecision: null } } as const]
      : []),
  ];
}

/** The account carries the order's name from the moment that both its answers are in: the only way in which an organisation's account is renamed. */
function takeName({ facts, order }: JudgingInput): Change[] {
  const name = order?.wantedName ?? null;
  return name === null || name === facts.registration.proposedName
    ? []
    : [{ kind: 'registration_set', fields: { proposedName: name } }];
}

/** What the account's naming is once qualification has passed: a new name still under review takes no tick away. */
function namingKnown(ofOrder: NamingResult, held: NamingResult | null): NamingResult {
  if (ofOrder === 'unchanged') return held ?? 'unchanged';
  return ofOrder === 'pending' && held === 'passed' ? 'passed' : ofOrder;
}

/** The name's result; the account shows it once qualification has passed. A failed name waits for a person's decision. */
function noteNaming(input: JudgingInput, naming: 'passed' | 'failed'): Change[] {
  const { facts, order, command, occurredAt } = input;
  const provenance = input.provenance ?? 'typed';
  const isQualified = order?.qualification === 'passed';
  const changes: Change[] = setFields(input, { naming });
  if (!isQualified) return changes;
  const told = { until: textFact(command, 'expiresAt'), untilOn: textFact(command, 'expiresOn') };
  if (naming === 'passed') {
    const fields = mergeVerification(
      facts.verification,
      { qualification: 'passed', naming, ...told, provenance },
      occurredAt,
    );
    const verified: Change[] = Object.keys(fields).length > 0 ? [{ kind: 'verification_set', fields }] : [];
    return [...changes, ...verified, ...takeName(input)];
  }
  const hadName = facts.verification.naming === 'passed' || facts.verification.naming === 'unchanged';
  return [
    ...changes,
    {
      kind: 'verification_set',
      fields: {
        ...(hadName ? {} : { naming: 'failed' as const }),
        conflict: { code: 'verification.name_failed', raisedAt: occurredAt, observed: null },
      },
    },
  ];
}
