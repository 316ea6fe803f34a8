/** Counts working days from a day on, and says when the answer stands on unannounced ground. */
import { TextInput } from '@mantine/core';
import { isCalendarDate } from '@daiban/domain/calendar';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Day } from '../../../components/moment.js';
import { ProblemNote } from '../../../components/problem-note.js';
import { RuleWhy } from '../../../components/rule-why.js';
import { useLocale } from '../../../lib/locale.js';
import { useBusinessTime } from '../../../lib/session.js';
import { workingDayQuery } from '../api/get-working-day.js';

/** As far as the API counts. */
const FURTHEST = 2000;

export function WorkingDayCounter() {
  const { t } = useLocale();
  const { today } = useBusinessTime();
  const [from, setFrom] = useState(today);
  const [typed, setTyped] = useState('7');
  const days = Number(typed);
  const canAsk = isCalendarDate(from) && typed.trim() !== '' && Number.isInteger(days) && Math.abs(days) <= FURTHEST;
  const answer = useQuery({ ...workingDayQuery(from, days), enabled: canAsk });
  return (
    <section className="card" aria-labelledby="counter-title">
      <header>
        <h2 id="counter-title">{t('calendar.counter_title')}</h2>
      </header>
      <div className="card-body">
        <div className="year-counter">
          <TextInput
            type="date"
            label={t('calendar.counter_from')}
            value={from}
            onChange={(event) => setFrom(event.currentTarget.value)}
          />
          <TextInput
            type="number"
            label={t('calendar.counter_days')}
            min={-FURTHEST}
            max={FURTHEST}
            step={1}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <p className="year-answer" role="status">
            {canAsk && answer.data?.date ? (
              <>
                <span className="quiet">{t('calendar.counter_answer')}</span> <Day on={answer.data.date} />
              </>
            ) : null}
          </p>
        </div>
        <p className="quiet">{t('calendar.counter_help')}</p>
        {canAsk && answer.data?.makeUpDay ? (
          <p className="mark-turn">
            {t('calendar.counter_make_up')}{' '}
            <RuleWhy rule={{ id: 'calendar.make_up_soft' }} what={t('calendar.legend.make_up')} />
          </p>
        ) : null}
        {canAsk && answer.data?.provisional ? <p className="mark-turn">{t('calendar.counter_provisional')}</p> : null}
        <ProblemNote error={canAsk ? answer.error : null} />
      </div>
    </section>
  );
}
