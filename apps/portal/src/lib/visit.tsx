/** Who visits and whose page it is: asked once for all pages of a visit, used by the frame and by whatever depends on the kind of link. */
import { createContext, useContext, useEffect, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { getPortalSession, type PortalVisit } from '@daiban/contracts';
import { paths } from '../config/paths.js';
import { callPortal, isOffline } from './call-portal.js';
import { useLocale } from './locale.js';

interface Asked {
  readonly visit: PortalVisit | null;
  readonly isPending: boolean;
}

const VisitContext = createContext<Asked>({ visit: null, isPending: false });

/** @param asked false on pages that work without a visit: they send nothing */
export function VisitProvider({ asked, children }: { asked: boolean; children: ReactNode }) {
  const { suggestLocale } = useLocale();
  const visit = useQuery({
    queryKey: ['portal-visit'],
    queryFn: () => callPortal(getPortalSession, {}),
    enabled: asked,
    staleTime: 5 * 60_000,
    retry: (failures, error) => isOffline(error) && failures < 2,
  });
  const known = visit.data?.locale;
  useEffect(() => {
    if (known) suggestLocale(known);
  }, [known, suggestLocale]);
  const value = { visit: (asked && !visit.isError && visit.data) || null, isPending: asked && visit.isPending };
  return <VisitContext value={value}>{children}</VisitContext>;
}

/** Null while it is not known yet, on pages without a visit, and once the visit is over. */
export function useVisit(): PortalVisit | null {
  return useContext(VisitContext).visit;
}

/** It is being asked who visits, and with what kind of link: no page that only some links open asks anything yet. */
export function useIsVisitPending(): boolean {
  return useContext(VisitContext).isPending;
}

/** The page that a visit begins on: an administrator's own, a colleague's paper, else the client's home. */
export function landingOf({ kind, prerequisiteId }: Pick<PortalVisit, 'kind' | 'prerequisiteId'>): string {
  if (kind === 'admin_person') return paths.admin;
  return kind === 'item' && prerequisiteId !== null ? paths.paper(prerequisiteId) : paths.home;
}
