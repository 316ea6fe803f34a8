/** A licence's requests for more places, newest first: what was asked, what Tencent said, and the next thing to record. */
import { Button } from '@mantine/core';
import type { QuotaRaise, Subject } from '@daiban/contracts';
import { useQuery } from '@tanstack/react-query';
import { shanghaiDate } from '@daiban/domain/calendar';
import { useState } from 'react';
import { MarkText, type MarkTextProps } from '../../../components/mark-text.js';
import { ProblemNote } from '../../../components/problem-note.js';
import { RuleWhy } from '../../../components/rule-why.js';
import { useLocale } from '../../../lib/locale.js';
import { useMay } from '../../../lib/session.js';
import { quotaRaisesQuery } from '../api/quota-raises.js';
import { ANSWER_TITLES, RaiseAnswerDialog, type RaiseAnswer } from './raise-answer-dialog.js';
import { RaiseDialog } from './raise-dialog.js';
import './raises.css';

const MARKS: Record<QuotaRaise['state'], Pick<MarkTextProps, 'shape' | 'tone'>> = {
  requested: { shape: 'waiting', tone: 'quiet' },
  pre_approved: { shape: 'partly', tone: 'quiet' },
  granted: { shape: 'done', tone: 'good' },
  refused: { shape: 'refused', tone: 'turn' },
};
/** What may be heard next. */
const NEXT: Partial<Record<QuotaRaise['state'], readonly RaiseAnswer[]>> = {
  requested: ['raise_pre_approved', 'raise_granted', 'raise_refused'],
  pre_approved: ['raise_granted', 'raise_refused'],
};

export function RaisesCard({ subject }: { subject: Subject }) {
  const { t } = useLocale();
  const raises = useQuery(quotaRaisesQuery(subject.id));
  const mayWrite = useMay('registrations.write');
  const [asking, setAsking] = useState(false);
  const [answering, setAnswering] = useState<{ raise: QuotaRaise; event: RaiseAnswer } | null>(null);
  const items = raises.data?.items ?? [];
  // There is one at a time.
  const isUnderWay = items.some(({ state }) => NEXT[state] !== undefined);
  return (
    <section className="card">
      <header>
        <h2>{t('capacity.raise.title')}</h2>
        {mayWrite && raises.isSuccess && !isUnderWay ? (
          <Button variant="default" size="compact-sm" onClick={() => setAsking(true)}>
            {t('capacity.raise.request')}
          </Button>
        ) : null}
      </header>
      <div className="card-body stack">
        <ProblemNote error={raises.error} />
        {raises.isSuccess && items.length === 0 ? <p className="quiet">{t('capacity.raise.none')}</p> : null}
        {items.map((raise) => (
          <Raise
            key={raise.id}
            raise={raise}
            onAnswer={mayWrite ? (event) => setAnswering({ raise, event }) : undefined}
          />
        ))}
      </div>
      {asking ? <RaiseDialog subject={subject} onClose={() => setAsking(false)} /> : null}
      {answering ? <RaiseAnswerDialog {...answering} onClose={() => setAnswering(null)} /> : null}
    </section>
  );
}

interface RaiseProps {
  raise: QuotaRaise;
  onAnswer: ((event: RaiseAnswer) => void) | undefined;
}

function Raise({ raise, onAnswer }: RaiseProps) {
  const { t } = useLocale();
  const { expected } = raise;
  return (
    <article>
      <p>
        <MarkText {...MARKS[raise.state]} label={t(`states.quota_raise.${raise.state}`)} />
        {raise.grantedAccounts ? ` · ${t('capacity.raise.granted_line', { count: raise.grantedAccounts })}` : null}
      </p>
      <p>{raise.reason}</p>
      <p className="record-line-note">
        {t('capacity.raise.asked', { on: shanghaiDate(raise.requestedAt) })}
        {raise.requestedBy ? ` · ${t('capacity.raise.asked_by', { name: raise.requestedBy })}` : null}
      </p>
      {expected ? (
        <p className="record-line-note">
          {t('capacity.raise.expected', { from: expected.fromOn, to: expected.toOn })}
          {expected.provisional ? ` · ${t('capacity.raise.provisional')}` : null}{' '}
          <RuleWhy rule={expected.rule} what={t('capacity.raise.title')} />
        </p>
      ) : null}
      {raise.note ? <p className="record-line-note">{raise.note}</p> : null}
      {onAnswer && NEXT[raise.state] ? (
        <div className="raise-answers">
          {NEXT[raise.state]?.map((event) => (
            <Button key={event} variant="default" size="compact-sm" onClick={() => onAnswer(event)}>
              {t(ANSWER_TITLES[event])}
            </Button>
          ))}
        </div>
      ) : null}
    </article>
  );
}
