/** What the paper must agree with, letter by letter: as it stands in the case, with a button that copies it to search for it. */
import { ActionIcon } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useLocale } from '../../../lib/locale.js';
import type { ReviewedCase } from '../review-desk.js';

/** Papers of the administrator; those of operators have nothing here to compare with. */
const OF_ADMIN: ReadonlySet<string> = new Set(['admin_id', 'admin_phone']);
const OF_OPERATOR: ReadonlySet<string> = new Set(['operator_passport', 'operator_phone_bill']);

export interface ComparedFactsProps {
  registration: ReviewedCase;
  /** Which paper. */
  code: string;
}

export function ComparedFacts({ registration, code }: ComparedFactsProps) {
  const { t } = useLocale();
  const { subject, admin, proposedName } = registration;
  const facts: [label: string, value: string | null | undefined, copied: boolean][] = OF_ADMIN.has(code)
    ? [
        [t('review.fact.admin_name'), admin?.name, true],
        [t('review.fact.id_number'), admin?.idNumberMasked, false],
        [t('review.fact.phone'), admin?.phoneMasked, false],
      ]
    : OF_OPERATOR.has(code)
      ? []
      : [
          [t('review.fact.registered_name'), subject?.name, true],
          [t('review.fact.code'), subject?.code, true],
          ...(code === 'name_right' ? ([[t('review.fact.account_name'), proposedName, true]] as const) : []).map(
            (fact): [string, string, boolean] => [...fact],
          ),
        ];
  const known = facts.filter(([, value]) => value);
  if (known.length === 0) return null;
  return (
    <section className="desk-block" aria-labelledby="desk-facts">
      <h3 id="desk-facts">{t('review.facts')}</h3>
      <dl className="desk-facts">
        {known.map(([label, value, copied]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <span lang={/\p{Script=Han}/u.test(value ?? '') ? 'zh-Hans' : undefined}>{value}</span>
              {copied && value ? <CopyButton label={label} value={value} /> : null}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function CopyButton({ label, value }: { label: string; value: string }) {
  const { t } = useLocale();
  const [isCopied, setCopied] = useState(false);
  // Where the browser allows no copying, the value is there to be marked by hand.
  const copy = (): void =>
    void navigator.clipboard?.writeText(value).then(
      () => setCopied(true),
      () => undefined,
    );
  return (
    <ActionIcon
      variant="subtle"
      size={24}
      onClick={copy}
      onBlur={() => setCopied(false)}
      aria-label={t(isCopied ? 'records.copy.copied' : 'review.copy', { what: label })}
    >
      {isCopied ? <IconCheck size={14} aria-hidden="true" /> : <IconCopy size={14} aria-hidden="true" />}
    </ActionIcon>
  );
}
