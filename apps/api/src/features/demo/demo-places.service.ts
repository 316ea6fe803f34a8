/** The steps of a demo case about places: an operator's seat, a request for more accounts than the licence's limit. Called by `demo-data.service.ts`. */
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/auth/actor.js';
import { OperatorsService } from '../operators/operators.service.js';
import { QuotaRaisesService } from '../quotas/quota-raises.service.js';
import { RegistrationsService } from '../registrations/registrations.service.js';
import { done, type OpenedCase } from './demo-case.js';
import type { PlaceStep } from './demo-story.js';

@Injectable()
export class DemoPlacesService {
  constructor(
    private readonly operators: OperatorsService,
    private readonly raises: QuotaRaisesService,
    private readonly registrations: RegistrationsService,
  ) {}

  /** @param personId the operator, for the step `operator` */
  async take(actor: StaffActor, { id, story }: OpenedCase, step: PlaceStep, personId: string | null): Promise<void> {
    if (step.do === 'raise') {
      const { subject } = done(await this.registrations.getRegistration(actor, id));
      const request = { params: { id: subject.id }, query: undefined, body: { reason: step.reason } };
      done(await this.raises.requestQuotaRaise(actor, request));
      return;
    }
    if (personId === null) throw new Error(`${story.name} names no operator`);
    const body = { personId, term: step.term, followsAccount: true };
    done(await this.operators.bindOperator(actor, { params: { id }, query: undefined, body }));
  }
}
