/** What every part of the administrator's page is given. */
import type { AdminPage } from '@daiban/contracts';
import type { Locale } from '@daiban/domain/enumerations';

export interface AdminReader {
  readonly locale: Locale;
  readonly page: AdminPage;
  /** The agency's name as the reader knows it. */
  readonly agency: string;
}
