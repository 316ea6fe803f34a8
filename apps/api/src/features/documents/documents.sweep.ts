/** Each minute: inspects what waits in quarantine, gives up uploads that nobody goes on with, cleans up after interruptions, and tells what a review decided that nobody ended. */
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { BusinessClock } from '../../platform/clock/clock.js';
import { describeError } from '../../platform/http/describe-error.js';
import { MinuteTicker, type Sweep } from '../../platform/jobs/minute-ticker.js';
import { AgenciesService } from '../agencies/agencies.service.js';
import { DeliveriesService } from '../deliveries/deliveries.service.js';
import { DocumentInspectionService } from './document-inspection.service.js';
import { DocumentsRepository } from './documents.repository.js';
import { ReviewSittingsService } from './review-sittings.service.js';
import { StoredDocumentService } from './stored-document.service.js';

/** An upload that has not ended by then will not. */
const STALE_MS = 24 * 3600 * 1000;

@Injectable()
export class DocumentsSweep implements Sweep, OnModuleInit {
  readonly name = 'documents';
  readonly #logger = new Logger('Documents');

  constructor(
    private readonly ticker: MinuteTicker,
    private readonly agencies: AgenciesService,
    private readonly repository: DocumentsRepository,
    private readonly inspection: DocumentInspectionService,
    private readonly stored: StoredDocumentService,
    private readonly sittings: ReviewSittingsService,
    private readonly deliveries: DeliveriesService,
    private readonly businessClock: BusinessClock,
  ) {}

  onModuleInit(): void {
    this.ticker.register(this);
  }

  async run(): Promise<void> {
    let finished = 0;
    for (const agencyId of await this.agencies.listIds()) {
      try {
        await this.#goOn(agencyId);
        finished += await this.sittings.finishForgotten(agencyId);
      } catch (error) {
        // One agency's trouble is no reason for the others to wait; it is looked at again in a minute.
        this.#logger.error(`agency ${agencyId}: ${describeError(error)}`);
      }
    }
    if (finished > 0) await this.deliveries.sendDue();
  }

  async #goOn(agencyId: string): Promise<void> {
    const staleBefore = new Date(Date.parse(await this.businessClock.now()) - STALE_MS).toISOString();
    for (const { id } of await this.repository.listUnfinished(agencyId, staleBefore)) {
      if (this.inspection.isUnderWay(id)) continue;
      const document = await this.repository.find(agencyId, id);
      if (!document) continue;
      const isWhole = document.receivedBytes === document.byteLength;
      if (document.state === 'quarantined' || (document.state === 'receiving' && isWhole))
        await this.inspection.finish(agencyId, id);
      else if (document.state === 'receiving') await this.inspection.giveUp(agencyId, document);
      else await this.stored.removeParts(agencyId, document);
    }
  }
}
