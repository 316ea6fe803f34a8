/** Renders one screen behind its address, below the shell as the router has it; links to other screens lead to their bare paths. Used by component tests alone. */
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { paths } from '../config/paths.js';
import { renderScreen, type ScreenOptions } from './render-screen.js';

// jsdom has no page to scroll.
globalThis.scrollTo = () => undefined;

/** @param at the address with its search, for example `/emails?state=free` */
export async function renderRoute(
  path: (typeof paths)[keyof typeof paths],
  Screen: () => ReactElement,
  at: string,
  options: ScreenOptions = {},
): Promise<void> {
  const root = createRootRoute({ component: Outlet });
  const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Outlet });
  const others = Object.values(paths)
    .filter((other) => other !== path)
    .map((other) => createRoute({ getParentRoute: () => shell, path: other, component: () => <p>{other}</p> }));
  const screen = createRoute({ getParentRoute: () => shell, path, component: Screen });
  const router = createRouter({
    routeTree: root.addChildren([shell.addChildren([screen, ...others])]),
    history: createMemoryHistory({ initialEntries: [at] }),
  });
  await router.load();
  renderScreen(<RouterProvider router={router as never} />, options);
}
