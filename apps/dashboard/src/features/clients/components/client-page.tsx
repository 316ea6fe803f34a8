/** One client: what we know of them, whom we ask, their cases; changing them shows both values when somebody was quicker. */
import { Button } from '@mantine/core';
import type { Contact } from '@daiban/contracts';
import { PageFace } from '@daiban/ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { ButtonLink } from '../../../components/button-link.js';
import { PageHead } from '../../../components/page-head.js';
import { RecordLoading } from '../../../components/record-loading.js';
import '../../../components/records.css';
import { paths } from '../../../config/paths.js';
import { isNotFound } from '../../../lib/describe-problem.js';
import { useLocale } from '../../../lib/locale.js';
import { regionName } from '../../../lib/region-name.js';
import { useMay } from '../../../lib/session.js';
import { clientQuery } from '../api/get-client.js';
import { ClientEditForm } from './client-edit-form.js';
import { PortalLinkDialog } from './portal-link-dialog.js';

const LANGUAGE_NAMES = { en: 'English', zh: '中文' } as const;

export function ClientPage() {
  const { t, locale } = useLocale();
  const { clientId } = useParams({ from: '/shell/clients/$clientId' });
  const found = useQuery(clientQuery(clientId));
  const mayWrite = useMay('clients.write');
  const mayLink = useMay('portal_links.manage');
  const mayOpenCase = useMay('registrations.write');
  const [editing, setEditing] = useState(false);
  const [linkFor, setLinkFor] = useState<Contact | null>(null);
  const client = found.data;
  useEffect(() => {
    if (client) document.title = `${client.name} · Daiban`;
  }, [client]);
  const head = (
    <PageHead>
      <nav className="crumbs" aria-label={t('dashboard.crumbs')}>
        <Link to={paths.clients}>{t('dashboard.nav.clients')}</Link>
        <span aria-current="page">{client?.name ?? '…'}</span>
      </nav>
    </PageHead>
  );
  if (isNotFound(found.error)) {
    return (
      <>
        {head}
        <PageFace
          kind="not_found"
          title={t('records.not_found')}
          actions={<ButtonLink to={paths.clients}>{t('dashboard.nav.clients')}</ButtonLink>}
        />
      </>
    );
  }
  if (!client) {
    return (
      <>
        {head}
        <RecordLoading error={found.error} onRetry={() => void found.refetch()} />
      </>
    );
  }
  if (editing) {
    return (
      <>
        {head}
        <ClientEditForm client={client} onDone={() => setEditing(false)} />
      </>
    );
  }
  return (
    <>
      {head}
      <div className="page-body record-page">
        <div className="record-head">
          <div>
            <h1>{client.name}</h1>
            <p className="quiet">
              {regionName(client.countryCode, locale)} · {LANGUAGE_NAMES[client.locale]} · {client.timeZone}
            </p>
          </div>
          {mayWrite ? (
            <Button variant="default" onClick={() => setEditing(true)}>
              {t('records.change')}
            </Button>
          ) : null}
        </div>
        <section className="card">
          <header>
            <h2>{t('records.client.cases')}</h2>
          </header>
          <div className="card-body">
            <p>{t('records.client.open_cases', { count: client.openRegistrations })}</p>
            <div className="row-wrap">
              <ButtonLink to={paths.registrations} search={{ clientId }} variant="default">
                {t('records.client.show_cases')}
              </ButtonLink>
              {mayOpenCase ? (
                <ButtonLink to={paths.newRegistration} search={{ clientId }} variant="default">
                  {t('dashboard.registrations.new')}
                </ButtonLink>
              ) : null}
            </div>
          </div>
        </section>
        <section className="card">
          <header>
            <h2>{t('records.client.contacts')}</h2>
          </header>
          <div className="card-body">
            {client.contacts.length === 0 ? (
              <p className="mark-turn">{t('records.client.no_contact_help')}</p>
            ) : (
              <ul className="record-lines">
                {client.contacts.map((contact) => (
                  <li key={contact.id}>
                    <div>
                      {contact.name}
                      <div className="record-line-note">
                        {contact.email} · {t(`records.contact_role.${contact.role}`)}
                      </div>
                    </div>
                    {mayLink ? (
                      <Button size="xs" variant="default" onClick={() => setLinkFor(contact)}>
                        {t('records.link.make')}
                      </Button>
                    ) : null}
                  </li>
                ))}
              </ul>
            )}
          </div>
        </section>
      </div>
      {linkFor ? <PortalLinkDialog contact={linkFor} onClose={() => setLinkFor(null)} /> : null}
    </>
  );
}
