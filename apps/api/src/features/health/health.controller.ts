/** Readiness and liveness over HTTP. */
import { getHealth, getLiveness, type Health } from '@daiban/contracts';
import { Controller } from '@nestjs/common';
import { OtherStatus } from '../../platform/http/answer.js';
import { Operation } from '../../platform/http/operation.decorator.js';
import { VERSION } from '../../platform/config/version.js';
import { HealthService } from './health.service.js';

@Controller()
export class HealthController {
  constructor(private readonly health: HealthService) {}

  @Operation(getHealth)
  async getHealth(): Promise<Health | OtherStatus<Health>> {
    const health = await this.health.check(VERSION);
    return health.status === 'ok' ? health : new OtherStatus(503, health);
  }

  @Operation(getLiveness)
  getLiveness() {
    return { status: 'ok' } as const;
  }
}
