/** How an event says which facts it takes: plain data, so that contracts build their schema and screens their form from the same list. */

/** `date`: `YYYY-MM-DD` in Asia/Shanghai · `instant`: ISO 8601 UTC · `money`: whole minor units and currency · `count`: a whole number, 0 or more · `evidence`: the command's own field. */
export const FACT_KINDS = ['date', 'instant', 'money', 'count', 'enum', 'text', 'boolean', 'uuid', 'evidence'] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** One fact of an event. */
export interface FactSpec {
  /** Its key in the command's `facts`; `reason` and `evidence` of kind text and evidence are the command's own fields. */
  readonly name: string;
  readonly kind: FactKind;
  /** Without it the event is refused with `facts.missing`. */
  readonly required: boolean;
  /** The fact that tells this one too: with it given, this one may be absent. */
  readonly unless?: string;
  /** It is required only where this yes-or-no fact is a yes. */
  readonly onlyWith?: string;
  /** Of a `uuid`: the agency's own record that it names. */
  readonly of?: 'registration' | 'person';
  /** The words an `enum` may take. */
  readonly options?: readonly string[];
  /** A `date` on which something happened: not after today. */
  readonly past?: true;
  /** Longest text in characters. */
  readonly maxLength?: number;
}

/** What a command may carry as the value of a fact. */
export type FactValue = string | boolean | number | { readonly amountMinor: number; readonly currency: string } | null;

/** The facts of one command, by name. */
export type CommandFacts = Readonly<Record<string, FactValue | undefined>>;

/** Whether a fact is told. */
function isGiven(value: FactValue | undefined): boolean {
  return value !== undefined && value !== null && value !== '';
}

/** Whether an event is refused without this fact, beside the others it comes with. The engine asks, and the form that marks it. */
export function isFactRequired(
  { required, unless, onlyWith }: Pick<FactSpec, 'required' | 'unless' | 'onlyWith'>,
  facts: CommandFacts,
): boolean {
  return (
    required &&
    (unless === undefined || !isGiven(facts[unless])) &&
    (onlyWith === undefined || facts[onlyWith] === true)
  );
}
