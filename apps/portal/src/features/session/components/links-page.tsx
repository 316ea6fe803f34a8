/** The links a contact has made: a progress link for others is made here, links for single papers with the paper; all are switched off here. */
import { useId, useState, type FormEvent } from 'react';
import { ProblemError, type PortalLink } from '@daiban/contracts';
import { dateIn, formatDate } from '@daiban/i18n';
import { paths } from '../../../config/paths.js';
import { PageLink } from '../../../lib/address.js';
import { isElsewhere, isVisitOver } from '../../../lib/call-portal.js';
import { ElsewhereFace } from '../../../lib/elsewhere-face.js';
import { FailureFace } from '../../../lib/face.js';
import { useLocale } from '../../../lib/locale.js';
import { PortalFrame } from '../../../lib/portal-frame.js';
import { text } from '../../../lib/texts.js';
import { useVisit } from '../../../lib/visit.js';
import { VisitOver } from '../../../lib/visit-over.js';
import { useCreateBoardroomLink, useOwnLinks, useRevokeOwnLink } from '../api/own-links.js';
import { waysInText } from '../texts.js';

export default function LinksPage() {
  const { locale } = useLocale();
  const links = useOwnLinks();
  if (isVisitOver(links.error)) return <VisitOver face="ended" />;
  const title = waysInText(locale, 'waysIn.links.title');
  const back = (
    <PageLink className="portal-link" href={paths.home}>
      {waysInText(locale, 'waysIn.links.back')}
    </PageLink>
  );
  return (
    <PortalFrame title={title}>
      {back}
      {links.isError && !links.data ? (
        isElsewhere(links.error) || isReadOnly(links.error) ? (
          <ElsewhereFace />
        ) : (
          <FailureFace error={links.error} onRetry={() => void links.refetch()} />
        )
      ) : (
        <div className="portal-columns">
          <div className="portal-column">
            <section className="portal-card" aria-busy={links.isPending}>
              <h1 className="portal-card-title">{title}</h1>
              <p>{waysInText(locale, 'waysIn.links.explain')}</p>
              {links.data?.items.length === 0 ? (
                <p className="portal-note">{waysInText(locale, 'waysIn.links.none')}</p>
              ) : (
                <ul className="portal-history">
                  {links.data?.items.map((link) => (
                    <OwnLink key={link.id} link={link} />
                  ))}
                </ul>
              )}
            </section>
          </div>
          <div className="portal-column">
            <NewBoardroomLink />
          </div>
        </div>
      )}
    </PortalFrame>
  );
}

/** Boardroom views and previews have no links of their own. */
function isReadOnly(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.code === 'portal.read_only';
}

function NewBoardroomLink() {
  const { locale } = useLocale();
  const [label, setLabel] = useState('');
  const create = useCreateBoardroomLink();
  const day = useReadersDay();
  const field = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate(label.trim(), { onSuccess: () => setLabel('') });
  };
  return (
    <section className="portal-card">
      <h2>{waysInText(locale, 'waysIn.links.boardroom.heading')}</h2>
      <p>{waysInText(locale, 'waysIn.links.boardroom.explain')}</p>
      <form className="portal-form" onSubmit={submit}>
        <label htmlFor={field}>{waysInText(locale, 'waysIn.links.boardroom.label')}</label>
        <input
          id={field}
          required
          maxLength={80}
          value={label}
          placeholder={waysInText(locale, 'waysIn.links.boardroom.placeholder')}
          onChange={(event) => setLabel(event.target.value)}
        />
        {create.error ? <Problem error={create.error} /> : null}
        <button type="submit" className="portal-button" disabled={create.isPending}>
          {waysInText(locale, 'waysIn.links.boardroom.make')}
        </button>
      </form>
      {create.data ? (
        <div className="portal-made" role="status">
          <p>{waysInText(locale, 'waysIn.links.made')}</p>
          <MadeAddress url={create.data.url} />
          <p className="portal-note">
            {waysInText(locale, 'waysIn.links.until', { date: day(create.data.expiresAt) })}
          </p>
        </div>
      ) : null}
    </section>
  );
}

/** Shown whole and selectable too: an in-app browser may refuse the clipboard. */
function MadeAddress({ url }: { url: string }) {
  const { locale } = useLocale();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url);
      setCopied(true);
    } catch {
      setCopied(false);
    }
  };
  return (
    <>
      <output className="portal-address">{url}</output>
      <button type="button" className="portal-button portal-button-plain" onClick={() => void copy()}>
        {waysInText(locale, copied ? 'waysIn.links.copied' : 'waysIn.links.copy')}
      </button>
    </>
  );
}

function OwnLink({ link }: { link: PortalLink }) {
  const { locale } = useLocale();
  const revoke = useRevokeOwnLink();
  const day = useReadersDay();
  const kind = link.kind === 'item' ? 'item' : 'boardroom';
  const paper = link.paperCode ? text(locale, `prerequisites.${link.paperCode}`) : null;
  return (
    <li>
      <b>{link.whom}</b>
      <div className="portal-line-note">
        {paper ?? waysInText(locale, `waysIn.links.kind.${kind}`)}
        {' · '}
        {link.state === 'open'
          ? waysInText(locale, 'waysIn.links.until', { date: day(link.expiresAt) })
          : waysInText(locale, `waysIn.links.state.${link.state}`)}
        {' · '}
        {link.lastVisitAt
          ? waysInText(locale, 'waysIn.links.opened', { count: link.visits, date: day(link.lastVisitAt) })
          : waysInText(locale, 'waysIn.links.never_opened')}
      </div>
      {link.state === 'open' ? (
        <button
          type="button"
          className="portal-link"
          aria-label={waysInText(locale, 'waysIn.links.revoke_named', { label: link.whom })}
          onClick={() => revoke.mutate(link.id)}
          disabled={revoke.isPending}
        >
          {waysInText(locale, 'waysIn.links.revoke')}
        </button>
      ) : null}
      {revoke.error ? <Problem error={revoke.error} /> : null}
    </li>
  );
}

function Problem({ error }: { error: Error }) {
  const { locale } = useLocale();
  return (
    <p className="portal-problem" role="alert">
      {error instanceof ProblemError ? error.problem.detail : waysInText(locale, 'waysIn.code.failed')}
    </p>
  );
}

/** The day of an instant where the reader is. */
function useReadersDay(): (at: string) => string {
  const { locale } = useLocale();
  const zone = useVisit()?.timeZone ?? 'Asia/Shanghai';
  return (at) => formatDate(dateIn(at, zone), locale, dateIn(new Date().toISOString(), zone));
}
