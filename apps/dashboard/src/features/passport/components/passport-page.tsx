/** An account's custody passport, to read, to download and to send. */
import { Button } from '@mantine/core';
import { writePassport } from '@daiban/i18n';
import { PassportSheet } from '@daiban/ui';
import { IconDownload, IconMail } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { ProblemNote } from '../../../components/problem-note.js';
import { RecordPage } from '../../../components/record-page.js';
import { paths } from '../../../config/paths.js';
import { useLocale } from '../../../lib/locale.js';
import { useMay } from '../../../lib/session.js';
import { passportJsonAddress, passportPdfAddress, passportQuery, useSendPassport } from '../api/passport.js';
import './passport.css';

export function PassportPage() {
  const { t, locale } = useLocale();
  const { registrationId } = useParams({ from: '/shell/registrations/$registrationId/passport' });
  const found = useQuery(passportQuery(registrationId));
  const maySend = useMay('registrations.write');
  const send = useSendPassport(registrationId);
  const download = <IconDownload size={14} aria-hidden="true" />;
  return (
    <RecordPage
      query={found}
      list={{ to: paths.registrations, label: t('dashboard.nav.registrations') }}
      nameOf={({ account }) => `${account.name} · ${t('inbox.passport.open')}`}
    >
      {(passport) => {
        const sheet = writePassport(passport, locale);
        return (
          <div className="page-body record-page">
            <div className="record-head">
              <div>
                <h1>{sheet.title}</h1>
                <p className="dim">
                  <Link to={paths.registration} params={{ registrationId }}>
                    {sheet.account}
                  </Link>
                  {' · '}
                  {sheet.intro}
                </p>
              </div>
              <div className="passport-actions">
                <Button
                  component="a"
                  size="xs"
                  variant="default"
                  leftSection={download}
                  href={passportPdfAddress(registrationId, 'en')}
                  download
                >
                  {t('inbox.passport.pdf')}
                </Button>
                <Button
                  component="a"
                  size="xs"
                  variant="default"
                  leftSection={download}
                  href={passportPdfAddress(registrationId, 'zh')}
                  download
                >
                  {t('inbox.passport.pdf_zh')}
                </Button>
                <Button
                  component="a"
                  size="xs"
                  variant="default"
                  leftSection={download}
                  href={passportJsonAddress(registrationId)}
                  download={`passport-${registrationId}.json`}
                >
                  {t('inbox.passport.json')}
                </Button>
                {maySend ? (
                  <Button
                    size="xs"
                    leftSection={<IconMail size={14} aria-hidden="true" />}
                    loading={send.isPending}
                    onClick={() => send.mutate()}
                  >
                    {t('inbox.passport.send')}
                  </Button>
                ) : null}
              </div>
            </div>
            <ProblemNote error={send.error} />
            {send.data ? (
              <p role="status">
                {send.data.queued === 0
                  ? t('inbox.passport.sent_already')
                  : t('inbox.passport.sent', { count: send.data.queued })}
              </p>
            ) : null}
            <PassportSheet sheet={sheet} />
          </div>
        );
      }}
    </RecordPage>
  );
}
