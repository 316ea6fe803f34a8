/** The member's mark at the top right of every screen; its menu is loaded when it is first asked for. */
import { lazy, Suspense, useState } from 'react';
import { useSession } from '../lib/session.js';
import { Avatar } from './avatar.js';

const UserMenuList = lazy(() => import('./user-menu-list.js').then((module) => ({ default: module.UserMenuList })));

export function UserMenu() {
  const { actor } = useSession();
  const [wanted, setWanted] = useState(false);
  const closed = <Avatar name={actor.name} onClick={() => setWanted(true)} />;
  return wanted ? (
    <Suspense fallback={closed}>
      <UserMenuList />
    </Suspense>
  ) : (
    closed
  );
}
