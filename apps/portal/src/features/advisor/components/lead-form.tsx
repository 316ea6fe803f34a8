/** Leaves one's address with the agency, with the question that was asked. */
import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { ProblemError, type AdviceQuestion, type PublicAgency } from '@daiban/contracts';
import { paths } from '../../../config/paths.js';
import { useLocale } from '../../../lib/locale.js';
import { nameFor } from '../../../lib/portal-frame.js';
import { publicText } from '../../../lib/public-texts.js';
import { useLeaveLead } from '../api/public-agency.js';

export interface LeadFormProps {
  slug: string;
  agency: PublicAgency;
  /** What was asked; null: nothing yet. */
  question: AdviceQuestion | null;
}

const NOBODY = { name: '', email: '', company: '', message: '', homepage: '' };
type Field = keyof typeof NOBODY;

export function LeadForm({ slug, agency, question }: LeadFormProps) {
  const { locale } = useLocale();
  const [fields, setFields] = useState(NOBODY);
  const [agreed, setAgreed] = useState(false);
  const leave = useLeaveLead(slug);
  const [id, heading, problem] = [useId(), useId(), useId()];
  const thanks = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (leave.isSuccess) thanks.current?.focus();
  }, [leave.isSuccess]);
  const named = nameFor(agency, locale);
  if (leave.isSuccess) {
    return (
      <section className="portal-card" role="status">
        <h2 ref={thanks} tabIndex={-1}>
          {publicText(locale, 'publicPages.lead.sent.title')}
        </h2>
        <p>{publicText(locale, 'publicPages.lead.sent.text', { agency: named, email: fields.email.trim() })}</p>
      </section>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { name, email, company, message, homepage } = fields;
    leave.mutate({
      name: name.trim(),
      email: email.trim(),
      company: company.trim() || null,
      message: message.trim() || null,
      question,
      agreedTo: agency.privacyVersion,
      formToken: agency.formToken,
      homepage,
    });
  };
  const field = (name: Field) => ({
    id: `${id}-${name}`,
    value: fields[name],
    onChange: (event: { target: { value: string } }) => setFields({ ...fields, [name]: event.target.value }),
  });
  const label = (name: Field): ReactNode => (
    <label htmlFor={`${id}-${name}`}>{publicText(locale, `publicPages.lead.${name}`)}</label>
  );
  return (
    <section className="portal-card" aria-labelledby={heading}>
      <h2 id={heading}>{publicText(locale, 'publicPages.lead.heading', { agency: named })}</h2>
      <p>{publicText(locale, question ? 'publicPages.lead.explain' : 'publicPages.lead.explain_plain')}</p>
      <form className="portal-form" onSubmit={submit} aria-describedby={leave.error ? problem : undefined}>
        {label('name')}
        <input {...field('name')} required maxLength={120} autoComplete="name" />
        {label('email')}
        <input {...field('email')} type="email" inputMode="email" required maxLength={254} autoComplete="email" />
        {label('company')}
        <input {...field('company')} maxLength={200} autoComplete="organization" />
        {label('message')}
        <textarea {...field('message')} rows={3} maxLength={2000} />
        <div className="visually-hidden" aria-hidden="true">
          {label('homepage')}
          <input {...field('homepage')} tabIndex={-1} autoComplete="off" />
        </div>
        <label className="portal-tick">
          <input type="checkbox" required checked={agreed} onChange={(event) => setAgreed(event.target.checked)} />
          <span>
            {publicText(locale, 'publicPages.lead.agree', { agency: named })}{' '}
            <a className="portal-link" href={`${paths.privacy}?a=${slug}`} target="_blank" rel="noopener">
              {publicText(locale, 'publicPages.lead.agree_link')}
            </a>
          </span>
        </label>
        {leave.error ? (
          <p id={problem} className="portal-problem" role="alert">
            {leave.error instanceof ProblemError
              ? (leave.error.problem.invalid?.[0]?.message ?? leave.error.problem.detail)
              : publicText(locale, 'publicPages.lead.failed')}
          </p>
        ) : null}
        <button type="submit" className="portal-button" disabled={leave.isPending}>
          {publicText(locale, leave.isPending ? 'publicPages.lead.sending' : 'publicPages.lead.send')}
        </button>
      </form>
    </section>
  );
}
