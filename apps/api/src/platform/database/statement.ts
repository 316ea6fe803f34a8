/** A piece of SQL with its name. Repositories declare theirs as constants; `Database` runs them. */

/** A value that `pg` can send. */
export type SqlValue = string | number | boolean | null | Buffer | Date | readonly SqlValue[] | object;

export interface Statement {
  /** Prepared once per connection under this name; left out for searches, whose plan depends on the values. */
  readonly name?: string;
  readonly text: string;
}

/** Declares a statement that is prepared once per connection. `name` is unique in the program: `registrations.list`. */
export function prepared(name: string, text: string): Statement {
  return { name, text };
}
