/** The right of the desk: what must be true of this paper, what it must agree with, and the decision, which can be taken back until the client is told. */
import { Button, TextInput, Textarea } from '@mantine/core';
import type { Paper } from '@daiban/contracts';
import { FindingNote, HolderText, StageMark } from '@daiban/ui';
import { useState } from 'react';
import { Day, Moment } from '../../../components/moment.js';
import { ProblemNote } from '../../../components/problem-note.js';
import { useFindingText } from '../../../lib/finding-text.js';
import { useKeyPresses } from '../../../lib/key-presses.js';
import { useLocale } from '../../../lib/locale.js';
import { useBusinessTime, useMay, useSession } from '../../../lib/session.js';
import { findText } from '../../../lib/texts.js';
import { useReviewPrerequisite } from '../api/review-prerequisite.js';
import { useUndoReview } from '../api/undo-review.js';
import type { Decision, ReviewedCase } from '../review-desk.js';
import { ComparedFacts } from './compared-facts.js';
import { ReturnForm } from './return-form.js';

export interface PaperDecisionProps {
  registration: ReviewedCase;
  paper: Paper;
  name: string;
  /** Made in this sitting; null: none yet. */
  decision: Decision | null;
  /** Told after a decision, to go on with the next paper. */
  onDecided: () => void;
}

