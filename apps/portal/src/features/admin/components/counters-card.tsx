/** How many accounts count against the administrator's ID number, phone and WeChat: as seats, and in words. */
import type { AdminPage } from '@daiban/contracts';
import { RuleWhy } from '../../../lib/rule-why.js';
import type { AdminReader } from '../admin-reader.js';
import { adminText } from '../texts.js';

type SlotUse = NonNullable<AdminPage['counters']['adminId']>;

/** More than these nobody counts at a glance. */
const MOST_SEATS = 10;

export function CountersCard({ reader }: { reader: AdminReader }) {
  const { locale, page } = reader;
  const { counters, held } = page;
  const rows = [
    ['adminPage.counters.id', held.idNumberMasked, counters.adminId],
    ['adminPage.counters.phone', held.phoneMasked, counters.adminPhone],
    ['adminPage.counters.wechat', null, counters.adminWechat],
  ] as const;
  return (
    <section className="portal-card" aria-labelledby="counters">
      <h2 id="counters">{adminText(locale, 'adminPage.counters.title')}</h2>
      <p>{adminText(locale, 'adminPage.counters.note')}</p>
      <dl className="admin-counters">
        {rows.map(([key, masked, use]) => (
          <div key={key}>
            <dt>
              {adminText(locale, key)} {masked ? <span className="admin-number">{masked}</span> : null}
            </dt>
            <dd>
              {use && use.limit !== null && use.limit <= MOST_SEATS ? <Seats use={use} limit={use.limit} /> : null}
              <span>
                {countWords(reader, use)}{' '}
                {use?.rule ? <RuleWhy ruleId={use.rule.id} what={adminText(locale, key)} /> : null}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function countWords({ locale }: AdminReader, use: SlotUse | null): string {
  if (!use) return adminText(locale, 'adminPage.counters.unknown');
  const used = use.reserved + use.elsewhere;
  const taken =
    use.limit === null
      ? adminText(locale, 'adminPage.counters.used_unlimited', { used })
      : adminText(locale, 'adminPage.counters.used', { used, limit: use.limit });
  if (use.planned === 0) return taken;
  const planned = adminText(locale, 'adminPage.counters.planned', { count: use.planned });
  return locale === 'zh' ? `${taken}，${planned}` : `${taken}; ${planned}`;
}

/** Full: taken · striped: on its way · empty: free. The words beside it say the same. */
function Seats({ use, limit }: { use: SlotUse; limit: number }) {
  const used = use.reserved + use.elsewhere;
  const places = Math.max(limit, used + use.planned);
  const kind = (place: number) => (place < used ? 'taken' : place < used + use.planned ? 'planned' : 'free');
  return (
    <span className="admin-seats" aria-hidden="true">
      {Array.from({ length: places }, (_, place) => (
        <i key={place} data-seat={kind(place)} />
      ))}
    </span>
  );
}
