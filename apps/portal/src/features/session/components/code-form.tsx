/** The way in without a link: an address first, then the code that was mailed to it. Says the same whether we know the address or not. */
import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import { ProblemError } from '@daiban/contracts';
import { useLocale } from '../../../lib/locale.js';
import { useRedeemPortalCode, useRequestPortalCode } from '../api/portal-codes.js';
import { waysInText } from '../texts.js';

export interface CodeFormProps {
  /** Of a link that has ended; null: there is none. */
  token: string | null;
  /** Called once the visit is open. */
  onEntered(): void;
}

export function CodeForm({ token, onEntered }: CodeFormProps) {
  const [email, setEmail] = useState('');
  const request = useRequestPortalCode(token);
  const send = () => request.mutate(email.trim());
  return request.data ? (
    <CodeStep
      email={email.trim()}
      validMinutes={request.data.validMinutes}
      resend={send}
      sending={request.isPending}
      onOtherEmail={() => request.reset()}
      onEntered={onEntered}
    />
  ) : (
    <EmailStep email={email} onChange={setEmail} onSend={send} pending={request.isPending} error={request.error} />
  );
}

interface EmailStepProps {
  email: string;
  onChange(email: string): void;
  onSend(): void;
  pending: boolean;
  error: Error | null;
}

function EmailStep({ email, onChange, onSend, pending, error }: EmailStepProps) {
  const { locale } = useLocale();
  const field = useId();
  const problem = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSend();
  };
  return (
    <form className="portal-form" onSubmit={submit}>
      <label htmlFor={field}>{waysInText(locale, 'waysIn.code.email')}</label>
      <input
        id={field}
        type="email"
        inputMode="email"
        autoComplete="email"
        required
        maxLength={254}
        value={email}
        onChange={(event) => onChange(event.target.value)}
        aria-describedby={error ? problem : undefined}
      />
      {error ? <Problem id={problem} error={error} /> : null}
      <button type="submit" className="portal-button" disabled={pending}>
        {waysInText(locale, pending ? 'waysIn.code.sending' : 'waysIn.code.send')}
      </button>
    </form>
  );
}

interface CodeStepProps {
  email: string;
  validMinutes: number;
  resend(): void;
  sending: boolean;
  onOtherEmail(): void;
  onEntered(): void;
}

function CodeStep({ email, validMinutes, resend, sending, onOtherEmail, onEntered }: CodeStepProps) {
  const { locale } = useLocale();
  const [code, setCode] = useState('');
  const redeem = useRedeemPortalCode();
  const field = useId();
  const problem = useId();
  const input = useRef<HTMLInputElement>(null);
  // The button that was pressed is gone: who works with the keyboard goes on here.
  useEffect(() => input.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    redeem.mutate({ email, code }, { onSuccess: onEntered });
  };
  const askAgain = () => {
    setCode('');
    redeem.reset();
    resend();
  };
  return (
    <form className="portal-form" onSubmit={submit}>
      <div role="status">
        <p>{waysInText(locale, 'waysIn.code.sent', { email })}</p>
        <p>{waysInText(locale, 'waysIn.code.valid', { count: validMinutes })}</p>
      </div>
      <label htmlFor={field}>{waysInText(locale, 'waysIn.code.field')}</label>
      <input
        id={field}
        ref={input}
        className="portal-code"
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        maxLength={20}
        value={code}
        onChange={(event) => setCode(event.target.value)}
        aria-invalid={redeem.isError}
        aria-describedby={redeem.error ? problem : undefined}
      />
      {redeem.error ? <Problem id={problem} error={redeem.error} /> : null}
      <button type="submit" className="portal-button" disabled={redeem.isPending}>
        {waysInText(locale, redeem.isPending ? 'waysIn.code.opening' : 'waysIn.code.open')}
      </button>
      <details>
        <summary>{waysInText(locale, 'waysIn.code.no_mail')}</summary>
        <ul className="portal-items">
          <li>{waysInText(locale, 'waysIn.code.no_mail_spam')}</li>
          <li>{waysInText(locale, 'waysIn.code.no_mail_address')}</li>
          <li>{waysInText(locale, 'waysIn.code.no_mail_ask')}</li>
        </ul>
      </details>
      <div className="portal-form-more">
        <button type="button" className="portal-link" onClick={askAgain} disabled={sending}>
          {waysInText(locale, sending ? 'waysIn.code.sending' : 'waysIn.code.again')}
        </button>
        <button type="button" className="portal-link" onClick={onOtherEmail}>
          {waysInText(locale, 'waysIn.code.other_email')}
        </button>
      </div>
    </form>
  );
}

/** What the API says no to in its own words (too often, no address); a wrong code in ours, a lost connection too. */
function Problem({ id, error }: { id: string; error: Error }) {
  const { locale } = useLocale();
  const problem = error instanceof ProblemError ? error.problem : null;
  return (
    <p id={id} className="portal-problem" role="alert">
      {problem === null
        ? waysInText(locale, 'waysIn.code.failed')
        : problem.code === 'portal.code_unusable'
          ? waysInText(locale, 'waysIn.code.wrong')
          : (problem.invalid?.[0]?.message ?? problem.detail)}
    </p>
  );
}
