/** The rulebook of a day: searched, filtered, by subject; with sources, own values and what each rule said before. */
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import type { Rule } from '@daiban/contracts';
import { PageFace } from '@daiban/ui';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { ButtonLink } from '../../../components/button-link.js';
import { KnowingTabs } from '../../../components/knowing-tabs.js';
import { PageHead } from '../../../components/page-head.js';
import { RecordList } from '../../../components/record-list.js';
import { RecordSearch } from '../../../components/record-search.js';
import { paths } from '../../../config/paths.js';
import { useLocale } from '../../../lib/locale.js';
import { useBusinessTime, useMay } from '../../../lib/session.js';
import { rulesQuery } from '../api/list-rules.js';
import { ruleSearchSchema, type RuleSearch } from '../rule-search.js';
import { RuleRow } from './rule-row.js';
import './rules.css';

const OverrideDialog = lazy(() =>
  import('./override-dialog.js').then((module) => ({ default: module.OverrideDialog })),
);

const KINDS = ['hard', 'policy', 'soft', 'unknown'] as const;

export function RulesPage() {
  const { t } = useLocale();
  const { today } = useBusinessTime();
  const search = useSearch({ from: '/shell/rules' });
  const navigate = useNavigate();
  const mayManage = useMay('rules.manage');
  const list = useQuery(rulesQuery(search));
  const [open, setOpen] = useState<{ rule: Rule; way: 'own' | 'back' } | null>(null);
  const book = list.data;
  const items = book?.items ?? [];
  const isToday = search.asOf === undefined || search.asOf === today;
  const filter = (change: Partial<RuleSearch>): void => {
    void navigate({ to: paths.rules, search: ruleSearchSchema.parse({ ...search, ...change }), replace: true });
  };
  useEffect(() => {
    document.title = `${t('rulebook.title')} · Daiban`;
  }, [t]);
  return (
    <>
      <PageHead
        actions={
          <RecordSearch
            label={t('rulebook.search')}
            value={search.q ?? ''}
            onChange={(words) => filter({ q: words || undefined })}
          />
        }
      >
        <h1>{t('rulebook.title')}</h1>
      </PageHead>
      <KnowingTabs />
      <div className="record-filters">
        <NativeSelect
          size="xs"
          aria-label={t('rulebook.noun')}
          value={search.noun ?? ''}
          onChange={(event) => filter({ noun: event.currentTarget.value || undefined })}
          data={[
            { value: '', label: t('rulebook.all_nouns') },
            ...(book?.nouns ?? []).map(({ noun, text, count }) => ({
              value: noun,
              label: t('rulebook.noun_count', { noun: text, count }),
            })),
          ]}
        />
        <NativeSelect
          size="xs"
          aria-label={t('rulebook.kind')}
          value={search.kind ?? ''}
          onChange={(event) => filter({ kind: KINDS.find((kind) => kind === event.currentTarget.value) })}
          data={[
            { value: '', label: t('rulebook.all_kinds') },
            ...KINDS.map((value) => ({ value, label: t(`rulebook.kind_short.${value}`) })),
          ]}
        />
        <TextInput
          size="xs"
          type="date"
          aria-label={t('rulebook.as_of')}
          title={t('rulebook.as_of_hint')}
          value={search.asOf ?? today}
          onChange={(event) => {
            const on = event.currentTarget.value;
            filter({ asOf: on === today || on === '' ? undefined : on });
          }}
        />
        {isToday ? null : (
          <Button size="xs" variant="subtle" onClick={() => filter({ asOf: undefined })}>
            {t('rulebook.today')}
          </Button>
        )}
        <Checkbox
          size="xs"
          label={t('rulebook.own_only')}
          checked={search.own === true}
          onChange={(event) => filter({ own: event.currentTarget.checked || undefined })}
        />
        {book ? (
          <span className="record-count" role="status">
            {t('rulebook.count', { count: items.length })} · {t('rulebook.version', { version: book.version })}
          </span>
        ) : null}
      </div>
      <div className="rules-lead">
        <p className="quiet">{t('rulebook.lead')}</p>
        {isToday || search.asOf === undefined ? null : (
          <p className="rules-day">
            {t(search.asOf < today ? 'rulebook.past_book' : 'rulebook.future_book', { day: search.asOf })}
          </p>
        )}
        {book && book.reviewOverdue > 0 ? (
          <p className="rule-overdue">{t('rulebook.overdue', { count: book.reviewOverdue })}</p>
        ) : null}
      </div>
      <RecordList
        query={list}
        count={items.length}
        empty={
          <PageFace
            kind="empty"
            title={t(book?.nouns.length === 0 ? 'rulebook.none_then_title' : 'rulebook.none_title')}
            actions={
              <ButtonLink to={paths.rules} search={{}} variant="default">
                {t('rulebook.clear_filters')}
              </ButtonLink>
            }
          >
            <p>{t(book?.nouns.length === 0 ? 'rulebook.none_then_text' : 'rulebook.none_text')}</p>
          </PageFace>
        }
      >
        {(book?.nouns ?? []).map(({ noun, text }) => {
          const rules = items.filter((rule) => rule.noun === noun);
          return rules.length === 0 ? null : (
            <section key={noun} className="rules-noun" aria-labelledby={`noun-${noun}`}>
              <h2 id={`noun-${noun}`}>{text}</h2>
              {rules.map((rule) => (
                <RuleRow
                  key={rule.id}
                  rule={rule}
                  onOverride={mayManage && isToday ? (way) => setOpen({ rule, way }) : undefined}
                />
              ))}
            </section>
          );
        })}
      </RecordList>
      <Suspense>{open ? <OverrideDialog {...open} onClose={() => setOpen(null)} /> : null}</Suspense>
    </>
  );
}
