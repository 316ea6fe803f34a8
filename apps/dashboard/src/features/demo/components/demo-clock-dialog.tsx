/** Moves the demo's clock: a step, or to a day of one's choice; back is only possible by starting the demo over. */
import { Button, Modal, TextInput } from '@mantine/core';
import { formatDateTime } from '@daiban/i18n';
import { useState, type FormEvent } from 'react';
import { ProblemNote } from '../../../components/problem-note.js';
import { useLocale } from '../../../lib/locale.js';
import { useReturnFocus } from '../../../lib/return-focus.js';
import { useResetDemo } from '../api/reset-demo.js';
import { useSetDemoClock } from '../api/set-demo-clock.js';

const DAY = 86_400_000;
const STEPS = [
  { text: 'dashboard.demo.step.day', days: 1 },
  { text: 'dashboard.demo.step.week', days: 7 },
  { text: 'dashboard.demo.step.month', days: 30 },
  { text: 'dashboard.demo.step.ten_months', days: 304 },
] as const;

export function DemoClockDialog({ now, onClose }: { now: string; onClose: () => void }) {
  useReturnFocus();
  const { t, locale } = useLocale();
  const move = useSetDemoClock();
  const reset = useResetDemo();
  const [on, setOn] = useState('');
  const [sure, setSure] = useState(false);
  const moveTo = (instant: string): void => move.mutate(instant, { onSuccess: onClose });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    // Noon in Beijing: the day is the same in most of the readers' zones.
    if (on) moveTo(new Date(`${on}T12:00:00+08:00`).toISOString());
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('dashboard.demo.move')}
      closeButtonProps={{ 'aria-label': t('dashboard.close') }}
    >
      <div className="stack">
        <p>{t('dashboard.demo.explain', { now: formatDateTime(now, 'Asia/Shanghai', locale) })}</p>
        <div className="row-wrap">
          {STEPS.map(({ text, days }) => (
            <Button
              key={days}
              variant="default"
              disabled={move.isPending}
              onClick={() => moveTo(new Date(Date.parse(now) + days * DAY).toISOString())}
            >
              {t(text)}
            </Button>
          ))}
        </div>
        <form className="row-end" onSubmit={submit}>
          <TextInput
            type="date"
            label={t('dashboard.demo.to_day')}
            value={on}
            onChange={(event) => setOn(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" disabled={!on || move.isPending}>
            {t('dashboard.demo.go')}
          </Button>
        </form>
        <ProblemNote error={move.error ?? reset.error} />
        <div className="dialog-foot">
          {sure ? (
            <>
              <span>{t('dashboard.demo.reset_sure')}</span>
              <Button variant="default" loading={reset.isPending} onClick={() => reset.mutate()}>
                {t('dashboard.demo.reset_yes')}
              </Button>
            </>
          ) : (
            <Button variant="subtle" onClick={() => setSure(true)}>
              {t('dashboard.demo.reset')}
            </Button>
          )}
        </div>
      </div>
    </Modal>
  );
}
