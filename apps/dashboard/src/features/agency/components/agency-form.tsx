/** The agency's names, addresses and colour; nothing typed is lost when somebody else changed it meanwhile. */
import { Button, TextInput } from '@mantine/core';
import type { AgencySettings } from '@daiban/contracts';
import { useState } from 'react';
import { ConflictNote } from '../../../components/conflict-note.js';
import { ProblemNote } from '../../../components/problem-note.js';
import { RecordForm } from '../../../components/record-form.js';
import { describeProblem } from '../../../lib/describe-problem.js';
import { sortFieldProblems } from '../../../lib/field-problems.js';
import { useLocale } from '../../../lib/locale.js';
import type { TextKey } from '../../../lib/texts.js';
import { useUpdateAgency } from '../api/agency-settings.js';
import { AGENCY_FIELDS, changesOf, draftOf, type AgencyField } from '../agency-draft.js';
import { ColourField } from './colour-field.js';

/** Label and help of each field but the colour, which has a field of its own. */
const WORDS: Record<Exclude<AgencyField, 'brandColour'>, { label: TextKey; help?: TextKey; max: number }> = {
  name: { label: 'settings.name', max: 120 },
  nameZh: { label: 'settings.name_zh', help: 'settings.name_zh_help', max: 120 },
  legalName: { label: 'settings.legal_name', help: 'settings.legal_name_help', max: 200 },
  address: { label: 'settings.address', max: 300 },
  contactEmail: { label: 'settings.email', max: 254 },
  website: { label: 'settings.website', help: 'settings.website_help', max: 200 },
  slug: { label: 'settings.slug', help: 'settings.slug_help', max: 40 },
};

const CODES = Object.fromEntries(
  AGENCY_FIELDS.map((field) => [field, field === 'slug' ? ['agency.slug'] : []]),
) as unknown as Record<AgencyField, readonly string[]>;

export interface AgencyFormProps {
  agency: AgencySettings;
  mayManage: boolean;
}

export function AgencyForm({ agency, mayManage }: AgencyFormProps) {
  const { t } = useLocale();
  const update = useUpdateAgency();
  const [draft, setDraft] = useState(() => draftOf(agency));
  // As it was read with the values in the form; `agency` moves on when somebody else writes.
  const [read, setRead] = useState(agency);
  const problem = update.error ? describeProblem(update.error, t) : null;
  const { messages, hasMore } = sortFieldProblems(problem, CODES);
  const mine = changesOf(draft, read);
  const isChanged = Object.keys(mine).length > 0;
  const takeStored = (stored: AgencySettings): void => {
    setRead(stored);
    setDraft(draftOf(stored));
    update.reset();
  };
  const send = (expectedVersion: number): void => {
    if (!isChanged) return;
    update.mutate(
      { expectedVersion, ...mine },
      {
        onSuccess: (stored) => {
          setRead(stored);
          setDraft(draftOf(stored));
        },
      },
    );
  };
  const change = (field: AgencyField) => (value: string) => setDraft((old) => ({ ...old, [field]: value }));
  const labelOf = (field: AgencyField): string => t(field === 'brandColour' ? 'settings.colour' : WORDS[field].label);
  return (
    <section className="card" aria-labelledby="settings-shows">
      <header>
        <h2 id="settings-shows">{t('settings.shows')}</h2>
      </header>
      <RecordForm className="card-body" pending={update.isPending} onSubmit={() => send(read.version)}>
        <p className="quiet">{t('settings.shows_help')}</p>
        <div className="settings-fields">
          {AGENCY_FIELDS.map((field) =>
            field === 'brandColour' ? null : (
              <TextInput
                key={field}
                label={t(WORDS[field].label)}
                description={WORDS[field].help && t(WORDS[field].help)}
                required={field === 'name'}
                maxLength={WORDS[field].max}
                readOnly={!mayManage}
                error={messages[field]}
                value={draft[field]}
                lang={field === 'nameZh' ? 'zh-Hans' : undefined}
                onChange={(event) => change(field)(event.currentTarget.value)}
              />
            ),
          )}
        </div>
        <p className="quiet">
          {agency.advisorUrl ? (
            <>
              {t('settings.advisor_address')} <a href={agency.advisorUrl}>{agency.advisorUrl}</a>
            </>
          ) : (
            t('settings.no_advisor')
          )}
        </p>
        <ColourField
          value={draft.brandColour}
          name={draft.name}
          nameZh={draft.nameZh}
          error={messages.brandColour}
          readOnly={!mayManage}
          onChange={change('brandColour')}
        />
        {problem?.kind === 'conflict' ? (
          <ConflictNote
            differences={AGENCY_FIELDS.filter((field) => field in mine && (agency[field] ?? '') !== draft[field]).map(
              (field) => ({ label: labelOf(field), stored: agency[field] ?? '–', typed: draft[field] || '–' }),
            )}
            onTakeStored={() => takeStored(agency)}
            onKeepTyped={() => send(agency.version)}
            pending={update.isPending}
          />
        ) : hasMore || (problem && problem.kind !== 'refused') ? (
          <ProblemNote error={update.error} fieldsElsewhere />
        ) : null}
        {mayManage ? (
          <div className="form-foot">
            <span className="quiet" role="status">
              {update.isSuccess && !isChanged ? t('settings.saved') : null}
            </span>
            <Button type="submit" loading={update.isPending} disabled={!isChanged || problem?.kind === 'conflict'}>
              {t('records.save')}
            </Button>
          </div>
        ) : null}
      </RecordForm>
    </section>
  );
}
