/** Where wrapped data keys are kept. A port of the data keys: the database in an installation, a list where data is made beside one. */

/** A data key as it is kept. */
export interface DataKeyRow {
  readonly id: string;
  readonly kekId: string;
  /** Null once shredded. */
  readonly wrapped: Uint8Array | null;
}

export abstract class DataKeyStore {
  abstract find(agencyId: string, id: string): Promise<DataKeyRow | null>;
  /** The key that seals now; one without its bytes when the client was erased; null before the first value. */
  abstract findActive(agencyId: string, clientId: string | null): Promise<DataKeyRow | null>;
  /** Keeps it unless there is an active one by now. */
  abstract insert(agencyId: string, clientId: string | null, row: DataKeyRow, createdAt: string): Promise<void>;
}
