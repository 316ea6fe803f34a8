/** Puts the HTTP layer's parts around every operation. */
import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { AccessGuard } from '../auth/access.guard.js';
import { ErrorFilter } from './error.filter.js';
import { ExpirySweep } from './expiry.sweep.js';
import { Idempotency } from './idempotency.js';
import { OperationInterceptor } from './operation.interceptor.js';
import { OperationRegistry } from './operation-registry.js';
import { RateLimits } from './rate-limits.js';

@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [
    Idempotency,
    ExpirySweep,
    OperationRegistry,
    RateLimits,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: OperationInterceptor },
    { provide: APP_FILTER, useClass: ErrorFilter },
  ],
  exports: [Idempotency, OperationRegistry, RateLimits],
})
export class HttpModule {}
