/** A whole page (or a whole panel) that has no content to show: says what happened, what is safe, what to do next. */
import type { ReactNode } from 'react';
import { IconAlertTriangle, IconCloudOff, IconInbox, IconLock, IconMapPinOff } from '@tabler/icons-react';

const ICONS = {
  error: IconAlertTriangle,
  offline: IconCloudOff,
  empty: IconInbox,
  no_permission: IconLock,
  not_found: IconMapPinOff,
};

export interface PageFaceProps {
  kind: keyof typeof ICONS;
  title: string;
  /** What is safe, what to do; one short paragraph. */
  children?: ReactNode;
  /** What support needs to find this failure again ("Reference: …"). */
  reference?: string;
  /** One primary button at most. */
  actions?: ReactNode;
  /** Level of the heading: 1 for a whole page, 2 inside a panel. */
  level?: 1 | 2;
}

export function PageFace({ kind, title, children, reference, actions, level = 2 }: PageFaceProps) {
  const Icon = ICONS[kind];
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <div className="page-face" role={kind === 'error' || kind === 'offline' ? 'alert' : undefined}>
      <Icon size={24} stroke={1.5} aria-hidden="true" />
      <Heading>{title}</Heading>
      {children ? <div className="page-face-text">{children}</div> : null}
      {actions ? <div className="page-face-actions">{actions}</div> : null}
      {reference ? <p className="page-face-reference">{reference}</p> : null}
    </div>
  );
}
