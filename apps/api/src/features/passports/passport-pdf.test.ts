import { beforeAll, describe, expect, test } from '@jest/globals';
import type { CustodyPassport } from '@daiban/contracts';
import { LOCALES, type Locale } from '@daiban/domain/enumerations';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { drawPassport } from './passport-pdf.js';

const PASSPORT: CustodyPassport = {
  registrationId: '0199a000-0000-7000-8000-000000000001',
  generatedAt: '2026-10-13T03:20:00.000Z',
  rulebookVersion: '2026-11-20.3',
  agency: { name: 'Lantern Bridge', nameZh: '灯桥咨询', legalName: 'Lantern Bridge Consulting (Shanghai) Co., Ltd.' },
  clientName: 'Harbour Foods Pty Ltd',
  account: {
    name: '海港优选 Harbour',
    type: 'service',
    state: 'live',
    originalId: 'gh_0123456789ab',
    appId: 'wx0123456789abcdef',
    submittedAt: '2026-09-28T06:00:00.000Z',
    liveAt: '2026-10-12T02:00:00.000Z',
  },
  registrant: {
    name: '海港食品（上海）有限公司',
    type: 'enterprise',
    code: '91310000MA1FL0AA0X',
    countryCode: 'CN',
    licenceOf: 'client',
    licenceExpiresOn: '2046-05-01',
  },
  admin: {
    nameMasked: '王*',
    idNumberMasked: '310***********0017',
    employer: 'agency',
    isLegalRepresentative: false,
    verifiedAt: '2026-09-27T06:00:00.000Z',
  },
  email: { address: 'wechat@harbour.example', holder: 'client', confirmedAt: '2026-09-25T06:00:00.000Z' },
  operators: [
    { nameMasked: 'J. D.', term: 'long', boundAt: '2026-10-12T06:00:00.000Z', endsOn: null },
    { nameMasked: '李**', term: 'short', boundAt: '2026-10-12T06:00:00.000Z', endsOn: '2026-11-12' },
  ],
  verification: { status: 'verified', untilOn: '2027-10-12', provenance: 'assumed', rule: null },
  orders: [
    {
      number: 1,
      kind: 'first',
      state: 'failed',
      openedAt: '2026-09-28T06:00:00.000Z',
      payer: 'client',
      paid: { amount: { amountMinor: 30000, currency: 'CNY' }, on: '2026-09-28' },
      due: null,
      waived: false,
      lost: true,
    },
    {
      number: 2,
      kind: 'first',
      state: 'passed',
      openedAt: '2026-10-05T06:00:00.000Z',
      payer: 'agency',
      paid: { amount: { amountMinor: 30000, currency: 'CNY' }, on: '2026-10-08' },
      due: null,
      waived: false,
      lost: false,
    },
  ],
  paidTotals: [{ amountMinor: 60000, currency: 'CNY' }],
  exit: {
    route: 'handover',
    steps: [
      { item: 'admin', heldBy: 'agency' },
      { item: 'login_email', heldBy: 'client' },
      { item: 'phone', heldBy: 'unknown' },
      { item: 'operators', heldBy: 'agency' },
      { item: 'authorisation', heldBy: 'unknown' },
      { item: 'app_secret', heldBy: 'unknown' },
      { item: 'ip_whitelist', heldBy: 'unknown' },
    ],
    rule: null,
  },
  custody: [
    { at: '2026-09-20T06:00:00.000Z', kind: 'registration_created' },
    { at: '2026-09-25T06:00:00.000Z', kind: 'email_confirmed' },
    { at: '2026-09-27T06:00:00.000Z', kind: 'admin_verified' },
    { at: '2026-10-12T02:00:00.000Z', kind: 'subject_proven' },
    { at: '2026-10-12T06:00:00.000Z', kind: 'operator_bound' },
  ],
};

/** Opens a document as a reader's program does. */
async function open(passport: CustodyPassport, locale: Locale): Promise<PDFDocumentProxy> {
  const bytes = await drawPassport(passport, locale);
  return getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 }).promise;
}

async function wordsOf(document: PDFDocumentProxy): Promise<string> {
  const pages = Array.from({ length: document.numPages }, async (_, index) => {
    const page = await document.getPage(index + 1);
    const { items } = await page.getTextContent();
    return items.map((item) => ('str' in item ? item.str : '')).join('');
  });
  return (await Promise.all(pages)).join('').replace(/\s+/g, ' ');
}

describe('the passport as a document', () => {
  const opened = new Map<Locale, PDFDocumentProxy>();
  beforeAll(async () => {
    for (const locale of LOCALES) opened.set(locale, await open(PASSPORT, locale));
  });
  const of = (locale: Locale): PDFDocumentProxy => opened.get(locale)!;

  test.each(LOCALES)('can be read and searched, Chinese names too: %s', async (locale) => {
    const words = await wordsOf(of(locale));
    for (const said of ['海港优选 Harbour', '海港食品（上海）有限公司', '王*', '310***********0017', '¥300', '¥600'])
      expect(words).toContain(said);
    expect(words).toContain(locale === 'en' ? 'Who holds the keys' : '权限在谁手中');
    expect(words).toContain(locale === 'en' ? 'not returned' : '不予退还');
  });

  test.each(LOCALES)('says its language and title, and is tagged for screen readers: %s', async (locale) => {
    const document = of(locale);
    const { info } = await document.getMetadata();
    expect(info).toMatchObject({
      Title: `海港优选 Harbour · ${locale === 'en' ? 'Account passport' : '账号档案'}`,
      Language: locale === 'en' ? 'en' : 'zh-Hans',
    });
    const tree = JSON.stringify(await (await document.getPage(1)).getStructTree());
    for (const role of ['H1', 'H2', 'Table', 'TR', 'TH', 'TD']) expect(tree).toContain(`"role":"${role}"`);
  });

  test('carries nothing that runs, whatever a name says', async () => {
    const evil = `)>>/OpenAction<</S/JavaScript/JS(app.alert(1))>> <script>alert(1)</script> \u202Egnp.exe`;
    const account = { ...PASSPORT.account, name: evil };
    const document = await open({ ...PASSPORT, account, clientName: evil }, 'en');
    expect(await document.getOpenAction()).toBeNull();
    expect(await document.getJSActions()).toBeNull();
    expect(await wordsOf(document)).toContain('app.alert(1)');
    expect(await wordsOf(document)).not.toContain('\u202E');
  });

  test('writes letters of other scripts too', async () => {
    const account = { ...PASSPORT.account, name: 'Café Чайка 海港 Đường Żółć Řeka Ελλάς' };
    const words = await wordsOf(await open({ ...PASSPORT, account }, 'en'));
    for (const word of ['Café', 'Чайка', '海港', 'Đường', 'Żółć', 'Řeka', 'Ελλάς', 'The client’s own licence'])
      expect(words).toContain(word);
  });

  test('goes on over pages without losing a line', async () => {
    const custody = Array.from({ length: 120 }, () => PASSPORT.custody[0]!);
    const document = await open({ ...PASSPORT, custody }, 'zh');
    expect(document.numPages).toBeGreaterThan(3);
    expect((await wordsOf(document)).split('2026年9月20日').length - 1).toBe(120);
    expect(await wordsOf(document)).toContain(`第 1 页，共 ${document.numPages} 页`);
  });
});
