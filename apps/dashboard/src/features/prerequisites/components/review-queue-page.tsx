/** All papers that wait to be looked over, case by case, those that wait longest first. */
import { PageFace } from '@daiban/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Moment } from '../../../components/moment.js';
import { PageHead } from '../../../components/page-head.js';
import { RecordList } from '../../../components/record-list.js';
import { paths } from '../../../config/paths.js';
import { useLocale } from '../../../lib/locale.js';
import { findText } from '../../../lib/texts.js';
import { reviewQueueQuery } from '../api/review-queue.js';

/** Papers named in a row; the others are counted. */
const NAMED = 2;

export function ReviewQueuePage() {
  const { t, locale } = useLocale();
  const list = useInfiniteQuery(reviewQueueQuery);
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  useEffect(() => {
    document.title = `${t('review.queue')} · Daiban`;
  }, [t]);
  const nameOf = (code: string): string => findText(locale, `prerequisites.${code}`) ?? code;
  return (
    <>
      <PageHead>
        <h1>{t('review.queue')}</h1>
      </PageHead>
      <RecordList
        query={list}
        count={rows.length}
        empty={
          <PageFace kind="empty" title={t('review.all_done')}>
            <p>{t('review.queue_empty')}</p>
          </PageFace>
        }
      >
        <table className="records">
          <thead>
            <tr>
              <th scope="col">{t('review.account')}</th>
              <th scope="col" className="records-wide">
                {t('records.client.name')}
              </th>
              <th scope="col">{t('review.papers')}</th>
              <th scope="col">{t('review.waits_since')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ registrationId, accountName, client, papers, waitingSince }) => (
              <tr key={registrationId}>
                <td className="record-name">
                  <Link
                    to={paths.review}
                    params={{ registrationId }}
                    lang={/\p{Script=Han}/u.test(accountName) ? 'zh-Hans' : undefined}
                  >
                    {accountName}
                  </Link>
                </td>
                <td className="records-wide dim">{client.name}</td>
                <td title={papers.map(nameOf).join('\n')}>
                  <span className="records-wide">
                    {papers.slice(0, NAMED).map(nameOf).join(t('dashboard.comma'))}
                    {papers.length > NAMED ? ` ${t('review.more_papers', { count: papers.length - NAMED })}` : null}
                  </span>
                  <span className="records-phone">{t('review.paper_count', { count: papers.length })}</span>
                </td>
                <td className="dim">
                  <Moment at={waitingSince} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </RecordList>
    </>
  );
}
