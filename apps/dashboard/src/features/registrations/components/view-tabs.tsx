/** The saved views above the table: whose turn it is, and what is about to end; each a link, each with its count. */
import type { OperationAnswer, getPipeline } from '@daiban/contracts';
import type { Holder, Stage } from '@daiban/domain/enumerations';
import { HolderMark } from '@daiban/ui';
import { Link } from '@tanstack/react-router';
import { paths } from '../../../config/paths.js';
import { useLocale } from '../../../lib/locale.js';
import type { RegistrationSearch } from '../../../lib/registration-search.js';
import type { TextKey } from '../../../lib/texts.js';

type Pipeline = OperationAnswer<typeof getPipeline>;

interface View {
  text: TextKey;
  holder?: Holder;
  stage?: Stage;
}

const VIEWS: readonly View[] = [
  { text: 'dashboard.view.all' },
  { text: 'dashboard.view.agency', holder: 'agency' },
  { text: 'dashboard.view.client', holder: 'client' },
  { text: 'dashboard.view.admin_person', holder: 'admin_person' },
  { text: 'dashboard.view.tencent', holder: 'tencent' },
  { text: 'dashboard.view.renewals', stage: 'renewal_due' },
  { text: 'dashboard.view.finished', stage: 'closed' },
];

export function ViewTabs({ search, pipeline }: { search: RegistrationSearch; pipeline: Pipeline | undefined }) {
  const { t } = useLocale();
  const count = ({ holder, stage }: View): number | undefined => {
    if (!pipeline) return undefined;
    if (holder) return pipeline.holders.find((each) => each.holder === holder)?.count ?? 0;
    if (stage) return pipeline.stages.find((each) => each.stage === stage)?.count ?? 0;
    return pipeline.total;
  };
  return (
    <nav className="views" aria-label={t('dashboard.view.label')}>
      {VIEWS.map((view) => {
        const here = search.holder === view.holder && search.stage === view.stage;
        return (
          <Link
            key={view.text}
            to={paths.registrations}
            search={{ ...search, holder: view.holder, stage: view.stage }}
            // The router would mark every view as the current page: they share one path.
            activeProps={{}}
            aria-current={here ? 'true' : undefined}
            className={here ? 'views-here' : undefined}
          >
            {view.holder ? <HolderMark holder={view.holder} size={10} /> : null}
            {t(view.text)}
            <em>{count(view)}</em>
          </Link>
        );
      })}
    </nav>
  );
}
