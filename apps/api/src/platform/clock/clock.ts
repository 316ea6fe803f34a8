/** The two clocks. Business time decides what is due and what day it is; system time decides sessions, leases and retries. */

/** Real time, never moved: sessions, link and key expiry, leases, retries, rate limits, `recordedAt`. */
export abstract class SystemClock {
  /** ISO 8601 in UTC. */
  abstract now(): string;
  /** Since 1970, for what is kept as a number. */
  milliseconds(): number {
    return Date.parse(this.now());
  }
  /** `seconds` from now, ISO 8601 in UTC. */
  after(seconds: number): string {
    return new Date(Date.parse(this.now()) + seconds * 1000).toISOString();
  }
}

/** The business's time: due, promises, reminders, working days, `occurredAt`, "today". Stands still in a demo until someone moves it. */
export abstract class BusinessClock {
  /** ISO 8601 in UTC. */
  abstract now(): Promise<string>;
  /** The day in Asia/Shanghai, `YYYY-MM-DD`. */
  abstract today(): Promise<string>;
}
