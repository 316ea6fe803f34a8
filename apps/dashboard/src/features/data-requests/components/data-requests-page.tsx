/** What people ask about their own data: open requests by the day they are due, then the answers. */
import { Button, NativeSelect } from '@mantine/core';
import type { StaffDataRequest } from '@daiban/contracts';
import { DATA_REQUEST_STATES } from '@daiban/domain/enumerations';
import { dateIn, formatDate } from '@daiban/i18n';
import { PageFace } from '@daiban/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { ButtonLink } from '../../../components/button-link.js';
import { Day } from '../../../components/moment.js';
import { NoPermission } from '../../../components/no-permission.js';
import { PageHead } from '../../../components/page-head.js';
import { RecordList } from '../../../components/record-list.js';
import { paths } from '../../../config/paths.js';
import { useLocale } from '../../../lib/locale.js';
import { useMay } from '../../../lib/session.js';
import { dataRequestListQuery } from '../api/data-requests.js';
import { AnswerDialog } from './answer-dialog.js';
import './data-requests.css';

export function DataRequestsPage() {
  const { t } = useLocale();
  const mayManage = useMay('data_requests.manage');
  useEffect(() => {
    document.title = `${t('inbox.data.title')} · Daiban`;
  }, [t]);
  return (
    <>
      <PageHead>
        <h1>{t('inbox.data.title')}</h1>
      </PageHead>
      {mayManage ? <RequestList /> : <NoPermission permission="data_requests.manage" />}
    </>
  );
}

function RequestList() {
  const { t } = useLocale();
  const { state } = useSearch({ from: '/shell/data-requests' });
  const navigate = useNavigate();
  const list = useInfiniteQuery(dataRequestListQuery(state));
  const [answering, setAnswering] = useState<StaffDataRequest | null>(null);
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <div className="record-filters">
        <NativeSelect
          size="xs"
          aria-label={t('inbox.data.filter')}
          value={state ?? ''}
          onChange={(event) => {
            const chosen = DATA_REQUEST_STATES.find((each) => each === event.currentTarget.value);
            void navigate({ to: paths.dataRequests, search: { state: chosen }, replace: true });
          }}
          data={[
            { value: '', label: t('inbox.data.any_state') },
            ...DATA_REQUEST_STATES.map((value) => ({ value, label: t(`inbox.data.state.${value}`) })),
          ]}
        />
      </div>
      <RecordList
        query={list}
        count={rows.length}
        empty={
          state ? (
            <PageFace
              kind="empty"
              title={t('inbox.data.none_in_state')}
              actions={
                <ButtonLink to={paths.dataRequests} search={{}} variant="default">
                  {t('records.show_all')}
                </ButtonLink>
              }
            />
          ) : (
            <PageFace kind="empty" title={t('inbox.data.empty')}>
              <p>{t('inbox.data.empty_help')}</p>
            </PageFace>
          )
        }
      >
        <table className="records">
          <thead>
            <tr>
              <th scope="col">{t('inbox.data.who')}</th>
              <th scope="col">{t('inbox.data.what')}</th>
              <th scope="col" className="records-wide">
                {t('inbox.data.due')}
              </th>
              <th scope="col">{t('inbox.data.state')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((request) => (
              <RequestRow key={request.id} request={request} onAnswer={() => setAnswering(request)} />
            ))}
          </tbody>
        </table>
      </RecordList>
      {answering ? <AnswerDialog request={answering} onClose={() => setAnswering(null)} /> : null}
    </>
  );
}

function RequestRow({ request, onAnswer }: { request: StaffDataRequest; onAnswer: () => void }) {
  const { t, locale } = useLocale();
  const { asker, kind, message, dueOn, overdue, state, answer, closedAt, closedBy } = request;
  return (
    <tr>
      <td className="record-name request-words">
        {asker.name}
        <br />
        <span className="dim">{t(`inbox.data.asker.${asker.kind}`, { client: asker.clientName ?? '' })}</span>
      </td>
      <td className="request-words">
        <b>{t(`inbox.data.kind.${kind}`)}</b>
        <p>{message === '' ? t('inbox.data.erased') : message}</p>
        {answer === null ? null : (
          <blockquote>
            {answer}
            {closedAt && closedBy ? (
              <footer className="dim">
                {t('inbox.data.closed_by', {
                  name: closedBy,
                  date: formatDate(dateIn(closedAt, 'Asia/Shanghai'), locale),
                })}
              </footer>
            ) : null}
          </blockquote>
        )}
      </td>
      <td className="records-wide">
        <Day on={dueOn} /> {overdue ? <span className="turn">{t('inbox.data.overdue')}</span> : null}
      </td>
      <td>
        {state === 'open' ? (
          <Button size="xs" variant="default" onClick={onAnswer}>
            {t('inbox.data.answer')}
          </Button>
        ) : (
          t(`inbox.data.state.${state}`)
        )}
      </td>
    </tr>
  );
}
