/** Keys for programs: made here and shown once, ended here at once. */
import { Button, Skeleton, TextInput } from '@mantine/core';
import type { ApiKey } from '@daiban/contracts';
import type { Role } from '@daiban/domain/enumerations';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { CopyOnce } from '../../../components/copy-once.js';
import { Moment } from '../../../components/moment.js';
import { PlainDialog } from '../../../components/plain-dialog.js';
import { ProblemNote } from '../../../components/problem-note.js';
import { useLocale } from '../../../lib/locale.js';
import { useCreateApiKey } from '../api/create-api-key.js';
import { apiKeysQuery } from '../api/list-api-keys.js';
import { useRevokeApiKey } from '../api/revoke-api-key.js';
import { RoleSelect } from './role-select.js';

/** Keys shown at once. */
const STEP = 8;

export function ApiKeysCard() {
  const { t } = useLocale();
  const list = useQuery(apiKeysQuery);
  const [shown, setShown] = useState(STEP);
  const [adding, setAdding] = useState(false);
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  const keys = list.data?.items ?? [];
  return (
    <section className="card">
      <header>
        <h2>{t('records.key.title')}</h2>
        <Button size="xs" variant="default" onClick={() => setAdding(true)}>
          {t('records.key.make')}
        </Button>
      </header>
      <div className="card-body">
        <p className="quiet">
          {t('records.key.explain')} <a href="/api/docs">/api/docs</a>
        </p>
        <ProblemNote error={list.error} />
        {list.isPending ? <Skeleton height={12} width="60%" /> : null}
        {list.isSuccess && keys.length === 0 ? <p className="quiet">{t('records.key.empty')}</p> : null}
        <ul className="record-lines" hidden={keys.length === 0}>
          {keys.slice(0, shown).map((key) => (
            <li key={key.id}>
              <div>
                {key.name} <code className="dim">{key.prefix}…</code>
                <div className="record-line-note">
                  {t(`states.role.${key.role}`)} · <Moment at={key.createdAt} />
                </div>
              </div>
              {key.revokedAt ? (
                <span className="dim">
                  {t('records.key.revoked')} <Moment at={key.revokedAt} />
                </span>
              ) : (
                <Button size="xs" variant="default" onClick={() => setRevoking(key)}>
                  {t('records.key.revoke')}
                </Button>
              )}
            </li>
          ))}
        </ul>
        {keys.length > shown ? (
          <div>
            <Button size="xs" variant="subtle" onClick={() => setShown(shown + STEP)}>
              {t('dashboard.load_more')}
            </Button>
          </div>
        ) : null}
      </div>
      {adding ? <NewKeyDialog onClose={() => setAdding(false)} /> : null}
      {revoking ? <RevokeDialog apiKey={revoking} onClose={() => setRevoking(null)} /> : null}
    </section>
  );
}

function NewKeyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLocale();
  const create = useCreateApiKey();
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('viewer');
  if (create.data) {
    return (
      <PlainDialog title={t('records.key.made', { name: create.data.name })} onClose={onClose}>
        <CopyOnce label={t('records.key.key')} value={create.data.apiKey} />
      </PlainDialog>
    );
  }
  return (
    <PlainDialog
      title={t('records.key.make')}
      action={t('records.key.make')}
      ready={name.trim() !== ''}
      pending={create.isPending}
      error={create.error}
      onSubmit={() => create.mutate({ name: name.trim(), role })}
      onClose={onClose}
    >
      <TextInput
        label={t('records.key.name')}
        description={t('records.key.name_help')}
        required
        maxLength={120}
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <RoleSelect value={role} onChange={setRole} />
    </PlainDialog>
  );
}

function RevokeDialog({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const { t } = useLocale();
  const revoke = useRevokeApiKey();
  return (
    <PlainDialog
      title={t('records.key.revoke_title', { name: apiKey.name })}
      action={t('records.key.revoke')}
      pending={revoke.isPending}
      error={revoke.error}
      onSubmit={() => revoke.mutate(apiKey.id, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p className="quiet">{t('records.key.revoke_explain')}</p>
    </PlainDialog>
  );
}
