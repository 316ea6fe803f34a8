/** The administrator's own papers: a list to work through in any order, with the state of each in a word. */
import { findTemplate, portalAdminCatalogues } from '@daiban/i18n';
import type { AdminPage } from '@daiban/contracts';
import { paths } from '../../../config/paths.js';
import { PageLink } from '../../../lib/address.js';
import type { AdminReader } from '../admin-reader.js';
import { adminText } from '../texts.js';

type Paper = AdminPage['papers'][number];

export function PapersCard({ reader: { locale, page } }: { reader: AdminReader }) {
  const { papers } = page;
  const name = ({ code }: Paper) =>
    findTemplate(portalAdminCatalogues[locale], locale, `prerequisites.${code}`) ?? code;
  return (
    <section className="portal-card" aria-labelledby="papers">
      <h2 id="papers">{adminText(locale, 'adminPage.papers.title')}</h2>
      {papers.length === 0 ? <p>{adminText(locale, 'adminPage.papers.none')}</p> : null}
      <ul className="admin-papers">
        {papers.map((paper) => (
          <li key={paper.id}>
            <span>
              {name(paper)}
              <small className={paper.state === 'returned' ? 'admin-turn' : undefined}>
                {adminText(locale, `adminPage.papers.${paper.state}`)}
              </small>
            </span>
            <PageLink
              className="admin-paper-link"
              href={paths.paper(paper.id)}
              aria-label={`${linkWords(paper, locale)}: ${name(paper)}`}
            >
              {linkWords(paper, locale)}
            </PageLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

function linkWords({ state }: Paper, locale: AdminReader['locale']): string {
  if (state === 'open') return adminText(locale, 'adminPage.papers.do');
  return adminText(locale, state === 'returned' ? 'adminPage.papers.redo' : 'adminPage.papers.see');
}
