/** Builds what the API answers an administrator, for the portal's own tests: named, nothing agreed to, two times to choose from. */
import type { AdminPage } from '@daiban/contracts';

const slots = { reserved: 1, planned: 1, elsewhere: 0, limit: 5, limitByRule: 5, granted: 0, rule: null };
const time = { minutes: 30, state: 'offered', stateSince: '2026-09-28T02:00:00.000Z', version: 1 } as const;

export function anAdminPage(changes: Partial<AdminPage> = {}): AdminPage {
  return {
    visitor: { name: '沈瑜', locale: 'zh', timeZone: 'Asia/Shanghai', hasEmail: true },
    agency: { name: 'Lantern Bridge', nameZh: '灯桥咨询', timeZone: 'Europe/Berlin' },
    now: '2026-09-28T03:20:00.000Z',
    today: '2026-09-28',
    registration: {
      id: '01890000-0000-7000-8000-000000000001',
      accountName: '松风茶事',
      accountType: 'service',
      subjectName: '松风（上海）茶业有限公司',
      clientName: 'Pinewind Tea',
      state: 'awaiting_admin_verification',
      assigneeName: '林梅',
    },
    scan: 'ahead',
    outsider: null,
    held: { idKind: 'resident_id', idNumberMasked: '999***********7011', phoneMasked: '+86138****7701' },
    counters: { adminId: slots, adminPhone: slots, adminWechat: null },
    checks: { wechatHasPhone: false, wechatHasOwnCard: false },
    consents: (['admin_identity', 'identity_documents', 'cross_border_transfer'] as const).map((purpose) => ({
      purpose,
      required: purpose === 'admin_identity',
      textVersion: 'daiban-1',
      text: { en: 'Words.\n\nMore words.', zh: '文字。\n\n更多文字。' },
      given: null,
    })),
    papersDeleted: { afterDays: 30, on: null },
    papers: [{ id: '01890000-0000-7000-8000-0000000000a1', code: 'admin_id', state: 'open', reasonCode: null }],
    usualMinutes: 30,
    times: [
      { ...time, id: '01890000-0000-7000-8000-0000000000b1', startsAt: '2026-09-30T02:00:00.000Z' },
      { ...time, id: '01890000-0000-7000-8000-0000000000b2', startsAt: '2026-09-30T07:00:00.000Z' },
    ],
    standing: null,
    readyFrom: null,
    lastMissed: null,
    askedOtherTimes: false,
    ...changes,
  };
}

/** Agreed to what is needed. */
export function withAgreement(page: AdminPage): AdminPage {
  const given = { id: '01890000-0000-7000-8000-0000000000c1', givenAt: page.now, textVersion: 'daiban-1' };
  return { ...page, consents: page.consents.map((asked) => (asked.required ? { ...asked, given } : asked)) };
}
