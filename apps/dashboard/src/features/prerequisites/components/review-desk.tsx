/** The reviewer's desk of one case: its papers one after the other, looked at on the left, decided on the right, and at the end one mail. */
import { Button } from '@mantine/core';
import type { OperationAnswer, Paper, listCasePapers } from '@daiban/contracts';
import { PageFace, StageMark } from '@daiban/ui';
import { useState } from 'react';
import { ButtonLink } from '../../../components/button-link.js';
import { Moment } from '../../../components/moment.js';
import { PlainDialog } from '../../../components/plain-dialog.js';
import { paths } from '../../../config/paths.js';
import { useKeyPresses } from '../../../lib/key-presses.js';
import { useLocale } from '../../../lib/locale.js';
import { findText } from '../../../lib/texts.js';
import { decisionOf, nextUndecided, papersOnDesk, type ReviewedCase } from '../review-desk.js';
import { PaperDecision } from './paper-decision.js';
import { PaperViewer } from './paper-viewer.js';
import { SittingEnd } from './sitting-end.js';
import './review-desk.css';

const KEYS = ['a', 'r', 'u', 'j', 'k', '[', ']', '+', '-', '0', 't', 'v', '?'] as const;

export interface ReviewDeskProps {
  registration: ReviewedCase;
  papers: OperationAnswer<typeof listCasePapers>;
  /** Asked for in the address; it lies on the desk even if nothing about it waits. */
  paperId: string | undefined;
  onShow: (paperId: string) => void;
}

export function ReviewDesk({ registration, papers: { items, sitting }, paperId, onShow }: ReviewDeskProps) {
  const { t, locale } = useLocale();
  const [ending, setEnding] = useState(false);
  const [helping, setHelping] = useState(false);
  const [sent, setSent] = useState<{ decided: number; mails: number } | null>(null);
  const waiting = papersOnDesk(items, sitting);
  const asked = items.find(({ prerequisite }) => prerequisite.id === paperId);
  const desk = asked && !waiting.includes(asked) ? [...waiting, asked] : waiting;
  const isDecided = (paper: Paper): boolean => decisionOf(paper, sitting) !== null;
  const current = asked ?? desk.find((paper) => !isDecided(paper)) ?? desk[0];
  const decided = waiting.filter(isDecided).length;
  const step = (by: number): void => {
    if (!current || desk.length === 0) return;
    setEnding(false);
    onShow(desk[(desk.indexOf(current) + by + desk.length) % desk.length]!.prerequisite.id);
  };
  useKeyPresses({ j: () => step(1), k: () => step(-1), '?': () => setHelping(true) });
  const nameOf = ({ prerequisite: { code } }: Paper): string => findText(locale, `prerequisites.${code}`) ?? code;
  const goOn = (): void => {
    const next = current ? nextUndecided(waiting, sitting, current.prerequisite.id) : null;
    if (next) onShow(next.prerequisite.id);
    else setEnding(true);
  };
  if (!current || (sent && waiting.length === 0)) {
    return <AllReviewed registrationId={registration.id} accepted={countAccepted(items)} sent={sent} />;
  }
  return (
    <div className="desk">
      <div className="desk-head">
        <p className="desk-count" role="status">
          {t('review.count', { done: decided, all: waiting.length })}
        </p>
        <Button
          variant="subtle"
          size="xs"
          onClick={() => setHelping(true)}
          rightSection={<kbd aria-hidden="true">?</kbd>}
          aria-keyshortcuts="?"
        >
          {t('review.keys')}
        </Button>
      </div>
      <nav aria-label={t('review.papers')}>
        <ol className="desk-papers">
          {desk.map((paper) => {
            const decision = decisionOf(paper, sitting);
            return (
              <li key={paper.prerequisite.id}>
                <button
                  type="button"
                  aria-current={paper === current && !ending ? 'true' : undefined}
                  onClick={() => {
                    setEnding(false);
                    onShow(paper.prerequisite.id);
                  }}
                >
                  <StageMark
                    stage={decision === null ? 'email' : decision.decision === 'accept' ? 'live' : 'supplement'}
                  />
                  {nameOf(paper)}
                  {decision ? (
                    <span className="visually-hidden">
                      {t(decision.decision === 'accept' ? 'review.accepted' : 'review.returned')}
                    </span>
                  ) : null}
                </button>
              </li>
            );
          })}
        </ol>
      </nav>
      {sitting && !ending ? (
        <div className="desk-sitting">
          <p>
            {t('review.untold', { count: sitting.decisions.length })}{' '}
            <span className="quiet">
              {t('review.ends_by_itself')} <Moment at={sitting.endsAt} />
            </span>
          </p>
          <Button size="xs" variant={decided === waiting.length ? 'filled' : 'default'} onClick={() => setEnding(true)}>
            {t('review.to_end')}
          </Button>
        </div>
      ) : null}
      {ending && sitting ? (
        <SittingEnd
          registrationId={registration.id}
          sitting={sitting}
          left={waiting.length - decided}
          onBack={() => setEnding(false)}
          onFinished={(mails) => {
            setSent({ decided: sitting.decisions.length, mails });
            setEnding(false);
          }}
        />
      ) : (
        <div className="desk-columns" key={current.prerequisite.id}>
          <PaperViewer paper={current} name={nameOf(current)} />
          <PaperDecision
            registration={registration}
            paper={current}
            name={nameOf(current)}
            decision={decisionOf(current, sitting)}
            onDecided={goOn}
          />
        </div>
      )}
      {helping ? (
        <PlainDialog title={t('review.keys')} onClose={() => setHelping(false)}>
          <dl className="desk-keys">
            {KEYS.map((key) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{findText(locale, `review.key.${key}`)}</dd>
              </div>
            ))}
          </dl>
        </PlainDialog>
      ) : null}
    </div>
  );
}

function countAccepted(papers: readonly Paper[]): number {
  return papers.filter(({ prerequisite }) => prerequisite.state === 'accepted').length;
}

interface AllReviewedProps {
  registrationId: string;
  accepted: number;
  /** What the reader has just told the client; null: they came to an empty desk. */
  sent: { decided: number; mails: number } | null;
}

function AllReviewed({ registrationId, accepted, sent }: AllReviewedProps) {
  const { t } = useLocale();
  return (
    <PageFace
      kind="empty"
      title={t('review.all_done')}
      actions={
        <>
          <ButtonLink to={paths.registration} params={{ registrationId }}>
            {t('review.to_case')}
          </ButtonLink>
          <ButtonLink to={paths.reviewQueue} variant="default">
            {t('review.to_queue')}
          </ButtonLink>
        </>
      }
    >
      {sent ? <p role="status">{t('review.sent_now', { count: sent.decided, mails: sent.mails })}</p> : null}
      <p>{t('review.accepted_so_far', { count: accepted })}</p>
    </PageFace>
  );
}
