/** The list before the scan. What concerns their WeChat is told to the agency; what only has to lie at hand is a reminder for themselves. */
import { useState } from 'react';
import type { AdminPage } from '@daiban/contracts';
import type { AdminReader } from '../admin-reader.js';
import { useTellWechat } from '../api/act-on-admin-page.js';
import { adminText } from '../texts.js';
import { ProblemNote } from './problem-note.js';

export function ChecksCard({ reader: { locale, page } }: { reader: AdminReader }) {
  const tell = useTellWechat();
  const { checks } = page;
  // What was just ticked, until the page that is read again says the same, or the agency could not be told.
  const [ticked, setTicked] = useState<AdminPage['checks'] | null>(null);
  const told = ticked ?? checks;
  const send = (next: AdminPage['checks']) => {
    setTicked(next);
    tell.mutate(next, { onSettled: () => setTicked(null) });
  };
  return (
    <section className="portal-card" aria-labelledby="checks">
      <h2 id="checks">{adminText(locale, 'adminPage.checks.title')}</h2>
      <Check
        words={adminText(locale, 'adminPage.checks.phone')}
        checked={told.wechatHasPhone}
        disabled={tell.isPending}
        onCheck={(wechatHasPhone) => send({ ...told, wechatHasPhone })}
      />
      <Check
        words={adminText(locale, 'adminPage.checks.card')}
        checked={told.wechatHasOwnCard}
        disabled={tell.isPending}
        onCheck={(wechatHasOwnCard) => send({ ...told, wechatHasOwnCard })}
      />
      <OwnCheck words={adminText(locale, 'adminPage.checks.screen')} />
      <OwnCheck words={adminText(locale, 'adminPage.checks.id')} />
      <ProblemNote error={tell.error} />
      <p className="portal-note">{adminText(locale, 'adminPage.checks.how')}</p>
      <p className="portal-note">
        {tell.isSuccess ? adminText(locale, 'adminPage.checks.saved') : adminText(locale, 'adminPage.checks.local')}
      </p>
    </section>
  );
}

interface CheckProps {
  words: string;
  checked: boolean;
  disabled?: boolean;
  onCheck(on: boolean): void;
}

function Check({ words, checked, disabled, onCheck }: CheckProps) {
  return (
    <label className="admin-box">
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onCheck(event.target.checked)}
      />
      <span>{words}</span>
    </label>
  );
}

function OwnCheck({ words }: { words: string }) {
  const [checked, setChecked] = useState(false);
  return <Check words={words} checked={checked} onCheck={setChecked} />;
}
