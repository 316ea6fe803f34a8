/** Puts the providers around the screens: language, theme, server answers, router. */
import { MantineProvider } from '@mantine/core';
import { cssVariables, styleNonce, theme } from '@daiban/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { LocaleProvider } from '../lib/locale.js';
import { createQueryClient } from './query-client.js';
import { createAppRouter } from './router.js';

const queryClient = createQueryClient(() => {
  const { pathname, href } = router.state.location;
  if (pathname === '/sign-in') return;
  queryClient.clear();
  void router.navigate({ to: '/sign-in', search: { next: href } });
});
const router = createAppRouter(queryClient);

export function App() {
  return (
    <LocaleProvider>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        defaultColorScheme="auto"
        getStyleNonce={styleNonce}
      >
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </LocaleProvider>
  );
}
