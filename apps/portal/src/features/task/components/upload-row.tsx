/** One file on its way: how far it is, why it will not come, what to do. The other files go on meanwhile. */
import { useEffect, useState } from 'react';
import type { PortalPaper, Upload, UploadProblem } from '@daiban/contracts';
import { formatBytes, type Reader } from '../reader.js';
import { taskText } from '../texts.js';
import type { Uploads } from '../upload/use-uploads.js';
import { FileMark } from './file-mark.js';

interface UploadRowProps {
  upload: Upload;
  paper: PortalPaper;
  reader: Reader;
  uploads: Uploads;
}

export function UploadRow({ upload, paper, reader, uploads }: UploadRowProps) {
  const { locale } = reader;
  const { file, state, sentBytes, problem, key } = upload;
  const picture = usePicture(file);
  const share = file.size === 0 ? 0 : Math.floor((sentBytes / file.size) * 100);
  const words = { sent: formatBytes(sentBytes), whole: formatBytes(file.size) };
  return (
    <li className="task-file">
      <FileMark mediaType={null} name={file.name} picture={problem ? null : picture} />
      <div className="task-file-text">
        <b>{file.name}</b>
        {problem ? (
          <p className="task-refused" role="alert">
            {problemWords(problem, paper, reader)}
          </p>
        ) : (
          <>
            {state === 'waiting' || state === 'reading' ? null : (
              <progress
                max={100}
                value={share}
                aria-label={taskText(locale, 'task.upload.progress', { name: file.name, share })}
              />
            )}
            <span className="task-state" role={state === 'stopped' || state === 'retrying' ? 'status' : undefined}>
              {taskText(locale, `task.upload.${state}`, words)}
            </span>
          </>
        )}
        {state === 'stopped' ? (
          <button type="button" className="portal-button portal-button-plain" onClick={() => void uploads.resume()}>
            {taskText(locale, 'task.upload.resume')}
          </button>
        ) : null}
      </div>
      <button
        type="button"
        className="portal-link"
        aria-label={problem ? undefined : taskText(locale, 'task.upload.cancel_named', { name: file.name })}
        onClick={() => uploads.dismiss(key)}
      >
        {taskText(locale, problem ? 'task.upload.dismiss' : 'task.upload.cancel')}
      </button>
    </li>
  );
}

function problemWords(problem: UploadProblem, { limits }: PortalPaper, { locale }: Reader): string {
  switch (problem.kind) {
    case 'file':
      return [
        taskText(locale, `fileRefusals.${problem.code}`),
        taskText(locale, `fileRefusals.fix.${problem.code}`),
      ].join(locale === 'zh' ? '' : ' ');
    case 'refused':
      return problem.detail;
    default:
      return taskText(locale, `task.upload.${problem.kind}`, { files: limits.maxPages });
  }
}

function usePicture(file: File): string | null {
  const [picture, setPicture] = useState<string | null>(null);
  useEffect(() => {
    if (!file.type.startsWith('image/')) return undefined;
    const address = URL.createObjectURL(file);
    setPicture(address);
    return () => URL.revokeObjectURL(address);
  }, [file]);
  return picture;
}
