/** Adds a client: who they are, in which language and zone we write to them, and whom we ask. */
import { Button } from '@mantine/core';
import { skipToken, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { ButtonLink } from '../../../components/button-link.js';
import { NoPermission } from '../../../components/no-permission.js';
import { PageHead } from '../../../components/page-head.js';
import { ProblemNote } from '../../../components/problem-note.js';
import { RecordForm } from '../../../components/record-form.js';
import '../../../components/records.css';
import { paths } from '../../../config/paths.js';
import { describeProblem } from '../../../lib/describe-problem.js';
import { invalidMessages } from '../../../lib/invalid-messages.js';
import { useLocale } from '../../../lib/locale.js';
import { leadQuery, useMoveLead } from '../../../lib/leads.js';
import { useMay } from '../../../lib/session.js';
import { useCreateClient } from '../api/create-client.js';
import { bodyOf, emptyClient, fromLead } from '../client-draft.js';
import { ClientFields } from './client-fields.js';

export function NewClientPage() {
  const { t, locale } = useLocale();
  const navigate = useNavigate();
  const mayWrite = useMay('clients.write');
  const create = useCreateClient();
  const [draft, setDraft] = useState(() => emptyClient(locale));
  const { leadId } = useSearch({ from: '/shell/clients/new' });
  const lead = useQuery(leadId ? leadQuery(leadId) : { queryKey: ['leads', 'none'], queryFn: skipToken }).data;
  const moveLead = useMoveLead();
  useEffect(() => {
    if (lead) setDraft(fromLead(lead));
  }, [lead]);
  const [attempt, setAttempt] = useState(() => crypto.randomUUID());
  useEffect(() => {
    document.title = `${t('records.client.new')} · Daiban`;
  }, [t]);
  const problem = create.error ? describeProblem(create.error, t) : null;
  const submit = (): void =>
    create.mutate(
      { attempt, body: bodyOf(draft) },
      {
        onSuccess: ({ id }) => {
          if (lead && lead.state !== 'won') moveLead.mutate({ lead, state: 'won' });
          void navigate({ to: paths.client, params: { clientId: id } });
        },
        onError: (error) => error instanceof TypeError || setAttempt(crypto.randomUUID()),
      },
    );
  return (
    <>
      <PageHead>
        <nav className="crumbs" aria-label={t('dashboard.crumbs')}>
          <Link to={paths.clients}>{t('dashboard.nav.clients')}</Link>
          <span aria-current="page">{t('records.client.new')}</span>
        </nav>
      </PageHead>
      {mayWrite ? (
        <RecordForm pending={create.isPending} onSubmit={submit}>
          <h1>{t('records.client.new')}</h1>
          {lead ? <p className="record-line-note">{t('inbox.leads.from_lead', { name: lead.name })}</p> : null}
          <ClientFields draft={draft} onChange={setDraft} messages={invalidMessages(problem)} />
          <ProblemNote error={create.error} />
          <div className="form-foot">
            <ButtonLink to={paths.clients} variant="subtle">
              {t('dashboard.cancel')}
            </ButtonLink>
            <Button type="submit" loading={create.isPending}>
              {t('records.client.add')}
            </Button>
          </div>
        </RecordForm>
      ) : (
        <NoPermission permission="clients.write" />
      )}
    </>
  );
}
