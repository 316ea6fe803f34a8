/** At the end of a client's page, for owners: what erasing means, and the way to it. Of an erased client it says when that was. */
import { Button } from '@mantine/core';
import type { Client } from '@daiban/contracts';
import { useState } from 'react';
import { Moment } from '../../../components/moment.js';
import { useLocale } from '../../../lib/locale.js';
import { useMay } from '../../../lib/session.js';
import { EraseClientDialog } from './erase-client-dialog.js';

export function EraseClientCard({ client }: { client: Client }) {
  const { t } = useLocale();
  const mayErase = useMay('clients.erase');
  const [asking, setAsking] = useState(false);
  if (!mayErase && client.erasedAt === null) return null;
  return (
    <section className="card">
      <header>
        <h2>{t('erasure.title')}</h2>
      </header>
      <div className="card-body">
        {client.erasedAt === null ? (
          <>
            <p className="quiet">{t('erasure.explain')}</p>
            <div>
              <Button variant="default" onClick={() => setAsking(true)}>
                {t('erasure.open')}
              </Button>
            </div>
          </>
        ) : (
          <p>
            {t('erasure.done')} <Moment at={client.erasedAt} />
          </p>
        )}
      </div>
      {asking ? <EraseClientDialog clientId={client.id} onClose={() => setAsking(false)} /> : null}
    </section>
  );
}
