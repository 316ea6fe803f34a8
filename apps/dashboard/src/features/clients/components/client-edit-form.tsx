/** Changes a client. When somebody changed it meanwhile, nothing typed is lost: both values stand side by side. */
import { Button } from '@mantine/core';
import type { Client } from '@daiban/contracts';
import { useState } from 'react';
import { ConflictNote, type Difference } from '../../../components/conflict-note.js';
import { ProblemNote } from '../../../components/problem-note.js';
import { RecordForm } from '../../../components/record-form.js';
import { describeProblem } from '../../../lib/describe-problem.js';
import { invalidMessages } from '../../../lib/invalid-messages.js';
import { useLocale } from '../../../lib/locale.js';
import { regionName } from '../../../lib/region-name.js';
import { useUpdateClient } from '../api/update-client.js';
import { changesOf, contactLines, draftOf } from '../client-draft.js';
import { ClientFields } from './client-fields.js';

export function ClientEditForm({ client, onDone }: { client: Client; onDone: () => void }) {
  const { t, locale } = useLocale();
  const update = useUpdateClient(client.id);
  const [draft, setDraft] = useState(() => draftOf(client));
  // As it was read with the values in the form; `client` moves on when somebody else writes. Only what was typed over it is sent.
  const [read] = useState(client);
  const [version, setVersion] = useState(client.version);
  const problem = update.error ? describeProblem(update.error, t) : null;
  const mine = changesOf(draft, read);
  const send = (expectedVersion: number): void => {
    if (Object.keys(mine).length === 0) return onDone();
    setVersion(expectedVersion);
    update.mutate({ expectedVersion, ...mine }, { onSuccess: onDone });
  };
  const all: (Difference & { field: keyof typeof mine })[] = [
    { field: 'name', label: t('records.client.name'), stored: client.name, typed: draft.name.trim() },
    {
      field: 'countryCode',
      label: t('records.client.country'),
      stored: regionName(client.countryCode, locale),
      typed: regionName(draft.countryCode, locale),
    },
    { field: 'locale', label: t('records.client.locale'), stored: client.locale, typed: draft.locale },
    { field: 'timeZone', label: t('records.client.zone'), stored: client.timeZone, typed: draft.timeZone },
    {
      field: 'contacts',
      label: t('records.client.contacts'),
      stored: contactLines(client.contacts),
      typed: contactLines(draft.contacts),
    },
  ];
  return (
    <RecordForm pending={update.isPending} onSubmit={() => send(version)}>
      <h1>{t('records.change_title', { name: client.name })}</h1>
      <ClientFields draft={draft} onChange={setDraft} messages={invalidMessages(problem)} />
      {problem?.kind === 'conflict' ? (
        <ConflictNote
          differences={all.filter(({ field, stored, typed }) => field in mine && stored !== typed)}
          onTakeStored={onDone}
          onKeepTyped={() => send(client.version)}
          pending={update.isPending}
        />
      ) : (
        <ProblemNote error={update.error} />
      )}
      <div className="form-foot">
        <Button variant="subtle" onClick={onDone}>
          {t('dashboard.cancel')}
        </Button>
        <Button type="submit" loading={update.isPending} disabled={problem?.kind === 'conflict'}>
          {t('records.save')}
        </Button>
      </div>
    </RecordForm>
  );
}
