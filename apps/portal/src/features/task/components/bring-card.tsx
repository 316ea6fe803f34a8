/** The ways to bring a file: camera, pictures, files, drag and drop; and what is taken. */
import { useId, useState, type ChangeEvent } from 'react';
import type { PortalPaper } from '@daiban/contracts';
import { IconCamera, IconFileTypePdf, IconPaperclip, IconPhoto, type Icon } from '@tabler/icons-react';
import { formatBytes, typeNames, type Reader } from '../reader.js';
import { taskText } from '../texts.js';
import { useFileDrop } from '../upload/use-file-drop.js';
import { isInWechat } from './wechat-tip.js';

interface BringCardProps {
  paper: PortalPaper;
  reader: Reader;
  onFiles: OnFiles;
}

type OnFiles = (files: readonly File[]) => void;

export function BringCard({ paper, reader, onFiles }: BringCardProps) {
  const { locale } = reader;
  const isOver = useFileDrop(onFiles);
  const { limits } = paper;
  const takesPdf = limits.mediaTypes.includes('application/pdf');
  const [takesBothAtOnce] = useState(() => !isTouch() && !isInWechat());
  return (
    <section className="portal-card task-bring" aria-labelledby="task-bring" data-over={isOver || undefined}>
      <h2 id="task-bring">{taskText(locale, 'task.bring.heading')}</h2>
      <div className="task-ways">
        {takesBothAtOnce ? (
          <Way
            icon={IconPaperclip}
            label={taskText(locale, 'task.bring.files')}
            accept={limits.mediaTypes.join(',')}
            onFiles={onFiles}
            isMain
          />
        ) : (
          <>
            <Way
              icon={IconCamera}
              label={taskText(locale, 'task.bring.camera')}
              accept="image/*"
              camera
              onFiles={onFiles}
              isMain
            />
            <Way
              icon={IconPhoto}
              label={taskText(locale, 'task.bring.pictures')}
              accept={pictureTypes(limits)}
              onFiles={onFiles}
            />
            {takesPdf ? (
              <Way
                icon={IconFileTypePdf}
                label={taskText(locale, 'task.bring.pdf')}
                accept="application/pdf"
                onFiles={onFiles}
              />
            ) : null}
          </>
        )}
        {takesBothAtOnce ? (
          <p className="task-drop">{taskText(locale, isOver ? 'task.bring.drop_now' : 'task.bring.drop')}</p>
        ) : null}
      </div>
      <p className="portal-note">
        {[
          taskText(locale, 'task.bring.limits', {
            types: typeNames(limits.mediaTypes, locale),
            size: formatBytes(limits.maxBytes),
            files: limits.maxPages,
          }),
          ...(takesPdf ? [taskText(locale, 'task.bring.limits_pdf', { pages: limits.maxPdfPages })] : []),
        ].join(locale === 'zh' ? '；' : ' · ')}
      </p>
      <p className="portal-note">{taskText(locale, 'task.bring.original')}</p>
      {globalThis.crypto?.subtle ? null : <p className="portal-note">{taskText(locale, 'task.bring.plain_http')}</p>}
      <p className="portal-note">
        {[
          taskText(locale, 'task.bring.privacy'),
          ...(paper.keptDays === null ? [] : [taskText(locale, 'task.bring.kept', { days: paper.keptDays })]),
        ].join(locale === 'zh' ? '' : ' ')}
      </p>
    </section>
  );
}

interface WayProps {
  icon: Icon;
  label: string;
  accept: string;
  /** Opens the camera where there is one; a camera takes one picture at a time. */
  camera?: boolean;
  isMain?: boolean;
  onFiles: OnFiles;
}

function Way({ icon: IconOfWay, label, accept, camera = false, isMain = false, onFiles }: WayProps) {
  const id = useId();
  const take = ({ target }: ChangeEvent<HTMLInputElement>) => {
    onFiles([...(target.files ?? [])]);
    // So that the same file can be chosen again, after a broken upload for instance.
    target.value = '';
  };
  return (
    <span className="task-way">
      <input
        id={id}
        type="file"
        className="task-input"
        accept={accept}
        multiple={!camera}
        {...(camera ? { capture: 'environment' } : {})}
        onChange={take}
      />
      <label htmlFor={id} className={`portal-button ${isMain ? '' : 'portal-button-plain'}`}>
        <IconOfWay size={20} stroke={1.7} aria-hidden="true" />
        {label}
      </label>
    </span>
  );
}

/** WeChat's picker opens the album only for `image/*`; others give an iPhone's pictures as JPEG when only that is asked for. */
function pictureTypes({ mediaTypes }: PortalPaper['limits']): string {
  if (isInWechat()) return 'image/*';
  return mediaTypes.filter((type) => type.startsWith('image/')).join(',');
}

function isTouch(): boolean {
  return matchMedia('(pointer: coarse)').matches;
}
