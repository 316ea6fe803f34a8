/** The times that can be chosen, on both clocks; and what to do when none of them suits. */
import { useId, useState, type FormEvent } from 'react';
import { APPOINTMENT_WISHES, type AppointmentWish } from '@daiban/contracts';
import { dateIn, formatDateTime } from '@daiban/i18n';
import type { AdminReader } from '../admin-reader.js';
import { useAskOtherTimes } from '../api/act-on-admin-page.js';
import { adminText } from '../texts.js';
import { ProblemNote } from './problem-note.js';

const BEIJING = 'Asia/Shanghai';

interface TimeChoiceProps {
  reader: AdminReader;
  chosen: string;
  onChoose(id: string): void;
}

export function TimeChoice({ reader: { locale, page }, chosen, onChoose }: TimeChoiceProps) {
  const group = useId();
  const { times, visitor, now } = page;
  if (times.length === 0) return <p className="admin-no-times">{adminText(locale, 'adminPage.times.none')}</p>;
  return (
    <fieldset className="admin-times">
      <legend>{adminText(locale, 'adminPage.times.legend')}</legend>
      {times.map(({ id, startsAt }) => {
        const beijing = formatDateTime(startsAt, BEIJING, locale, dateIn(now, BEIJING));
        const there = formatDateTime(startsAt, visitor.timeZone, locale, dateIn(now, visitor.timeZone));
        return (
          <label key={id} className="admin-time">
            <input type="radio" name={group} value={id} checked={chosen === id} onChange={() => onChoose(id)} />
            <span className="admin-box-title">
              {beijing}
              <small>
                {there === beijing
                  ? adminText(locale, 'adminPage.times.beijing')
                  : `${adminText(locale, 'adminPage.times.beijing')} · ${adminText(locale, 'adminPage.times.yours', { when: there })}`}
              </small>
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}

/** Words instead of a note: nobody has to write, and nobody writes a number into it. */
export function OtherTimes({ reader: { locale, page, agency } }: { reader: AdminReader }) {
  const [wishes, setWishes] = useState<readonly AppointmentWish[]>([]);
  const ask = useAskOtherTimes();
  if (page.askedOtherTimes)
    return (
      <p className="portal-note" role="status">
        {adminText(locale, 'adminPage.times.other_sent', { agency })}
      </p>
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate([...wishes]);
  };
  const toggle = (wish: AppointmentWish, on: boolean) =>
    setWishes((before) => (on ? [...before, wish] : before.filter((one) => one !== wish)));
  return (
    <details className="admin-text">
      <summary>{adminText(locale, 'adminPage.times.other')}</summary>
      <form onSubmit={submit}>
        <fieldset className="admin-wishes">
          <legend>{adminText(locale, 'adminPage.times.other_title')}</legend>
          {APPOINTMENT_WISHES.map((wish) => (
            <label key={wish} className="admin-box">
              <input
                type="checkbox"
                checked={wishes.includes(wish)}
                onChange={(event) => toggle(wish, event.target.checked)}
              />
              <span>{adminText(locale, `adminPage.wish.${wish}`)}</span>
            </label>
          ))}
        </fieldset>
        <button type="submit" className="admin-plain" disabled={wishes.length === 0 || ask.isPending}>
          {adminText(locale, 'adminPage.times.other_send', { agency })}
        </button>
        <ProblemNote error={ask.error} />
      </form>
    </details>
  );
}
