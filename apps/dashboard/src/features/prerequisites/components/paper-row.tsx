/** One paper on the case's page: its state, its files with the day they go, and what can be done about it here. */
import { Button } from '@mantine/core';
import type { Paper, Prerequisite } from '@daiban/contracts';
import { HolderText, StageMark } from '@daiban/ui';
import type { PrerequisiteState, Stage } from '@daiban/domain/enumerations';
import { ButtonLink } from '../../../components/button-link.js';
import { Day } from '../../../components/moment.js';
import { paths } from '../../../config/paths.js';
import { useLocale } from '../../../lib/locale.js';
import { findText } from '../../../lib/texts.js';
import { PaperFiles } from './paper-files.js';

/** The glyph that says the same about a paper as it says about a case. */
const GLYPHS: Record<PrerequisiteState, Stage> = {
  submitted: 'email',
  returned: 'supplement',
  open: 'draft',
  accepted: 'live',
};

export interface PaperRowProps {
  paper: Prerequisite;
  /** With its files; undefined while they load, or for those who may not see them. */
  files: Paper | undefined;
  /** Files may be brought and taken back. */
  mayBring: boolean;
  onReview?: ((decision: 'accept' | 'return') => void) | undefined;
}

export function PaperRow({ paper, files, mayBring, onReview }: PaperRowProps) {
  const { t, locale } = useLocale();
  const name = findText(locale, `prerequisites.${paper.code}`) ?? paper.code;
  const reason = paper.reasonCode ? findText(locale, `reasons.${paper.reasonCode}`) : null;
  const hasFiles = files?.documents.some(({ state }) => state !== 'deleted') ?? false;
  return (
    <li className="paper">
      <StageMark stage={GLYPHS[paper.state]} />
      <span className="paper-name">
        {name}
        {paper.required ? null : <small>{t('dashboard.papers.optional')}</small>}
        {paper.state === 'returned' && (reason ?? paper.note) ? (
          <small>{[reason, paper.note].filter(Boolean).join(' · ')}</small>
        ) : null}
        {paper.expiresOn ? (
          <small>
            {t('dashboard.papers.valid_until')} <Day on={paper.expiresOn} />
          </small>
        ) : null}
      </span>
      <HolderText holder={paper.holder} label={t(`states.holder.${paper.holder}`)} />
      <span className="paper-do">
        {hasFiles ? (
          <ButtonLink
            to={paths.review}
            params={{ registrationId: paper.registrationId }}
            search={{ paper: paper.id }}
            size="xs"
            variant="default"
            aria-label={t('review.look_named', { paper: name })}
          >
            {t('review.look')}
          </ButtonLink>
        ) : (
          <>
            {onReview && paper.state !== 'accepted' ? (
              <Button
                size="xs"
                variant="default"
                onClick={() => onReview('accept')}
                aria-label={t('dashboard.papers.accept_named', { paper: name })}
              >
                {t('dashboard.papers.accept')}
              </Button>
            ) : null}
            {onReview && paper.state !== 'open' && paper.state !== 'returned' ? (
              <Button
                size="xs"
                variant="subtle"
                onClick={() => onReview('return')}
                aria-label={t('dashboard.papers.return_named', { paper: name })}
              >
                {t('dashboard.papers.return')}
              </Button>
            ) : null}
          </>
        )}
      </span>
      {files ? <PaperFiles paper={files} name={name} mayBring={mayBring && paper.state !== 'accepted'} /> : null}
    </li>
  );
}
