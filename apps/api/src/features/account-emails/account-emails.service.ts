/** The pool of login addresses: one address opens one WeChat product, in this agency and in the whole installation. Called by its controller and, in their transaction, by registrations. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { AccountEmail, listEmails, OperationInput, recordEmailCheck } from '@daiban/contracts';
import { emailBlocked, evidenceFindings, normaliseEmail, RULE_OF_PROBLEM, type Finding } from '@daiban/domain';
import { shanghaiDate } from '@daiban/domain/calendar';
import type { EmailState } from '@daiban/domain/enumerations';
import type { ClearedByKey, RefusalCode } from '@daiban/i18n';
import { z } from 'zod';
import type { Actor, StaffCaller } from '../../platform/auth/actor.js';
import { BusinessClock } from '../../platform/clock/clock.js';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Database } from '../../platform/database/database.js';
import { Encryption } from '../../platform/encryption/encryption.js';
import { RateLimits, type RateLimit } from '../../platform/http/rate-limits.js';
import { decodeCursor, toPage, type Page } from '../../platform/paging/cursor.js';
import { toSearchPattern } from '../../platform/paging/search-pattern.js';
import { Refused } from '../../platform/refusal/refused.js';
import { toRefusals } from '../../platform/refusal/to-refusals.js';
import { RulesService } from '../rules/rules.service.js';
import { toEmail } from './account-emails.mapper.js';
import { AccountEmailsRepository, type AccountEmailRow } from './account-emails.repository.js';
import { moveWithCase, stateAfterCheck } from './email-moves.js';

/** How often a day an agency may learn that an address is taken elsewhere: typing errors, not a search. */
const PROBES: RateLimit = { name: 'email_probe', points: 20, seconds: 24 * 3600 };
/** How often, and how long in between, a caller waits for the points of others. */
const PROBE_TRIES = 6;
const PROBE_PAUSE_MS = 100;
const CURSOR = z.tuple([z.string(), z.uuid()]);
const DAY_MS = 86_400_000;
/** Another caller may add or free the same address between two looks; more than a few times in one call does not happen. */
const LOOKS = 4;

/** Only a reservation can be given back; an address that Tencent knows goes with its account. */
const WAY_OUT = {
  reserved: 'choose_email_of_no_account',
  in_use: 'choose_email_of_no_live_account',
  cooling: 'await_end_of_account',
} as const satisfies Partial<Record<EmailState, ClearedByKey>>;

/** Which address for which case. */
export interface EmailReservation {
  readonly registrationId: string;
  /** As typed. */
  readonly email: string;
  readonly holder?: 'agency' | 'client' | undefined;
  /** To follow the address that Tencent knows, which stays as it is until then. */
  readonly beside?: boolean | undefined;
  /** Business time. */
  readonly now: string;
}

@Injectable()
export class AccountEmailsService {
  constructor(
    private readonly repository: AccountEmailsRepository,
    private readonly database: Database,
    private readonly encryption: Encryption,
    private readonly businessClock: BusinessClock,
    private readonly rules: RulesService,
    private readonly limits: RateLimits,
  ) {}

  /** The pool by address. */
  async listEmails(actor: Actor, input: OperationInput<typeof listEmails>): Promise<Page<AccountEmail> | Refused> {
    const { cursor, limit, q, state } = input.query;
    const after = decodeCursor(cursor, CURSOR);
    if (after instanceof Refused) return after;
    const query = { after, state: state ?? null, pattern: toSearchPattern(q), limit };
    const [rows, toAnswer] = await Promise.all([
      this.repository.listPage(actor.agencyId, query),
      this.#answersTo(actor),
    ]);
    return toPage(rows, limit, (row) => [row.address, row.id], toAnswer);
  }

