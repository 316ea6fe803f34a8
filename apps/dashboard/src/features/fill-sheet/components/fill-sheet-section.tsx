/** The sheet from which WeChat's form is filled: step by step in the form's order, a tick for each field typed; as it was once it is handed in. */
import type { FillSheet, FillSheetField } from '@daiban/contracts';
import { formatDateTime } from '@daiban/i18n';
import { IconLock } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { ProblemNote } from '../../../components/problem-note.js';
import { useLocale } from '../../../lib/locale.js';
import { useMay } from '../../../lib/session.js';
import { useTickField } from '../api/tick-field.js';
import { SheetFieldRow } from './sheet-field-row.js';
import './fill-sheet.css';

const BEIJING = 'Asia/Shanghai';

export interface FillSheetSectionProps {
  sheet: FillSheet;
  /** Name of a member by id. */
  nameOf: (memberId: string) => string | null;
  /** Stands where the form's own button stands: between the company's data and the account's name. */
  submission: ReactNode;
}

export function FillSheetSection({ sheet, nameOf, submission }: FillSheetSectionProps) {
  const { t, locale } = useLocale();
  const mayTick = useMay('registrations.write');
  const tick = useTickField(sheet.registrationId);
  const [copied, setCopied] = useState('');
  const { sealed, fields, progress } = sheet;
  const wasSubmitted = fields.some(({ step, tickable, missing }) => step !== 'name' && !tickable && missing === null);
  return (
    <section className="sheet" aria-labelledby="sheet">
      <header className="sheet-head">
        <h2 id="sheet">{t('preflight.sheet.title')}</h2>
        {sealed ? null : (
          <label className="sheet-progress">
            <span>{t('preflight.sheet.progress', progress)}</span>
            <progress value={progress.ticked} max={progress.total} aria-label={t('preflight.sheet.progress_label')} />
          </label>
        )}
      </header>
      {sealed ? (
        <div className="sheet-sealed">
          <p>
            <IconLock size={16} stroke={1.7} aria-hidden="true" />
            {t('preflight.sheet.sealed', { date: formatDateTime(sealed.at, BEIJING, locale) })}
          </p>
          <p className="quiet">{t('preflight.sheet.sealed_why', { version: sealed.rulebookVersion })}</p>
        </div>
      ) : (
        <p className="quiet">{t(wasSubmitted ? 'preflight.sheet.not_sealed' : 'preflight.sheet.intro')}</p>
      )}
      {sheet.formKnown ? null : <p className="turn sheet-note">{t('preflight.sheet.form_unknown')}</p>}
      <ProblemNote error={tick.error} />
      <p className="visually-hidden" role="status">
        {copied}
      </p>
      <ol className="sheet-steps">
        {[...new Set(fields.map(({ step }) => step))].map((step, index) => (
          <Step
            key={step}
            // Submitting is a step of its own, before the account gets its name.
            number={step === 'name' ? index + 2 : index + 1}
            title={t(`preflight.step.${step}`)}
            fields={fields.filter((field) => field.step === step)}
            before={step === 'name' ? submission : null}
          >
            {(field) => (
              <SheetFieldRow
                key={field.key}
                field={field}
                pending={tick.isPending && tick.variables.field === field.key ? tick.variables.ticked : null}
                sealed={sealed !== null}
                tickedBy={field.tick?.by ? nameOf(field.tick.by) : null}
                onTick={mayTick && field.tickable ? (ticked) => tick.mutate({ field: field.key, ticked }) : undefined}
                onCopied={(label) => setCopied(t('preflight.sheet.copied', { field: label }))}
              />
            )}
          </Step>
        ))}
      </ol>
    </section>
  );
}

interface StepProps {
  number: number;
  title: string;
  fields: readonly FillSheetField[];
  before: ReactNode;
  children: (field: FillSheetField) => ReactNode;
}

function Step({ number, title, fields, before, children }: StepProps) {
  const { t } = useLocale();
  return (
    <>
      {before ? <li className="sheet-submission">{before}</li> : null}
      {fields.length > 0 ? (
        <li className="sheet-step">
          <h3>
            <span className="sheet-number">{t('preflight.sheet.step', { number })}</span> {title}
          </h3>
          <ul>{fields.map(children)}</ul>
        </li>
      ) : null}
    </>
  );
}
