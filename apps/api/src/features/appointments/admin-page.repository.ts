/** Reads the frame of the administrator's page, and writes what they say of their WeChat. */
import { Injectable } from '@nestjs/common';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Database } from '../../platform/database/database.js';
import { prepared } from '../../platform/database/statement.js';

export interface AdminPageRow {
  readonly agencyName: string;
  readonly agencyNameZh: string | null;
  readonly agencyTimeZone: string;
  readonly assigneeName: string | null;
}

const FRAME = prepared(
  'admin_page.frame',
  `SELECT a.name AS "agencyName", a.name_zh AS "agencyNameZh", a.time_zone AS "agencyTimeZone", m.name AS "assigneeName"
   FROM registration r JOIN agency a ON a.id = $1 LEFT JOIN member m ON m.agency_id = $1 AND m.id = r.assignee_id AND m.disabled_at IS NULL
   WHERE r.agency_id = $1 AND r.id = $2`,
);
const TELL_WECHAT = prepared(
  'admin_page.tell_wechat',
  'UPDATE person SET wechat_has_phone = $3, wechat_has_own_card = $4 WHERE agency_id = $1 AND id = $2',
);

@Injectable()
export class AdminPageRepository {
  constructor(private readonly database: Database) {}

  async findFrame(agencyId: string, registrationId: string): Promise<AdminPageRow | null> {
    return (await this.database.read<AdminPageRow>(agencyId, FRAME, [agencyId, registrationId]))[0] ?? null;
  }

  /** Beside the history entry that moves the person's version. */
  async tellWechat(
    transaction: AgencyTransaction,
    personId: string,
    told: { readonly wechatHasPhone: boolean; readonly wechatHasOwnCard: boolean },
  ): Promise<void> {
    const values = [transaction.agencyId, personId, told.wechatHasPhone, told.wechatHasOwnCard];
    await transaction.query(TELL_WECHAT, values);
  }
}
