/** The files of a paper on the case's page: what is here and when it goes, bringing one by choosing or dropping, and using the last order's again. */
import { Button, FileButton } from '@mantine/core';
import type { Document, Paper } from '@daiban/contracts';
import { formatDate } from '@daiban/i18n';
import { IconPaperclip, IconUpload } from '@tabler/icons-react';
import { useState, type DragEvent } from 'react';
import { Day, Moment } from '../../../components/moment.js';
import { ProblemNote } from '../../../components/problem-note.js';
import { RuleWhy } from '../../../components/rule-why.js';
import { useLocale } from '../../../lib/locale.js';
import { useBusinessTime } from '../../../lib/session.js';
import { savingAddress } from '../document-address.js';
import { useFileChanges } from '../api/change-files.js';
import { usePaperUploads } from '../use-paper-uploads.js';
import { UploadLine } from './upload-line.js';

export interface PaperFilesProps {
  paper: Paper;
  /** The paper in the reader's words. */
  name: string;
  /** Files may be brought and taken back. */
  mayBring: boolean;
}

export function PaperFiles({ paper, name, mayBring }: PaperFilesProps) {
  const { t } = useLocale();
  const { prerequisite, documents, uploadVersion } = paper;
  const uploads = usePaperUploads(prerequisite.registrationId, prerequisite.id);
  const { remove, submit } = useFileChanges(prerequisite.registrationId, prerequisite.id);
  const [isOver, setOver] = useState(false);
  const newest = Math.max(0, ...documents.map(({ version }) => version));
  const shown = documents.filter(({ version }) => version === newest);
  const brought = documents.filter(({ version, state }) => version === uploadVersion && state !== 'deleted');
  const isOpen = mayBring && prerequisite.state !== 'submitted';
  const canSubmit = isOpen && brought.length > 0 && brought.every(({ state }) => state === 'available');
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    uploads.add([...event.dataTransfer.files]);
  };
  return (
    // Dropping is a second way; the button beside it is for everybody.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={isOver ? 'paper-files paper-files-over' : 'paper-files'}
      {...(isOpen && {
        onDragOver: (event: DragEvent) => {
          event.preventDefault();
          setOver(true);
        },
        onDragLeave: () => setOver(false),
        onDrop: drop,
      })}
    >
      {shown.length > 0 ? (
        <ul>
          {shown.map((document) => (
            <FileLine
              key={document.id}
              document={document}
              onRemove={mayBring && document.canChange ? () => remove.mutate(document.id) : undefined}
            />
          ))}
        </ul>
      ) : null}
      {uploads.list.length > 0 ? (
        <ul>
          {uploads.list.map((upload) => (
            <UploadLine key={upload.key} upload={upload} uploads={uploads} />
          ))}
        </ul>
      ) : null}
      {isOpen ? (
        <div className="paper-bring">
          {isOver ? <span className="quiet">{t('review.drop_here')}</span> : null}
          <FileButton multiple onChange={uploads.add} accept={'image/jpeg,image/png,application/pdf'}>
            {(props) => (
              <Button
                {...props}
                size="compact-xs"
                variant="subtle"
                leftSection={<IconUpload size={13} aria-hidden="true" />}
                aria-label={t('review.add_file_named', { paper: name })}
              >
                {t('review.add_file')}
              </Button>
            )}
          </FileButton>
          {canSubmit ? (
            <Button
              size="compact-xs"
              variant="light"
              loading={submit.isPending}
              onClick={() => submit.mutate()}
              title={t('review.submit_help')}
              aria-label={t('review.submit_named', { paper: name })}
            >
              {t('review.submit')}
            </Button>
          ) : null}
          {brought.length === 0 ? <ReuseOffer paper={paper} name={name} /> : null}
        </div>
      ) : null}
      <ProblemNote error={remove.error ?? submit.error} />
    </div>
  );
}

function FileLine({ document, onRemove }: { document: Document; onRemove: (() => void) | undefined }) {
  const { t, locale } = useLocale();
  const { today } = useBusinessTime();
  if (document.state === 'deleted') {
    return (
      <li className="quiet">
        {t('review.deleted_line', {
          date: document.deletedAt ? formatDate(document.deletedAt.slice(0, 10), locale, today) : '',
          why: document.deletionReason ? t(`review.deleted_why.${document.deletionReason}`) : '',
        })}
        {document.deletionProof ? <DeletionProof {...document.deletionProof} /> : null}
      </li>
    );
  }
  return (
    <li>
      <IconPaperclip size={13} stroke={1.6} aria-hidden="true" />
      {document.state === 'available' ? (
        <a href={savingAddress(document.id)} download>
          {document.name}
        </a>
      ) : (
        <span>{document.name}</span>
      )}
      {document.state === 'available' ? null : (
        <span className={document.state === 'refused' ? 'turn' : 'quiet'}>{t(`review.state.${document.state}`)}</span>
      )}
      {document.refusal ? <span className="quiet">{document.refusal.message}</span> : null}
      {document.deletesOn ? (
        <span className="quiet">
          {t('review.deletes_on')} <Day on={document.deletesOn} />
        </span>
      ) : null}
      {onRemove ? (
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={onRemove}
          aria-label={t('review.remove_named', { file: document.name })}
        >
          {t('review.remove')}
        </Button>
      ) : null}
    </li>
  );
}

function ReuseOffer({ paper: { prerequisite, reusable }, name }: { paper: Paper; name: string }) {
  const { t, locale } = useLocale();
  const { today } = useBusinessTime();
  const { reuse } = useFileChanges(prerequisite.registrationId, prerequisite.id);
  const [first] = reusable;
  if (!first) return null;
  return (
    <span className="paper-reuse">
      <span className="quiet">
        {t('review.reuse_offer', { count: reusable.length, date: formatDate(first.acceptedOn, locale, today) })}
        {first.expiresOn ? (
          <>
            {' '}
            {t('review.reuse_valid')} <Day on={first.expiresOn} />
          </>
        ) : null}
      </span>
      <Button
        size="compact-xs"
        variant="light"
        loading={reuse.isPending}
        onClick={() => reuse.mutate(reusable.map(({ documentId }) => documentId))}
        aria-label={t('review.reuse_named', { paper: name })}
      >
        {t('review.reuse')}
      </Button>
      <ProblemNote error={reuse.error} />
    </span>
  );
}

/** That the file is gone can be shown to whoever asks: when the store said so, what lay there, and the rule that asked for it. */
function DeletionProof({ goneAt, sha256, rule }: NonNullable<Document['deletionProof']>) {
  const { t } = useLocale();
  return (
    <details className="paper-proof">
      <summary>{t('review.proof')}</summary>
      <p>
        {t('review.proof_gone')} <Moment at={goneAt} />
      </p>
      {rule ? (
        <p>
          {t('review.proof_due')} <Day on={rule.dueOn} /> <RuleWhy rule={rule} what={t('review.proof_due')} />
        </p>
      ) : null}
      {sha256 ? (
        <p>
          {t('review.proof_hash')} <code>{sha256}</code>
        </p>
      ) : null}
    </details>
  );
}
