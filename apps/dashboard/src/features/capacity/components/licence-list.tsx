/** Licence by licence: its seats, who holds them, what was asked for, and what happens when it is blocked. */
import type { SubjectCapacity } from '@daiban/contracts';
import { PageFace } from '@daiban/ui';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { formatDateWithYear } from '@daiban/i18n';
import { Link } from '@tanstack/react-router';
import { ButtonLink } from '../../../components/button-link.js';
import { MarkText } from '../../../components/mark-text.js';
import { RecordList } from '../../../components/record-list.js';
import { RuleWhy } from '../../../components/rule-why.js';
import { SeatCounter } from '../../../components/seat-counter.js';
import { SlotHolders } from '../../../components/slot-holders.js';
import { WhatIfButton } from '../../../components/what-if-drawer.js';
import { paths } from '../../../config/paths.js';
import { useLocale } from '../../../lib/locale.js';
import { ruleQuery } from '../../../lib/rule-query.js';
import { capacityQuery, type CapacityFilters } from '../api/get-capacity.js';
import { Concentration } from './concentration.js';

export function LicenceList({ filters }: { filters: CapacityFilters }) {
  const list = useInfiniteQuery(capacityQuery(filters));
  const pages = list.data?.pages ?? [];
  const rows = pages.flatMap(({ items }) => items);
  const isFiltered = Object.values(filters).some((value) => value !== undefined);
  const concentration = pages[0]?.concentration;
  return (
    <>
      {concentration && concentration.accounts > 0 && !isFiltered ? <Concentration {...concentration} /> : null}
      <RecordList query={list} count={rows.length} empty={isFiltered ? <NothingFound /> : <NoLicence />}>
        <SeatLegend />
        <ul className="capacity-list">
          {rows.map((row) => (
            <Licence key={row.subject.id} {...row} />
          ))}
        </ul>
      </RecordList>
    </>
  );
}

function Licence({ subject, slots, holders, elsewhere, raise }: SubjectCapacity) {
  const { t } = useLocale();
  const isFull = slots.limit !== null && slots.reserved + slots.elsewhere >= slots.limit;
  return (
    <li className="capacity-item">
      <div className="capacity-who">
        <h2>
          <Link to={paths.subject} params={{ subjectId: subject.id }}>
            {subject.name}
          </Link>
        </h2>
        <p className="quiet">
          {t(`states.subject_type.${subject.type}`)} · {t(`states.licence_of.${subject.licenceOf}`)}
        </p>
        {subject.standing === 'struck_off' ? <p className="turn">{t('states.standing.struck_off')}</p> : null}
        {raise ? <p className="quiet">{t('capacity.raise.line', { state: raise.state })}</p> : null}
        <WhatIfButton gone={{ subjectBlocked: subject.id }} name={subject.name} />
      </div>
      <div>
        <SeatCounter kind="subject" titleHidden use={slots} />
        {isFull ? (
          // Our own licences are what the next client waits for; a client's is their own affair.
          <MarkText shape="dead" tone={subject.licenceOf === 'agency' ? 'turn' : 'quiet'} label={t('capacity.full')} />
        ) : null}
      </div>
      <SlotHolders holders={holders} elsewhere={elsewhere} />
    </li>
  );
}

/** The seats' shapes by their words. */
function SeatLegend() {
  const { t } = useLocale();
  return (
    <p className="seat-legend">
      {(['reserved', 'elsewhere', 'planned', 'free'] as const).map((state) => (
        <span key={state}>
          <i className={`seat seat-${state}`} aria-hidden="true" />
          {t(`capacity.slots.${state}`)}
        </span>
      ))}
    </p>
  );
}

function NothingFound() {
  const { t } = useLocale();
  return (
    <PageFace
      kind="empty"
      title={t('capacity.nothing_found')}
      actions={
        <ButtonLink to={paths.capacity} search={{}} variant="default">
          {t('records.show_all')}
        </ButtonLink>
      }
    />
  );
}

/** Nothing yet: says what a place is, and how many a company has by the rule of the day. */
function NoLicence() {
  const { t, locale } = useLocale();
  const rule = useQuery(ruleQuery('quota.subject.enterprise')).data;
  return (
    <PageFace kind="empty" title={t('capacity.empty')}>
      <p>{t('capacity.empty_help')}</p>
      {rule && typeof rule.value === 'number' ? (
        <p>
          {t('capacity.empty_rule', {
            limit: rule.value,
            rule: rule.id,
            since: formatDateWithYear(rule.validFrom, locale),
          })}{' '}
          <RuleWhy rule={rule} what={t('states.slot.subject')} />
        </p>
      ) : null}
    </PageFace>
  );
}
