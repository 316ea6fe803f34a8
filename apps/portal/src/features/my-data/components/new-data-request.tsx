/** The form that asks: what for, and which data. */
import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import { ProblemError } from '@daiban/contracts';
import { DATA_REQUEST_KINDS, type DataRequestKind } from '@daiban/domain/enumerations';
import { formatDate } from '@daiban/i18n';
import { useLocale } from '../../../lib/locale.js';
import { publicText } from '../../../lib/public-texts.js';
import { useCreateDataRequest } from '../api/data-requests.js';
import './my-data.css';

export function NewDataRequest() {
  const { locale } = useLocale();
  const [kind, setKind] = useState<DataRequestKind>('correction');
  const [message, setMessage] = useState('');
  const create = useCreateDataRequest();
  const [field, help, problem, group] = [useId(), useId(), useId(), useId()];
  const sent = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (create.isSuccess) sent.current?.focus();
  }, [create.isSuccess]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ kind, message: message.trim() }, { onSuccess: () => setMessage('') });
  };
  return (
    <form className="portal-form" onSubmit={submit}>
      <fieldset className="data-kinds">
        <legend>{publicText(locale, 'publicPages.data.kind')}</legend>
        {DATA_REQUEST_KINDS.map((each) => (
          <label key={each}>
            <input type="radio" name={group} checked={each === kind} onChange={() => setKind(each)} />
            {publicText(locale, `publicPages.data.kind.${each}`)}
          </label>
        ))}
      </fieldset>
      <label htmlFor={field}>{publicText(locale, 'publicPages.data.message')}</label>
      <textarea
        id={field}
        rows={4}
        required
        maxLength={2000}
        value={message}
        onChange={(event) => setMessage(event.target.value)}
        aria-describedby={`${help} ${create.error ? problem : ''}`.trim()}
      />
      <p id={help} className="portal-note">
        {publicText(locale, 'publicPages.data.message_help')}
      </p>
      {create.error ? (
        <p id={problem} className="portal-problem" role="alert">
          {create.error instanceof ProblemError
            ? (create.error.problem.invalid?.[0]?.message ?? create.error.problem.detail)
            : publicText(locale, 'publicPages.data.failed')}
        </p>
      ) : null}
      <button type="submit" className="portal-button" disabled={create.isPending}>
        {publicText(locale, create.isPending ? 'publicPages.data.sending' : 'publicPages.data.send')}
      </button>
      {create.data ? (
        <p ref={sent} role="status" tabIndex={-1}>
          {publicText(locale, 'publicPages.data.sent', { date: formatDate(create.data.dueOn, locale) })}
        </p>
      ) : null}
    </form>
  );
}
