/** Reserves an address for a case: one address opens one WeChat product, so a taken one is refused with by whom. */
import { NativeSelect, TextInput } from '@mantine/core';
import { checkEmail } from '@daiban/domain/identity';
import { useState } from 'react';
import { IdentifierNote } from '../../../components/identifier-note.js';
import { PlainDialog } from '../../../components/plain-dialog.js';
import { useLocale } from '../../../lib/locale.js';
import { useReserveEmail } from '../api/reserve-email.js';
import type { CaseDialogProps } from './case-dialogs.js';

export function EmailDialog({ registration, onClose }: CaseDialogProps) {
  const { t } = useLocale();
  const reserve = useReserveEmail(registration.id);
  const [email, setEmail] = useState('');
  const [left, setLeft] = useState(false);
  const check = email.trim() ? checkEmail(email) : null;
  const [holder, setHolder] = useState<'agency' | 'client'>('agency');
  return (
    <PlainDialog
      title={t('dashboard.next.reserve_email')}
      action={t('dashboard.email.reserve')}
      ready={email.trim().length > 2}
      pending={reserve.isPending}
      error={reserve.error}
      onSubmit={() => reserve.mutate({ email: email.trim(), holder }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p className="quiet">{t('dashboard.email.explain')}</p>
      <div>
        <TextInput
          type="email"
          label={t('dashboard.email.address')}
          required
          data-autofocus
          autoComplete="off"
          value={email}
          onBlur={() => setLeft(true)}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <IdentifierNote
          check={check}
          isDone={left}
          fine={
            check?.normalised && check.normalised !== email.trim()
              ? t('checks.stored_as', { value: check.normalised })
              : undefined
          }
          onTake={setEmail}
        />
      </div>
      <NativeSelect
        label={t('dashboard.email.whose')}
        value={holder}
        onChange={(event) => setHolder(event.currentTarget.value === 'client' ? 'client' : 'agency')}
        data={[
          { value: 'agency', label: t('states.holder.agency') },
          { value: 'client', label: t('states.holder.client') },
        ]}
      />
    </PlainDialog>
  );
}
