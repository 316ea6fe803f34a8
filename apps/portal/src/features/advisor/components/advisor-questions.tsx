/** The six questions for the client: plain controls, as WeChat's own browser has them. */
import { subjectTypesIn } from '@daiban/contracts';
import { ADVICE_GOALS, COUNTRY_CODES, TRADEMARK_RIGHTS } from '@daiban/domain/enumerations';
import { useId, useMemo, type ReactNode } from 'react';
import { useLocale } from '../../../lib/locale.js';
import { readDraft, type QuestionDraft } from '../question-draft.js';
import { advisorText, type AdvisorKey } from '../texts.js';

export interface AdvisorQuestionsProps {
  draft: QuestionDraft;
  onChange(draft: QuestionDraft): void;
}

interface Choice {
  value: string;
  label: string;
}

export function AdvisorQuestions({ draft, onChange }: AdvisorQuestionsProps) {
  const { locale } = useLocale();
  const countries = useCountries();
  const { type, hasLicence } = readDraft(draft);
  const set = (change: Partial<QuestionDraft>) => onChange({ ...draft, ...change });
  const t = (key: AdvisorKey) => advisorText(locale, key);
  const place = draft.countryCode;
  return (
    <form className="advisor-questions" onSubmit={(event) => event.preventDefault()}>
      <RadioQuestion
        title={t('advisor.q.goal')}
        value={draft.goal}
        onChoose={(value) => set({ goal: ADVICE_GOALS.find((goal) => goal === value) ?? null })}
        choices={ADVICE_GOALS.map((value) => ({ value, label: t(`advisor.goal.${value}`) }))}
      />
      <SelectQuestion
        title={t('advisor.q.place')}
        help={t('advisor.q.place_help')}
        value={place ?? ''}
        onChoose={(value) =>
          set({ countryCode: value || null, subjectType: null, hasMainlandLicence: null, hasMainlandOffice: false })
        }
        choices={[{ value: '', label: '—' }, ...countries]}
      >
        {place === null ? null : (
          <Select
            label={t('advisor.q.kind')}
            value={type ?? ''}
            onChoose={(value) =>
              set({
                subjectType: subjectTypesIn(place).find((each) => each === value) ?? null,
                hasMainlandLicence: null,
              })
            }
            choices={subjectTypesIn(place).map((value) => ({ value, label: t(`states.subject_type.${value}`) }))}
          />
        )}
        {place !== null && place !== 'CN' && type !== 'individual' ? (
          <label className="advisor-check">
            <input
              type="checkbox"
              checked={draft.hasMainlandOffice}
              onChange={(event) => set({ hasMainlandOffice: event.currentTarget.checked })}
            />
            {t('advisor.q.office')}
          </label>
        ) : null}
      </SelectQuestion>
      <YesNo
        title={t('advisor.q.own_licence')}
        words={[t('advisor.licence.none'), t('advisor.licence.there')]}
        value={hasLicence}
        onChoose={(hasMainlandLicence) => set({ hasMainlandLicence })}
      />
      <YesNo
        title={t('advisor.q.pay')}
        words={[t('advisor.pay.no'), t('advisor.pay.yes')]}
        value={draft.needsWechatPay}
        onChoose={(needsWechatPay) => set({ needsWechatPay })}
      />
      <SelectQuestion
        title={t('advisor.q.admin')}
        help={t('advisor.q.admin_help')}
        value={draft.adminNationality ?? ''}
        onChoose={(value) => set({ adminNationality: value || null })}
        choices={[{ value: '', label: t('advisor.admin.open') }, ...countries]}
      />
      <SelectQuestion
        title={t('advisor.q.trademark')}
        value={draft.trademark ?? ''}
        onChoose={(value) => set({ trademark: TRADEMARK_RIGHTS.find((right) => right === value) ?? null })}
        choices={[
          { value: '', label: t('advisor.not_said') },
          ...TRADEMARK_RIGHTS.map((value) => ({ value, label: t(`advisor.trademark.${value}`) })),
        ]}
      />
    </form>
  );
}

/** By their names in the reader's language, the mainland first. */
function useCountries(): Choice[] {
  const { locale } = useLocale();
  return useMemo(() => {
    const language = locale === 'zh' ? 'zh-CN' : 'en';
    const names = new Intl.DisplayNames([language], { type: 'region' });
    const { compare } = new Intl.Collator(language);
    const all = COUNTRY_CODES.map((value) => ({ value, label: names.of(value) ?? value })).sort((one, other) =>
      compare(one.label, other.label),
    );
    return [...all.filter(({ value }) => value === 'CN'), ...all.filter(({ value }) => value !== 'CN')];
  }, [locale]);
}

interface RadioQuestionProps {
  title: string;
  value: string | null;
  choices: readonly Choice[];
  onChoose(value: string): void;
}

function RadioQuestion({ title, value, choices, onChoose }: RadioQuestionProps) {
  const name = useId();
  return (
    <fieldset>
      <legend>{title}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className="advisor-check">
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChoose(choice.value)}
          />
          {choice.label}
        </label>
      ))}
    </fieldset>
  );
}

interface YesNoProps {
  title: string;
  /** No, then yes. */
  words: readonly [string, string];
  value: boolean;
  onChoose(value: boolean): void;
}

function YesNo({ title, words: [no, yes], value, onChoose }: YesNoProps) {
  return (
    <RadioQuestion
      title={title}
      value={value ? 'yes' : 'no'}
      onChoose={(chosen) => onChoose(chosen === 'yes')}
      choices={[
        { value: 'no', label: no },
        { value: 'yes', label: yes },
      ]}
    />
  );
}

interface SelectProps {
  label: string;
  value: string;
  choices: readonly Choice[];
  onChoose(value: string): void;
}

function SelectQuestion({
  title,
  help,
  children,
  ...select
}: Omit<SelectProps, 'label'> & { title: string; help?: string; children?: ReactNode }) {
  return (
    <fieldset>
      <legend>{title}</legend>
      {help ? <p className="portal-note">{help}</p> : null}
      <Select label={title} isHidden {...select} />
      {children}
    </fieldset>
  );
}

function Select({ label, value, choices, onChoose, isHidden = false }: SelectProps & { isHidden?: boolean }) {
  const id = useId();
  return (
    <>
      <label htmlFor={id} className={isHidden ? 'visually-hidden' : undefined}>
        {label}
      </label>
      <select id={id} value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </>
  );
}
