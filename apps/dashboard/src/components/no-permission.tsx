/** A screen the reader's role does not open: says who can, by name where there are colleagues. */
import { roleMay, type StaffPermission } from '@daiban/contracts';
import { ROLES } from '@daiban/domain/enumerations';
import { PageFace } from '@daiban/ui';
import { useQuery } from '@tanstack/react-query';
import { useLocale } from '../lib/locale.js';
import { membersQuery } from '../lib/members.js';

export function NoPermission({ permission }: { permission: StaffPermission }) {
  const { t } = useLocale();
  const members = useQuery(membersQuery);
  const roles = ROLES.filter((role) => roleMay(role, permission)).join(', ');
  const colleagues = (members.data?.items ?? []).filter(
    ({ role, disabledAt }) => !disabledAt && roleMay(role, permission),
  );
  return (
    <PageFace kind="no_permission" title={t('records.no_permission.title')}>
      <p>{t('records.no_permission.roles', { roles })}</p>
      {colleagues.length > 0 ? (
        <p>
          {t('records.no_permission.ask', { names: colleagues.map(({ name }) => name).join(t('records.list_comma')) })}
        </p>
      ) : null}
    </PageFace>
  );
}
