/** Writes the name of an account, company or person that may have a Chinese and a Latin form. */
import type { Locale } from '@daiban/domain/enumerations';

export interface TwoNames {
  /** The name as registered, usually Chinese. */
  name: string;
  /** The name the client uses abroad, if any. */
  latinName?: string | null;
}

/** `雅拉乳业 Yarra Dairy` for an English reader, `雅拉乳业` for a Chinese one; one name when both are the same. */
export function formatName({ name, latinName }: TwoNames, locale: Locale): string {
  if (!latinName || latinName.toLowerCase() === name.toLowerCase()) return name;
  return locale === 'zh' ? name : `${name} ${latinName}`;
}
