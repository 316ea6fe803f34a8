/** Ends operators' seats: when somebody unbinds one, and when the operator becomes the account's admin. Called by operators and registrations, in their transaction. */
import { Injectable } from '@nestjs/common';
import { maskName } from '@daiban/domain';
import type { OperatorTerm } from '@daiban/domain/enumerations';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { OperatorsRepository } from './operators.repository.js';

/** A seat as the history keeps it: by the person's id, since their name can be erased and the history cannot. */
export interface SeatInHistory {
  readonly personId: string;
  /** Their name, masked. */
  readonly person: string;
  readonly term: OperatorTerm;
}

@Injectable()
export class OperatorSeatsService {
  constructor(private readonly repository: OperatorsRepository) {}

  /** The seat that was ended; null: the person has none there today. */
  async end(
    transaction: AgencyTransaction,
    registrationId: string,
    personId: string,
    { now, today }: { now: string; today: string },
  ): Promise<SeatInHistory | null> {
    const seated = await this.repository.list(transaction, registrationId, today);
    const seat = seated.find((row) => row.personId === personId);
    if (!seat) return null;
    await this.repository.end(transaction, registrationId, personId, now);
    return seatInHistory(seat);
  }
}

export function seatInHistory({
  personId,
  name,
  term,
}: {
  personId: string;
  name: string;
  term: OperatorTerm;
}): SeatInHistory {
  return { personId, person: maskName(name), term };
}
