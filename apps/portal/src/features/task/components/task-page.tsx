/** The page of one paper: why it is needed, how it passes, the ways to bring it, what is there, sending it. A colleague's link shows this page and no other. */
import { useCallback } from 'react';
import type { PortalPaper } from '@daiban/contracts';
import { PageFace } from '@daiban/ui';
import { paths } from '../../../config/paths.js';
import { PageLink } from '../../../lib/address.js';
import { isElsewhere, isMissing, isVisitOver } from '../../../lib/call-portal.js';
import { ElsewhereFace } from '../../../lib/elsewhere-face.js';
import { FailureFace } from '../../../lib/face.js';
import { useLocale } from '../../../lib/locale.js';
import { nameFor, PortalFrame } from '../../../lib/portal-frame.js';
import { text } from '../../../lib/texts.js';
import { useVisit } from '../../../lib/visit.js';
import { VisitOver } from '../../../lib/visit-over.js';
import { usePortalPaper } from '../api/portal-paper.js';
import type { Reader } from '../reader.js';
import { taskText } from '../texts.js';
import { useUploads } from '../upload/use-uploads.js';
import { BringCard } from './bring-card.js';
import { ClosedNote } from './closed-note.js';
import { DelegateCard } from './delegate-card.js';
import { ExamplesCard } from './examples-card.js';
import { FilesCard } from './files-card.js';
import { Receipt } from './receipt.js';
import { ReturnedCard } from './returned-card.js';
import { TaskSkeleton } from './task-skeleton.js';
import { WechatTip } from './wechat-tip.js';
import '../task.css';

export default function TaskPage({ id }: { id: string }) {
  const { locale } = useLocale();
  const visit = useVisit();
  const paper = usePortalPaper(id);
  if (isVisitOver(paper.error)) return <VisitOver face="ended" />;
  if (paper.data) return <LoadedTask paper={paper.data} />;
  const back =
    visit?.kind === 'item' ? null : (
      <PageLink className="portal-button" href={paths.home}>
        {text(locale, 'portal.face.not_found.action')}
      </PageLink>
    );
  return (
    <PortalFrame>
      {!paper.isError ? (
        <TaskSkeleton />
      ) : isElsewhere(paper.error) ? (
        <ElsewhereFace />
      ) : isMissing(paper.error) ? (
        <PageFace kind="not_found" level={1} title={taskText(locale, 'task.gone.title')} actions={back}>
          {taskText(locale, 'task.gone.text')}
        </PageFace>
      ) : (
        <FailureFace error={paper.error} onRetry={() => void paper.refetch()} />
      )}
    </PortalFrame>
  );
}

function LoadedTask({ paper }: { paper: PortalPaper }) {
  const { locale } = useLocale();
  const visit = useVisit();
  const uploads = useUploads(paper.prerequisiteId);
  const { add } = uploads;
  const agency = visit ? nameFor(visit.agency, locale) : taskText(locale, 'task.your_agency');
  const reader: Reader = { locale, timeZone: visit?.timeZone ?? 'Asia/Shanghai', agency };
  const name = text(locale, `prerequisites.${paper.code}`);
  const bring = useCallback((files: readonly File[]) => void add(files, paper), [add, paper]);
  const isSent = paper.state === 'submitted';
  return (
    <PortalFrame title={`${name} · ${paper.accountName}`}>
      {visit && visit.kind !== 'item' ? (
        <PageLink className="portal-link task-back" href={visit.kind === 'admin_person' ? paths.admin : paths.home}>
          ← {taskText(locale, 'task.back')}
        </PageLink>
      ) : null}
      <header className="portal-status">
        <p className="portal-account">{taskText(locale, 'task.for_account', { account: paper.accountName })}</p>
        <h1>{name}</h1>
        <p className="task-lede">{taskText(locale, `task.why.${paper.code}`)}</p>
      </header>
      <div className="portal-columns task-columns">
        <div className="portal-column">
          {isSent ? <Receipt paper={paper} reader={reader} /> : null}
          {paper.returned && !isSent ? <ReturnedCard returned={paper.returned} paper={paper} reader={reader} /> : null}
          {paper.closed && !isSent ? <ClosedNote why={paper.closed} reader={reader} /> : null}
          {paper.may.upload ? <ExamplesCard paper={paper} reader={reader} /> : null}
          {paper.may.upload ? <BringCard paper={paper} reader={reader} onFiles={bring} /> : null}
          <FilesCard paper={paper} reader={reader} uploads={uploads} />
        </div>
        <div className="portal-column">
          {(paper.may.delegate && !isSent) || paper.itemLinks.length > 0 ? (
            <DelegateCard paper={paper} reader={reader} name={name} />
          ) : null}
          {paper.may.upload ? <WechatTip /> : null}
        </div>
      </div>
    </PortalFrame>
  );
}
