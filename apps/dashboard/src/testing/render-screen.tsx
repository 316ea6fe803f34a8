/** Renders a part of the dashboard the way the app does: in a language, in Mantine, with a signed-in member. Used by component tests alone. */
import { MantineProvider } from '@mantine/core';
import { STAFF_PERMISSIONS, type Member, type Session, type StaffPermission } from '@daiban/contracts';
import type { Locale, Role } from '@daiban/domain/enumerations';
import { theme } from '@daiban/ui';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, type RenderResult } from '@testing-library/react';
import type { ReactNode } from 'react';
import { LocaleProvider } from '../lib/locale.js';
import { queryKeys } from '../lib/query-keys.js';

// What jsdom lacks of a browser and Mantine asks for.
globalThis.matchMedia ??= ((query: string) => ({
  matches: false,
  media: query,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
})) as unknown as typeof matchMedia;
if (!document.fonts) Object.defineProperty(document, 'fonts', { value: new EventTarget() });
globalThis.ResizeObserver ??= class {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
};

const READING = STAFF_PERMISSIONS.filter((permission) => permission.endsWith('.read') || permission === 'session.own');

export interface ScreenOptions {
  role?: Role;
  locale?: Locale;
}

export const MEI = '0199a000-0000-7000-8000-000000000903';
export const JUN = '0199a000-0000-7000-8000-000000000902';

const aMember = (id: string, name: string, role: Role): Member => ({
  id,
  name,
  email: `${name}@lantern.example`,
  role,
  locale: 'en',
  disabledAt: null,
  createdAt: '2026-01-01T00:00:00Z',
  version: 1,
});

/** Mei is signed in, on Monday 28 September 2026, 11:20 in Beijing; Jun is her colleague. */
export function renderScreen(
  screen: ReactNode,
  { role = 'specialist', locale = 'en' }: ScreenOptions = {},
): RenderResult {
  const permissions: readonly StaffPermission[] = role === 'viewer' ? READING : STAFF_PERMISSIONS;
  const session: Session = {
    actor: { kind: 'member', id: MEI, name: 'Mei', role, locale },
    agency: {
      id: '0199a000-0000-7000-8000-000000000900',
      name: 'Lantern Bridge',
      nameZh: '灯桥咨询',
      timeZone: 'Asia/Shanghai',
      locale: 'en',
    },
    permissions: [...permissions],
    demo: true,
    businessNow: '2026-09-28T03:20:00.000Z',
  };
  const queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } });
  queryClient.setQueryData(queryKeys.session, session);
  queryClient.setQueryData(queryKeys.members, { items: [aMember(MEI, 'Mei', role), aMember(JUN, 'Jun', 'manager')] });
  return render(
    <LocaleProvider initial={locale}>
      <MantineProvider theme={theme} env="test">
        <QueryClientProvider client={queryClient}>{screen}</QueryClientProvider>
      </MantineProvider>
    </LocaleProvider>,
  );
}
