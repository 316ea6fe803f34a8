/** Accounts of a licence that are not in Daiban: typed line by line, since they take places too. */
import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { Subject } from '@daiban/contracts';
import { ACCOUNT_TYPES, type AccountType } from '@daiban/domain/enumerations';
import { useState } from 'react';
import { PlainDialog } from '../../../components/plain-dialog.js';
import { useLocale } from '../../../lib/locale.js';
import { useUpdateSubject } from '../api/update-subject.js';

interface Line {
  accountType: AccountType;
  state: string;
  since: string | null;
  note: string;
}

const NEW_LINE: Line = { accountType: 'subscription', state: '', since: null, note: '' };

export function ElsewhereDialog({ subject, onClose }: { subject: Subject; onClose: () => void }) {
  const { t } = useLocale();
  const update = useUpdateSubject(subject.id);
  const [lines, setLines] = useState<readonly Line[]>(
    subject.accountsElsewhere.map((account) => ({ ...account, note: account.note ?? '' })),
  );
  const change = (index: number, changed: Partial<Line>): void =>
    setLines(lines.map((line, at) => (at === index ? { ...line, ...changed } : line)));
  return (
    <PlainDialog
      title={t('capacity.subject.elsewhere_title')}
      action={t('records.save')}
      ready={lines.every(({ state }) => state.trim() !== '')}
      pending={update.isPending}
      error={update.error}
      onSubmit={() =>
        update.mutate(
          {
            expectedVersion: subject.version,
            accountsElsewhere: lines.map(({ accountType, state, since, note }) => ({
              accountType,
              state: state.trim(),
              since,
              note: note.trim() || null,
            })),
          },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
    >
      <p className="quiet">{t('capacity.subject.elsewhere_help')}</p>
      {lines.map((line, index) => (
        <fieldset key={index} className="fieldset">
          <legend>{t('capacity.subject.elsewhere_line', { number: index + 1 })}</legend>
          <NativeSelect
            label={t('capacity.subject.elsewhere_type')}
            value={line.accountType}
            onChange={(event) => {
              const accountType = ACCOUNT_TYPES.find((type) => type === event.currentTarget.value);
              if (accountType) change(index, { accountType });
            }}
            data={ACCOUNT_TYPES.map((type) => ({ value: type, label: t(`states.account_type_short.${type}`) }))}
          />
          <TextInput
            label={t('capacity.subject.elsewhere_state')}
            description={t('capacity.subject.elsewhere_state_help')}
            required
            maxLength={60}
            value={line.state}
            onChange={(event) => change(index, { state: event.currentTarget.value })}
          />
          <TextInput
            label={t('capacity.subject.elsewhere_note')}
            maxLength={500}
            value={line.note}
            onChange={(event) => change(index, { note: event.currentTarget.value })}
          />
          <Button variant="subtle" size="compact-sm" onClick={() => setLines(lines.filter((_, at) => at !== index))}>
            {t('capacity.subject.elsewhere_remove', { number: index + 1 })}
          </Button>
        </fieldset>
      ))}
      <div>
        <Button variant="default" onClick={() => setLines([...lines, NEW_LINE])}>
          {t('capacity.subject.elsewhere_more')}
        </Button>
      </div>
    </PlainDialog>
  );
}
