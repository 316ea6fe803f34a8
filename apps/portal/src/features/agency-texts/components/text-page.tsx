/** A page that is one text of the agency. Open to whoever is on a visit, and to anybody where the address names the agency. */
import type { AgencyTextKind } from '@daiban/domain/enumerations';
import { PageFace, WrittenText } from '@daiban/ui';
import { ProblemError } from '@daiban/contracts';
import { FailureFace } from '../../../lib/face.js';
import { useLocale } from '../../../lib/locale.js';
import { PortalFrame } from '../../../lib/portal-frame.js';
import { publicText } from '../../../lib/public-texts.js';
import { useAgencyText } from '../api/get-text.js';
import './agency-texts.css';

export function TextPage({ kind, title }: { kind: AgencyTextKind; title: string }) {
  const { locale } = useLocale();
  const slug = new URLSearchParams(location.search).get('a');
  const found = useAgencyText(kind, slug);
  if (isNobodys(found.error)) {
    return (
      <PortalFrame title={title}>
        <PageFace kind="not_found" level={1} title={publicText(locale, 'publicPages.text.nobody.title')}>
          {publicText(locale, 'publicPages.text.nobody.text')}
        </PageFace>
      </PortalFrame>
    );
  }
  return (
    <PortalFrame title={title} {...(found.data && { agency: found.data.agency })}>
      {found.isError ? (
        <FailureFace error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <article className="portal-card portal-reading agency-text" aria-busy={found.isPending}>
          <h1>{title}</h1>
          {found.data ? (
            <>
              <WrittenText body={found.data[locale]} />
              <p className="portal-note">
                {publicText(locale, 'publicPages.text.version', { version: found.data.version })}
              </p>
            </>
          ) : null}
        </article>
      )}
    </PortalFrame>
  );
}

/** Neither a visit nor an agency of that name. */
function isNobodys(error: unknown): boolean {
  return error instanceof ProblemError && [401, 404].includes(error.problem.status);
}
