/** Offers up to ten times for the scan, typed in Beijing time and shown on the other clocks while they are typed. */
import { ActionIcon, Button, TextInput } from '@mantine/core';
import type { AppointmentBook, Refusal } from '@daiban/contracts';
import { addDays, shanghaiInstant } from '@daiban/domain/calendar';
import { FindingNotes } from '@daiban/ui';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { PlainDialog } from '../../../components/plain-dialog.js';
import { useFindingText } from '../../../lib/finding-text.js';
import { useLocale } from '../../../lib/locale.js';
import { useBusinessTime } from '../../../lib/session.js';
import { useOfferAppointments } from '../api/appointments.js';
import { AppointmentTime } from './appointment-time.js';

const MOST = 10;

export interface OfferDialogProps {
  registrationId: string;
  admin: NonNullable<AppointmentBook['admin']>;
  onClose: () => void;
}

interface Row {
  key: number;
  on: string;
  time: string;
}

export function OfferDialog({ registrationId, admin, onClose }: OfferDialogProps) {
  const { t } = useLocale();
  const { today } = useBusinessTime();
  const offer = useOfferAppointments(registrationId);
  const [rows, setRows] = useState<readonly Row[]>(() => suggestions(today));
  const [warnings, setWarnings] = useState<readonly Refusal[]>([]);
  const { name } = admin;
  const times = rows.map(instantOf);
  const ready = times.every((at) => at !== null) && new Set(times).size === times.length;
  const change = (key: number, fields: Partial<Row>): void =>
    setRows((before) => before.map((row) => (row.key === key ? { ...row, ...fields } : row)));
  if (warnings.length > 0) return <Warned warnings={warnings} onClose={onClose} />;
  return (
    <PlainDialog
      title={t('appointments.offer.title')}
      action={t('appointments.offer.do', { count: rows.length })}
      ready={ready}
      pending={offer.isPending}
      error={offer.error}
      onSubmit={() =>
        offer.mutate(
          times.filter((at) => at !== null),
          { onSuccess: (answer) => (answer.warnings.length > 0 ? setWarnings(answer.warnings) : onClose()) },
        )
      }
      onClose={onClose}
    >
      <p className="quiet">
        {t('appointments.offer.explain', { name })} {admin.hasEmail ? t('appointments.offer.mail', { name }) : null}
      </p>
      {rows.map((row, index) => {
        const at = instantOf(row);
        return (
          <div key={row.key}>
            <div className="row-end">
              <TextInput
                type="date"
                className="grow"
                label={t('appointments.offer.day')}
                min={today}
                value={row.on}
                onChange={(event) => change(row.key, { on: event.currentTarget.value })}
              />
              <TextInput
                type="time"
                label={t('appointments.offer.time')}
                value={row.time}
                onChange={(event) => change(row.key, { time: event.currentTarget.value })}
              />
              <ActionIcon
                variant="subtle"
                size={36}
                disabled={rows.length === 1}
                aria-label={t('appointments.offer.remove', { number: index + 1 })}
                onClick={() => setRows((before) => before.filter(({ key }) => key !== row.key))}
              >
                <IconX size={16} aria-hidden="true" />
              </ActionIcon>
            </div>
            {at ? (
              <p className="quiet appointment-clocks">
                <AppointmentTime at={at} admin={admin} />
              </p>
            ) : null}
          </div>
        );
      })}
      {rows.length < MOST ? (
        <div>
          <Button
            variant="default"
            size="xs"
            onClick={() =>
              setRows((before) => [
                ...before,
                { key: Math.max(...before.map(({ key }) => key)) + 1, on: '', time: '10:00' },
              ])
            }
          >
            {t('appointments.offer.more')}
          </Button>
        </div>
      ) : null}
    </PlainDialog>
  );
}

/** They are offered all the same; what is unusual about them is said once. */
function Warned({ warnings, onClose }: { warnings: readonly Refusal[]; onClose: () => void }) {
  const { t } = useLocale();
  const findingText = useFindingText();
  return (
    <PlainDialog title={t('appointments.offer.title')} onClose={onClose}>
      <p>{t('appointments.offer.warned')}</p>
      <FindingNotes findings={warnings.map(findingText)} />
    </PlainDialog>
  );
}

/** Null while a field is empty or no day. */
function instantOf({ on, time }: Row): string | null {
  try {
    return shanghaiInstant(on, time);
  } catch {
    return null;
  }
}

/** Morning and afternoon of the next two days from Monday to Friday: something to start from. */
function suggestions(today: string): Row[] {
  const isWeekday = (on: string) => ![0, 6].includes(new Date(`${on}T00:00:00Z`).getUTCDay());
  const days = [1, 2, 3, 4].map((ahead) => addDays(today, ahead)).filter(isWeekday);
  return days
    .slice(0, 2)
    .flatMap((on) => ['10:00', '15:00'].map((time) => ({ on, time })))
    .map((row, key) => ({ key, ...row }));
}
