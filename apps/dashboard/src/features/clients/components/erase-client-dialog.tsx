/** What erasing takes away, what stands against it, and the three things that are asked before: the name typed out, a reason, the own password. */
import { PasswordInput, Textarea, TextInput } from '@mantine/core';
import { DEMO_PASSWORD, REASON_LENGTH, type ErasurePreview } from '@daiban/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { PlainDialog } from '../../../components/plain-dialog.js';
import { ProblemNote } from '../../../components/problem-note.js';
import { paths } from '../../../config/paths.js';
import { useLocale } from '../../../lib/locale.js';
import { useSession } from '../../../lib/session.js';
import { useEraseClient } from '../api/erase-client.js';
import { erasurePreviewQuery } from '../api/preview-erasure.js';

const PARTS = ['cases', 'contacts', 'people', 'documents', 'messages', 'mails'] as const;

export function EraseClientDialog({ clientId, onClose }: { clientId: string; onClose: () => void }) {
  const { t } = useLocale();
  const { data: preview, error } = useQuery(erasurePreviewQuery(clientId));
  if (!preview || preview.openCases.length > 0)
    return (
      <PlainDialog title={t('erasure.title')} onClose={onClose}>
        {preview ? (
          <OpenCases preview={preview} />
        ) : error ? (
          <ProblemNote error={error} />
        ) : (
          <p>{t('erasure.loading')}</p>
        )}
      </PlainDialog>
    );
  return <EraseForm clientId={clientId} preview={preview} onClose={onClose} />;
}

function OpenCases({ preview: { openCases } }: { preview: ErasurePreview }) {
  const { t } = useLocale();
  return (
    <>
      <p className="mark-turn">{t('erasure.blocked', { count: openCases.length })}</p>
      <ul className="record-lines">
        {openCases.map(({ registrationId, accountName, state }) => (
          <li key={registrationId}>
            <Link to={paths.registration} params={{ registrationId }}>
              {accountName}
            </Link>
            <span className="quiet">{t(`states.registration.${state}`)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function EraseForm({ clientId, preview, onClose }: { clientId: string; preview: ErasurePreview; onClose: () => void }) {
  const { t } = useLocale();
  const { demo } = useSession();
  const erase = useEraseClient(clientId);
  const [clientName, setClientName] = useState('');
  const [reason, setReason] = useState('');
  const [password, setPassword] = useState('');
  const isReady =
    clientName.trim() === preview.clientName.trim() && reason.trim().length >= REASON_LENGTH && password !== '';
  return (
    <PlainDialog
      title={t('erasure.title')}
      action={t('erasure.erase')}
      ready={isReady}
      pending={erase.isPending}
      error={erase.error}
      onSubmit={() => erase.mutate({ clientName, reason, password }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <div>
        <h3>{t('erasure.goes')}</h3>
        <dl className="record-facts">
          {PARTS.filter((part) => preview.counts[part] > 0).map((part) => (
            <Count key={part} label={t(`erasure.goes.${part}`)} count={preview.counts[part]} />
          ))}
        </dl>
        <p className="quiet">{t('erasure.stays')}</p>
      </div>
      <TextInput
        label={t('erasure.name')}
        description={t('erasure.name_help', { name: preview.clientName })}
        required
        autoComplete="off"
        value={clientName}
        onChange={(event) => setClientName(event.currentTarget.value)}
      />
      <Textarea
        label={t('erasure.reason')}
        description={t('erasure.reason_help', { length: REASON_LENGTH })}
        required
        rows={3}
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <PasswordInput
        label={t('erasure.password')}
        description={demo ? t('erasure.demo_password', { password: DEMO_PASSWORD }) : undefined}
        required
        autoComplete="current-password"
        maxLength={128}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
    </PlainDialog>
  );
}

function Count({ label, count }: { label: string; count: number }) {
  return (
    <>
      <dt>{label}</dt>
      <dd className="num">{count}</dd>
    </>
  );
}
