/** Changes a colleague's role, or switches their sign-in off or on. */
import { Checkbox } from '@mantine/core';
import type { Member } from '@daiban/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { PlainDialog } from '../../../components/plain-dialog.js';
import { useLocale } from '../../../lib/locale.js';
import { membersQuery } from '../../../lib/members.js';
import { useUpdateMember } from '../api/update-member.js';
import { RoleSelect } from './role-select.js';

export function ChangeMemberDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const { t } = useLocale();
  const update = useUpdateMember(member.id);
  const members = useQuery(membersQuery);
  const [role, setRole] = useState(member.role);
  const [active, setActive] = useState(member.disabledAt === null);
  // After somebody else's change the list is read again; a second try then goes from what is stored now.
  const stored = members.data?.items.find(({ id }) => id === member.id) ?? member;
  const isChanged = role !== stored.role || active !== (stored.disabledAt === null);
  const submit = (): void =>
    update.mutate(
      {
        expectedVersion: stored.version,
        ...(role === stored.role ? {} : { role }),
        ...(active === (stored.disabledAt === null) ? {} : { disabled: !active }),
      },
      { onSuccess: onClose },
    );
  return (
    <PlainDialog
      title={t('records.change_title', { name: member.name })}
      action={t('records.save')}
      ready={isChanged}
      pending={update.isPending}
      error={update.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <RoleSelect value={role} onChange={setRole} />
      <Checkbox
        label={t('records.team.may_sign_in')}
        description={t('records.team.may_sign_in_help')}
        checked={active}
        onChange={(event) => setActive(event.currentTarget.checked)}
      />
      {isChanged ? null : <p className="record-line-note">{t('records.nothing_changed')}</p>}
    </PlainDialog>
  );
}
