/** Every mail with what became of it, newest first; the state stands in the address. */
import { NativeSelect } from '@mantine/core';
import { DELIVERY_STATES } from '@daiban/domain/enumerations';
import { PageFace } from '@daiban/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { ButtonLink } from '../../../components/button-link.js';
import { Moment } from '../../../components/moment.js';
import { PageHead } from '../../../components/page-head.js';
import { RecordList } from '../../../components/record-list.js';
import { paths } from '../../../config/paths.js';
import { useLocale } from '../../../lib/locale.js';
import { deliveryListQuery } from '../api/list-deliveries.js';
import { DeliveryMark } from './delivery-mark.js';

export function OutboxPage() {
  const { t } = useLocale();
  const { state } = useSearch({ from: '/shell/outbox' });
  const navigate = useNavigate();
  const list = useInfiniteQuery(deliveryListQuery(state));
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  useEffect(() => {
    document.title = `${t('dashboard.nav.outbox')} · Daiban`;
  }, [t]);
  return (
    <>
      <PageHead>
        <h1>{t('dashboard.nav.outbox')}</h1>
      </PageHead>
      <div className="record-filters">
        <NativeSelect
          size="xs"
          aria-label={t('records.mail.filter')}
          value={state ?? ''}
          onChange={(event) => {
            const chosen = DELIVERY_STATES.find((each) => each === event.currentTarget.value);
            void navigate({ to: paths.outbox, search: { state: chosen }, replace: true });
          }}
          data={[
            { value: '', label: t('records.mail.any_state') },
            ...DELIVERY_STATES.map((value) => ({ value, label: t(`states.delivery_state.${value}`) })),
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
              title={t('records.mail.none_in_state')}
              actions={
                <ButtonLink to={paths.outbox} search={{}} variant="default">
                  {t('records.show_all')}
                </ButtonLink>
              }
            />
          ) : (
            <PageFace kind="empty" title={t('records.mail.empty')}>
              <p>{t('records.mail.empty_help')}</p>
            </PageFace>
          )
        }
      >
        <table className="records">
          <thead>
            <tr>
              <th scope="col">{t('records.mail.subject')}</th>
              <th scope="col">{t('records.mail.state')}</th>
              <th scope="col" className="records-wide">
                {t('records.mail.receiver')}
              </th>
              <th scope="col" className="records-wide">
                {t('records.mail.account')}
              </th>
              <th scope="col" className="records-wide">
                {t('records.mail.when')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(
              ({
                id,
                subject,
                state: became,
                receiverName,
                toAddress,
                registrationId,
                accountName,
                acceptedAt,
                sendAfter,
              }) => (
                <tr key={id}>
                  <td className="record-name">
                    <Link to={paths.mail} params={{ deliveryId: id }}>
                      {subject ?? t('records.mail.not_written')}
                    </Link>
                    <span className="records-phone record-line-note">{receiverName ?? toAddress ?? '–'}</span>
                  </td>
                  <td>
                    <DeliveryMark state={became} />
                  </td>
                  <td className="records-wide">
                    {receiverName ?? ''} <span className="dim">{toAddress ?? ''}</span>
                  </td>
                  <td className="records-wide">
                    {registrationId ? (
                      <Link to={paths.registration} params={{ registrationId }}>
                        {accountName ?? t('records.open_case')}
                      </Link>
                    ) : (
                      <span className="dim">–</span>
                    )}
                  </td>
                  <td className="records-wide dim">
                    <Moment at={acceptedAt ?? sendAfter} />
                  </td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      </RecordList>
    </>
  );
}