  async getEmail(actor: Actor, id: string): Promise<AccountEmail | Refused> {
    const [row, toAnswer] = await Promise.all([this.repository.find(actor.agencyId, id), this.#answersTo(actor)]);
    return row ? toAnswer(row) : Refused.notFound();
  }

  /** Records what a person found, and moves the address where that decides. An address found unused that a case still waits for is that case's again. */
  async recordEmailCheck(
    caller: StaffCaller,
    input: OperationInput<typeof recordEmailCheck>,
  ): Promise<AccountEmail | Refused> {
    const { result, evidence } = input.body;
    const now = await this.businessClock.now();
    const toAnswer = await this.#answersTo(caller.actor);
    const reservedUntil = await this.#reservedUntil(caller.agency.id, now);
    return this.database.withAgency<AccountEmail | Refused>(caller.agency.id, async (transaction) => {
      const email = await this.repository.lock(transaction, input.params.id);
      if (!email) return Refused.notFound();
      const memberIds = evidence.countersignedBy ? await this.repository.listActiveMembers(transaction) : [];
      const findings = evidenceFindings(evidence, [], caller, { memberIds, fileIds: [] });
      if (findings.length > 0) return Refused.because(findings);
      const check = { emailId: email.id, result, evidence, checkedBy: caller.memberId, checkedAt: now };
      await this.repository.insertCheck(transaction, check);
      const to = stateAfterCheck(email.state, result);
      const waiting = to === 'free' ? await this.repository.findCaseNaming(transaction, email.id) : null;
      const back = moveWithCase('reserved', waiting, now, reservedUntil, false);
      const isBack = waiting !== null && (await this.repository.moveUnlessTaken(transaction, email.id, back));
      if (to && !isBack)
        await this.repository.move(transaction, email.id, moveWithCase(to, email.registrationId, now, null, false));
      if (!to) await this.repository.touch(transaction, email.id);
      const after = await this.repository.lock(transaction, email.id);
      return after ? toAnswer(after) : Refused.notFound();
    });
  }

  /**
   * Runs a piece of work that may end in `email.taken_elsewhere`, and lets an agency learn that only so often a day; after that nobody of it
   * learns anything, not even that an address is free. It is counted outside the work's transaction: a refusal undoes that.
   */
  async limitProbes<R>(actor: Actor, work: () => Promise<R>): Promise<R | Refused> {
    let wait = await this.limits.take(PROBES, actor.agencyId);
    // Work under way holds its point until it knows better; many at once are no reason to refuse one more.
    for (let tried = 1; wait !== null && tried < PROBE_TRIES; tried++) {
      await sleep(PROBE_PAUSE_MS);
      wait = await this.limits.take(PROBES, actor.agencyId);
    }
    if (wait !== null) return Refused.tooMany('rate.too_many', wait);
    let counts = false;
    try {
      const result = await work();
      counts = result instanceof Refused && result.code === 'email.taken_elsewhere';
      return result;
    } finally {
      if (!counts) await this.limits.giveBack(PROBES, actor.agencyId);
    }
  }

  /**
   * Reserves an address for a case for the rulebook's days; of any number of callers one gets it. An address that the case had reserved
   * before goes free. Does not touch the registration's row. Refusals: `email.malformed`, `email.already_used` (in this agency, naming the
   * account), `email.taken_elsewhere` (never whose), `email.needs_recheck`, `email.blocked`, `email.locked` (the case's address is with
   * Tencent already).
   */
  async reserve(
    transaction: AgencyTransaction,
    actor: Actor,
    reservation: EmailReservation,
  ): Promise<AccountEmailRow | Refused> {
    const { registrationId, now, holder } = reservation;
    const { ok, normalised } = normaliseEmail(reservation.email);
    if (!ok || normalised === null)
      return Refused.of('email.malformed', { clearedBy: 'correct_email', clearedByHolder: 'client' });
    const addressIndex = this.encryption.blindIndex('account_email', normalised);
    const reservedUntil = await this.#reservedUntil(actor.agencyId, now);

    const held = await this.repository.lockOfRegistration(transaction, registrationId);
    if (held && held.address !== normalised) {
      if (held.state === 'reserved')
        await this.repository.move(transaction, held.id, moveWithCase('free', registrationId, now, null, false));
      else if (!reservation.beside) return this.#refuse('email.locked', 'nothing_to_do');
    }
    for (let look = 0; look < LOOKS; look++) {
      const own = await this.repository.lockByAddress(transaction, addressIndex);
      if (own) {
        const refused = this.#refusalFor(own, registrationId, now);
        if (refused) return refused;
        const move = {
          ...moveWithCase('reserved', registrationId, now, reservedUntil, false),
          holder: holder ?? null,
        };
        const moved = await this.repository.moveUnlessTaken(transaction, own.id, move);
        return moved ? this.#read(transaction, own.id) : this.#refuse('email.taken_elsewhere', 'choose_other_email');
      }
      const id = await this.repository.insertReserved(transaction, {
        address: normalised,
        addressIndex,
        holder: holder ?? 'client',
        registrationId,
        reservedUntil,
        at: now,
      });
      if (id) return this.#read(transaction, id);
    }
    return this.#refuse('email.taken_elsewhere', 'choose_other_email');
  }

  /** Gives a case's reserved address back to the pool. Refusals: `email.none_reserved`, `email.locked` (Tencent knows it already). */
  async release(
    transaction: AgencyTransaction,
    actor: Actor,
    release: { readonly registrationId: string; readonly now: string },
  ): Promise<{ readonly emailId: string } | Refused> {
    const held = await this.repository.lockOfRegistration(transaction, release.registrationId);
    if (!held) return this.#refuse('email.none_reserved', 'nothing_to_do');
    if (held.state !== 'reserved') return this.#refuse('email.locked', 'nothing_to_do');
    const move = moveWithCase('free', release.registrationId, release.now, null, false);
    await this.repository.move(transaction, held.id, move);
    return { emailId: held.id };
  }

  /** Moves the address of a case as an event of the case says; nothing happens to a case without one. */
  async moveWithin(
    transaction: AgencyTransaction,
    actor: Actor,
    move: {
      readonly registrationId: string;
      readonly to: EmailState;
      readonly controlProven?: boolean | undefined;
      readonly now: string;
    },
  ): Promise<void> {
    const held = await this.repository.lockOfRegistration(transaction, move.registrationId);
    if (!held) return;
    const { to, registrationId, now, controlProven = false } = move;
    const target = moveWithCase(to, registrationId, now, held.reservedUntil, controlProven);
    await this.repository.move(transaction, held.id, target);
  }

  /** Frees the addresses whose reservation is over, in every agency; answers the agencies, whose cases then let go of theirs. */
  async endExpiredReservations(): Promise<readonly string[]> {
    const now = await this.businessClock.now();
    const agencies = await this.repository.listAgenciesUnscoped();
    for (const agencyId of agencies)
      await this.database.withAgency(agencyId, (transaction) => this.repository.endExpired(transaction, now));
    return agencies;
  }

  /** How rows are answered to a caller, with the rules of the day. */
  async #answersTo({ agencyId, locale }: Actor): Promise<(row: AccountEmailRow) => AccountEmail> {
    const now = await this.businessClock.now();
    const ruleOf = this.rules.ruleLookup(await this.rules.rulesOn(agencyId, shanghaiDate(now)));
    return (row) => {
      const findings = this.#refusalFor(row, null, now)?.findings ?? [];
      const [why = null] = toRefusals(findings, locale, ruleOf);
      return toEmail(row, why, toRefusals(doubtsAbout(row.address), locale, ruleOf));
    };
  }

  /** End of a reservation that begins now. */
  async #reservedUntil(agencyId: string, now: string): Promise<string> {
    const rules = await this.rules.rulesOn(agencyId, shanghaiDate(now));
    return new Date(Date.parse(now) + rules.entries['email.reservation_days'].value * DAY_MS).toISOString();
  }

