/** An account's custody passport in words: headings and lines, the same on both pages and in the document. Called by the API's PDF and by `PassportSheet` of the apps. */
import type { Locale } from '@daiban/domain/enumerations';
import { dateIn, formatDateWithYear, formatTime } from './format-date.js';
import { formatMoney } from './format-money.js';
import { passportCatalogues } from './passport-catalogues.js';
import type { PassportToSay } from './passport-to-say.js';
import { createText } from './text.js';

const BEIJING = 'Asia/Shanghai';
const say = createText(passportCatalogues);

export interface PassportLine {
  readonly label: string;
  readonly value: string;
}

export interface PassportSection {
  readonly key: 'account' | 'owner' | 'keys' | 'verification' | 'orders' | 'exit' | 'custody';
  readonly heading: string;
  /** A sentence before the lines. */
  readonly lead: string | null;
  readonly lines: readonly PassportLine[];
  /** A sentence after them. */
  readonly note: string | null;
}

export interface PassportSheet {
  readonly title: string;
  readonly account: string;
  readonly intro: string;
  /** As of when, by which rules. */
  readonly made: string;
  readonly madeBy: string;
  readonly sections: readonly PassportSection[];
}

/** File name of the document, without its ending. */
export function passportFileName(passport: PassportToSay, locale: Locale): string {
  const date = dateIn(passport.generatedAt, BEIJING);
  return say(locale, 'passport.document.file', { account: passport.account.name, date });
}

/** `2 of 3` for the foot of a page. */
export function passportPage(page: number, pages: number, locale: Locale): string {
  return say(locale, 'passport.document.page', { page, pages });
}

export function writePassport(passport: PassportToSay, locale: Locale): PassportSheet {
  const { generatedAt, rulebookVersion: version, agency, account } = passport;
  const agencyName = agency.legalName ?? (locale === 'zh' ? (agency.nameZh ?? agency.name) : agency.name);
  return {
    title: say(locale, 'passport.title'),
    account: account.name,
    intro: say(locale, 'passport.intro'),
    made: say(locale, 'passport.made.line', {
      date: formatDateWithYear(dateIn(generatedAt, BEIJING), locale),
      time: formatTime(generatedAt, BEIJING, locale),
      version,
    }),
    madeBy: say(locale, 'passport.made.by', { agency: agencyName }),
    sections: [
      accountSection(passport, locale),
      ownerSection(passport, locale),
      keysSection(passport, locale),
      verificationSection(passport, locale),
      ordersSection(passport, locale),
      exitSection(passport, locale),
      custodySection(passport, locale),
    ].filter((section) => section.lines.length > 0 || section.lead !== null),
  };
}

function accountSection({ account }: PassportToSay, locale: Locale): PassportSection {
  const { name, type, state, originalId, appId, submittedAt, liveAt } = account;
  const line = (key: string, value: string | null): PassportLine => ({
    label: say(locale, `passport.account.${key}`),
    value: value ?? say(locale, 'passport.unknown'),
  });
  return {
    ...section('account', locale),
    lines: [
      line('name', name),
      line('type', say(locale, `states.account_type.${type}`)),
      line('state', say(locale, `states.registration.${state}`)),
      ...(liveAt === null ? [] : [line('original_id', originalId), line('app_id', appId)]),
      ...(submittedAt === null ? [] : [line('submitted', dayOf(submittedAt, locale))]),
      ...(liveAt === null ? [] : [line('live', dayOf(liveAt, locale))]),
    ],
  };
}

function ownerSection({ registrant }: PassportToSay, locale: Locale): PassportSection {
  const { name, type, code, countryCode, licenceOf, licenceExpiresOn } = registrant;
  const regions = new Intl.DisplayNames([locale === 'zh' ? 'zh-CN' : 'en'], { type: 'region' });
  const line = (key: string, value: string): PassportLine => ({ label: say(locale, `passport.owner.${key}`), value });
  return {
    ...section('owner', locale),
    lines: [
      line('registrant', name),
      line('kind', say(locale, `states.subject_type.${type}`)),
      ...(type === 'individual' ? [] : [line('code', code ?? say(locale, 'passport.unknown'))]),
      line('country', regions.of(countryCode) ?? countryCode),
      line('licence', say(locale, `states.licence_of.${licenceOf}`)),
      ...(licenceExpiresOn === null ? [] : [line('licence_until', formatDateWithYear(licenceExpiresOn, locale))]),
    ],
    note: say(locale, licenceOf === 'client' ? 'passport.owner.own_note' : 'passport.owner.foreign_note'),
  };
}

