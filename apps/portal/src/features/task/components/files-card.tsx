/** Every file of the paper, those on their way too, and the button that sends it all to the agency. */
import { ProblemError, type PortalPaper } from '@daiban/contracts';
import { useRemoveDocument, useSubmitPaper } from '../api/portal-paper.js';
import type { Reader } from '../reader.js';
import { taskText } from '../texts.js';
import type { Uploads } from '../upload/use-uploads.js';
import { DocumentRow } from './document-row.js';
import { UploadRow } from './upload-row.js';

interface FilesCardProps {
  paper: PortalPaper;
  reader: Reader;
  uploads: Uploads;
}

export function FilesCard({ paper, reader, uploads }: FilesCardProps) {
  const { locale } = reader;
  const remove = useRemoveDocument(paper.prerequisiteId);
  const documents = paper.documents.filter(({ state }) => state !== 'deleted');
  const isEmpty = documents.length === 0 && uploads.list.length === 0;
  if (isEmpty && !paper.may.upload) return null;
  return (
    <section className="portal-card" aria-labelledby="task-files">
      <h2 id="task-files">
        {taskText(locale, paper.state === 'submitted' ? 'task.receipt.list' : 'task.files.heading')}
      </h2>
      {isEmpty ? (
        <p>{taskText(locale, 'task.files.none')}</p>
      ) : (
        <ol className="task-files">
          {documents.map((document) => (
            <DocumentRow
              key={document.id}
              document={document}
              picture={uploads.pictureOf(document)}
              reader={reader}
              isRemoving={remove.isPending && remove.variables === document.id}
              onRemove={() => remove.mutate(document.id)}
            />
          ))}
          {uploads.list.map((upload) => (
            <UploadRow key={upload.key} upload={upload} paper={paper} reader={reader} uploads={uploads} />
          ))}
        </ol>
      )}
      {remove.error ? <Problem error={remove.error} reader={reader} /> : null}
      {paper.may.upload ? <SendButton paper={paper} reader={reader} uploads={uploads} /> : null}
    </section>
  );
}

function SendButton({ paper, reader, uploads }: FilesCardProps) {
  const { locale, agency } = reader;
  const submit = useSubmitPaper(paper.prerequisiteId);
  const why = whyNotYet(paper, uploads);
  return (
    <div className="task-send">
      <button
        type="button"
        className="portal-button"
        disabled={why !== null || submit.isPending}
        aria-describedby={why ? 'task-send-why' : undefined}
        onClick={() => submit.mutate()}
      >
        {submit.isPending ? taskText(locale, 'task.send.sending') : taskText(locale, 'task.send.button', { agency })}
      </button>
      {why ? (
        <p className="portal-note" id="task-send-why">
          {taskText(locale, why)}
        </p>
      ) : null}
      {submit.error ? <Problem error={submit.error} reader={reader} /> : null}
    </div>
  );
}

function whyNotYet({ documents, may }: PortalPaper, { list }: Uploads) {
  if (list.some(({ state }) => state !== 'problem')) return 'task.send.wait_uploads';
  if (documents.some(({ state }) => state === 'quarantined')) return 'task.send.wait_checks';
  if (may.submit) return null;
  if (documents.some(({ state }) => state === 'receiving')) return 'task.send.unfinished';
  if (documents.some(({ state }) => state === 'refused')) return 'task.send.refused_first';
  return 'task.send.nothing';
}

function Problem({ error, reader }: { error: Error; reader: Reader }) {
  return (
    <p className="portal-problem" role="alert">
      {error instanceof ProblemError ? error.problem.detail : taskText(reader.locale, 'task.send.failed')}
    </p>
  );
}
