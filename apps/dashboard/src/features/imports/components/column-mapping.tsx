/** Which column of the sheet is which of our fields: our guess, to be corrected; a field can be given once. */
import { NativeSelect } from '@mantine/core';
import type { ImportRun } from '@daiban/contracts';
import { useLocale } from '../../../lib/locale.js';
import { SHEET_FIELDS } from '../sheet-choices.js';

export interface ColumnMappingProps {
  columns: ImportRun['columns'];
  disabled: boolean;
  onChange: (mapping: (string | null)[]) => void;
}

export function ColumnMapping({ columns, disabled, onChange }: ColumnMappingProps) {
  const { t } = useLocale();
  const choose = (index: number, field: string | null): void =>
    onChange(
      columns.map((column, each) => {
        if (each === index) return field;
        // Moved, not doubled.
        return column.field === field ? null : column.field;
      }),
    );
  return (
    <div className="mapping">
      {columns.map(({ header, field }, index) => (
        <NativeSelect
          key={index}
          size="xs"
          label={header || t('records.import.column_number', { number: index + 1 })}
          value={field ?? ''}
          disabled={disabled}
          onChange={(event) => choose(index, event.currentTarget.value || null)}
          data={[
            { value: '', label: t('records.import.kept_as_note') },
            ...SHEET_FIELDS.map((value) => ({ value, label: t(`records.sheet_field.${value}`) })),
          ]}
        />
      ))}
    </div>
  );
}