function keysSection({ admin, email, operators }: PassportToSay, locale: Locale): PassportSection {
  const none = say(locale, 'passport.none');
  const line = (key: string, value: string): PassportLine => ({ label: say(locale, `passport.keys.${key}`), value });
  const moment = (at: string | null): string => (at === null ? none : dayOf(at, locale));
  return {
    ...section('keys', locale),
    lines: [
      line('admin', admin?.nameMasked ?? none),
      ...(admin
        ? [
            ...(admin.idNumberMasked === null ? [] : [line('admin_id', admin.idNumberMasked)]),
            line('admin_employer', say(locale, `states.employer.${admin.employer}`)),
            line('admin_legal', say(locale, admin.isLegalRepresentative ? 'passport.yes' : 'passport.no')),
            line('admin_verified', moment(admin.verifiedAt)),
          ]
        : []),
      line('email', email?.address ?? none),
      ...(email
        ? [
            line('email_holder', say(locale, `passport.mailbox.${email.holder}`)),
            line('email_confirmed', moment(email.confirmedAt)),
          ]
        : []),
      {
        label: say(locale, 'passport.keys.operator', { count: Math.max(operators.length, 1) }),
        value: operators.length === 0 ? none : operators.map((each) => operatorLine(each, locale)).join('\n'),
      },
    ],
    note: admin || operators.length > 0 ? say(locale, 'passport.keys.masked_note') : null,
  };
}

function operatorLine(operator: PassportToSay['operators'][number], locale: Locale): string {
  const { nameMasked: name, term, boundAt, endsOn } = operator;
  const params = { name, term: say(locale, `states.operator_term.${term}`), since: dayOf(boundAt, locale) };
  return endsOn === null
    ? say(locale, 'passport.keys.operator_line', params)
    : say(locale, 'passport.keys.operator_line_until', { ...params, until: formatDateWithYear(endsOn, locale) });
}

function verificationSection({ verification }: PassportToSay, locale: Locale): PassportSection {
  const { status, untilOn, provenance } = verification;
  const line = (key: string, value: string): PassportLine => ({
    label: say(locale, `passport.verification.${key}`),
    value,
  });
  return {
    ...section('verification', locale),
    lines: [
      line('status', say(locale, `states.verification.${status}`)),
      ...(untilOn === null ? [] : [line('until', formatDateWithYear(untilOn, locale))]),
      ...(untilOn === null || provenance === null
        ? []
        : [line('known', say(locale, `states.provenance.${provenance}`))]),
    ],
    note: untilOn !== null && provenance === 'assumed' ? say(locale, 'passport.verification.assumed_note') : null,
  };
}

function ordersSection({ orders, paidTotals }: PassportToSay, locale: Locale): PassportSection {
  return {
    ...section('orders', locale),
    lead: orders.length === 0 ? say(locale, 'passport.orders.none') : null,
    lines: [
      ...orders.map((order) => ({
        label: say(locale, 'passport.orders.label', {
          number: order.number,
          kind: say(locale, `states.order_kind.${order.kind}`),
        }),
        value: orderLine(order, locale),
      })),
      ...(paidTotals.length === 0
        ? []
        : [
            {
              label: say(locale, 'passport.orders.total'),
              value: paidTotals.map((sum) => formatMoney(sum, locale)).join(locale === 'zh' ? '，' : ', '),
            },
          ]),
    ],
    note: orders.length === 0 ? null : say(locale, 'passport.orders.fee_note'),
  };
}

function orderLine(order: PassportToSay['orders'][number], locale: Locale): string {
  const { paid, due, waived, lost, openedAt } = order;
  const state = say(locale, `states.order.${order.state}`);
  const payer = say(locale, `states.payer.${order.payer}`);
  if (paid) {
    const params = {
      state,
      payer,
      amount: formatMoney(paid.amount, locale),
      date: formatDateWithYear(paid.on, locale),
    };
    return say(locale, lost ? 'passport.orders.lost' : 'passport.orders.paid', params);
  }
  if (waived) return say(locale, 'passport.orders.waived', { state });
  if (due) return say(locale, 'passport.orders.due', { state, payer, amount: formatMoney(due, locale) });
  return say(locale, 'passport.orders.open', { state, date: dayOf(openedAt, locale) });
}

function exitSection({ exit }: PassportToSay, locale: Locale): PassportSection {
  const steps = exit.route === 'over' || exit.route === 'done' ? [] : exit.steps;
  return {
    ...section('exit', locale),
    lead: say(locale, `passport.exit.${exit.route}`),
    lines: steps.map(({ item, heldBy }) => ({
      label: say(locale, `passport.exit.${item}`),
      value: say(locale, `passport.held.${heldBy}`),
    })),
  };
}

/** Entries that name persons in a history are told here without them. */
const WITHOUT_NAMES = new Set(['operator_bound', 'operator_unbound']);

function custodySection({ custody }: PassportToSay, locale: Locale): PassportSection {
  return {
    ...section('custody', locale),
    lines: custody.map(({ at, kind }) => ({
      label: dayOf(at, locale),
      value: WITHOUT_NAMES.has(kind) ? say(locale, `passport.custody.${kind}`) : say(locale, `history.${kind}`),
    })),
  };
}

function section(key: PassportSection['key'], locale: Locale): PassportSection {
  return { key, heading: say(locale, `passport.${key}.heading`), lead: null, lines: [], note: null };
}

/** An instant's day in Beijing. */
function dayOf(at: string, locale: Locale): string {
  return formatDateWithYear(dateIn(at, BEIJING), locale);
}
