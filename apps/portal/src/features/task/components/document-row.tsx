/** One file that has arrived, wholly or in part: its picture, its state in words, what to do about it. */
import type { Document } from '@daiban/contracts';
import { formatBytes, type Reader } from '../reader.js';
import { taskText } from '../texts.js';
import { FileMark } from './file-mark.js';

interface DocumentRowProps {
  document: Document;
  /** Address of its picture where it was chosen in this visit. */
  picture: string | null;
  reader: Reader;
  isRemoving: boolean;
  onRemove(): void;
}

export function DocumentRow({ document, picture, reader, isRemoving, onRemove }: DocumentRowProps) {
  const { locale } = reader;
  const { name, state, refusal } = document;
  return (
    <li className="task-file">
      <FileMark mediaType={document.mediaType} name={name} picture={picture} />
      <div className="task-file-text">
        <b>{name}</b>
        <span className="portal-line-note">
          {[
            taskText(locale, 'task.file.page', { page: document.page }),
            formatBytes(document.byteLength),
            ...(document.mediaType === 'application/pdf' && document.pageCount
              ? [taskText(locale, 'task.file.pages', { count: document.pageCount })]
              : []),
            ...bringer(document, reader),
          ].join(' · ')}
        </span>
        {refusal ? (
          <p className="task-refused" role="alert">
            <b>{taskText(locale, 'task.file.state.refused')}</b>{' '}
            {[refusal.message, refusal.fix].join(locale === 'zh' ? '' : ' ')}
          </p>
        ) : (
          <span className={`task-state task-state-${state}`}>
            {taskText(locale, `task.file.state.${state}`, { share: share(document) })}
          </span>
        )}
      </div>
      {document.canChange ? (
        <button
          type="button"
          className="portal-link"
          aria-label={taskText(locale, 'task.file.remove_named', { name })}
          disabled={isRemoving}
          onClick={onRemove}
        >
          {taskText(locale, 'task.file.remove')}
        </button>
      ) : null}
    </li>
  );
}

function share({ receivedBytes, byteLength }: Document): number {
  return byteLength === 0 ? 0 : Math.floor((receivedBytes / byteLength) * 100);
}

/** Whose file it is, where the reader cannot change it: a colleague's, or the agency's. */
function bringer({ canChange, uploadedBy }: Document, { locale, agency }: Reader): string[] {
  if (canChange) return [];
  if (uploadedBy.kind === 'member' || uploadedBy.kind === 'api_key')
    return [taskText(locale, 'task.file.by_agency', { agency })];
  return uploadedBy.name ? [taskText(locale, 'task.file.by', { name: uploadedBy.name })] : [];
}
