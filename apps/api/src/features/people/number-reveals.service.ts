/** Numbers in clear: shown once to a member who says why, and people found by a number that the asker has. Called by its controller. */
import { Injectable } from '@nestjs/common';
import type { findPeopleByNumber, OperationInput, Person, RevealedNumber, revealNumber } from '@daiban/contracts';
import { maskNumbers } from '@daiban/domain';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { RateLimits, type RateLimit } from '../../platform/http/rate-limits.js';
import { Refused } from '../../platform/refusal/refused.js';
import { PeopleRepository } from './people.repository.js';
import { PeopleService } from './people.service.js';
import { PersonNumbersService } from './person-numbers.service.js';

/** Numbers one member has shown: 30 an hour. Daily work needs a few; more looks like copying. */
const REVEALS: RateLimit = { name: 'reveal', points: 30, seconds: 3600 };
/** Numbers one member looks for: 60 an hour. */
const SEARCHES: RateLimit = { name: 'number_search', points: 60, seconds: 3600 };

@Injectable()
export class NumberRevealsService {
  constructor(
    private readonly repository: PeopleRepository,
    private readonly people: PeopleService,
    private readonly numbers: PersonNumbersService,
    private readonly database: Database,
    private readonly limits: RateLimits,
  ) {}

  /** The caller's password was confirmed. Who looked stands in the history before the number is answered. */
  async reveal(
    actor: StaffActor,
    { params, body }: OperationInput<typeof revealNumber>,
  ): Promise<RevealedNumber | Refused> {
    const { agencyId, id: memberId } = actor;
    const { what, reason } = body;
    // The history keeps the reason for ever.
    if (maskNumbers(reason) !== reason) return Refused.of('reason.holds_number');
    const person = await this.repository.find(agencyId, params.id);
    if (!person) return Refused.notFound();
    const held = what === 'id_number' ? person.idNumber : person.phone;
    if (!held) return Refused.of('person.no_number');
    const wait = await this.limits.take(REVEALS, agencyId, memberId);
    if (wait !== null) return Refused.tooMany('rate.too_many', wait);
    const number = await this.numbers.open({ agencyId, personId: person.id }, what, held.sealed);
    // What the reason tells of a client goes with the client.
    const clientId = await this.repository.findOnlyClient(agencyId, person.id);
    const recorded = await this.database.withAgency(agencyId, (transaction) =>
      this.people.recordForPerson(transaction, actor, person.id, {
        kind: 'number_revealed',
        payload: { what, reason },
        clientId,
      }),
    );
    return recorded instanceof Refused ? recorded : { number };
  }

  /** Masked, like everywhere; equal numbers have equal blind indexes, so nothing is opened. */
  async findByNumber(
    actor: StaffActor,
    { body }: OperationInput<typeof findPeopleByNumber>,
  ): Promise<{ items: Person[] } | Refused> {
    const wait = await this.limits.take(SEARCHES, actor.agencyId, actor.id);
    if (wait !== null) return Refused.tooMany('rate.too_many', wait);
    const index = 'phone' in body ? this.numbers.indexOfPhone(body.phone) : this.numbers.indexOfIdNumber(body.idNumber);
    if (index instanceof Refused) return index;
    const rows = await this.repository.listByNumber(actor.agencyId, 'phone' in body ? 'phone' : 'id_number', index);
    return { items: await this.people.answers(actor, rows) };
  }
}
