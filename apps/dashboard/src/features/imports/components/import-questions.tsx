/** What only a person can say about a sheet: which account type a word means, whether the day or the month comes first. */
import { NativeSelect } from '@mantine/core';
import type { ImportRun } from '@daiban/contracts';
import { ACCOUNT_TYPES, type AccountType } from '@daiban/domain/enumerations';
import { useLocale } from '../../../lib/locale.js';
import { SHEET_FIELDS, type DateOrder, type SheetChoices } from '../sheet-choices.js';

export interface ImportQuestionsProps {
  /** Questions still open, as the preview asks them. */
  questions: ImportRun['questions'];
  choices: Pick<SheetChoices, 'accountTypes' | 'dateOrder'>;
  disabled: boolean;
  onChange: (answers: Partial<Pick<SheetChoices, 'accountTypes' | 'dateOrder'>>) => void;
}

export function ImportQuestions({ questions, choices, disabled, onChange }: ImportQuestionsProps) {
  const { t } = useLocale();
  // An answered question is no longer asked: it stays here, to be taken back.
  const cells = [
    ...new Set([
      ...Object.keys(choices.accountTypes),
      ...questions.flatMap((question) => (question.kind === 'account_type' ? [question.cell] : [])),
    ]),
  ];
  const dateFields = questions.flatMap((question) => (question.kind === 'date_order' ? [question.field] : []));
  const asksOrder = dateFields.length > 0 || choices.dateOrder !== null;
  if (cells.length === 0 && !asksOrder) return null;
  const answer = (cell: string, type: AccountType | undefined): void => {
    const { [cell]: _, ...others } = choices.accountTypes;
    onChange({ accountTypes: type ? { ...others, [cell]: type } : others });
  };
  const fieldNames = dateFields
    .map((field) => SHEET_FIELDS.find((each) => each === field))
    .filter((field) => field !== undefined)
    .map((field) => t(`records.sheet_field.${field}`));
  return (
    <section className="import-questions" aria-labelledby="import-questions">
      <h2 id="import-questions">{t('records.import.questions')}</h2>
      {cells.map((cell) => (
        <NativeSelect
          key={cell}
          label={t('records.import.which_type', { cell })}
          description={t('records.import.which_type_help')}
          value={choices.accountTypes[cell] ?? ''}
          disabled={disabled}
          onChange={(event) =>
            answer(
              cell,
              ACCOUNT_TYPES.find((each) => each === event.currentTarget.value),
            )
          }
          data={[
            { value: '', label: t('records.import.not_answered') },
            ...ACCOUNT_TYPES.map((value) => ({ value, label: t(`states.account_type.${value}`) })),
          ]}
        />
      ))}
      {asksOrder ? (
        <NativeSelect
          label={
            fieldNames.length > 0
              ? t('records.import.which_order', { columns: fieldNames.join(t('records.list_comma')) })
              : t('records.import.order')
          }
          description={t('records.import.which_order_help')}
          value={choices.dateOrder ?? ''}
          disabled={disabled}
          onChange={(event) =>
            onChange({
              dateOrder:
                (['day_first', 'month_first'] as const).find((each: DateOrder) => each === event.currentTarget.value) ??
                null,
            })
          }
          data={[
            { value: '', label: t('records.import.not_answered') },
            { value: 'day_first', label: t('records.import.day_first') },
            { value: 'month_first', label: t('records.import.month_first') },
          ]}
        />
      ) : null}
    </section>
  );
}