  /** Why an address of our own pool cannot be had; null: it can. */
  #refusalFor(email: AccountEmailRow, registrationId: string | null, now: string): Refused | null {
    if (email.state === 'blocked') return Refused.because([emailBlocked(email.checkResult)]);
    if (email.state === 'recheck') return this.#refuse('email.needs_recheck', 'check_email');
    if (email.state === 'free') return null;
    if (registrationId !== null && email.registrationId === registrationId)
      return email.state === 'reserved' ? null : this.#refuse('email.locked', 'nothing_to_do');
    const isOver = email.state === 'reserved' && email.reservedUntil !== null && email.reservedUntil <= now;
    if (isOver) return null;
    const { accountName, clientName, state } = email;
    return accountName === null || clientName === null
      ? this.#refuse('email.already_used', 'choose_other_email')
      : this.#refuse('email.already_used', WAY_OUT[state], { accountName, clientName });
  }

  #refuse(code: RefusalCode, clearedBy: ClearedByKey, params: Readonly<Record<string, string>> = {}): Refused {
    return Refused.of(code, { clearedBy, params, ruleId: 'email.one_product' });
  }

  async #read(transaction: AgencyTransaction, id: string): Promise<AccountEmailRow | Refused> {
    return (await this.repository.lock(transaction, id)) ?? Refused.notFound();
  }
}

/** What is doubtful about an address and yet refuses nothing: WeChat may see the same mailbox in two of them. */
function doubtsAbout(address: string): Finding[] {
  return normaliseEmail(address).warnings.map(({ code, params }) => ({
    code,
    kind: 'soft',
    ruleId: RULE_OF_PROBLEM[code],
    params,
    clearedBy: 'choose_other_email',
    clearedByHolder: 'agency',
  }));
}
