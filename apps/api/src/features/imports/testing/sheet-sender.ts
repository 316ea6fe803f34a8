/** Sends sheets over HTTP as an agency's manager does and waits for what becomes of them. For tests of imports. */
import { getImport, importSheet, listRegistrations, type ImportRun } from '@daiban/contracts';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TestAgency, TestApi } from '../../../testing/test-api.js';

export interface SheetQuery {
  readonly dryRun?: 'true';
  readonly fileName?: string;
  readonly mapping?: string;
  readonly answers?: string;
}

/** A file of tests/fixtures. */
export const fixture = (name: string): Buffer =>
  readFileSync(new URL(`../../../../../../tests/fixtures/${name}`, import.meta.url));

/** The agency's tracker with addresses of its own: one address is one account in the whole installation. */
export function trackerOf(tag: string): Buffer {
  return Buffer.from(fixture('agency-sheet.csv').toString('utf8').replaceAll('@', `@${tag}.`));
}

export class SheetSender {
  constructor(readonly api: TestApi) {}

  send(agency: TestAgency, bytes: Uint8Array, query: SheetQuery = {}): Promise<ImportRun> {
    const body = new Blob([new Uint8Array(bytes)], { type: 'text/csv' });
    return this.api.call(agency.apiKeys.manager, importSheet, { query, body });
  }

  look(agency: TestAgency, bytes: Uint8Array, query: SheetQuery = {}): Promise<ImportRun> {
    return this.send(agency, bytes, { ...query, dryRun: 'true' });
  }

  read(agency: TestAgency, id: string): Promise<ImportRun> {
    return this.api.call(agency.apiKeys.manager, getImport, { params: { id } });
  }

  async untilDone(agency: TestAgency, id: string): Promise<ImportRun> {
    for (;;) {
      const run = await this.read(agency, id);
      if (run.status === 'done' || run.status === 'failed') return run;
      await sleep(50);
    }
  }

  async bringIn(agency: TestAgency, bytes: Uint8Array, query: SheetQuery = {}): Promise<ImportRun> {
    return this.untilDone(agency, (await this.send(agency, bytes, query)).id);
  }

  async listCases(agency: TestAgency) {
    const { items } = await this.api.call(agency.apiKeys.viewer, listRegistrations, { query: { limit: 100 } });
    return items;
  }
}
