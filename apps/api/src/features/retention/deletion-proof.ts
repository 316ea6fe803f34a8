/** What a deleted document's row keeps as the proof of it. */

/** The rule that asked for it. */
export interface DeletionBasis {
  readonly ruleId: string;
  /** First day of the value that was applied. */
  readonly validFrom: string;
  /** Day (Shanghai) on which it was due. */
  readonly dueOn: string;
}

export interface DeletionProof {
  /** Key in the file store; null: no file ever lay there. */
  readonly object: string | null;
  /** Null: a person asked for it, as the deletion's reason says. */
  readonly basis: DeletionBasis | null;
  /** SHA-256 (hex) of the sealed bytes as they lay in the store; null: nothing lay there, or they are still there. */
  readonly sha256: string | null;
  /** When the store answered that it has no such object; null while it has not. */
  readonly goneAt: string | null;
}
