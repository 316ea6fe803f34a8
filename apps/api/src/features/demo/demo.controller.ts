/** The demo over HTTP: 404 in any other installation. */
import { demoSignIn, resetDemo, setDemoClock, type OperationInput } from '@daiban/contracts';
import { Controller } from '@nestjs/common';
import { writeCookie } from '../../platform/auth/cookies.js';
import { SessionView } from '../../platform/auth/session-view.js';
import { SESSION_SECONDS } from '../../platform/auth/staff-identity.js';
import { Exchange, Input, Operation } from '../../platform/http/operation.decorator.js';
import type { HttpExchange } from '../../platform/http/request-state.js';
import { Refused } from '../../platform/refusal/refused.js';
import { DemoService } from './demo.service.js';

@Controller()
export class DemoController {
  constructor(
    private readonly demo: DemoService,
    private readonly view: SessionView,
  ) {}

  @Operation(demoSignIn)
  async signIn(@Input() { body }: OperationInput<typeof demoSignIn>, @Exchange() { request, reply }: HttpExchange) {
    const opened = await this.demo.signIn(body.as);
    if (opened instanceof Refused) return opened;
    writeCookie('staff', request, reply, opened.cookie, SESSION_SECONDS);
    return { ...(await this.view.of(opened.caller)), apiKey: opened.apiKey };
  }

  @Operation(setDemoClock)
  setClock(@Input() { body }: OperationInput<typeof setDemoClock>) {
    return this.demo.moveClock(body.now);
  }

  @Operation(resetDemo)
  reset() {
    return this.demo.reset();
  }
}
