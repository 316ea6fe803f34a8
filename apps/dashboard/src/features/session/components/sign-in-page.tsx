/** The door for agency staff: email and password; in a demo also one click for each of its four members. */
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { BrandMark } from '@daiban/ui';
import type { Role } from '@daiban/domain/enumerations';
import { useRouter, useSearch } from '@tanstack/react-router';
import { useEffect, useState, type FormEvent } from 'react';
import { LanguageSwitch } from '../../../components/language-switch.js';
import { ProblemNote } from '../../../components/problem-note.js';
import { paths } from '../../../config/paths.js';
import { useLocale } from '../../../lib/locale.js';
import { useDemoSignIn } from '../api/demo-sign-in.js';
import { useSignIn } from '../api/sign-in.js';

/** The demo agency's members, as the demo makes them. */
const DEMO_MEMBERS: readonly { as: Role; name: string }[] = [
  { as: 'owner', name: 'Wei' },
  { as: 'manager', name: 'Jun' },
  { as: 'specialist', name: 'Mei' },
  { as: 'viewer', name: 'Sofia' },
];

/** The API writes it into the page: before anybody is signed in there is nothing to ask. */
function isDemo(): boolean {
  return document.querySelector<HTMLMetaElement>('meta[name="daiban-demo"]')?.content === '1';
}

export function SignInPage() {
  const { t } = useLocale();
  const { next } = useSearch({ from: paths.signIn });
  const router = useRouter();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useSignIn();
  const demoSignIn = useDemoSignIn();
  const goOn = (): void => void router.history.push(next ?? paths.registrations);
  useEffect(() => {
    document.title = `${t('dashboard.sign_in.title')} · Daiban`;
  }, [t]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    demoSignIn.reset();
    signIn.mutate({ email: email.trim(), password }, { onSuccess: goOn });
  };
  const busy = signIn.isPending || demoSignIn.isPending;
  return (
    <main className="sign-in">
      <div className="sign-in-brand">
        <BrandMark size={28} />
        Daiban <small lang="zh-Hans">代办</small>
        <LanguageSwitch />
      </div>
      <section className="card sign-in-card">
        <h1>{t('dashboard.sign_in.title')}</h1>
        <form className="stack" onSubmit={submit}>
          <TextInput
            type="email"
            name="email"
            autoComplete="username"
            label={t('dashboard.sign_in.email')}
            required
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <PasswordInput
            name="password"
            autoComplete="current-password"
            label={t('dashboard.sign_in.password')}
            required
            value={password}
            visibilityToggleButtonProps={{ 'aria-label': t('dashboard.sign_in.show_password') }}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <ProblemNote error={signIn.error ?? demoSignIn.error} plain />
          <Button type="submit" loading={signIn.isPending} disabled={busy}>
            {t('dashboard.sign_in.action')}
          </Button>
        </form>
        <p className="quiet">{t('dashboard.sign_in.forgotten')}</p>
      </section>
      {isDemo() ? (
        <section className="sign-in-demo" aria-labelledby="sign-in-demo">
          <h2 id="sign-in-demo">{t('dashboard.sign_in.demo')}</h2>
          <div className="sign-in-members">
            {DEMO_MEMBERS.map(({ as, name }) => (
              <Button
                key={as}
                variant="default"
                disabled={busy}
                loading={demoSignIn.isPending && demoSignIn.variables === as}
                onClick={() => {
                  signIn.reset();
                  demoSignIn.mutate(as, { onSuccess: goOn });
                }}
              >
                {t('dashboard.sign_in.as', { name, role: t(`states.role.${as}`) })}
              </Button>
            ))}
          </div>
        </section>
      ) : null}
    </main>
  );
}
