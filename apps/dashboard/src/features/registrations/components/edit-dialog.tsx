/** Changes a case's own fields: its name until it is submitted, and at any time who looks after it, the WeChat ID and the followers. */
import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { PlainDialog } from '../../../components/plain-dialog.js';
import { describeProblem } from '../../../lib/describe-problem.js';
import { useLocale } from '../../../lib/locale.js';
import { membersQuery } from '../../../lib/members.js';
import { useUpdateRegistration, type RegistrationChange } from '../api/update-registration.js';
import type { CaseDialogProps } from './case-dialogs.js';

export function EditDialog({ registration, onClose }: CaseDialogProps) {
  const { t } = useLocale();
  const members = useQuery(membersQuery);
  const update = useUpdateRegistration(registration.id);
  const [name, setName] = useState(registration.proposedName);
  const [assigneeId, setAssigneeId] = useState(registration.assigneeId ?? '');
  const [originalId, setOriginalId] = useState(registration.originalId ?? '');
  const [followers, setFollowers] = useState(registration.followers === null ? '' : String(registration.followers));
  const isNameOpen = registration.submittedAt === null;
  const invalid = update.error ? describeProblem(update.error, t).invalid : [];
  const problemOf = (field: string): string | undefined => invalid.find(({ path }) => path === field)?.message;
  const save = (): void => {
    const wantedFollowers = followers.trim() === '' ? null : Number(followers.replace(/[,，\s]/g, ''));
    // Only what was changed: a field somebody else changed meanwhile is not put back.
    const body: RegistrationChange = { expectedVersion: registration.version };
    if (isNameOpen && name.trim() !== registration.proposedName) body.proposedName = name.trim();
    if ((assigneeId || null) !== registration.assigneeId) body.assigneeId = assigneeId || null;
    if ((originalId.trim() || null) !== registration.originalId) body.originalId = originalId.trim() || null;
    if (wantedFollowers !== registration.followers) body.followers = wantedFollowers;
    update.mutate(body, { onSuccess: onClose });
  };
  return (
    <PlainDialog
      title={t('dashboard.edit.title')}
      action={t('dashboard.edit.save')}
      ready={name.trim() !== ''}
      pending={update.isPending}
      error={update.error}
      fieldsElsewhere
      onSubmit={save}
      onClose={onClose}
    >
      {isNameOpen ? (
        <TextInput
          label={t('dashboard.new.name')}
          required
          maxLength={200}
          error={problemOf('proposedName')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      ) : null}
      <NativeSelect
        label={t('dashboard.facts.assignee')}
        value={assigneeId}
        onChange={(event) => setAssigneeId(event.currentTarget.value)}
        data={[
          { value: '', label: t('dashboard.edit.nobody') },
          ...(members.data?.items ?? [])
            .filter(({ id, disabledAt }) => !disabledAt || id === assigneeId)
            .map((member) => ({ value: member.id, label: member.name })),
        ]}
      />
      <TextInput
        label={t('dashboard.facts.original_id')}
        description={t('dashboard.edit.original_id_help')}
        maxLength={60}
        error={problemOf('originalId')}
        autoComplete="off"
        value={originalId}
        onChange={(event) => setOriginalId(event.currentTarget.value)}
      />
      <TextInput
        label={t('dashboard.edit.followers')}
        inputMode="numeric"
        error={problemOf('followers')}
        value={followers}
        onChange={(event) => setFollowers(event.currentTarget.value)}
      />
    </PlainDialog>
  );
}
