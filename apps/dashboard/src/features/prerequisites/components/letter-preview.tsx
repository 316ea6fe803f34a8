/** The one mail of a sitting as it will be read, in either language, and who gets it. */
import { SegmentedControl, Skeleton } from '@mantine/core';
import type { OperationAnswer, getReviewMessage } from '@daiban/contracts';
import type { Locale } from '@daiban/domain/enumerations';
import { useState } from 'react';
import { MailFrame } from '../../../components/mail-frame.js';
import { ProblemNote } from '../../../components/problem-note.js';
import { useLocale } from '../../../lib/locale.js';

const LANGUAGE_NAMES: Record<Locale, string> = { en: 'English', zh: '中文' };

export interface LetterPreviewProps {
  query: { data?: OperationAnswer<typeof getReviewMessage> | undefined; error: unknown };
}

export function LetterPreview({ query: { data, error } }: LetterPreviewProps) {
  const { t } = useLocale();
  const readers = data?.recipients ?? [];
  const [chosen, setChosen] = useState<Locale | null>(null);
  const locale = chosen ?? readers[0]?.locale ?? 'en';
  if (error) return <ProblemNote error={error} />;
  if (!data) return <Skeleton height={180} radius={8} aria-label={t('dashboard.loading')} />;
  const letter = data.message?.[locale];
  if (!letter) return <p className="quiet">{t('review.nothing_to_say')}</p>;
  return (
    <div className="letter">
      <p className="quiet">
        {readers.length === 0
          ? t('review.nobody_reads')
          : t('review.readers', {
              names: readers
                .map(({ name, locale: own }) => `${name} (${LANGUAGE_NAMES[own]})`)
                .join(t('dashboard.comma')),
            })}
      </p>
      <SegmentedControl
        size="xs"
        aria-label={t('review.language')}
        value={locale}
        onChange={(value) => setChosen(value)}
        data={(['en', 'zh'] as const).map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
      />
      <p className="letter-subject" lang={locale === 'zh' ? 'zh-Hans' : 'en'}>
        {letter.subject}
      </p>
      <MailFrame key={locale} html={letter.html} title={letter.subject} />
    </div>
  );
}
