/** Whose number is this? For whoever has a number in hand; it is compared whole and kept nowhere. */
import { SegmentedControl, TextInput } from '@mantine/core';
import type { NumberKind } from '@daiban/contracts';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { PlainDialog } from '../../../components/plain-dialog.js';
import { paths } from '../../../config/paths.js';
import { useLocale } from '../../../lib/locale.js';
import { useFindByNumber } from '../api/find-by-number.js';

/** Fewest characters that are compared. */
const SHORTEST: Record<NumberKind, number> = { id_number: 5, phone: 3 };

export function FindByNumberDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLocale();
  const find = useFindByNumber();
  const [kind, setKind] = useState<NumberKind>('id_number');
  const [number, setNumber] = useState('');
  const typed = number.trim();
  const found = find.data?.items;
  const change = (next: () => void): void => {
    find.reset();
    next();
  };
  return (
    <PlainDialog
      title={t('numbers.find')}
      action={t('numbers.find_do')}
      ready={typed.length >= SHORTEST[kind]}
      pending={find.isPending}
      error={find.error}
      onSubmit={() => find.mutate(kind === 'phone' ? { phone: typed } : { idNumber: typed })}
      onClose={onClose}
    >
      <p className="quiet">{t('numbers.find_help')}</p>
      <SegmentedControl
        aria-label={t('numbers.find_kind')}
        value={kind}
        onChange={(value) => change(() => setKind(value))}
        data={[
          { value: 'id_number', label: t('numbers.find_id') },
          { value: 'phone', label: t('numbers.find_phone') },
        ]}
      />
      <TextInput
        label={t(kind === 'phone' ? 'numbers.find_phone' : 'numbers.find_id')}
        data-autofocus
        autoComplete="off"
        maxLength={40}
        value={number}
        onChange={(event) => {
          const { value } = event.currentTarget;
          change(() => setNumber(value));
        }}
      />
      <div role="status">
        {found?.length === 0 ? <p>{t('numbers.found_none')}</p> : null}
        {found && found.length > 0 ? (
          <>
            <p>{t('numbers.found', { count: found.length })}</p>
            <ul className="record-lines">
              {found.map(({ id, name, idNumberMasked, phoneMasked }) => (
                <li key={id}>
                  <div>
                    <Link
                      to={paths.person}
                      params={{ personId: id }}
                      lang={/\p{Script=Han}/u.test(name) ? 'zh-Hans' : undefined}
                    >
                      {name}
                    </Link>
                  </div>
                  <span className="num quiet">{kind === 'phone' ? phoneMasked : idNumberMasked}</span>
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </div>
    </PlainDialog>
  );
}
