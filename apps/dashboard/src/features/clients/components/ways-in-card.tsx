/** Who can open a client's pages: every link with its visits; links for a board are made here, all are switched off here. */
import { Button } from '@mantine/core';
import type { Client, PortalLink } from '@daiban/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Moment } from '../../../components/moment.js';
import { PlainDialog } from '../../../components/plain-dialog.js';
import { ProblemNote } from '../../../components/problem-note.js';
import { useLocale } from '../../../lib/locale.js';
import { useMay } from '../../../lib/session.js';
import { findText } from '../../../lib/texts.js';
import { portalLinksQuery, useRevokePortalLink } from '../api/portal-links.js';
import { BoardroomLinkDialog } from './boardroom-link-dialog.js';

export function WaysInCard({ client }: { client: Pick<Client, 'id' | 'name'> }) {
  const { t } = useLocale();
  const mayManage = useMay('portal_links.manage');
  const links = useQuery(portalLinksQuery(client.id));
  const [making, setMaking] = useState(false);
  const [revoking, setRevoking] = useState<PortalLink | null>(null);
  const [withOver, setWithOver] = useState(false);
  const all = links.data?.items ?? [];
  const over = all.filter(({ state }) => state !== 'open');
  const shown = withOver ? all : all.filter(({ state }) => state === 'open');
  return (
    <section className="card" aria-labelledby="ways-in">
      <header>
        <h2 id="ways-in">{t('records.ways.title')}</h2>
        {mayManage ? (
          <Button size="xs" variant="default" onClick={() => setMaking(true)}>
            {t('records.ways.boardroom')}
          </Button>
        ) : null}
      </header>
      <div className="card-body" aria-busy={links.isPending}>
        <p className="quiet">{t(links.isSuccess && all.length === 0 ? 'records.ways.none' : 'records.ways.explain')}</p>
        <ProblemNote error={links.error} />
        <ul className="record-lines">
          {shown.map((link) => (
            <WayIn key={link.id} link={link} onRevoke={mayManage ? () => setRevoking(link) : null} />
          ))}
        </ul>
        {over.length > 0 && !withOver ? (
          <Button size="xs" variant="subtle" onClick={() => setWithOver(true)}>
            {t('records.ways.show_over', { count: over.length })}
          </Button>
        ) : null}
      </div>
      {making ? <BoardroomLinkDialog client={client} onClose={() => setMaking(false)} /> : null}
      {revoking ? <RevokeDialog clientId={client.id} link={revoking} onClose={() => setRevoking(null)} /> : null}
    </section>
  );
}

function WayIn({ link, onRevoke }: { link: PortalLink; onRevoke: (() => void) | null }) {
  const { t, locale } = useLocale();
  const paper = link.paperCode && findText(locale, `prerequisites.${link.paperCode}`);
  const about = [t(`records.ways.kind.${link.kind}`), link.accountName, paper].filter(Boolean).join(' · ');
  return (
    <li>
      <div>
        {link.whom}
        <div className="record-line-note">
          {about} · {link.madeBy ? t('records.ways.made_by', { name: link.madeBy }) : t('records.ways.for_mails')}
        </div>
        <div className="record-line-note">
          {link.lastVisitAt ? (
            <>
              {t('records.ways.visits', { count: link.visits })} <Moment at={link.lastVisitAt} />
            </>
          ) : (
            t('records.ways.never')
          )}
          {link.state === 'open' ? (
            <>
              {' · '}
              {t('records.ways.until')} <Moment at={link.expiresAt} />
            </>
          ) : null}
        </div>
      </div>
      {link.state !== 'open' ? (
        <span className="quiet">{t(`records.ways.state.${link.state}`)}</span>
      ) : onRevoke ? (
        <Button
          size="xs"
          variant="default"
          aria-label={t('records.ways.revoke_named', { whom: link.whom })}
          onClick={onRevoke}
        >
          {t('records.ways.revoke')}
        </Button>
      ) : null}
    </li>
  );
}

/** Says what it does before it does it: somebody may be reading at this moment. */
function RevokeDialog({ clientId, link, onClose }: { clientId: string; link: PortalLink; onClose: () => void }) {
  const { t } = useLocale();
  const revoke = useRevokePortalLink(clientId);
  return (
    <PlainDialog
      title={t('records.ways.revoke_title')}
      action={t('records.ways.revoke')}
      pending={revoke.isPending}
      error={revoke.error}
      onSubmit={() => revoke.mutate(link.id, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p className="quiet">
        {link.kind === 'contact'
          ? t('records.ways.revoke_explain', { whom: link.whom })
          : t('records.ways.revoke_explain_any')}
      </p>
    </PlainDialog>
  );
}
