/** The agency's privacy notice. */
import { useLocale } from '../../../lib/locale.js';
import { publicText } from '../../../lib/public-texts.js';
import { TextPage } from './text-page.js';

export default function PrivacyPage() {
  const { locale } = useLocale();
  return <TextPage kind="privacy_notice" title={publicText(locale, 'publicPages.text.privacy')} />;
}
