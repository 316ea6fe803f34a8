/** Data keys in a list: where rows are sealed beside an installation (the volume of the benches) and in tests without a database. */
import { DataKeyStore, type DataKeyRow } from './data-key-store.js';

/** A key with whose values it seals. */
export interface ListedDataKey extends DataKeyRow {
  readonly agencyId: string;
  readonly clientId: string | null;
  readonly createdAt: string;
}

export class ListedDataKeys extends DataKeyStore {
  readonly keys: ListedDataKey[] = [];

  find(agencyId: string, id: string): Promise<DataKeyRow | null> {
    return Promise.resolve(this.keys.find((key) => key.agencyId === agencyId && key.id === id) ?? null);
  }

  findActive(agencyId: string, clientId: string | null): Promise<DataKeyRow | null> {
    const key = this.keys.findLast((each) => each.agencyId === agencyId && each.clientId === clientId);
    return Promise.resolve(key ?? null);
  }

  async insert(agencyId: string, clientId: string | null, row: DataKeyRow, createdAt: string): Promise<void> {
    const active = await this.findActive(agencyId, clientId);
    if (!active) this.keys.push({ agencyId, clientId, ...row, createdAt });
  }
}
