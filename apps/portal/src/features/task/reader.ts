/** How the page of a paper says sizes, times and kinds of files to its reader. */
import type { PortalPaper } from '@daiban/contracts';
import type { DocumentMediaType, Locale } from '@daiban/domain/enumerations';
import { dateIn, formatDate, formatDateTime } from '@daiban/i18n';
import { taskText } from './texts.js';

const TYPE_NAMES: Readonly<Record<DocumentMediaType, string>> = {
  'image/jpeg': 'JPG',
  'image/png': 'PNG',
  'application/pdf': 'PDF',
};

export interface Reader {
  readonly locale: Locale;
  readonly timeZone: string;
  /** The agency as this reader knows it. */
  readonly agency: string;
}

/** "320 kB" · "1.4 MB". */
export function formatBytes(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.ceil(bytes / 1024)} kB`;
  return `${(bytes / 1024 / 1024).toFixed(1).replace('.0', '')} MB`;
}

/** "JPG, PNG or PDF". */
export function typeNames(types: readonly DocumentMediaType[], locale: Locale): string {
  const names = types.map((type) => TYPE_NAMES[type]);
  const [last, ...others] = [...names].reverse();
  if (others.length === 0) return last ?? '';
  const first = others.reverse().join(locale === 'zh' ? '、' : ', ');
  return taskText(locale, 'task.types.or', { first, last: last ?? '' });
}

/** "Wed 30 Sep, 11:00" where the reader is. */
export function momentFor({ locale, timeZone }: Reader, at: string, { now }: Pick<PortalPaper, 'now'>): string {
  return formatDateTime(at, timeZone, locale, dateIn(now, timeZone));
}

export function dayFor({ locale, timeZone }: Reader, at: string, { now }: Pick<PortalPaper, 'now'>): string {
  return formatDate(dateIn(at, timeZone), locale, dateIn(now, timeZone));
}
