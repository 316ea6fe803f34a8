/** The machine's clock. */
import { SystemClock } from './clock.js';

export class RealSystemClock extends SystemClock {
  now(): string {
    return new Date().toISOString();
  }
}
