/** A client as it is being typed, and what of it differs from what is stored. Used by the form of a new and of a known client. */
import type { CONTACT_ROLES, Client, Lead } from '@daiban/contracts';
import type { Locale } from '@daiban/domain/enumerations';

export type ContactRole = (typeof CONTACT_ROLES)[number];

export interface ContactDraft {
  /** Of this line on the screen only. */
  key: string;
  /** Of a contact that is stored already. */
  id?: string;
  name: string;
  email: string;
  role: ContactRole;
}

export interface ClientDraft {
  name: string;
  countryCode: string;
  locale: Locale;
  timeZone: string;
  contacts: readonly ContactDraft[];
}

/** @param role the first contact decides, unless something else is said */
export function emptyContact(role: ContactRole = 'decider'): ContactDraft {
  return { key: crypto.randomUUID(), name: '', email: '', role };
}

export function emptyClient(locale: Locale): ClientDraft {
  return {
    name: '',
    countryCode: '',
    locale,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    contacts: [emptyContact()],
  };
}

/** What a lead told of itself; its zone nobody asked. */
export function fromLead({ name, company, email, locale, advice }: Lead): ClientDraft {
  return {
    ...emptyClient(locale),
    name: company ?? name,
    countryCode: advice?.countryCode ?? '',
    contacts: [{ ...emptyContact(), name, email }],
  };
}

export function draftOf({ name, countryCode, locale, timeZone, contacts }: Client): ClientDraft {
  return {
    name,
    countryCode,
    locale,
    timeZone,
    contacts: contacts.map((contact) => ({ ...contact, key: contact.id })),
  };
}

/** What the API takes; lines that nobody filled in are left out. */
export function bodyOf({ name, countryCode, locale, timeZone, contacts }: ClientDraft) {
  return {
    name: name.trim(),
    countryCode,
    locale,
    timeZone,
    contacts: contacts
      .filter((contact) => contact.name.trim() || contact.email.trim())
      .map(({ id, name: contactName, email, role }) => ({
        ...(id ? { id } : {}),
        name: contactName.trim(),
        email: email.trim(),
        role,
      })),
  };
}

/** What was typed over the client as it was read, and nothing else: another one's change of another field stays. */
export function changesOf(draft: ClientDraft, read: Client): Partial<ReturnType<typeof bodyOf>> {
  const typed = bodyOf(draft);
  const before = bodyOf(draftOf(read));
  return {
    ...(typed.name === before.name ? {} : { name: typed.name }),
    ...(typed.countryCode === before.countryCode ? {} : { countryCode: typed.countryCode }),
    ...(typed.locale === before.locale ? {} : { locale: typed.locale }),
    ...(typed.timeZone === before.timeZone ? {} : { timeZone: typed.timeZone }),
    ...(JSON.stringify(typed.contacts) === JSON.stringify(before.contacts) ? {} : { contacts: typed.contacts }),
  };
}

/** One line a contact, for comparing two versions by eye. */
export function contactLines(contacts: readonly Pick<ContactDraft, 'name' | 'email'>[]): string {
  return contacts
    .filter(({ name, email }) => name || email)
    .map(({ name, email }) => `${name} <${email}>`)
    .join('; ');
}

/** The zones of a country, where the browser knows them. */
export function listZonesOf(countryCode: string): readonly string[] {
  if (!countryCode) return [];
  // Newer than the types that ship with TypeScript; older browsers do not have it.
  const region = new Intl.Locale(`und-${countryCode}`) as Intl.Locale & { getTimeZones?: () => string[] | undefined };
  return region.getTimeZones?.() ?? [];
}

/** The zone a client of this country most likely lives by, or null where that is anybody's guess. */
export function likelyZone(countryCode: string): string | null {
  const zones = listZonesOf(countryCode);
  // The whole mainland keeps Beijing's time, whatever the map says.
  return zones.find((zone) => zone === 'Asia/Shanghai') ?? (zones.length === 1 ? (zones[0] ?? null) : null);
}
