/** Who wraps the keys that values are sealed with: a key that the database does not hold. A port, so that a key service can take the place of the file. */
export abstract class KeyProvider {
  /** Name of the key that wraps from now on; says nothing about the key itself. */
  abstract readonly kekId: string;
  /** @param about what the wrapped key is for; it unwraps for that and nothing else */
  abstract wrap(key: Uint8Array, about: string): Promise<Buffer>;
  /**
   * @throws UnknownWrappingKey when it was wrapped with a key that this provider does not have
   * @throws TamperedValue when the wrapped key was changed or is another one's
   */
  abstract unwrap(kekId: string, wrapped: Uint8Array, about: string): Promise<Buffer>;
}

/** A wrapping key is missing: DAIBAN_FILE_KEY was replaced and the one before is not given. */
export class UnknownWrappingKey extends Error {
  override name = 'UnknownWrappingKey';
  constructor(readonly kekId: string) {
    super(`No key named ${kekId} is given.`);
  }
}
