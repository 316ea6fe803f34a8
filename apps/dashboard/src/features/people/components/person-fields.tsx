/** The fields of a person, for a new one and for changing one. */
import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import type { Person } from '@daiban/contracts';
import { EMPLOYERS, ID_KINDS, LOCALES } from '@daiban/domain/enumerations';
import { useLocale } from '../../../lib/locale.js';
import { listTimeZones } from '../../../lib/time-zones.js';
import type { PersonDraft } from '../person-draft.js';
import { IdNumberInput } from './id-number-input.js';
import { PhoneInput } from './phone-input.js';

/** Which refusals of the API are about which field. */
export const PERSON_FIELD_CODES = {
  name: ['person.name'],
  idKind: ['id_kind.'],
  idNumber: ['resident_id.', 'person.id_number', 'slot.taken'],
  phone: ['phone.'],
  email: ['person.email'],
} as const;

/** Each language named in itself. */
const LANGUAGE_NAMES = { en: 'English', zh: '中文' } as const;

export interface PersonFieldsProps {
  draft: PersonDraft;
  onChange: (changes: Partial<PersonDraft>) => void;
  messages: Partial<Record<keyof typeof PERSON_FIELD_CODES, string>>;
  /** The person as stored, when they are: empty number fields then leave the numbers as they are. */
  stored?: Person;
}

export function PersonFields({ draft, onChange, messages, stored }: PersonFieldsProps) {
  const { t } = useLocale();
  return (
    <>
      <TextInput
        label={t('records.person.name')}
        description={t('records.person.name_help')}
        required
        maxLength={200}
        autoComplete="off"
        value={draft.name}
        error={messages.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('records.person.employer')}
        value={draft.employer}
        onChange={(event) =>
          onChange({ employer: EMPLOYERS.find((each) => each === event.currentTarget.value) ?? 'registrant' })
        }
        data={EMPLOYERS.map((value) => ({ value, label: t(`states.employer.${value}`) }))}
      />
      <TextInput
        label={t('records.person.email')}
        description={t('records.person.email_help')}
        type="email"
        maxLength={254}
        autoComplete="off"
        value={draft.email}
        error={messages.email}
        onChange={(event) => onChange({ email: event.currentTarget.value })}
      />
      <div className="form-pair">
        <NativeSelect
          label={t('records.person.locale')}
          value={draft.locale}
          onChange={(event) => onChange({ locale: LOCALES.find((each) => each === event.currentTarget.value) ?? 'zh' })}
          data={LOCALES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        />
        <NativeSelect
          label={t('records.person.zone')}
          value={draft.timeZone}
          onChange={(event) => onChange({ timeZone: event.currentTarget.value })}
          data={listTimeZones(draft.timeZone)}
        />
      </div>
      <h2>{t('records.person.paper')}</h2>
      <NativeSelect
        label={t('records.person.id_kind')}
        value={draft.idKind}
        error={messages.idKind}
        onChange={(event) =>
          onChange({ idKind: ID_KINDS.find((each) => each === event.currentTarget.value) ?? 'resident_id' })
        }
        data={ID_KINDS.map((value) => ({ value, label: t(`states.id_kind.${value}`) }))}
      />
      <IdNumberInput
        kind={draft.idKind}
        value={draft.idNumber}
        onChange={(idNumber) => onChange({ idNumber })}
        refusal={messages.idNumber}
        description={t(stored?.idNumberMasked ? 'records.person.id_change_help' : 'records.person.id_help')}
        placeholder={stored?.idNumberMasked ?? undefined}
      />
      <h2>{t('records.person.wechat')}</h2>
      <PhoneInput
        value={draft.phone}
        onChange={(phone) => onChange({ phone })}
        refusal={messages.phone}
        description={t(stored?.phoneMasked ? 'records.person.phone_change_help' : 'records.person.phone_help')}
        placeholder={stored?.phoneMasked ?? undefined}
      />
      <Checkbox
        label={t('records.person.has_phone')}
        checked={draft.wechatHasPhone}
        onChange={(event) => onChange({ wechatHasPhone: event.currentTarget.checked })}
      />
      <Checkbox
        label={t('records.person.has_card')}
        description={t('records.person.has_card_help')}
        checked={draft.wechatHasOwnCard}
        onChange={(event) => onChange({ wechatHasOwnCard: event.currentTarget.checked })}
      />
    </>
  );
}
