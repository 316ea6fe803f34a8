/** The opened user menu: who is signed in, in which role; language, light or dark, and signing out. Loaded when it is first opened. */
import { Menu, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { IconCheck, IconLanguage, IconLogout, IconMoon, IconSun, IconSunMoon } from '@tabler/icons-react';
import { signOut, updateSession } from '@daiban/contracts';
import { LOCALES, type Locale } from '@daiban/domain/enumerations';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { paths } from '../config/paths.js';
import { callApi } from '../lib/call-api.js';
import { refresh } from '../lib/refresh.js';
import { useLocale } from '../lib/locale.js';
import { useSession } from '../lib/session.js';
import { Avatar } from './avatar.js';

/** Each language named in itself. */
const LANGUAGE_NAMES: Record<Locale, string> = { en: 'English', zh: '中文' };
const SCHEMES: readonly {
  value: MantineColorScheme;
  icon: typeof IconSun;
  text: 'dashboard.scheme.auto' | 'dashboard.scheme.light' | 'dashboard.scheme.dark';
}[] = [
  { value: 'auto', icon: IconSunMoon, text: 'dashboard.scheme.auto' },
  { value: 'light', icon: IconSun, text: 'dashboard.scheme.light' },
  { value: 'dark', icon: IconMoon, text: 'dashboard.scheme.dark' },
];

export function UserMenuList() {
  const { actor } = useSession();
  const { t, locale, chooseLocale } = useLocale();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const leave = useMutation({
    mutationFn: () => callApi(signOut, {}),
    onSuccess: async () => {
      await navigate({ to: paths.signIn });
      queryClient.clear();
    },
  });
  const keep = useMutation({
    mutationFn: (chosen: Locale) => callApi(updateSession, { body: { locale: chosen } }),
    // The API writes refusals in the caller's language: ask again.
    onSettled: () => refresh(queryClient, []),
  });
  const choose = (chosen: Locale): void => {
    chooseLocale(chosen);
    keep.mutate(chosen);
  };
  return (
    <Menu
      defaultOpened
      position="bottom-end"
      width={220}
      transitionProps={{ duration: 100 }}
      withinPortal={false}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <Avatar name={actor.name} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {actor.name} · {t(`states.role.${actor.role}`)}
        </Menu.Label>
        {LOCALES.map((each) => (
          <Menu.Item
            key={each}
            lang={each === 'zh' ? 'zh-Hans' : 'en'}
            leftSection={each === locale ? <IconCheck size={16} /> : <IconLanguage size={16} />}
            aria-current={each === locale || undefined}
            onClick={() => choose(each)}
          >
            {LANGUAGE_NAMES[each]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        {SCHEMES.map(({ value, icon: Icon, text }) => (
          <Menu.Item
            key={value}
            leftSection={value === colorScheme ? <IconCheck size={16} /> : <Icon size={16} />}
            aria-current={value === colorScheme || undefined}
            onClick={() => setColorScheme(value)}
          >
            {t(text)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => leave.mutate()}>
          {t('dashboard.sign_out')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
