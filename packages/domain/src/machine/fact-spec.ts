/** How an event says which facts it takes: plain data, so that contracts build their schema and screens their form from the same list. */

/** `date`: `YYYY-MM-DD` in Asia/Shanghai · `instant`: ISO 8601 UTC · `money`: whole minor units and currency · `evidence`: the command's own field. */
export const FACT_KINDS = ['date', 'instant', 'money', 'enum', 'text', 'boolean', 'uuid', 'evidence'] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** One fact of an event. */
export interface FactSpec {
  /** Its key in the command's `facts`; `reason` and `evidence` of kind text and evidence are the command's own fields. */
  readonly name: string;
  readonly kind: FactKind;
  /** Without it the event is refused with `facts.missing`. */
  readonly required: boolean;
  /** The words an `enum` may take. */
  readonly options?: readonly string[];
  /** A `date` on which something happened: not after today. */
  readonly past?: true;
  /** Longest text in characters. */
  readonly maxLength?: number;
}

/** What a command may carry as the value of a fact. */
export type FactValue = string | boolean | { readonly amountMinor: number; readonly currency: string } | null;

/** The facts of one command, by name. */
export type CommandFacts = Readonly<Record<string, FactValue | undefined>>;
