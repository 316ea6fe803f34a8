/** Where each rule was read, told in our own words. Rules name a source by its key; screens show it beside a refusal. */

export interface Source {
  /** What it is. */
  readonly title: string;
  readonly publisher: string;
  /** Where it can be read; null: not on the public web, or a form seen while filling it in. */
  readonly address: string | null;
  /** The time it held, as far as it says so. */
  readonly heldOn: string;
  /** What it says, in our own words. */
  readonly says: string;
}

export const SOURCES = {
  registration_form: {
    title: 'Registration form of the Official Accounts platform',
    publisher: 'Tencent',
    address: 'https://mp.weixin.qq.com',
    heldOn: 'after 2018-11',
    says: 'The form offers each class of subject its own ways of proof, compares code and class, counts accounts by ID, phone and WeChat, and wants an adult admin with a phone and a bank card bound to WeChat.',
  },
  registration_page: {
    title: 'First page of the registration',
    publisher: 'Tencent',
    address: 'https://mp.weixin.qq.com',
    heldOn: '2016-2024',
    says: 'The address must not be registered for any account of the platform or the Open Platform, nor be bound to a personal WeChat; one address opens one account.',
  },
  limits_notice: {
    title: 'Notice on the number of accounts a subject may register',
    publisher: 'Tencent',
    address: null,
    heldOn: '2018-11-16',
    says: 'From 16 November 2018 an individual may open one Official Account, a company, sole proprietor or other organisation two; government and media keep fifty.',
  },
  operating_rules: {
    title: 'Operating rules of the Official Accounts platform',
    publisher: 'Tencent',
    address: null,
    heldOn: 'undated',
    says: 'A registration not finished within thirty days may be ended and its address freed.',
  },
  registration_guides: {
    title: 'Guides to registering, written by agencies',
    publisher: 'several agencies',
    address: null,
    heldOn: '2016-2020',
    says: 'The verification route must be finished within thirty days of submitting, the small transfer within ten; its check takes a working day.',
  },
  verification_form: {
    title: 'Application form of the verification',
    publisher: 'Tencent',
    address: 'https://mp.weixin.qq.com',
    heldOn: '2014-2016',
    says: 'Lists the finer classes of subject and their papers, lets overseas subjects pay by bank transfer only and a first registration by WeChat Pay only, and gives each account a receiving number of its own.',
  },
  verification_events: {
    title: 'Messages about verification',
    publisher: 'Tencent',
    address: 'https://developers.weixin.qq.com/doc/service/guide/product/Accreditation.html',
    heldOn: '2025',
    says: 'Qualification is reviewed before the name; rights begin with the first, the tick comes with the second; messages carry the time at which the verification ends.',
  },
  account_api: {
    title: 'Interface that reads an account',
    publisher: 'Tencent',
    address: 'https://developers.weixin.qq.com',
    heldOn: '2025',
    says: 'Answers qualification, naming, and begin and end of the yearly review; the window seen there is ninety days to the second.',
  },
  mini_program_prices: {
    title: 'Price list of the Mini Program verification',
    publisher: 'Tencent',
    address: null,
    heldOn: '2024',
    says: 'Three hundred yuan for a company, thirty for a sole proprietor; the payment link lives twenty-four hours.',
  },
  fee_reports: {
    title: 'Reports on the review fee',
    publisher: 'several agencies',
    address: null,
    heldOn: '2013-2025',
    says: 'Three hundred yuan for each application, whether it passes or not and at each renewal; government bodies, foundations and foreign missions pay nothing; nothing is paid back.',
  },
  overseas_reports: {
    title: 'Reports on accounts of overseas companies',
    publisher: 'several agencies',
    address: null,
    heldOn: '2018-2022',
    says: 'Overseas companies are offered a service account only, pay ninety-nine US dollars a year, and wait five to ten working days.',
  },
  review_reports: {
    title: 'Reports on the time of the review',
    publisher: 'several agencies',
    address: null,
    heldOn: '2015-2020',
    says: 'Five to seven working days is the usual word; from one day to fifteen have been seen.',
  },
  supplement_reports: {
    title: 'Reports on returned applications',
    publisher: 'several agencies',
    address: null,
    heldOn: '2014-2023',
    says: 'A returned application may be answered three times inside the days of the notice; an answer about the name alone uses a chance as well.',
  },
  wecom_prices: {
    title: 'Prices of the WeCom verification',
    publisher: 'several agencies',
    address: null,
    heldOn: '2022',
    says: 'Three hundred, three thousand or thirty thousand yuan, by the size of the organisation.',
  },
  credit_code_standard: {
    title: 'GB 32100-2015, unified social credit code',
    publisher: 'Standardization Administration of China',
    address: null,
    heldOn: '2015-10-01',
    says: 'The first two characters of a code tell the registry and the kind of body.',
  },
  admin_faq: {
    title: 'Answer on who should be the admin',
    publisher: 'Tencent',
    address: null,
    heldOn: 'undated',
    says: 'The admin should be a responsible person of the subject, not an outsider such as a third-party operator.',
  },
  personal_information_law: {
    title: 'Personal Information Protection Law',
    publisher: "National People's Congress",
    address: null,
    heldOn: '2021-11-01',
    says: 'Sensitive data needs a purpose, a separate consent that can be withdrawn, strict protection and the shortest keeping.',
  },
  nobody_knows: {
    title: 'No source found',
    publisher: 'Daiban',
    address: null,
    heldOn: '2026-11-20',
    says: 'We looked and found no statement that can be relied upon: ask Tencent and record who answered.',
  },
  house: {
    title: "Daiban's own practice",
    publisher: 'Daiban',
    address: null,
    heldOn: '2026-11-20',
    says: 'A default of this product that an agency may change.',
  },
} as const satisfies Record<string, Source>;

export type SourceKey = keyof typeof SOURCES;
