/** One's own data: ask to have them put right, deleted or copied, and read the answers. For contacts and administrators. */
import { ProblemError, type DataRequest } from '@daiban/contracts';
import { dateIn, formatDate } from '@daiban/i18n';
import { paths } from '../../../config/paths.js';
import { PageLink } from '../../../lib/address.js';
import { isVisitOver } from '../../../lib/call-portal.js';
import { ElsewhereFace } from '../../../lib/elsewhere-face.js';
import { FailureFace } from '../../../lib/face.js';
import { useLocale } from '../../../lib/locale.js';
import { nameFor, PortalFrame } from '../../../lib/portal-frame.js';
import { publicText } from '../../../lib/public-texts.js';
import { RuleWhy } from '../../../lib/rule-why.js';
import { landingOf, useVisit } from '../../../lib/visit.js';
import { VisitOver } from '../../../lib/visit-over.js';
import { useMyDataRequests } from '../api/data-requests.js';
import { NewDataRequest } from './new-data-request.js';

const BEIJING = 'Asia/Shanghai';

export default function MyDataPage() {
  const { locale } = useLocale();
  const visit = useVisit();
  const found = useMyDataRequests();
  if (isVisitOver(found.error)) return <VisitOver face="ended" />;
  const title = publicText(locale, 'publicPages.data.title');
  const agency = visit ? nameFor(visit.agency, locale) : '';
  return (
    <PortalFrame title={title}>
      <PageLink className="portal-link" href={visit ? landingOf(visit) : paths.home}>
        {publicText(locale, 'publicPages.data.back')}
      </PageLink>
      {isNoPerson(found.error) ? (
        <ElsewhereFace />
      ) : found.isError ? (
        <FailureFace error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <div className="portal-columns" aria-busy={found.isPending}>
          <div className="portal-column">
            <section className="portal-card">
              <h1 className="portal-card-title">{title}</h1>
              {found.data ? (
                <>
                  <p>
                    {publicText(locale, 'publicPages.data.explain', { agency, days: found.data.answerDays })}{' '}
                    {visit?.kind === 'contact' ? <RuleWhy ruleId={found.data.ruleId} what={title} /> : null}
                  </p>
                  <NewDataRequest />
                </>
              ) : null}
            </section>
          </div>
          <div className="portal-column">
            <section className="portal-card" aria-labelledby="asked">
              <h2 id="asked">{publicText(locale, 'publicPages.data.heading')}</h2>
              {found.data?.items.length === 0 ? (
                <p className="portal-note">{publicText(locale, 'publicPages.data.none')}</p>
              ) : (
                <ul className="portal-papers">
                  {found.data?.items.map((request) => (
                    <AskedRequest key={request.id} request={request} />
                  ))}
                </ul>
              )}
              <p>
                <PageLink className="portal-link" href={paths.privacy}>
                  {publicText(locale, 'publicPages.data.privacy')}
                </PageLink>
              </p>
            </section>
          </div>
        </div>
      )}
    </PortalFrame>
  );
}

function AskedRequest({ request }: { request: DataRequest }) {
  const { locale } = useLocale();
  const { kind, state, message, answer, askedAt, dueOn, closedAt } = request;
  const day = (at: string) => formatDate(dateIn(at, BEIJING), locale);
  const asked = publicText(locale, 'publicPages.data.asked', { date: day(askedAt) });
  const stand =
    state === 'open' || closedAt === null
      ? publicText(locale, 'publicPages.data.due', { date: formatDate(dueOn, locale) })
      : publicText(locale, `publicPages.data.${state}`, { date: day(closedAt) });
  return (
    <li>
      <div className="portal-papers-plain">
        <b>{publicText(locale, `publicPages.data.kind.${kind}`)}</b>
        <small>{`${asked} · ${stand}`}</small>
        <span>{message === '' ? publicText(locale, 'publicPages.data.erased') : message}</span>
        {answer === null ? null : <blockquote className="portal-answer">{answer}</blockquote>}
      </div>
    </li>
  );
}

/** The link stands for no person of its own. */
function isNoPerson(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.status === 403;
}
