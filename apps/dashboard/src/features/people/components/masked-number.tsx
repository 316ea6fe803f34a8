/** A number that is never whole on a screen, but for a minute, to whoever says why and types their password. */
import { Button, PasswordInput, Textarea } from '@mantine/core';
import { DEMO_PASSWORD, REASON_LENGTH, type NumberKind } from '@daiban/contracts';
import { useEffect, useState } from 'react';
import { PlainDialog } from '../../../components/plain-dialog.js';
import { useLocale } from '../../../lib/locale.js';
import { useMay, useSession } from '../../../lib/session.js';
import { useRevealNumber } from '../api/reveal-number.js';

/** Seconds for which a number stays in clear. */
const SHOWN_SECONDS = 60;

export interface MaskedNumberProps {
  personId: string;
  what: NumberKind;
  /** null: there is no number. */
  masked: string | null;
  /** Said when there is none. */
  none: string;
}

export function MaskedNumber({ personId, what, masked, none }: MaskedNumberProps) {
  const { t } = useLocale();
  const mayReveal = useMay('people.reveal');
  const isMember = useSession().actor.kind === 'member';
  const [asking, setAsking] = useState(false);
  const [number, setNumber] = useState<string | null>(null);
  if (masked === null) return <>{none}</>;
  const title = t(what === 'id_number' ? 'numbers.reveal_id' : 'numbers.reveal_phone');
  return (
    <span className="masked-number">
      {number === null ? masked : <ShownNumber number={number} onOver={() => setNumber(null)} />}
      {number === null && mayReveal && isMember ? (
        <Button size="compact-xs" variant="subtle" onClick={() => setAsking(true)} aria-label={title}>
          {t('numbers.reveal')}
        </Button>
      ) : null}
      {asking ? (
        <RevealDialog
          personId={personId}
          what={what}
          title={title}
          onShown={(shown) => {
            setNumber(shown);
            setAsking(false);
          }}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </span>
  );
}

/** Goes after its time, and at once when the screen is left or put away. */
function ShownNumber({ number, onOver }: { number: string; onOver: () => void }) {
  const { t } = useLocale();
  const [left, setLeft] = useState(SHOWN_SECONDS);
  useEffect(() => {
    const over = Date.now() + SHOWN_SECONDS * 1000;
    // Counted against the clock: a sleeping computer's timers sleep too.
    const timer = setInterval(() => setLeft(Math.max(0, Math.ceil((over - Date.now()) / 1000))), 250);
    const hide = (): void => {
      if (document.hidden) setLeft(0);
    };
    document.addEventListener('visibilitychange', hide);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', hide);
    };
  }, []);
  useEffect(() => {
    if (left === 0) onOver();
  }, [left, onOver]);
  return (
    <>
      <b className="num">{number}</b> <small className="quiet">{t('numbers.hides_in', { count: left })}</small>{' '}
      <Button size="compact-xs" variant="subtle" onClick={onOver}>
        {t('numbers.hide')}
      </Button>
    </>
  );
}

interface RevealDialogProps {
  personId: string;
  what: NumberKind;
  title: string;
  onShown: (number: string) => void;
  onClose: () => void;
}

function RevealDialog({ personId, what, title, onShown, onClose }: RevealDialogProps) {
  const { t } = useLocale();
  const { demo } = useSession();
  const reveal = useRevealNumber(personId);
  const [reason, setReason] = useState('');
  const [password, setPassword] = useState('');
  return (
    <PlainDialog
      title={title}
      action={t('numbers.show')}
      ready={reason.trim().length >= REASON_LENGTH && password !== ''}
      pending={reveal.isPending}
      error={reveal.error}
      onSubmit={() => reveal.mutate({ what, reason, password }, { onSuccess: ({ number }) => onShown(number) })}
      onClose={onClose}
    >
      <Textarea
        label={t('numbers.reason')}
        description={t('numbers.reason_help', { length: REASON_LENGTH })}
        required
        data-autofocus
        rows={2}
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <PasswordInput
        label={t('numbers.password')}
        description={demo ? t('numbers.demo_password', { password: DEMO_PASSWORD }) : undefined}
        required
        autoComplete="current-password"
        maxLength={128}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
    </PlainDialog>
  );
}
