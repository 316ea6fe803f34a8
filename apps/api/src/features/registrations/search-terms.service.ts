/** Keeps the terms that cases are found by when what changed is not the case itself: a client's name. Called by clients. */
import { Injectable } from '@nestjs/common';
import { IntakeRepository, type OpenTransaction } from './intake.repository.js';
import { searchTerms } from './search-terms.js';

@Injectable()
export class SearchTermsService {
  constructor(private readonly repository: IntakeRepository) {}

  /** Writes the terms anew for every case of a client, in the transaction that changed the client's name. */
  async rewriteClient(transaction: OpenTransaction, agencyId: string, clientId: string): Promise<void> {
    for (const { id, client, account, address } of await this.repository.listNames(transaction, agencyId, clientId)) {
      await this.repository.writeTerms(transaction, agencyId, id, searchTerms(agencyId, [client, account, address]));
    }
  }
}
