/** One purpose: what is agreed to in a line, the whole text behind it, a tick of its own, and the way to take it back. */
import { useId, useState } from 'react';
import type { ConsentAsked } from '@daiban/contracts';
import { dateIn, formatDate } from '@daiban/i18n';
import type { AdminReader } from '../admin-reader.js';
import { useWithdrawConsent } from '../api/act-on-admin-page.js';
import { adminText } from '../texts.js';
import { ProblemNote } from './problem-note.js';

interface ConsentItemProps {
  reader: AdminReader;
  consent: ConsentAsked;
  /** Whether it can still be given here. */
  open: boolean;
  ticked: boolean;
  onTick(on: boolean): void;
}

export function ConsentItem({ reader, consent, open, ticked, onTick }: ConsentItemProps) {
  const { locale, page } = reader;
  const { purpose, given, textVersion } = consent;
  const box = useId();
  const title = adminText(locale, `adminPage.agree.purpose.${purpose}`);
  return (
    <div className="admin-consent">
      {given ? (
        <p className="admin-consent-given">
          <span aria-hidden="true" className="admin-tick" />
          <span>
            <b>{title}</b>
            <small>
              {adminText(locale, 'adminPage.agree.given', {
                date: formatDate(dateIn(given.givenAt, 'Asia/Shanghai'), locale, page.today),
              })}
              {given.textVersion === textVersion
                ? null
                : ` · ${adminText(locale, 'adminPage.agree.new_text', { version: given.textVersion })}`}
            </small>
          </span>
        </p>
      ) : (
        <label className="admin-box" htmlFor={box}>
          <input
            id={box}
            type="checkbox"
            checked={ticked}
            disabled={!open}
            onChange={(event) => onTick(event.target.checked)}
          />
          <span className="admin-box-title">
            {title}
            <small>{adminText(locale, needWords(consent))}</small>
          </span>
        </label>
      )}
      <details className="admin-text">
        <summary>{adminText(locale, 'adminPage.agree.read')}</summary>
        {consent.text[locale].split('\n\n').map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        <p className="portal-note">{adminText(locale, 'adminPage.agree.version', { version: textVersion })}</p>
      </details>
      {given ? <Withdraw reader={reader} purpose={purpose} consentId={given.id} /> : null}
    </div>
  );
}

function needWords({ required, purpose }: ConsentAsked) {
  if (required) return 'adminPage.agree.required';
  return purpose === 'identity_documents' ? 'adminPage.agree.for_papers' : 'adminPage.agree.optional';
}

const BEFORE_SUBMISSION = [
  'draft',
  'awaiting_prerequisites',
  'awaiting_email',
  'awaiting_admin_verification',
  'ready_to_submit',
] as const;

/** Says what follows before it is done: before the submission the case goes back, after it a person decides. */
interface WithdrawProps {
  reader: AdminReader;
  purpose: ConsentAsked['purpose'];
  consentId: string;
}

function Withdraw({ reader: { locale, page, agency }, purpose, consentId }: WithdrawProps) {
  const [asking, setAsking] = useState(false);
  const withdraw = useWithdrawConsent();
  const isBefore = BEFORE_SUBMISSION.some((state) => state === page.registration.state);
  const follows = purpose === 'cross_border_transfer' ? 'optional' : isBefore ? 'before' : 'after';
  if (!asking)
    return (
      <button type="button" className="portal-link" onClick={() => setAsking(true)}>
        {adminText(locale, 'adminPage.agree.withdraw')}
      </button>
    );
  return (
    <div className="admin-ask">
      <p>{adminText(locale, `adminPage.agree.withdraw_${follows}`, { agency })}</p>
      <div className="admin-ask-row">
        <button
          type="button"
          className="admin-plain"
          disabled={withdraw.isPending}
          onClick={() => withdraw.mutate(consentId, { onSuccess: () => setAsking(false) })}
        >
          {adminText(locale, 'adminPage.agree.withdraw_yes')}
        </button>
        <button type="button" className="portal-link" onClick={() => setAsking(false)}>
          {adminText(locale, 'adminPage.agree.withdraw_no')}
        </button>
      </div>
      <ProblemNote error={withdraw.error} />
    </div>
  );
}
