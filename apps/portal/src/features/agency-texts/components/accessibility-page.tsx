/** What the agency says about how these pages can be used by everybody. */
import { useLocale } from '../../../lib/locale.js';
import { publicText } from '../../../lib/public-texts.js';
import { TextPage } from './text-page.js';

export default function AccessibilityPage() {
  const { locale } = useLocale();
  return <TextPage kind="accessibility" title={publicText(locale, 'publicPages.text.accessibility')} />;
}
