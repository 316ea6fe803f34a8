/** Erases one client for good. Called by its controller, after the owner's password was confirmed. */
import { Injectable, Logger } from '@nestjs/common';
import type { eraseClient, Erasure, ErasurePreview, OperationInput, previewErasure } from '@daiban/contracts';
import { maskNumbers } from '@daiban/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { BusinessClock } from '../../platform/clock/clock.js';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Database } from '../../platform/database/database.js';
import { DataKeys } from '../../platform/encryption/data-keys.js';
import { describeError } from '../../platform/http/describe-error.js';
import { Refused } from '../../platform/refusal/refused.js';
import { AgenciesService } from '../agencies/agencies.service.js';
import { HistoryService } from '../history/history.service.js';
import { PeopleService } from '../people/people.service.js';
import { DocumentDisposalService } from '../retention/document-disposal.service.js';
import { RetentionService } from '../retention/retention.service.js';
import { ErasureRepository, type ErasableClient } from './erasure.repository.js';

/** Han apart from other letters: between them no blank stands. */
const WORD = /\p{Script=Han}+|[[\p{L}\p{M}]--\p{Script=Han}]+/gv;
const HAN = /\p{Script=Han}/u;

@Injectable()
export class ErasureService {
  readonly #logger = new Logger('Erasure');

  constructor(
    private readonly repository: ErasureRepository,
    private readonly database: Database,
    private readonly retention: RetentionService,
    private readonly disposal: DocumentDisposalService,
    private readonly people: PeopleService,
    private readonly agencies: AgenciesService,
    private readonly history: HistoryService,
    private readonly dataKeys: DataKeys,
    private readonly businessClock: BusinessClock,
  ) {}

  async preview(actor: Actor, { params }: OperationInput<typeof previewErasure>): Promise<ErasurePreview | Refused> {
    const client = await this.repository.find(actor.agencyId, params.id);
    if (!client) return Refused.notFound();
    if (client.erasedAt !== null) return Refused.of('client.erased');
    const { name: clientName, openCases, counts } = client;
    return { clientName, openCases: [...openCases], counts };
  }

  /**
   * The files are marked first, case by case, then everything else goes in one transaction with the keys. One that was cut off in between is
   * begun again; once the keys are gone, so is whatever of the files may still lie in the store or in a backup.
   */
  async erase(actor: Actor, { params, body }: OperationInput<typeof eraseClient>): Promise<Erasure | Refused> {
    const { agencyId } = actor;
    const { id: clientId } = params;
    const client = await this.repository.find(agencyId, clientId);
    if (!client) return Refused.notFound();
    const refused = refusalOf(client, body, await this.repository.listNames(agencyId, clientId));
    if (refused) return refused;
    await this.retention.markOfClient(actor, clientId);
    const erasedAt = await this.businessClock.now();
    const outcome = await this.database.withAgency<Refused | null>(agencyId, (transaction) =>
      this.#erase(transaction, actor, clientId, body.reason, erasedAt),
    );
    if (outcome) return outcome;
    this.dataKeys.forget(agencyId);
    await this.disposal.settle(agencyId).catch((error: unknown) => {
      // Unreadable already; the minute's sweep takes the files away when the store is back.
      this.#logger.warn(`files of an erased client wait for the store: ${describeError(error)}`);
    });
    return { clientId, erasedAt };
  }

  async #erase(
    transaction: AgencyTransaction,
    actor: Actor,
    clientId: string,
    reason: string,
    at: string,
  ): Promise<Refused | null> {
    if (await this.repository.hasOpenCase(transaction, clientId)) return Refused.versionConflict();
    for (const personId of await this.repository.listOwnPeople(transaction, clientId)) {
      const told = await this.people.recordForPerson(transaction, actor, personId, { kind: 'person_erased' });
      if (told instanceof Refused) return told;
    }
    // Its words are sealed with the keys that go: the reason is told by the agency's own history.
    const record = { agencyId: actor.agencyId, recordType: 'client', recordId: clientId } as const;
    const draft = { kind: 'client_erased' } as const;
    const moved = await this.history.recordChange(transaction, record, null, draft, actor, ({ fromVersion, head }) =>
      this.repository.eraseClientRow(transaction, clientId, { fromVersion, head, at }),
    );
    // No version was asked for, so only another erasure can have been quicker.
    if (moved instanceof Refused) return Refused.of('client.erased');
    const told = await this.agencies.recordChange(transaction, actor, null, {
      ...draft,
      payload: { clientId, reason },
    });
    if (told instanceof Refused) return told;
    await this.repository.eraseBeside(transaction, clientId, at);
    return null;
  }
}

function refusalOf(
  { name, erasedAt, openCases }: ErasableClient,
  { clientName, reason }: OperationInput<typeof eraseClient>['body'],
  names: readonly string[],
): Refused | null {
  if (erasedAt !== null) return Refused.of('client.erased');
  if (clientName.trim() !== name.trim()) return Refused.of('client.name_differs');
  if (maskNumbers(reason) !== reason) return Refused.of('reason.holds_number');
  const word = nameIn(reason, names);
  if (word !== null) return Refused.of('reason.names_client', { params: { word } });
  if (openCases.length === 0) return null;
  const cases = openCases.map(({ accountName }) => accountName).join(', ');
  return Refused.of('client.cases_open', { params: { count: openCases.length, cases } });
}

/** The first part of a name that a text holds: a word of three letters or more, or a run of Chinese characters of two or more. */
function nameIn(text: string, names: readonly string[]): string | null {
  const said = text.normalize('NFKC').toLowerCase();
  const words = new Set(said.match(WORD));
  const parts = names.flatMap((name) => name.normalize('NFKC').match(WORD) ?? []);
  return (
    parts.find((part) =>
      HAN.test(part) ? part.length >= 2 && said.includes(part) : part.length >= 3 && words.has(part.toLowerCase()),
    ) ?? null
  );
}
