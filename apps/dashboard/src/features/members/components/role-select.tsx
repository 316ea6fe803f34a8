/** A role with what it may do in a line. Roles above one's own are shown, and the API says no to them. */
import { NativeSelect } from '@mantine/core';
import { ROLES, type Role } from '@daiban/domain/enumerations';
import { useLocale } from '../../../lib/locale.js';

export function RoleSelect({ value, onChange }: { value: Role; onChange: (role: Role) => void }) {
  const { t } = useLocale();
  return (
    <NativeSelect
      label={t('records.team.role')}
      description={t(`records.role_may.${value}`)}
      value={value}
      onChange={(event) => onChange(ROLES.find((each) => each === event.currentTarget.value) ?? value)}
      data={ROLES.map((role) => ({ value: role, label: t(`states.role.${role}`) }))}
    />
  );
}
