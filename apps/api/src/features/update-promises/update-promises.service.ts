/** Knows when a client last heard from us; the promise of the next update counts from then. Called by every change of a case. */
import { Injectable } from '@nestjs/common';
import type { Visibility } from '@daiban/domain/enumerations';

@Injectable()
export class UpdatePromisesService {
  /**
   * An entry that the client can read is news, whatever it says; when we wrote it counts, not when it happened.
   * @param heardAt as it stood before
   */
  heardAfter(
    heardAt: string | null,
    entries: readonly { readonly visibility: Visibility }[],
    now: string,
  ): string | null {
    return entries.some((entry) => entry.visibility === 'client') ? now : heardAt;
  }
}
