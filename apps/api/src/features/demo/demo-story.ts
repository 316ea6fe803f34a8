/** What happened at Lantern Bridge before the demo begins, as data: its clients, their accounts, and each step with its day. All names and numbers are invented. */
import type { AccountType, Locale, OperatorTerm, Route, SubjectType } from '@daiban/domain/enumerations';

export interface DemoClient {
  readonly key: string;
  readonly name: string;
  readonly countryCode: string;
  readonly locale: Locale;
  readonly timeZone: string;
  readonly contacts: readonly (readonly [
    name: string,
    email: string,
    role: 'decider' | 'papers' | 'finance' | 'observer',
  ])[];
  /** Whom a link to the progress was made for; most clients want none. */
  readonly board?: string;
}

export interface DemoPerson {
  readonly key: string;
  readonly name: string;
  readonly idKind: 'resident_id' | 'passport';
  /** Checksum-valid in the region 999999, which no authority has: it cannot be anybody's. */
  readonly idNumber: string;
  readonly phone: string;
  readonly employer: 'registrant' | 'agency' | 'other';
  /** Where they are written to; most are reached through their client. */
  readonly email?: string;
}

export interface DemoSubject {
  readonly type: SubjectType;
  readonly name: string;
  readonly code?: string;
  readonly countryCode: string;
  readonly licenceOf?: 'client' | 'agency' | 'partner';
}

/** An operator gets a seat on the live account; more accounts are asked for than the licence's limit. */
export type PlaceStep =
  | { readonly do: 'operator'; readonly person: string; readonly term: OperatorTerm }
  | { readonly do: 'raise'; readonly reason: string };

/** What was done on a day. Facts and evidence are those of the event; `papers` and the like stand for several calls. */
export type DemoStep =
  | { readonly do: 'advise' | 'papers' | 'email' | 'scan' }
  /** The administrator is named and agrees that pictures of their identity are kept. */
  | { readonly do: 'consent' }
  | PlaceStep
  /** A paper's file came, from the client's contact or from the member who looks after the case, and was sent to be checked where it passed its inspection. */
  | {
      readonly do: 'bring';
      readonly code: string;
      readonly name: string;
      /** photo: a page with a seal · bare: without one · pdf: two pages · drawing: what is no picture to the inspection. */
      readonly file: 'photo' | 'bare' | 'pdf' | 'drawing';
      readonly by: 'contact' | 'member';
    }
  /** Somebody wrote in the thread of the case; `note`: among staff. */
  | { readonly do: 'message'; readonly by: 'contact' | 'member' | 'note'; readonly body: string }
  /** The review ended with its one mail. */
  | { readonly do: 'tell' }
  /** One paper came back for a correction. */
  | { readonly do: 'return'; readonly code: string; readonly reasonCode: string; readonly note: string }
  | {
      readonly do: 'event';
      readonly event: string;
      readonly facts?: Readonly<Record<string, unknown>>;
      readonly reason?: string;
      readonly heard?: true;
    }
  | {
      readonly do: 'order';
      readonly event: string;
      readonly facts?: Readonly<Record<string, unknown>>;
      readonly heard?: true;
    }
  /** The admin is named and offered times for the scan; instants. */
  | { readonly do: 'offer'; readonly times: readonly string[] }
  | { readonly do: 'open'; readonly kind: 'renewal' | 'first' | 're_verification' };

export interface DemoCase {
  readonly client: string;
  readonly subject: DemoSubject;
  readonly accountType: AccountType;
  readonly route: Route;
  readonly name: string;
  readonly email: string;
  /** Key of the admin person. */
  readonly admin?: string;
  readonly assignee: 'specialist' | 'manager';
  /** Day the case was opened (Asia/Shanghai). */
  readonly openedOn: string;
  readonly steps: readonly (readonly [on: string, time: string, step: DemoStep])[];
}

