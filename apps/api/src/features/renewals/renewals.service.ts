/** Renewals that come up, for staff. Called by its controller. */
import { Injectable } from '@nestjs/common';
import type { listRenewals, OperationInput, Renewal } from '@daiban/contracts';
import { addDays, shanghaiInstant } from '@daiban/domain/calendar';
import { z } from 'zod';
import type { Actor } from '../../platform/auth/actor.js';
import { decodeCursor, toPage, type Page } from '../../platform/paging/cursor.js';
import { Refused } from '../../platform/refusal/refused.js';
import { CaseAnswersService } from '../registrations/case-answers.service.js';
import { JudgingService } from '../registrations/judging.service.js';
import { toRenewal } from './renewals.mapper.js';
import { RenewalsRepository } from './renewals.repository.js';

/** Days around today that are shown when nobody asks for others. */
const DAYS_BACK = 30;
const DAYS_AHEAD = 365;

const CURSOR = z.tuple([z.iso.date(), z.uuid()]);

@Injectable()
export class RenewalsService {
  constructor(
    private readonly repository: RenewalsRepository,
    private readonly judging: JudgingService,
    private readonly answers: CaseAnswersService,
  ) {}

  /** Accounts whose verification ends between two days, soonest first. */
  async listRenewals(actor: Actor, { query }: OperationInput<typeof listRenewals>): Promise<Page<Renewal> | Refused> {
    const after = decodeCursor(query.cursor, CURSOR);
    if (after instanceof Refused) return after;
    const context = await this.judging.now(actor.agencyId);
    const from = query.from ?? addDays(context.today, -DAYS_BACK);
    const to = query.to ?? addDays(context.today, DAYS_AHEAD);
    const rows = await this.repository.listPage(actor.agencyId, {
      from,
      to,
      fromAt: shanghaiInstant(from, '00:00'),
      // A date counts to its end, which is the next day's first moment.
      toAt: shanghaiInstant(addDays(to, 2), '00:00'),
      after,
      limit: query.limit,
    });
    return toPage(
      rows,
      query.limit,
      (row) => [row.endsOn, row.registrationId],
      (row) => toRenewal(row, context, (known) => this.answers.verification(actor, known, context)),
    );
  }
}
