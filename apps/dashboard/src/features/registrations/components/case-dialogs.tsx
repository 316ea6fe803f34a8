/** Opens the small dialog a case asks for: address, admin, consent, signature, portal link. Loaded when the first one is opened. */
import type { RegistrationCase } from '@daiban/contracts';
import type { CaseDialog } from '../../../lib/case-dialog.js';
import { AdminDialog } from './admin-dialog.js';
import { ConsentDialog } from './consent-dialog.js';
import { EditDialog } from './edit-dialog.js';
import { EmailCheckDialog } from './email-check-dialog.js';
import { EmailDialog } from './email-dialog.js';
import { EmailReleaseDialog } from './email-release-dialog.js';
import { PortalLinkDialog } from './portal-link-dialog.js';
import { SignOffDialog } from './sign-off-dialog.js';

export interface CaseDialogProps {
  registration: RegistrationCase;
  onClose: () => void;
}

const DIALOGS: Record<CaseDialog, (props: CaseDialogProps) => React.ReactNode> = {
  email: EmailDialog,
  email_check: EmailCheckDialog,
  email_release: EmailReleaseDialog,
  admin: AdminDialog,
  consent: ConsentDialog,
  sign_off: SignOffDialog,
  portal_link: PortalLinkDialog,
  edit: EditDialog,
};

export function CaseDialogs({ dialog, ...props }: CaseDialogProps & { dialog: CaseDialog }) {
  const Dialog = DIALOGS[dialog];
  return <Dialog {...props} />;
}
