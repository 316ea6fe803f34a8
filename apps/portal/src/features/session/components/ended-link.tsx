/** A link that does not work any more: whom to ask, and the code by mail as the way in all the same. */
import { useLocale } from '../../../lib/locale.js';
import { nameFor } from '../../../lib/portal-frame.js';
import { text } from '../../../lib/texts.js';
import { useLinkOrigin } from '../api/portal-codes.js';
import { waysInText } from '../texts.js';
import { CodeForm } from './code-form.js';

export default function EndedLink({ token, onEntered }: { token: string; onEntered(): void }) {
  const { locale } = useLocale();
  const origin = useLinkOrigin(token);
  const agency = origin.data?.agency ?? null;
  const name = agency ? nameFor(agency, locale) : '';
  return (
    <section className="portal-card portal-enter">
      <h1>{text(locale, 'portal.enter.unusable.title')}</h1>
      <p>{text(locale, 'portal.enter.unusable.text')}</p>
      <p aria-live="polite">
        {origin.isPending
          ? null
          : agency === null
            ? waysInText(locale, 'waysIn.origin.unknown')
            : agency.personName
              ? waysInText(locale, 'waysIn.origin.person', { agency: name, person: agency.personName })
              : waysInText(locale, 'waysIn.origin.agency', { agency: name })}
      </p>
      <h2>{waysInText(locale, 'waysIn.code.heading')}</h2>
      <CodeForm token={agency ? token : null} onEntered={onEntered} />
    </section>
  );
}
