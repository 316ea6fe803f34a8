/** The people and programs of the agency: who may do what, new colleagues, API keys. */
import { Button } from '@mantine/core';
import type { Member } from '@daiban/contracts';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { MarkText } from '../../../components/mark-text.js';
import { PageHead } from '../../../components/page-head.js';
import { RecordList } from '../../../components/record-list.js';
import { useLocale } from '../../../lib/locale.js';
import { membersQuery } from '../../../lib/members.js';
import { useMay, useSession } from '../../../lib/session.js';
import { ApiKeysCard } from './api-keys-card.js';
import { ChangeMemberDialog } from './change-member-dialog.js';
import { NewMemberDialog } from './new-member-dialog.js';

export function TeamPage() {
  const { t } = useLocale();
  const { actor } = useSession();
  const mayManage = useMay('members.manage');
  const mayKeys = useMay('api_keys.manage');
  // Who changes colleagues wants them as they are now, not as of five minutes ago.
  const list = useQuery({ ...membersQuery, staleTime: 0 });
  const members = list.data?.items ?? [];
  const [adding, setAdding] = useState(false);
  const [changing, setChanging] = useState<Member | null>(null);
  useEffect(() => {
    document.title = `${t('records.team.title')} · Daiban`;
  }, [t]);
  return (
    <>
      <PageHead
        actions={
          mayManage ? (
            <Button
              variant="default"
              leftSection={<IconPlus size={15} aria-hidden="true" />}
              onClick={() => setAdding(true)}
            >
              {t('records.team.add')}
            </Button>
          ) : undefined
        }
      >
        <h1>{t('records.team.title')}</h1>
      </PageHead>
      <RecordList query={list} count={members.length} empty={null}>
        <table className="records">
          <thead>
            <tr>
              <th scope="col">{t('records.team.name')}</th>
              <th scope="col">{t('records.team.role')}</th>
              <th scope="col" className="records-wide">
                {t('records.team.email')}
              </th>
              <th scope="col" className="records-wide">
                {t('records.team.sign_in')}
              </th>
              {mayManage ? (
                <th scope="col">
                  <span className="visually-hidden">{t('records.change')}</span>
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {members.map((member) => (
              <tr key={member.id} className={member.disabledAt ? 'record-off' : undefined}>
                <td className="record-name">
                  {member.name}
                  {member.id === actor.id ? <span className="dim"> {t('records.team.you')}</span> : null}
                </td>
                <td>{t(`states.role.${member.role}`)}</td>
                <td className="records-wide dim">{member.email}</td>
                <td className="records-wide">
                  {member.disabledAt ? (
                    <MarkText shape="skipped" tone="quiet" label={t('records.team.off')} />
                  ) : (
                    <MarkText shape="done" tone="good" label={t('records.team.on')} />
                  )}
                </td>
                {mayManage ? (
                  <td className="record-end">
                    <Button
                      size="xs"
                      variant="default"
                      aria-label={t('records.change_title', { name: member.name })}
                      onClick={() => setChanging(member)}
                    >
                      {t('records.change')}
                    </Button>
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </RecordList>
      <div className="page-body record-page">
        {mayManage ? null : <p className="quiet">{t('records.team.read_only', { roles: 'owner, manager' })}</p>}
        {mayKeys ? <ApiKeysCard /> : null}
      </div>
      {adding ? <NewMemberDialog onClose={() => setAdding(false)} /> : null}
      {changing ? <ChangeMemberDialog member={changing} onClose={() => setChanging(null)} /> : null}
    </>
  );
}
