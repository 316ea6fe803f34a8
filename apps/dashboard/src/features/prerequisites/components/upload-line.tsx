/** A file of ours on its way: how far it is, or why it will not come. */
import { Button } from '@mantine/core';
import type { Upload, UploadProblem } from '@daiban/contracts';
import { useLocale, type Translate } from '../../../lib/locale.js';
import type { PaperUploads } from '../use-paper-uploads.js';

export interface UploadLineProps {
  upload: Upload;
  uploads: PaperUploads;
}

export function UploadLine({ upload: { key, file, state, sentBytes, problem }, uploads }: UploadLineProps) {
  const { t } = useLocale();
  const share = file.size === 0 ? 0 : Math.floor((sentBytes / file.size) * 100);
  return (
    <li>
      {problem ? (
        <span role="alert">
          <b>{file.name}</b> <span className="turn">{problemWords(problem, t)}</span>
        </span>
      ) : (
        <span role="status">
          {t(state === 'stopped' ? 'review.stopped' : 'review.sending', { name: file.name, share })}
        </span>
      )}
      {state === 'stopped' ? (
        <Button size="compact-xs" variant="light" onClick={() => void uploads.resume()}>
          {t('review.go_on')}
        </Button>
      ) : null}
      {problem || state === 'stopped' ? (
        <Button size="compact-xs" variant="subtle" onClick={() => uploads.dismiss(key)}>
          {t('review.dismiss')}
        </Button>
      ) : null}
    </li>
  );
}

function problemWords(problem: UploadProblem, t: Translate): string {
  switch (problem.kind) {
    case 'refused':
      return problem.detail;
    case 'file':
      return t(`fileRefusals.${problem.code}`);
    default:
      return t(`review.upload.${problem.kind}`);
  }
}
