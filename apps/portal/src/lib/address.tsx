/** Which page is open: read from the address, changed without loading the app again. Dozens of routes would need a library; these do not. */
import { useSyncExternalStore, type AnchorHTMLAttributes, type MouseEvent } from 'react';

const MOVED = 'daiban:moved';

/** The address' path; a component that uses it is drawn again when it changes. */
export function usePathname(): string {
  return useSyncExternalStore(listen, () => location.pathname);
}

function listen(onMoved: () => void): () => void {
  addEventListener('popstate', onMoved);
  addEventListener(MOVED, onMoved);
  return () => {
    removeEventListener('popstate', onMoved);
    removeEventListener(MOVED, onMoved);
  };
}

/** Goes to another page of the portal. @param replace leaves no way back to the page before: a token's page, a redirect */
export function go(path: string, { replace = false }: { replace?: boolean } = {}): void {
  if (replace) history.replaceState(null, '', path);
  else history.pushState(null, '', path);
  dispatchEvent(new Event(MOVED));
  document.documentElement.scrollTop = 0;
  // Who reads with a screen reader or the keyboard goes on where the new page begins.
  document.getElementById('content')?.focus({ preventScroll: true });
}

/** A link to another page of the portal: opens it in place; with a modifier key, or in another tab, as any link. */
export function PageLink({
  href,
  children,
  ...rest
}: AnchorHTMLAttributes<HTMLAnchorElement> & { readonly href: string }) {
  const follow = (event: MouseEvent) => {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(href);
  };
  return (
    <a href={href} {...rest} onClick={follow}>
      {children}
    </a>
  );
}

/** What stands in the place of `:id` when a path fits a pattern; '' for a pattern without one, null when it does not fit. */
export function matchPath(pattern: string, pathname: string): string | null {
  const wanted = pattern.replace(/\/+$/, '').split('/');
  const given = pathname.replace(/\/+$/, '').split('/');
  if (wanted.length !== given.length) return null;
  let id = '';
  for (const [place, part] of wanted.entries()) {
    const piece = given[place] ?? '';
    if (part === ':id' && piece !== '') id = piece;
    else if (part !== piece) return null;
  }
  return id;
}
