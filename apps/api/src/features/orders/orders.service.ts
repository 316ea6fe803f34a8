/** Verification orders of a case: listing them, opening one, applying events to one. */
import { Injectable } from '@nestjs/common';
import type { applyOrderEvent, listOrders, openOrder, OperationInput, VerificationOrder } from '@daiban/contracts';
import { judgeOrderEvent, type CommandFacts, type OrderCommand } from '@daiban/domain';
import { z } from 'zod';
import type { Actor } from '../../platform/auth/actor.js';
import { decodeCursor, toPage, type Page } from '../../platform/paging/cursor.js';
import { Refused } from '../../platform/refusal/refused.js';
import { CaseAnswersService } from '../registrations/case-answers.service.js';
import { CasesService } from '../registrations/cases.service.js';

/** An event without its author. */
export type OrderEventCommand = Omit<OrderCommand, 'actor'>;

const CURSOR = z.tuple([z.number().int().min(1)]);

@Injectable()
export class OrdersService {
  constructor(
    private readonly cases: CasesService,
    private readonly answers: CaseAnswersService,
  ) {}

  /** Newest first. */
  async listOrders(
    actor: Actor,
    { params, query }: OperationInput<typeof listOrders>,
  ): Promise<Page<VerificationOrder> | Refused> {
    const before = decodeCursor(query.cursor, CURSOR);
    if (before instanceof Refused) return before;
    const view = await this.cases.read(actor, { by: 'registration', id: params.id });
    if (view instanceof Refused) return view;
    const { orders } = view.case.particulars;
    const numberOf = (id: string) => orders[id]?.number ?? 0;
    const rows = view.case.facts.orders
      .filter((order) => before === null || numberOf(order.id) < before[0])
      .slice(0, query.limit + 1);
    return toPage(
      rows,
      query.limit,
      (order) => [numberOf(order.id)],
      (order) => this.answers.order(actor, view, order.id),
    );
  }

  /** One open order at a time; of callers who ask at once one gets it. */
  async openOrder(
    actor: Actor,
    { params, body }: OperationInput<typeof openOrder>,
  ): Promise<VerificationOrder | Refused> {
    const { acknowledgements, reason, ...facts } = body;
    const command = { event: 'order_opened', facts, acknowledgements, reason } as const;
    const changed = await this.cases.change(actor, { by: 'registration', id: params.id }, {}, (before, context) => {
      const judgement = judgeOrderEvent(
        before.facts,
        null,
        { ...command, actor: this.answers.commandActor(actor) },
        context,
      );
      return this.answers.refusedBy(judgement, context) ?? this.cases.decide(before, judgement.changes);
    });
    if (changed instanceof Refused) return changed;
    const [opened] = changed.case.facts.orders;
    if (!opened) throw new Error('an order was opened and is not there');
    return this.answers.order(actor, changed, opened.id);
  }

  applyOrderEvent(
    actor: Actor,
    { params, body }: OperationInput<typeof applyOrderEvent>,
  ): Promise<VerificationOrder | Refused> {
    const { expectedVersion, ...command } = body;
    return this.applyEvent(
      actor,
      params.id,
      { ...command, facts: command.facts as CommandFacts | undefined },
      expectedVersion,
    );
  }

  /**
   * Applies an event in the name of `actor`. What follows for the registration is written with it.
   * @param expectedVersion of the order; absent: whichever it has
   */
  async applyEvent(
    actor: Actor,
    orderId: string,
    command: OrderEventCommand,
    expectedVersion?: number,
  ): Promise<VerificationOrder | Refused> {
    const changed = await this.cases.change(
      actor,
      { by: 'order', id: orderId },
      { orderVersion: expectedVersion },
      (before, context) => {
        const judgement = judgeOrderEvent(
          before.facts,
          orderId,
          { ...command, actor: this.answers.commandActor(actor) },
          context,
        );
        return this.answers.refusedBy(judgement, context) ?? this.cases.decide(before, judgement.changes);
      },
    );
    return changed instanceof Refused ? changed : this.answers.order(actor, changed, orderId);
  }
}
