/** One spelling of a name as a registry holds it. Called where a payer, or whoever opens a case, writes the name of a subject again. */

/** Full-width forms folded (brackets too), blanks gone, upper case: the registration form compares payers the same way. */
export function keyOfRegisteredName(name: string): string {
  return name.normalize('NFKC').replace(/\s/gu, '').toUpperCase();
}
