/** The agency's colour, beside the head of a client's page as it would look in it; says where a light colour is not used, and why. */
import { TextInput } from '@mantine/core';
import { brandFace, BrandMark } from '@daiban/ui';
import { useLocale } from '../../../lib/locale.js';

/** The product's own green: where the picker begins while no colour is chosen. */
const OWN = '#0b6e59';

export interface ColourFieldProps {
  /** As typed; empty: the product's own. */
  value: string;
  name: string;
  nameZh: string;
  error: string | undefined;
  readOnly: boolean;
  onChange: (value: string) => void;
}

export function ColourField({ value, name, nameZh, error, readOnly, onChange }: ColourFieldProps) {
  const { t, locale } = useLocale();
  const { stripe, button } = brandFace(value.trim().toLowerCase() || null);
  return (
    <div className="settings-colour">
      <TextInput
        label={t('settings.colour')}
        description={t('settings.colour_help')}
        error={error}
        maxLength={7}
        readOnly={readOnly}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        rightSection={
          <input
            type="color"
            className="settings-pick"
            aria-label={t('settings.colour_pick')}
            disabled={readOnly}
            value={stripe ?? OWN}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        }
      />
      <figure className="settings-look" aria-label={t('settings.preview')}>
        <div className="settings-look-head" style={stripe ? { borderTopColor: stripe } : {}}>
          <BrandMark size={18} />
          <b>{(locale === 'zh' && nameZh) || name}</b>
        </div>
        <div className="settings-look-body">
          <span className="settings-look-button" style={button ? { background: button, color: '#fff' } : {}}>
            {t('settings.preview_button')}
          </span>
        </div>
        <figcaption className="quiet" role="status">
          {t(button ? 'settings.colour_fine' : stripe ? 'settings.colour_light' : 'settings.colour_none')}
        </figcaption>
      </figure>
    </div>
  );
}
