/** One page on the desk: fitted into its place, made larger, turned; or in words why it cannot be shown. */
import { Loader } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Day, Moment } from '../../../components/moment.js';
import { useLocale } from '../../../lib/locale.js';
import { pictureAddress, savingAddress } from '../document-address.js';
import type { DeskPage } from '../review-desk.js';

export interface PageStageProps {
  shown: DeskPage;
  /** 1: the whole page is seen. */
  zoom: number;
  /** Quarters to the right. */
  turns: number;
  /** What is seen, for those who do not see it. */
  label: string;
}

export function PageStage({ shown, zoom, turns, label }: PageStageProps) {
  const { document } = shown;
  return (
    <div className="stage">
      {document.state === 'available' ? (
        <Picture key={`${document.id}.${shown.page}`} shown={shown} zoom={zoom} turns={turns} label={label} />
      ) : (
        <NotShown document={document} />
      )}
    </div>
  );
}

interface Size {
  width: number;
  height: number;
}

function Picture({ shown, zoom, turns, label }: PageStageProps) {
  const { t } = useLocale();
  const room = useRef<HTMLDivElement>(null);
  const roomSize = useSize(room);
  const [natural, setNatural] = useState<Size | null>(null);
  const [failed, setFailed] = useState(false);
  const isTurned = turns % 2 === 1;
  const size = natural && roomSize ? fittedSize(natural, roomSize, isTurned, zoom) : null;
  if (failed) {
    return (
      <div className="stage-words" role="alert">
        <p>{t('review.cannot_show')}</p>
        <a href={savingAddress(shown.document.id)} download>
          {t('review.save_file')}
        </a>
      </div>
    );
  }
  return (
    // Larger than its place, it is scrolled; by keys too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="stage-room" ref={room} tabIndex={0} role="group" aria-label={label}>
      {natural ? null : <Loader size="sm" className="stage-loader" role="status" aria-label={t('dashboard.loading')} />}
      <div
        className="stage-sheet"
        style={size ? { width: isTurned ? size.height : size.width, height: isTurned ? size.width : size.height } : {}}
      >
        <img
          src={pictureAddress(shown.document.id, shown.page)}
          alt={label}
          draggable={false}
          hidden={!size}
          style={size ? { ...size, rotate: `${turns * 90}deg` } : {}}
          onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
            setNatural({ width: naturalWidth, height: naturalHeight })
          }
          onError={() => setFailed(true)}
        />
      </div>
    </div>
  );
}

/** The page as large as its place allows, times the zoom; a small picture is not blown up beyond twice its size for that. */
function fittedSize(natural: Size, room: Size, isTurned: boolean, zoom: number): Size {
  const width = isTurned ? natural.height : natural.width;
  const height = isTurned ? natural.width : natural.height;
  const scale = Math.min(room.width / width, room.height / height, 2) * zoom;
  return { width: natural.width * scale, height: natural.height * scale };
}

function useSize(element: React.RefObject<HTMLElement | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null);
  useEffect(() => {
    if (!element.current) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      // Without the scroll bars that a larger page brings, or the two would chase each other.
      const box = (entry?.target as HTMLElement | undefined)?.getBoundingClientRect();
      if (box) setSize({ width: box.width, height: box.height });
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return size;
}

function NotShown({ document }: { document: DeskPage['document'] }) {
  const { t } = useLocale();
  return (
    <div className="stage-words">
      <p className="stage-what">{t(`review.state.${document.state}`)}</p>
      {document.state === 'refused' && document.refusal ? (
        <>
          <p>{document.refusal.message}</p>
          <p className="quiet">{document.refusal.fix}</p>
        </>
      ) : null}
      {document.state === 'deleted' && document.deletedAt ? (
        <p className="quiet">
          <Moment at={document.deletedAt} />
          {document.deletionReason ? ` · ${t(`review.deleted_why.${document.deletionReason}`)}` : null}
        </p>
      ) : null}
      {document.state === 'quarantined' ? <p className="quiet">{t('review.quarantined_help')}</p> : null}
      {document.deletesOn && document.state !== 'deleted' ? (
        <p className="quiet">
          {t('review.deletes_on')} <Day on={document.deletesOn} />
        </p>
      ) : null}
    </div>
  );
}
