/** What the administrator agrees to, point by point, and the time they choose: one form, one button that agrees and books. */
import { useState, type FormEvent } from 'react';
import type { ConsentPurpose } from '@daiban/domain/enumerations';
import type { AdminReader } from '../admin-reader.js';
import { useAgreeAndBook } from '../api/act-on-admin-page.js';
import { adminText } from '../texts.js';
import { ConsentItem } from './consent-item.js';
import { ProblemNote } from './problem-note.js';
import { OtherTimes, TimeChoice } from './time-choice.js';

export function AgreeCard({ reader }: { reader: AdminReader }) {
  const { locale, page } = reader;
  const { consents, times, standing, scan } = page;
  const act = useAgreeAndBook();
  const [ticked, setTicked] = useState<readonly ConsentPurpose[]>([]);
  const [chosen, setChosen] = useState('');
  const asksTime = scan === 'ahead' && !standing;
  const isOpen = scan === 'ahead' || scan === 'none';
  // A time that went while the page was open is no choice any more.
  const appointmentId = asksTime && times.some(({ id }) => id === chosen) ? chosen : null;
  const given = consents.filter((consent) => consent.given === null && ticked.includes(consent.purpose));
  const lacks = consents.some((one) => one.required && one.given === null && !ticked.includes(one.purpose));
  const needsTime = asksTime && times.length > 0 && given.length === 0 && appointmentId === null;
  const hasMore = consents.some((one) => one.given === null) || (asksTime && times.length > 0);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    act.mutate(
      { consents: given.map(({ purpose, textVersion }) => ({ purpose, textVersion })), appointmentId },
      { onSuccess: () => setTicked([]) },
    );
  };
  const hint = lacks ? 'adminPage.do.need_consent' : needsTime ? 'adminPage.do.need_time' : null;
  const nothingToDo = given.length === 0 && appointmentId === null;
  return (
    <section className="portal-card" aria-labelledby="agree">
      <h2 id="agree">{adminText(locale, 'adminPage.agree.title')}</h2>
      <p>{adminText(locale, 'adminPage.agree.note')}</p>
      <form onSubmit={submit}>
        {consents.map((consent) => (
          <ConsentItem
            key={consent.purpose}
            reader={reader}
            consent={consent}
            open={isOpen}
            ticked={ticked.includes(consent.purpose)}
            onTick={(on) =>
              setTicked((before) =>
                on ? [...before, consent.purpose] : before.filter((purpose) => purpose !== consent.purpose),
              )
            }
          />
        ))}
        {asksTime ? <TimeChoice reader={reader} chosen={chosen} onChoose={setChosen} /> : null}
        {isOpen && hasMore ? (
          <>
            <button
              type="submit"
              className="portal-button admin-wide"
              disabled={act.isPending || lacks || nothingToDo}
              aria-describedby={hint ? 'agree-hint' : undefined}
            >
              {adminText(
                locale,
                act.isPending
                  ? 'adminPage.do.busy'
                  : buttonWords(given.length > 0 || lacks, asksTime && times.length > 0),
              )}
            </button>
            {hint ? (
              <p id="agree-hint" className="portal-note">
                {adminText(locale, hint)}
              </p>
            ) : null}
            <ProblemNote error={act.error} />
          </>
        ) : null}
      </form>
      {asksTime ? <OtherTimes reader={reader} /> : null}
    </section>
  );
}

function buttonWords(agrees: boolean, books: boolean) {
  if (!books) return 'adminPage.do.agree';
  return agrees ? 'adminPage.do.book' : 'adminPage.do.choose_time';
}
