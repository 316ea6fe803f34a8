/** People who asked the public advisor and left their address: new ones first, with what they asked. */
import { NativeSelect } from '@mantine/core';
import type { Lead } from '@daiban/contracts';
import { LEAD_STATES } from '@daiban/domain/enumerations';
import { PageFace } from '@daiban/ui';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { ButtonLink } from '../../../components/button-link.js';
import { Moment } from '../../../components/moment.js';
import { PageHead } from '../../../components/page-head.js';
import { ProblemNote } from '../../../components/problem-note.js';
import { RecordList } from '../../../components/record-list.js';
import { paths } from '../../../config/paths.js';
import { useMoveLead } from '../../../lib/leads.js';
import { useLocale } from '../../../lib/locale.js';
import { regionName } from '../../../lib/region-name.js';
import { useMay } from '../../../lib/session.js';
import { leadListQuery, publicAddressQuery } from '../api/list-leads.js';
import './leads.css';

export function LeadsPage() {
  const { t } = useLocale();
  const { state } = useSearch({ from: '/shell/leads' });
  const navigate = useNavigate();
  const list = useInfiniteQuery(leadListQuery(state));
  const address = useQuery(publicAddressQuery);
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const move = useMoveLead();
  useEffect(() => {
    document.title = `${t('inbox.leads.title')} · Daiban`;
  }, [t]);
  return (
    <>
      <PageHead>
        <h1>{t('inbox.leads.title')}</h1>
      </PageHead>
      <div className="record-filters">
        <NativeSelect
          size="xs"
          aria-label={t('inbox.leads.filter')}
          value={state ?? ''}
          onChange={(event) => {
            const chosen = LEAD_STATES.find((each) => each === event.currentTarget.value);
            void navigate({ to: paths.leads, search: { state: chosen }, replace: true });
          }}
          data={[
            { value: '', label: t('inbox.leads.any_state') },
            ...LEAD_STATES.map((value) => ({ value, label: t(`inbox.leads.state.${value}`) })),
          ]}
        />
        <span className="dim">{t('inbox.leads.explain')}</span>
      </div>
      <ProblemNote error={move.error} />
      <RecordList
        query={list}
        count={rows.length}
        empty={
          state ? (
            <PageFace
              kind="empty"
              title={t('inbox.leads.none_in_state')}
              actions={
                <ButtonLink to={paths.leads} search={{}} variant="default">
                  {t('records.show_all')}
                </ButtonLink>
              }
            />
          ) : (
            <PageFace kind="empty" title={t('inbox.leads.empty')}>
              {address.data === undefined ? null : (
                <p>
                  {address.data === null
                    ? t('inbox.leads.empty_no_slug')
                    : t('inbox.leads.empty_help', { url: address.data })}
                </p>
              )}
            </PageFace>
          )
        }
      >
        <table className="records">
          <thead>
            <tr>
              <th scope="col">{t('inbox.leads.who')}</th>
              <th scope="col" className="records-wide">
                {t('inbox.leads.asked')}
              </th>
              <th scope="col" className="records-wide">
                {t('inbox.leads.left')}
              </th>
              <th scope="col">{t('inbox.leads.state')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((lead) => (
              <LeadRow key={lead.id} lead={lead} onMove={(next) => move.mutate({ lead, state: next })} />
            ))}
          </tbody>
        </table>
      </RecordList>
    </>
  );
}

function LeadRow({ lead, onMove }: { lead: Lead; onMove: (state: Lead['state']) => void }) {
  const { t } = useLocale();
  const mayManage = useMay('leads.manage');
  const mayMakeClient = useMay('clients.write');
  const { id, state, name, company, email, message, advice, textVersion, leftAt } = lead;
  const isForgotten = email === '';
  return (
    <tr>
      <td className="record-name lead-who">
        {isForgotten ? (
          <span className="dim">{t('inbox.leads.forgotten')}</span>
        ) : (
          <>
            {name}
            {company ? <span className="dim"> · {company}</span> : null}
            <br />
            <a href={`mailto:${email}`}>{email}</a>
            {message ? <p className="lead-words">{message}</p> : null}
            <span className="records-phone">
              <Asked advice={advice} />
            </span>
            <p className="dim">{t('inbox.leads.agreed', { version: textVersion })}</p>
            {mayMakeClient && state !== 'won' ? (
              <ButtonLink size="xs" variant="default" to={paths.newClient} search={{ leadId: id }}>
                {t('inbox.leads.make_client')}
              </ButtonLink>
            ) : null}
          </>
        )}
      </td>
      <td className="records-wide">
        <Asked advice={advice} />
      </td>
      <td className="records-wide">
        <Moment at={leftAt} />
      </td>
      <td>
        {mayManage && !isForgotten ? (
          <NativeSelect
            size="xs"
            aria-label={t('inbox.leads.change_state', { name })}
            value={state}
            onChange={(event) => {
              const chosen = LEAD_STATES.find((each) => each === event.currentTarget.value);
              if (chosen && chosen !== state) onMove(chosen);
            }}
            data={LEAD_STATES.map((value) => ({ value, label: t(`inbox.leads.state.${value}`) }))}
          />
        ) : (
          t(`inbox.leads.state.${state}`)
        )}
      </td>
    </tr>
  );
}

/** What somebody asked, in a line, and the way to the answer they were given. */
function Asked({ advice }: Pick<Lead, 'advice'>) {
  const { t, locale } = useLocale();
  if (advice === null) return <span className="dim">{t('inbox.leads.no_question')}</span>;
  const { id, goal, countryCode, verdict } = advice;
  return (
    <>
      {t(`advisor.goal.${goal}`)}
      {countryCode ? <span className="dim"> · {regionName(countryCode, locale)}</span> : null}
      <br />
      <span className="dim">{t('inbox.leads.answered', { verdict: t(`advisor.verdict.${verdict}`) })}</span>{' '}
      <Link to={paths.keptAdvice} params={{ adviceId: id }}>
        {t('inbox.leads.read_answer')}
      </Link>
    </>
  );
}
