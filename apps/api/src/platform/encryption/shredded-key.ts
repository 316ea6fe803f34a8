/** A sealed value that nobody can read any more; thrown by the encryption. */

/** Its key was destroyed when its client was erased: nobody can read it, ever. */
export class ShreddedKey extends Error {
  override name = 'ShreddedKey';
}
