/** What is kept of the administrator and until when; and the way to ask for it, correct it or have it deleted. */
import { formatDate } from '@daiban/i18n';
import { paths } from '../../../config/paths.js';
import { PageLink } from '../../../lib/address.js';
import { RuleWhy } from '../../../lib/rule-why.js';
import type { AdminReader } from '../admin-reader.js';
import { adminText } from '../texts.js';

export function HeldCard({ reader: { locale, page } }: { reader: AdminReader }) {
  const { held, papersDeleted, today } = page;
  const none = adminText(locale, 'adminPage.held.none');
  const title = adminText(locale, 'adminPage.held.title');
  return (
    <section className="portal-card" aria-labelledby="held">
      <h2 id="held">{title}</h2>
      <dl className="admin-held">
        <div>
          <dt>{adminText(locale, 'adminPage.held.id')}</dt>
          <dd className="admin-number">{held.idNumberMasked ?? none}</dd>
        </div>
        <div>
          <dt>{adminText(locale, 'adminPage.held.phone')}</dt>
          <dd className="admin-number">{held.phoneMasked ?? none}</dd>
        </div>
      </dl>
      <ul className="portal-items">
        <li>{adminText(locale, 'adminPage.held.numbers')}</li>
        <li>
          {papersDeleted.on
            ? adminText(locale, 'adminPage.held.papers_on', { date: formatDate(papersDeleted.on, locale, today) })
            : adminText(locale, 'adminPage.held.papers', { days: papersDeleted.afterDays })}{' '}
          <RuleWhy ruleId="retention.identity_documents_days" what={title} />
        </li>
        <li>{adminText(locale, 'adminPage.held.never')}</li>
      </ul>
      <PageLink className="portal-link" href={paths.myData}>
        {adminText(locale, 'adminPage.held.ask')}
      </PageLink>
    </section>
  );
}
