/** The agency itself: how clients see it, with the look of its pages beside the fields, and the texts that visitors read. */
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { PageHead } from '../../../components/page-head.js';
import { RecordLoading } from '../../../components/record-loading.js';
import { useLocale } from '../../../lib/locale.js';
import { useMay } from '../../../lib/session.js';
import { agencySettingsQuery } from '../api/agency-settings.js';
import { AgencyForm } from './agency-form.js';
import { AgencyTexts } from './agency-texts.js';
import '../../../components/records.css';
import './settings.css';

export function SettingsPage() {
  const { t } = useLocale();
  const mayManage = useMay('agency.manage');
  const found = useQuery(agencySettingsQuery);
  useEffect(() => {
    document.title = `${t('settings.title')} · Daiban`;
  }, [t]);
  return (
    <>
      <PageHead>
        <h1>{t('settings.title')}</h1>
      </PageHead>
      {found.data ? (
        <div className="page-body record-page settings">
          {mayManage ? null : <p className="quiet">{t('settings.owner_only')}</p>}
          <AgencyForm agency={found.data} mayManage={mayManage} />
          <AgencyTexts mayManage={mayManage} />
        </div>
      ) : (
        <RecordLoading error={found.error} onRetry={() => void found.refetch()} />
      )}
    </>
  );
}
