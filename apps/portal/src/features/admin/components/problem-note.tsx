/** Why something was refused, in the API's words; or that nothing reached it. */
import { ProblemError } from '@daiban/contracts';
import { useLocale } from '../../../lib/locale.js';
import { text } from '../../../lib/texts.js';

export function ProblemNote({ error, id }: { error: unknown; id?: string }) {
  const { locale } = useLocale();
  if (!error) return null;
  const refusal = error instanceof ProblemError ? error.problem.refusals?.[0] : undefined;
  const detail = error instanceof ProblemError ? error.problem.detail : text(locale, 'portal.face.offline.text');
  return (
    <p className="portal-problem" role="alert" id={id}>
      {refusal ? `${refusal.message}${locale === 'zh' ? '' : ' '}${refusal.clearedBy}` : detail}
    </p>
  );
}
