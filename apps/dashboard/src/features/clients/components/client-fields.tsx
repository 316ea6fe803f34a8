/** The fields of a client and its contacts, for a new one and for changing one. */
import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { CONTACT_ROLES } from '@daiban/contracts';
import { LOCALES } from '@daiban/domain/enumerations';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useMemo } from 'react';
import { listCountries } from '../../../lib/countries.js';
import { useLocale } from '../../../lib/locale.js';
import { listTimeZones } from '../../../lib/time-zones.js';
import { emptyContact, likelyZone, listZonesOf, type ClientDraft, type ContactDraft } from '../client-draft.js';

export interface ClientFieldsProps {
  draft: ClientDraft;
  onChange: (draft: ClientDraft) => void;
  /** What the API says, by the path of the field: `name`, `contacts.0.email`. */
  messages: Readonly<Record<string, string | undefined>>;
}

/** Each language named in itself. */
const LANGUAGE_NAMES = { en: 'English', zh: '中文' } as const;

export function ClientFields({ draft, onChange, messages }: ClientFieldsProps) {
  const { t, locale } = useLocale();
  const countries = useMemo(() => listCountries(locale), [locale]);
  const zones = useMemo(() => {
    const near = listZonesOf(draft.countryCode);
    const all = listTimeZones(draft.timeZone).filter((zone) => !near.includes(zone));
    return near.length > 0
      ? [
          { group: t('records.client.zones_near'), items: [...near] },
          { group: t('records.client.zones_all'), items: all },
        ]
      : all;
  }, [draft.countryCode, draft.timeZone, t]);
  const set = (changes: Partial<ClientDraft>): void => onChange({ ...draft, ...changes });
  const setContact = (key: string, changes: Partial<ContactDraft>): void =>
    set({ contacts: draft.contacts.map((contact) => (contact.key === key ? { ...contact, ...changes } : contact)) });
  return (
    <>
      <TextInput
        label={t('records.client.name')}
        description={t('records.client.name_help')}
        required
        maxLength={200}
        autoComplete="off"
        value={draft.name}
        error={messages['name']}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('records.client.country')}
        description={t('records.client.country_help')}
        required
        value={draft.countryCode}
        error={messages['countryCode']}
        onChange={(event) => {
          const countryCode = event.currentTarget.value;
          set({ countryCode, timeZone: likelyZone(countryCode) ?? draft.timeZone });
        }}
        data={[{ value: '', label: t('dashboard.choose') }, ...countries]}
      />
      <div className="form-pair">
        <NativeSelect
          label={t('records.client.locale')}
          description={t('records.client.locale_help')}
          value={draft.locale}
          error={messages['locale']}
          onChange={(event) => set({ locale: LOCALES.find((each) => each === event.currentTarget.value) ?? 'en' })}
          data={LOCALES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        />
        <NativeSelect
          label={t('records.client.zone')}
          description={t('records.client.zone_help')}
          value={draft.timeZone}
          error={messages['timeZone']}
          onChange={(event) => set({ timeZone: event.currentTarget.value })}
          data={zones}
        />
      </div>
      <h2>{t('records.client.contacts')}</h2>
      <p className="quiet">{t('records.client.contacts_help')}</p>
      <div className="form-lines">
        {draft.contacts.map((contact, index) => (
          <div
            key={contact.key}
            className="form-line"
            role="group"
            aria-label={t('records.contact.line', { number: index + 1 })}
          >
            <TextInput
              label={t('records.contact.name')}
              required={Boolean(contact.email.trim())}
              maxLength={200}
              autoComplete="off"
              value={contact.name}
              error={messages[`contacts.${index}.name`]}
              onChange={(event) => setContact(contact.key, { name: event.currentTarget.value })}
            />
            <TextInput
              type="email"
              label={t('records.contact.email')}
              required={Boolean(contact.name.trim())}
              maxLength={254}
              autoComplete="off"
              value={contact.email}
              error={messages[`contacts.${index}.email`]}
              onChange={(event) => setContact(contact.key, { email: event.currentTarget.value })}
            />
            <NativeSelect
              label={t('records.contact.role')}
              value={contact.role}
              onChange={(event) =>
                setContact(contact.key, {
                  role: CONTACT_ROLES.find((each) => each === event.currentTarget.value) ?? 'decider',
                })
              }
              data={CONTACT_ROLES.map((value) => ({ value, label: t(`records.contact_role.${value}`) }))}
            />
            <ActionIcon
              className="form-line-remove"
              variant="subtle"
              color="gray"
              size={32}
              aria-label={t('records.contact.remove', { name: contact.name || String(index + 1) })}
              onClick={() => set({ contacts: draft.contacts.filter(({ key }) => key !== contact.key) })}
            >
              <IconX size={16} aria-hidden="true" />
            </ActionIcon>
          </div>
        ))}
      </div>
      <div>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          disabled={draft.contacts.length >= 50}
          onClick={() =>
            set({ contacts: [...draft.contacts, emptyContact(draft.contacts.length === 0 ? 'decider' : 'papers')] })
          }
        >
          {t('records.contact.add')}
        </Button>
      </div>
    </>
  );
}
