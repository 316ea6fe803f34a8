/** What happened to a record, newest first, in three voices: we did, we heard, the clock. */
import { Button, Skeleton } from '@mantine/core';
import type { HistoryEntry } from '@daiban/contracts';
import { formatDateWithYear } from '@daiban/i18n';
import { IconClock, IconMessage, IconPencil } from '@tabler/icons-react';
import type { Voice } from '@daiban/domain/enumerations';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Moment } from '../../../components/moment.js';
import { ProblemNote } from '../../../components/problem-note.js';
import { historySentence } from '../../../lib/history-sentence.js';
import { useLocale } from '../../../lib/locale.js';
import { historyQuery, type HistoryOf } from '../api/list-history.js';

const VOICES = { we_did: IconPencil, we_heard: IconMessage, the_clock: IconClock } satisfies Record<Voice, unknown>;

export function HistorySection({ record, id }: HistoryOf) {
  const { t } = useLocale();
  const history = useInfiniteQuery(historyQuery({ record, id }));
  const entries = history.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section className="case-section" aria-labelledby="history">
      <header className="section-head">
        <h2 id="history">{t('dashboard.history.title')}</h2>
      </header>
      {history.isPending ? <Skeleton height={12} my={12} width="70%" /> : null}
      <ProblemNote error={history.error} />
      <ol className="history">
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ol>
      {history.hasNextPage ? (
        <Button
          size="xs"
          variant="subtle"
          loading={history.isFetchingNextPage}
          onClick={() => void history.fetchNextPage()}
        >
          {t('dashboard.history.older')}
        </Button>
      ) : null}
    </section>
  );
}

function Entry({ entry }: { entry: HistoryEntry }) {
  const { t, locale } = useLocale();
  const Icon = VOICES[entry.voice];
  const { sentence, details } = historySentence(entry, t, locale);
  return (
    <li className={entry.voice === 'the_clock' ? 'history-clock' : undefined}>
      <Moment at={entry.occurredAt} />
      <span className="history-voice">
        <Icon size={14} stroke={1.6} aria-hidden="true" />
        {t(`states.voice.${entry.voice}`)}
      </span>
      <span className="history-what">
        {sentence}
        {entry.actor.name ? <span className="history-who">{entry.actor.name}</span> : null}
        {entry.visibility === 'client' ? (
          <span className="history-seen">{t('dashboard.history.client_sees')}</span>
        ) : null}
        {details.map((detail) => (
          <small key={detail}>{detail}</small>
        ))}
        <RulesThen rules={entry.rules} />
      </span>
    </li>
  );
}

/** What a decision rested on, as the rules were on its day, whatever they say now. */
function RulesThen({ rules }: Pick<HistoryEntry, 'rules'>) {
  const { t, locale } = useLocale();
  if (rules.length === 0) return null;
  return (
    <details className="history-rules">
      <summary>{t('why.rules_then')}</summary>
      <ul>
        {rules.map(({ id, sentence, validFrom, confidence, version }) => (
          <li key={id}>
            {sentence}
            <small>
              {t('why.valid_from')} {formatDateWithYear(validFrom, locale)} · {t(`rulebook.sure.${confidence}`)} ·{' '}
              {t('rulebook.version', { version })}
            </small>
          </li>
        ))}
      </ul>
    </details>
  );
}
