/** Builds the contract's link from a row. */
import type { PortalLink } from '@daiban/contracts';
import type { PortalLinkRow } from './portal-links.repository.js';

export function toPortalLink({
  contactName,
  personName,
  label,
  memberName,
  madeByContact,
  ...link
}: PortalLinkRow): PortalLink {
  const whom = { contact: contactName, preview: contactName, admin_person: personName, boardroom: label, item: label };
  return { ...link, whom: whom[link.kind] ?? '', madeBy: memberName ?? (madeByContact ? contactName : null) };
}
