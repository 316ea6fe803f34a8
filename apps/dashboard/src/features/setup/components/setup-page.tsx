/** Sets up the first agency of an empty installation, with the one-time token that the start printed into the address. */
import { Button, NativeSelect, PasswordInput, TextInput } from '@mantine/core';
import { LOCALES, type Locale } from '@daiban/domain/enumerations';
import { BrandMark, PageFace } from '@daiban/ui';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { ButtonLink } from '../../../components/button-link.js';
import { LanguageSwitch } from '../../../components/language-switch.js';
import { ProblemNote } from '../../../components/problem-note.js';
import { RecordForm } from '../../../components/record-form.js';
import '../../../components/records.css';
import { paths } from '../../../config/paths.js';
import { describeProblem } from '../../../lib/describe-problem.js';
import { invalidMessages } from '../../../lib/invalid-messages.js';
import { useLocale } from '../../../lib/locale.js';
import { useSetUpInstallation } from '../api/set-up-installation.js';

const SHORTEST_PASSWORD = 12;
const LANGUAGE_NAMES: Record<Locale, string> = { en: 'English', zh: '中文' };

export function SetupPage() {
  const { t, locale } = useLocale();
  const navigate = useNavigate();
  const setUp = useSetUpInstallation();
  // A fragment never leaves the browser by itself; it stays in the address until it is used, so that a reload loses nothing.
  const [token] = useState(() => decodeURIComponent(location.hash.slice(1)));
  const [form, setForm] = useState({
    agency: '',
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    locale,
    name: '',
    email: '',
    password: '',
  });
  const zones = useMemo(
    () => [...new Set([form.timeZone, ...Intl.supportedValuesOf('timeZone')])].sort(),
    [form.timeZone],
  );
  const [tried, setTried] = useState(false);
  useEffect(() => {
    document.title = `${t('records.setup.title')} · Daiban`;
  }, [t]);
  const problem = setUp.error ? describeProblem(setUp.error, t) : null;
  const messages = invalidMessages(problem);
  const set = (changes: Partial<typeof form>): void => setForm((old) => ({ ...old, ...changes }));
  const isTooShort = form.password.length < SHORTEST_PASSWORD;
  const submit = (): void => {
    setTried(true);
    if (isTooShort) return;
    setUp.mutate(
      {
        token,
        agency: { name: form.agency.trim(), timeZone: form.timeZone, locale: form.locale },
        owner: { name: form.name.trim(), email: form.email.trim(), password: form.password },
      },
      { onSuccess: () => void navigate({ to: paths.registrations, replace: true }) },
    );
  };
  return (
    <main className="sign-in setup">
      <div className="sign-in-brand">
        <BrandMark size={28} />
        Daiban <small lang="zh-Hans">代办</small>
        <LanguageSwitch />
      </div>
      {token ? (
        <section className="card sign-in-card">
          <h1>{t('records.setup.title')}</h1>
          <p className="quiet">{t('records.setup.explain')}</p>
          <RecordForm className="stack" pending={setUp.isPending} onSubmit={submit}>
            <TextInput
              label={t('records.setup.agency')}
              description={t('records.setup.agency_help')}
              required
              maxLength={120}
              autoComplete="organization"
              value={form.agency}
              error={messages['agency.name']}
              onChange={(event) => set({ agency: event.currentTarget.value })}
            />
            <NativeSelect
              label={t('records.setup.zone')}
              description={t('records.setup.zone_help')}
              value={form.timeZone}
              error={messages['agency.timeZone']}
              onChange={(event) => set({ timeZone: event.currentTarget.value })}
              data={zones}
            />
            <NativeSelect
              label={t('records.setup.locale')}
              value={form.locale}
              onChange={(event) => set({ locale: LOCALES.find((each) => each === event.currentTarget.value) ?? 'en' })}
              data={LOCALES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
            />
            <TextInput
              label={t('records.setup.name')}
              required
              maxLength={120}
              autoComplete="name"
              value={form.name}
              error={messages['owner.name']}
              onChange={(event) => set({ name: event.currentTarget.value })}
            />
            <TextInput
              type="email"
              label={t('records.setup.email')}
              required
              maxLength={254}
              autoComplete="username"
              value={form.email}
              error={messages['owner.email']}
              onChange={(event) => set({ email: event.currentTarget.value })}
            />
            <PasswordInput
              label={t('records.setup.password')}
              description={t('records.setup.password_help', { length: SHORTEST_PASSWORD })}
              required
              maxLength={128}
              autoComplete="new-password"
              visibilityToggleButtonProps={{ 'aria-label': t('dashboard.sign_in.show_password') }}
              value={form.password}
              error={
                messages['owner.password'] ??
                (tried && isTooShort
                  ? t('records.setup.password_short', { length: SHORTEST_PASSWORD, typed: form.password.length })
                  : undefined)
              }
              onChange={(event) => set({ password: event.currentTarget.value })}
            />
            <ProblemNote error={setUp.error} />
            <Button type="submit" loading={setUp.isPending}>
              {t('records.setup.action')}
            </Button>
          </RecordForm>
        </section>
      ) : (
        <PageFace
          kind="no_permission"
          level={1}
          title={t('records.setup.no_token')}
          actions={
            <ButtonLink to={paths.signIn} variant="default">
              {t('dashboard.sign_in.title')}
            </ButtonLink>
          }
        >
          <p>{t('records.setup.no_token_help')}</p>
        </PageFace>
      )}
    </main>
  );
}
