/** The left of the desk: the pages of a paper to leaf through, zoom and turn, its earlier versions, and two versions side by side. */
import { ActionIcon, Button } from '@mantine/core';
import type { Paper } from '@daiban/contracts';
import {
  IconArrowsMaximize,
  IconColumns2,
  IconDownload,
  IconRotateClockwise,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react';
import { useState } from 'react';
import { Moment } from '../../../components/moment.js';
import { useKeyPresses } from '../../../lib/key-presses.js';
import { useLocale } from '../../../lib/locale.js';
import { findText } from '../../../lib/texts.js';
import { pictureAddress, savingAddress } from '../document-address.js';
import { pagesOf, versionsOf, type DeskPage } from '../review-desk.js';
import { PageStage } from './page-stage.js';

const ZOOMS = [1, 1.5, 2, 3, 4] as const;

export interface PaperViewerProps {
  paper: Paper;
  /** The paper in the reader's words. */
  name: string;
}

export function PaperViewer({ paper, name }: PaperViewerProps) {
  const { t, locale } = useLocale();
  const versions = versionsOf(paper.documents);
  const newest = versions[0] ?? 1;
  const [chosen, setChosen] = useState<number | null>(null);
  const [index, setIndex] = useState(0);
  const [zoomStep, setZoomStep] = useState(0);
  const [turns, setTurns] = useState(0);
  const [comparing, setComparing] = useState(false);
  const version = chosen !== null && versions.includes(chosen) ? chosen : newest;
  const before = versions[versions.indexOf(version) + 1];
  const pages = pagesOf(paper.documents, version);
  const shown = pages[Math.min(index, pages.length - 1)];
  const pagesBefore = before === undefined ? [] : pagesOf(paper.documents, before);
  const shownBefore = pagesBefore[Math.min(index, pagesBefore.length - 1)];
  const zoom = ZOOMS[zoomStep] ?? 1;
  const isComparing = comparing && shownBefore !== undefined;
  const leaf = (by: number): void => setIndex(Math.max(0, Math.min(pages.length - 1, index + by)));
  const enlarge = (by: number): void => setZoomStep(Math.max(0, Math.min(ZOOMS.length - 1, zoomStep + by)));
  const turn = (): void => setTurns((turns + 1) % 4);
  const compare = (): void => setComparing(!comparing);
  useKeyPresses({
    ']': () => leaf(1),
    '[': () => leaf(-1),
    '+': () => enlarge(1),
    '=': () => enlarge(1),
    '-': () => enlarge(-1),
    '0': () => setZoomStep(0),
    t: turn,
    v: compare,
  });
  if (!shown) {
    return (
      <section className="viewer viewer-empty" aria-label={t('review.viewer')}>
        <p className="stage-what">{t('review.no_file')}</p>
        <p className="quiet">{t('review.no_file_help')}</p>
      </section>
    );
  }
  const labelOf = (page: DeskPage, of: number, count: number): string =>
    t('review.page_label', { paper: name, page: of + 1, pages: count, version: page.document.version });
  return (
    <section className="viewer" aria-label={t('review.viewer')}>
      <div className="viewer-tools" role="toolbar" aria-label={t('review.tools')}>
        <span className="viewer-count">
          {t('review.page_of', { page: pages.indexOf(shown) + 1, pages: pages.length })}
        </span>
        <Tool label={t('review.smaller')} onClick={() => enlarge(-1)} disabled={zoomStep === 0} icon={IconZoomOut} />
        <Tool
          label={t('review.larger')}
          onClick={() => enlarge(1)}
          disabled={zoomStep === ZOOMS.length - 1}
          icon={IconZoomIn}
        />
        <Tool
          label={t('review.fit')}
          onClick={() => setZoomStep(0)}
          disabled={zoomStep === 0}
          icon={IconArrowsMaximize}
        />
        <Tool label={t('review.turn')} onClick={turn} icon={IconRotateClockwise} />
        {before !== undefined ? (
          <Button
            size="xs"
            variant={isComparing ? 'light' : 'default'}
            aria-pressed={isComparing}
            leftSection={<IconColumns2 size={15} aria-hidden="true" />}
            onClick={compare}
          >
            {t('review.compare')}
          </Button>
        ) : null}
        {shown.document.state === 'available' ? (
          <ActionIcon
            component="a"
            href={savingAddress(shown.document.id)}
            download
            variant="subtle"
            aria-label={t('review.save_file')}
            title={t('review.save_file')}
          >
            <IconDownload size={17} stroke={1.6} aria-hidden="true" />
          </ActionIcon>
        ) : null}
      </div>
      <div className={isComparing ? 'viewer-stages viewer-stages-two' : 'viewer-stages'}>
        {isComparing ? (
          <figure>
            <figcaption>{t('review.version_before', { version: shownBefore.document.version })}</figcaption>
            <PageStage
              shown={shownBefore}
              zoom={zoom}
              turns={turns}
              label={labelOf(shownBefore, pagesBefore.indexOf(shownBefore), pagesBefore.length)}
            />
          </figure>
        ) : null}
        <figure>
          {isComparing ? <figcaption>{t('review.version_now', { version })}</figcaption> : null}
          <PageStage
            shown={shown}
            zoom={zoom}
            turns={turns}
            label={labelOf(shown, pages.indexOf(shown), pages.length)}
          />
        </figure>
      </div>
      <p className="viewer-about">
        <span className="viewer-file">{shown.document.name}</span>
        <span>{shown.document.uploadedBy.name ?? findText(locale, `review.by.${shown.document.uploadedBy.kind}`)}</span>
        <Moment at={shown.document.uploadedAt} />
      </p>
      {pages.length > 1 || versions.length > 1 ? (
        <div className="viewer-strips">
          {versions.length > 1 ? (
            <div className="viewer-versions" role="group" aria-label={t('review.versions')}>
              {versions.map((each) => (
                <button
                  key={each}
                  type="button"
                  aria-pressed={each === version}
                  onClick={() => {
                    setChosen(each);
                    setIndex(0);
                  }}
                >
                  {t(each === newest ? 'review.version_now' : 'review.version', { version: each })}
                </button>
              ))}
            </div>
          ) : null}
          <ol className="viewer-thumbs">
            {pages.map((page, at) => (
              <li key={`${page.document.id}.${page.page}`}>
                <button
                  type="button"
                  aria-current={page === shown ? 'true' : undefined}
                  aria-label={labelOf(page, at, pages.length)}
                  onClick={() => setIndex(at)}
                >
                  {page.document.state === 'available' ? (
                    <img src={pictureAddress(page.document.id, page.page)} alt="" loading="lazy" />
                  ) : (
                    <span className="viewer-thumb-words">{t(`review.state.${page.document.state}`)}</span>
                  )}
                </button>
              </li>
            ))}
          </ol>
        </div>
      ) : null}
    </section>
  );
}

interface ToolProps {
  label: string;
  onClick: () => void;
  disabled?: boolean;
  icon: typeof IconZoomIn;
}

function Tool({ label, onClick, disabled = false, icon: Icon }: ToolProps) {
  return (
    <ActionIcon variant="subtle" onClick={onClick} disabled={disabled} aria-label={label} title={label}>
      <Icon size={17} stroke={1.6} aria-hidden="true" />
    </ActionIcon>
  );
}
