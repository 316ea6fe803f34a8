/** What a statement rests on: what somebody saw of WeChat and answers for, or a typed note that a second member saw too. */
import { NativeSelect, Textarea } from '@mantine/core';
import type { EvidenceRank } from '@daiban/domain/enumerations';
import { useQuery } from '@tanstack/react-query';
import type { EventDraft } from '../lib/event-form.js';
import { useLocale } from '../lib/locale.js';
import { membersQuery } from '../lib/members.js';
import { useSession } from '../lib/session.js';

/** What a person can bring; what WeChat's interface says, a program reads. */
const OF_PEOPLE = ['wechat_event', 'screenshot', 'typed'] as const satisfies readonly EvidenceRank[];

export interface EvidenceInputProps {
  value: EventDraft['evidence'];
  onChange: (value: EventDraft['evidence']) => void;
  required: boolean;
  error?: string | undefined;
}

export function EvidenceInput({ value, onChange, required, error }: EvidenceInputProps) {
  const { t } = useLocale();
  const { actor } = useSession();
  const members = useQuery(membersQuery);
  const others = members.data?.items.filter(({ id, disabledAt }) => id !== actor.id && !disabledAt) ?? [];
  return (
    <fieldset className="fieldset">
      <legend>{t('dashboard.evidence.title')}</legend>
      <p className="quiet">{t('dashboard.evidence.help')}</p>
      <NativeSelect
        label={t('dashboard.evidence.rank')}
        required={required}
        withAsterisk={required}
        error={error}
        value={value.rank}
        onChange={(event) =>
          onChange({ ...value, rank: event.currentTarget.value as EvidenceRank | '', countersignedBy: '' })
        }
        data={[
          { value: '', label: required ? t('dashboard.choose') : t('dashboard.evidence.none') },
          ...OF_PEOPLE.map((rank) => ({ value: rank, label: t(`dashboard.evidence.choice.${rank}`) })),
        ]}
      />
      {value.rank ? (
        <Textarea
          label={t('dashboard.evidence.note')}
          placeholder={t(`dashboard.evidence.note_of.${value.rank === 'typed' ? 'typed' : 'seen'}`)}
          rows={2}
          maxLength={2000}
          value={value.note}
          onChange={(event) => onChange({ ...value, note: event.currentTarget.value })}
        />
      ) : null}
      {value.rank === 'typed' && others.length > 0 ? (
        <NativeSelect
          label={t('dashboard.evidence.countersigned')}
          description={t('dashboard.evidence.countersigned_help')}
          value={value.countersignedBy}
          onChange={(event) => onChange({ ...value, countersignedBy: event.currentTarget.value })}
          data={[
            { value: '', label: t('dashboard.evidence.nobody') },
            ...others.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      ) : null}
    </fieldset>
  );
}