export function PaperDecision({ registration, paper, name, decision, onDecided }: PaperDecisionProps) {
  const { t, locale } = useLocale();
  const { today } = useBusinessTime();
  const mayDecide = useMay('registrations.decide');
  const isOwner = useSession().actor.role === 'owner';
  const findingText = useFindingText();
  const review = useReviewPrerequisite();
  const undo = useUndoReview();
  const { prerequisite, returnReasons, acceptRefusal } = paper;
  const { id } = prerequisite;
  const [expiresOn, setExpiresOn] = useState(prerequisite.expiresOn ?? '');
  const [note, setNote] = useState('');
  const [answer, setAnswer] = useState('');
  const [returning, setReturning] = useState<{ reason: string | null } | null>(null);
  const hasFiles = paper.documents.some(({ state }) => state !== 'deleted');
  const isDated = returnReasons.includes('expired');
  const isExpired = isDated && expiresOn !== '' && expiresOn < today;
  const checks = returnReasons.filter((code) => findText(locale, `review.check.${code}`));
  // The owner may answer for it; everybody else needs a second pair of eyes.
  const needsAnswer = acceptRefusal !== null && isOwner;
  const canAccept =
    mayDecide &&
    (acceptRefusal === null || (needsAnswer && answer.trim() !== '')) &&
    (hasFiles || note.trim() !== '') &&
    !review.isPending;
  const accept = (): void => {
    if (!canAccept || decision || returning) return;
    const body = {
      decision: 'accept' as const,
      ...(expiresOn ? { expiresOn } : {}),
      ...(note.trim() ? { note: note.trim() } : {}),
      ...(acceptRefusal && needsAnswer
        ? { acknowledgements: [{ code: acceptRefusal.code, reason: answer.trim() }] }
        : {}),
    };
    review.mutate({ id, body }, { onSuccess: onDecided });
  };
  const sendBack = (reasonCode: string, said: string): void => {
    const body = { decision: 'return' as const, reasonCode, ...(said ? { note: said } : {}) };
    review.mutate(
      { id, body },
      {
        onSuccess: () => {
          setReturning(null);
          onDecided();
        },
      },
    );
  };
  const takeBack = (): void => {
    if (decision && !undo.isPending) undo.mutate(id);
  };
  useKeyPresses({
    a: accept,
    r: () => {
      if (mayDecide && !decision) setReturning({ reason: null });
    },
    u: takeBack,
    Escape: () => setReturning(null),
  });
  return (
    <section className="decision" aria-label={t('review.decision')}>
      <header>
        <h2>{name}</h2>
        <p className="quiet">
          <HolderText holder={prerequisite.holder} label={t(`states.holder.${prerequisite.holder}`)} />
          {paper.submittedAt ? (
            <>
              {' · '}
              {t('review.sent')} <Moment at={paper.submittedAt} />
            </>
          ) : null}
        </p>
      </header>
      {decision ? (
        <div className="desk-block desk-decided">
          <p>
            <StageMark stage={decision.decision === 'accept' ? 'live' : 'supplement'} />
            <b>{t(decision.decision === 'accept' ? 'review.accepted' : 'review.returned')}</b>
          </p>
          {decision.reasonCode ? (
            <p className="quiet">{findText(locale, `reasons.${decision.reasonCode}`) ?? decision.reasonCode}</p>
          ) : null}
          {decision.note ? <p className="quiet">{decision.note}</p> : null}
          {prerequisite.expiresOn ? (
            <p className="quiet">
              {t('dashboard.papers.valid_until')} <Day on={prerequisite.expiresOn} />
            </p>
          ) : null}
          <p className="quiet">{t('review.not_told')}</p>
          <ProblemNote error={undo.error} />
          <div>
            <Button
              variant="default"
              size="xs"
              loading={undo.isPending}
              onClick={takeBack}
              rightSection={<kbd aria-hidden="true">u</kbd>}
              aria-keyshortcuts="u"
            >
              {t('review.undo')}
            </Button>
          </div>
        </div>
      ) : returning ? (
        <ReturnForm
          key={returning.reason ?? ''}
          registrationId={registration.id}
          prerequisiteId={id}
          reasons={returnReasons}
          initialReason={returning.reason}
          pending={review.isPending}
          error={review.error}
          onReturn={sendBack}
          onCancel={() => setReturning(null)}
        />
      ) : (
        <>
          {checks.length > 0 ? (
            <section className="desk-block" aria-labelledby="desk-checks">
              <h3 id="desk-checks">{t('review.checks')}</h3>
              <ul className="desk-checks">
                {checks.map((code) => (
                  <li key={code}>
                    <span>{findText(locale, `review.check.${code}`)}</span>
                    {mayDecide ? (
                      <button
                        type="button"
                        onClick={() => setReturning({ reason: code })}
                        aria-label={t('review.not_so_named', { reason: findText(locale, `reasons.${code}`) ?? code })}
                      >
                        {t('review.not_so')}
                      </button>
                    ) : null}
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
          <ComparedFacts registration={registration} code={prerequisite.code} />
          {mayDecide ? (
            <div className="desk-block desk-form">
              {isDated ? (
                <TextInput
                  type="date"
                  label={t('review.expires_on')}
                  description={t('review.expires_help')}
                  error={isExpired ? t('review.is_expired') : undefined}
                  value={expiresOn}
                  onChange={(event) => setExpiresOn(event.currentTarget.value)}
                />
              ) : null}
              {hasFiles ? null : (
                <Textarea
                  label={t('review.evidence')}
                  description={t('review.evidence_help')}
                  required
                  rows={2}
                  maxLength={1000}
                  value={note}
                  onChange={(event) => setNote(event.currentTarget.value)}
                />
              )}
              {acceptRefusal ? (
                <div className="problem">
                  <FindingNote {...findingText(acceptRefusal)} />
                  {needsAnswer ? (
                    <Textarea
                      label={t('dashboard.answer.why')}
                      required
                      rows={2}
                      maxLength={1000}
                      value={answer}
                      onChange={(event) => setAnswer(event.currentTarget.value)}
                    />
                  ) : null}
                </div>
              ) : null}
              <ProblemNote error={review.error} />
              <div className="desk-buttons">
                <Button
                  onClick={accept}
                  loading={review.isPending}
                  disabled={!canAccept}
                  rightSection={<kbd aria-hidden="true">a</kbd>}
                  aria-keyshortcuts="a"
                >
                  {t('review.accept_next')}
                </Button>
                <Button
                  variant="default"
                  onClick={() => setReturning({ reason: null })}
                  rightSection={<kbd aria-hidden="true">r</kbd>}
                  aria-keyshortcuts="r"
                >
                  {t('review.return')}
                </Button>
              </div>
            </div>
          ) : (
            <p className="quiet">{t('review.may_not')}</p>
          )}
        </>
      )}
    </section>
  );
}
