/** The agency's fields as typed, and what of them differs from what is stored. Pure; the settings page shows it. */
import type { AgencySettings } from '@daiban/contracts';

export const AGENCY_FIELDS = [
  'name',
  'nameZh',
  'legalName',
  'address',
  'contactEmail',
  'website',
  'slug',
  'brandColour',
] as const;
export type AgencyField = (typeof AGENCY_FIELDS)[number];
export type AgencyDraft = Record<AgencyField, string>;

export function draftOf(agency: AgencySettings): AgencyDraft {
  return Object.fromEntries(AGENCY_FIELDS.map((field) => [field, agency[field] ?? ''])) as AgencyDraft;
}

/** What is to be sent: a field emptied becomes null, one left alone is left out. The name cannot be empty: it is sent as it is, and refused. */
export function changesOf(
  draft: AgencyDraft,
  read: AgencySettings,
): Partial<Record<AgencyField, string | null>> & { name?: string } {
  const changes: Partial<Record<AgencyField, string | null>> & { name?: string } = {};
  for (const field of AGENCY_FIELDS) {
    const typed = cleaned(field, draft[field]);
    if (typed === (read[field] ?? '')) continue;
    if (field === 'name') changes.name = typed;
    else changes[field] = typed === '' ? null : typed;
  }
  return changes;
}

function cleaned(field: AgencyField, value: string): string {
  const plain = value.trim();
  return field === 'slug' || field === 'brandColour' ? plain.toLowerCase() : plain;
}
