/** One client: what we know of them, whom we ask, their cases; changing them shows both values when somebody was quicker. */
import { Button } from '@mantine/core';
import type { Contact } from '@daiban/contracts';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { ButtonLink } from '../../../components/button-link.js';
import { RecordPage } from '../../../components/record-page.js';
import { ViewAsButton } from '../../../components/view-as-button.js';
import { paths } from '../../../config/paths.js';
import { useLocale } from '../../../lib/locale.js';
import { regionName } from '../../../lib/region-name.js';
import { useMay } from '../../../lib/session.js';
import { clientQuery } from '../api/get-client.js';
import { ClientEditForm } from './client-edit-form.js';
import { EraseClientCard } from './erase-client-card.js';
import { PortalLinkDialog } from './portal-link-dialog.js';
import { WaysInCard } from './ways-in-card.js';

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
  return (
    <RecordPage
      query={found}
      list={{ to: paths.clients, label: t('dashboard.nav.clients') }}
      nameOf={({ name }) => name}
    >
      {(client) =>
        editing ? (
          <ClientEditForm client={client} onDone={() => setEditing(false)} />
        ) : (
          <>
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
                            <div className="row-wrap">
                              <Button size="xs" variant="default" onClick={() => setLinkFor(contact)}>
                                {t('records.link.make')}
                              </Button>
                              <ViewAsButton contactId={contact.id} name={contact.name} size="xs" />
                            </div>
                          ) : null}
                        </li>
                      ))}
                    </ul>
                  )}
                </div>
              </section>
              <WaysInCard client={client} />
              <EraseClientCard client={client} />
            </div>
            {linkFor ? <PortalLinkDialog contact={linkFor} onClose={() => setLinkFor(null)} /> : null}
          </>
        )
      }
    </RecordPage>
  );
}
