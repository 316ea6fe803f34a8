/** Records that a contact of the client agreed to what can never be changed afterwards, in its present form. */
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { PlainDialog } from '../../../components/plain-dialog.js';
import { useLocale } from '../../../lib/locale.js';
import { regionName } from '../../../lib/region-name.js';
import { SIGN_OFF_TEXT_VERSION } from '../../../lib/text-versions.js';
import { findText } from '../../../lib/texts.js';
import { clientQuery } from '../api/get-client.js';
import { useRecordSignOff } from '../api/record-sign-off.js';
import type { CaseDialogProps } from './case-dialogs.js';

export function SignOffDialog({ registration, onClose }: CaseDialogProps) {
  const { t, locale } = useLocale();
  const client = useQuery(clientQuery(registration.client.id));
  const record = useRecordSignOff(registration.id);
  const [chosen, setChosen] = useState('');
  const contacts = client.data?.contacts ?? [];
  const contactId = chosen || contacts[0]?.id || '';
  const choices = registration.irreversibleChoices;
  return (
    <PlainDialog
      title={t('dashboard.next.sign_off')}
      action={t('dashboard.sign_off.record')}
      ready={contactId !== ''}
      pending={record.isPending}
      error={record.error ?? client.error}
      onSubmit={() => record.mutate({ contactId, textVersion: SIGN_OFF_TEXT_VERSION, choices }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p className="quiet">{t('dashboard.sign_off.explain')}</p>
      <dl className="facts">
        {choices.map(({ choice, value }) => (
          <div key={choice} className="facts-row">
            <dt>{findText(locale, `dashboard.choice.${choice}`) ?? choice}</dt>
            <dd>{choice === 'countryCode' && value ? regionName(value, locale) : choiceValue(value)}</dd>
          </div>
        ))}
      </dl>
      {client.isSuccess && contacts.length === 0 ? (
        <p className="turn">{t('dashboard.sign_off.no_contact')}</p>
      ) : (
        <NativeSelect
          label={t('dashboard.sign_off.contact')}
          value={contactId}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={contacts.map(({ id, name, email }) => ({ value: id, label: `${name} · ${email}` }))}
        />
      )}
      <blockquote className="agreed">
        {t('dashboard.sign_off.text')}
        <cite>{t('dashboard.text_version', { version: SIGN_OFF_TEXT_VERSION })}</cite>
      </blockquote>
    </PlainDialog>
  );

  /** A choice that is a word of ours in the reader's language, else as it stands. */
  function choiceValue(value: string | null): string {
    if (value === null) return t('dashboard.facts.none');
    const word = ['account_type', 'route', 'subject_type', 'subject_class', 'licence_of']
      .map((namespace) => findText(locale, `states.${namespace}.${value}`))
      .find((text) => text !== null);
    return word ?? value;
  }
}
