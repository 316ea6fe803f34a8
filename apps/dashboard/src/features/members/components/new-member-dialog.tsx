/** Adds a colleague and shows their first password this once. */
import { NativeSelect, TextInput } from '@mantine/core';
import { LOCALES, type Locale, type Role } from '@daiban/domain/enumerations';
import { useState } from 'react';
import { CopyOnce } from '../../../components/copy-once.js';
import { PlainDialog } from '../../../components/plain-dialog.js';
import { useLocale } from '../../../lib/locale.js';
import { useCreateMember } from '../api/create-member.js';
import { RoleSelect } from './role-select.js';

const LANGUAGE_NAMES: Record<Locale, string> = { en: 'English', zh: '中文' };

export function NewMemberDialog({ onClose }: { onClose: () => void }) {
  const { t, locale } = useLocale();
  const create = useCreateMember();
  const [form, setForm] = useState<{ name: string; email: string; role: Role; locale: Locale }>({
    name: '',
    email: '',
    role: 'specialist',
    locale,
  });
  const set = (changes: Partial<typeof form>): void => setForm((old) => ({ ...old, ...changes }));
  if (create.data) {
    return (
      <PlainDialog title={t('records.team.added', { name: create.data.name })} onClose={onClose}>
        <p className="quiet">{t('records.team.first_password_help', { email: create.data.email })}</p>
        <CopyOnce label={t('records.team.first_password')} value={create.data.initialPassword} />
      </PlainDialog>
    );
  }
  return (
    <PlainDialog
      title={t('records.team.add')}
      action={t('records.team.add')}
      ready={form.name.trim() !== '' && form.email.trim() !== ''}
      pending={create.isPending}
      error={create.error}
      onSubmit={() => create.mutate({ ...form, name: form.name.trim(), email: form.email.trim() })}
      onClose={onClose}
    >
      <TextInput
        label={t('records.team.name')}
        required
        maxLength={120}
        autoComplete="off"
        value={form.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <TextInput
        type="email"
        label={t('records.team.email')}
        description={t('records.team.email_help')}
        required
        maxLength={254}
        autoComplete="off"
        value={form.email}
        onChange={(event) => set({ email: event.currentTarget.value })}
      />
      <RoleSelect value={form.role} onChange={(role) => set({ role })} />
      <NativeSelect
        label={t('records.team.locale')}
        value={form.locale}
        onChange={(event) => set({ locale: LOCALES.find((each) => each === event.currentTarget.value) ?? 'en' })}
        data={LOCALES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
      />
    </PlainDialog>
  );
}
