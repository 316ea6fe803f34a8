/** The dialogs of a case that are not an event of a machine. */
export type CaseDialog =
  'email' | 'email_check' | 'email_release' | 'admin' | 'consent' | 'sign_off' | 'portal_link' | 'edit';