export const DEMO_CLIENTS: readonly DemoClient[] = [
  {
    key: 'kopi',
    name: 'Kopi Selatan Sdn Bhd',
    countryCode: 'MY',
    locale: 'en',
    timeZone: 'Asia/Kuala_Lumpur',
    contacts: [['Aisyah Rahman', 'aisyah@kopi-selatan.example', 'decider']],
  },
  {
    key: 'tanjong',
    name: 'Tanjong Textiles Sdn Bhd',
    countryCode: 'MY',
    locale: 'en',
    timeZone: 'Asia/Kuala_Lumpur',
    contacts: [
      ['Lim Wei Han', 'weihan@tanjong.example', 'decider'],
      ['Nora Tan', 'accounts@tanjong.example', 'finance'],
    ],
    board: 'Board, October meeting',
  },
  {
    key: 'orafa',
    name: 'Orafa Bellini Srl',
    countryCode: 'IT',
    locale: 'en',
    timeZone: 'Europe/Rome',
    contacts: [['Chiara Bellini', 'chiara@orafa-bellini.example', 'decider']],
  },
  {
    key: 'harbour',
    name: 'Harbour & Pine (HK) Ltd',
    countryCode: 'HK',
    locale: 'en',
    timeZone: 'Asia/Hong_Kong',
    contacts: [['Rachel Kwok', 'rachel@harbourpine.example', 'decider']],
  },
  {
    key: 'wattle',
    name: 'Wattle Labs Pty Ltd',
    countryCode: 'AU',
    locale: 'en',
    timeZone: 'Australia/Sydney',
    contacts: [['Tom Brennan', 'tom@wattlelabs.example', 'decider']],
  },
  {
    key: 'northlight',
    name: 'Northlight A/S',
    countryCode: 'DK',
    locale: 'en',
    timeZone: 'Europe/Copenhagen',
    contacts: [['Anna Holm', 'anna@northlight.example', 'decider']],
  },
  {
    key: 'pelican',
    name: 'Pelican Ferries Ltd',
    countryCode: 'GB',
    locale: 'en',
    timeZone: 'Europe/London',
    contacts: [['Owen Price', 'owen@pelicanferries.example', 'decider']],
  },
  {
    key: 'bergfluss',
    name: 'Bergfluss Outdoor GmbH',
    countryCode: 'DE',
    locale: 'en',
    timeZone: 'Europe/Berlin',
    contacts: [['Jonas Keller', 'jonas@bergfluss.example', 'decider']],
  },
  {
    key: 'kestrel',
    name: 'Kestrel Education',
    countryCode: 'GB',
    locale: 'en',
    timeZone: 'Europe/London',
    contacts: [['Priya Shah', 'priya@kestrel-edu.example', 'decider']],
  },
  {
    key: 'atelier',
    name: 'Atelier Moreau',
    countryCode: 'FR',
    locale: 'en',
    timeZone: 'Europe/Paris',
    contacts: [['Camille Moreau', 'camille@atelier-moreau.example', 'decider']],
  },
  {
    key: 'sunda',
    name: 'Sunda Spice PT',
    countryCode: 'ID',
    locale: 'en',
    timeZone: 'Asia/Jakarta',
    contacts: [['Dewi Lestari', 'dewi@sundaspice.example', 'decider']],
  },
  {
    key: 'yarra',
    name: 'Yarra Dairy Pty Ltd',
    countryCode: 'AU',
    locale: 'en',
    timeZone: 'Australia/Melbourne',
    contacts: [
      ['Ruth Okafor', 'ruth@yarradairy.example', 'decider'],
      ['Sam Lowe', 'sam@yarradairy.example', 'finance'],
    ],
  },
  {
    key: 'maison',
    name: 'Maison Verrier',
    countryCode: 'FR',
    locale: 'en',
    timeZone: 'Europe/Paris',
    contacts: [['Luc Verrier', 'luc@maison-verrier.example', 'decider']],
  },
  {
    key: 'lumiere',
    name: 'Lumière Jewellery SA',
    countryCode: 'CH',
    locale: 'en',
    timeZone: 'Europe/Zurich',
    contacts: [['Inès Favre', 'ines@lumiere.example', 'decider']],
  },
  {
    key: 'okanagan',
    name: 'Okanagan Cellars Inc',
    countryCode: 'CA',
    locale: 'en',
    timeZone: 'America/Vancouver',
    contacts: [['Grace Moore', 'grace@okanagancellars.example', 'decider']],
  },
  {
    key: 'fjordline',
    name: 'Fjordline Seafood AS',
    countryCode: 'NO',
    locale: 'en',
    timeZone: 'Europe/Oslo',
    contacts: [['Ingrid Berg', 'ingrid@fjordline.example', 'decider']],
  },
  {
    key: 'qingshi',
    name: '青石茶行',
    countryCode: 'CN',
    locale: 'zh',
    timeZone: 'Asia/Shanghai',
    contacts: [['陆青石', 'lu@qingshi-tea.example', 'decider']],
  },
];

export const DEMO_PEOPLE: readonly DemoPerson[] = [
  // The one who holds five accounts: no place is left under her ID, phone and WeChat.
  {
    key: 'chen',
    name: '陈薇',
    idKind: 'resident_id',
    idNumber: '999999198307108126',
    phone: '+8613800000086',
    employer: 'registrant',
  },
  {
    key: 'zhou',
    name: '周海宁',
    idKind: 'resident_id',
    idNumber: '999999199004050822',
    phone: '+8613800000010',
    employer: 'registrant',
    email: 'zhou.haining@northlight.example',
  },
  {
    key: 'wang',
    name: '王芳',
    idKind: 'resident_id',
    idNumber: '999999197405079176',
    phone: '+8613800000047',
    employer: 'registrant',
  },
  {
    key: 'li',
    name: '李娜',
    idKind: 'resident_id',
    idNumber: '999999199403265468',
    phone: '+8613800000021',
    employer: 'registrant',
  },
  {
    key: 'sun',
    name: '孙丽',
    idKind: 'resident_id',
    idNumber: '999999197306061851',
    phone: '+8613800000065',
    employer: 'agency',
  },
  {
    key: 'zhao',
    name: '赵磊',
    idKind: 'resident_id',
    idNumber: '999999198501010771',
    phone: '+8613800000060',
    employer: 'registrant',
  },
  {
    key: 'lu',
    name: '陆青石',
    idKind: 'resident_id',
    idNumber: '999999198701059318',
    phone: '+8613800000004',
    employer: 'registrant',
  },
  // Runs campaigns for a client, by a seat that ends by itself.
  {
    key: 'he',
    name: '何雨桐',
    idKind: 'resident_id',
    idNumber: '999999199603182042',
    phone: '+8613800000072',
    employer: 'registrant',
  },
  {
    key: 'chiara',
    name: 'Chiara Bellini',
    idKind: 'passport',
    idNumber: 'YA0000001',
    phone: '+390612345678',
    employer: 'registrant',
  },
  {
    key: 'dewi',
    name: 'Dewi Lestari',
    idKind: 'passport',
    idNumber: 'X0000002',
    phone: '+622112345678',
    employer: 'registrant',
  },
];
