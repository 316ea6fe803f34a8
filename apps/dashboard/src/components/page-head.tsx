/** The bar on top of every screen: where we are on the left, what can be started and who is signed in on the right. */
import type { ReactNode } from 'react';
import { UserMenu } from './user-menu.js';

export interface PageHeadProps {
  /** A title, or crumbs ending in the page's own name. */
  children: ReactNode;
  actions?: ReactNode;
}

export function PageHead({ children, actions }: PageHeadProps) {
  return (
    <header className="page-head">
      <div className="page-head-where">{children}</div>
      {actions}
      <UserMenu />
    </header>
  );
}
