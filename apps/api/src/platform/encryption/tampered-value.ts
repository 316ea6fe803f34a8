/** A sealed value that does not open where it stands; thrown by the encryption and the key provider. */

/** It was changed, moved to another place, or belongs to another installation. */
export class TamperedValue extends Error {
  override name = 'TamperedValue';
}
