/** What was found before the fee, by how bad it is and by the decision it stops; what passed stands folded below. */
import type { Preflight, PreflightFinding, RegistrationCase } from '@daiban/contracts';
import { FindingNotes } from '@daiban/ui';
import { IconAlertTriangle, IconCheck, IconHandStop, IconHelpCircle, type Icon } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { paths } from '../../../config/paths.js';
import { useFindingText } from '../../../lib/finding-text.js';
import { useLocale } from '../../../lib/locale.js';
import { findText } from '../../../lib/texts.js';

const GROUPS = ['blockers', 'warnings', 'unknowns'] as const;
type Group = (typeof GROUPS)[number];

/** Shape and word beside the colour. */
const SHAPES: Record<Group, Icon> = { blockers: IconHandStop, warnings: IconAlertTriangle, unknowns: IconHelpCircle };

export interface PreflightListProps {
  preflight: Preflight;
  registration: Pick<RegistrationCase, 'id' | 'admin'>;
}

export function PreflightList({ preflight, registration }: PreflightListProps) {
  const { t, locale } = useLocale();
  const passed = preflight.checks.filter((check) => check.passed);
  return (
    <div className="preflight-list">
      {GROUPS.filter((group) => preflight[group].length > 0).map((group) => {
        const Shape = SHAPES[group];
        return (
          <section key={group} className={`preflight-group preflight-${group}`} aria-labelledby={`found-${group}`}>
            <h2 id={`found-${group}`}>
              <Shape size={17} stroke={1.7} aria-hidden="true" />
              {t(`preflight.group.${group}`)} <em>{preflight[group].length}</em>
            </h2>
            <ul>
              {byDecision(preflight[group]).map((findings) => (
                <Found
                  key={findings[0]?.decision ?? 'none'}
                  findings={findings}
                  stops={group === 'blockers'}
                  registration={registration}
                />
              ))}
            </ul>
          </section>
        );
      })}
      {passed.length > 0 ? (
        <details className="more preflight-passed">
          <summary>
            {t('preflight.group.passed')} <em>{passed.length}</em>
          </summary>
          <ul>
            {passed.map(({ check }) => (
              <li key={check}>
                <IconCheck size={15} stroke={2} aria-hidden="true" />
                {findText(locale, `preflight.check.${check}`) ?? t('preflight.check.other')}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
}

interface FoundProps {
  /** Of one decision. */
  findings: readonly PreflightFinding[];
  stops: boolean;
  registration: PreflightListProps['registration'];
}

function Found({ findings, stops, registration }: FoundProps) {
  const { t } = useLocale();
  const findingText = useFindingText();
  const decision = findings[0]?.decision;
  const ways = [...new Set(findings.map(({ code }) => wayTo(code)))];
  return (
    <li>
      <p className="preflight-where">
        {decision ? t(stops ? 'preflight.stops_at' : 'preflight.asks_at', { event: decision }) : t('preflight.at_risk')}
      </p>
      <FindingNotes findings={findings.map(findingText)} />
      <p className="preflight-fix">
        {ways.map((way) => (
          <Fix key={way} way={way} registration={registration} />
        ))}
      </p>
    </li>
  );
}

type Way = 'papers' | 'person' | 'case';

function Fix({ way, registration }: { way: Way; registration: PreflightListProps['registration'] }) {
  const { t } = useLocale();
  if (way === 'person' && registration.admin) {
    return (
      <Link to={paths.person} params={{ personId: registration.admin.personId }}>
        {t('preflight.fix.person')}
      </Link>
    );
  }
  return (
    <Link
      to={paths.registration}
      params={{ registrationId: registration.id }}
      activeOptions={{ exact: true }}
      {...(way === 'papers' ? { hash: 'papers' } : {})}
    >
      {t(way === 'papers' ? 'preflight.fix.papers' : 'preflight.fix.case')}
    </Link>
  );
}

/** Where a finding is cleared: papers on the case, a person's own facts on their page, everything else on the case. */
function wayTo(code: string): Way {
  if (code.startsWith('prerequisite.') || code === 'name.right_not_shown' || code === 'admin.id_not_checked')
    return 'papers';
  const isPerson = /^admin\.(id_|phone|card|wechat|age|under)/u.test(code);
  return isPerson ? 'person' : 'case';
}

/** In the order in which they bite; what stops no decision comes last. */
function byDecision(findings: readonly PreflightFinding[]): PreflightFinding[][] {
  const groups = Map.groupBy(findings, ({ decision }) => decision ?? '');
  const free = groups.get('') ?? [];
  groups.delete('');
  return [...groups.values(), ...(free.length > 0 ? [free] : [])];
}
