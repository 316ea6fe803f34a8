/** The words of the portal: ways in, documents, appointments, messages, texts, requests and leads. */

/**
 * Ways into the portal. contact: a client's contact · boardroom: reads the progress, no personal data · item: brings one paper · admin_person: the
 * account's administrator · preview: a member looks as a contact and cannot write.
 */
export const PORTAL_LINK_KINDS = ['contact', 'boardroom', 'item', 'admin_person', 'preview'] as const;
export type PortalLinkKind = (typeof PORTAL_LINK_KINDS)[number];

/** receiving: bytes are still coming · quarantined: whole, not inspected yet · available: inspected and kept · refused: the inspection says no · deleted. */
export const DOCUMENT_STATES = ['receiving', 'quarantined', 'available', 'refused', 'deleted'] as const;
export type DocumentState = (typeof DOCUMENT_STATES)[number];

/** What a document is after the inspection. */
export const DOCUMENT_MEDIA_TYPES = ['image/jpeg', 'image/png', 'application/pdf'] as const;
export type DocumentMediaType = (typeof DOCUMENT_MEDIA_TYPES)[number];

/** Why a document is gone. taken_back: by its sender, in the minutes in which that is free. */
export const DELETION_REASONS = ['retention', 'consent_withdrawn', 'erasure', 'replaced', 'taken_back'] as const;
export type DeletionReason = (typeof DELETION_REASONS)[number];

/** A time for the administrator's scan. ready: the administrator is there, phone in hand · kept: the scan was seen. */
export const APPOINTMENT_STATES = ['offered', 'booked', 'ready', 'kept', 'missed', 'cancelled'] as const;
export type AppointmentState = (typeof APPOINTMENT_STATES)[number];

/** Who reads a message: client and staff, or staff only. */
export const MESSAGE_AUDIENCES = ['client', 'internal'] as const;
export type MessageAudience = (typeof MESSAGE_AUDIENCES)[number];

/** Texts that an agency may write itself; consents are named by their purpose. */
export const AGENCY_TEXT_KINDS = [
  'privacy_notice',
  'accessibility',
  'consent.admin_identity',
  'consent.identity_documents',
  'consent.cross_border_transfer',
] as const;
export type AgencyTextKind = (typeof AGENCY_TEXT_KINDS)[number];

/** What somebody asks about their own data. */
export const DATA_REQUEST_KINDS = ['correction', 'deletion', 'copy'] as const;
export type DataRequestKind = (typeof DATA_REQUEST_KINDS)[number];

export const DATA_REQUEST_STATES = ['open', 'done', 'refused'] as const;
export type DataRequestState = (typeof DATA_REQUEST_STATES)[number];

/** What became of somebody who asked the public advisor. */
export const LEAD_STATES = ['new', 'contacted', 'won', 'closed'] as const;
export type LeadState = (typeof LEAD_STATES)[number];
