/** Who reads a thread, and whom they write to. */
import type { Locale } from '@daiban/domain/enumerations';

export interface ThreadReader {
  readonly locale: Locale;
  /** IANA zone they read times in. */
  readonly timeZone: string;
  /** Business time. */
  readonly now: string;
  readonly agencyName: string;
  /** A member who only looks cannot write. */
  readonly isPreview: boolean;
}
