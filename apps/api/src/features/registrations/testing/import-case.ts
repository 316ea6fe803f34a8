/** Brings a case in as a row of a sheet does: `importCase(api, agency, clientId, {state: 'live'})`. For tests that need a case in a state no walk leads to quickly. */
import type { CommandFacts } from '@daiban/domain';
import { Database } from '../../../platform/database/database.js';
import { Refused } from '../../../platform/refusal/refused.js';
import type { TestAgency, TestApi } from '../../../testing/test-api.js';
import { IntakeService, type ImportedCase } from '../intake.service.js';
import { aLicenceCode, unique } from './case-walk.js';

/** @returns the id of the case */
export async function importCase(
  api: TestApi,
  agency: TestAgency,
  clientId: string,
  facts: CommandFacts,
  fields: Partial<ImportedCase> = {},
): Promise<string> {
  const number = unique();
  const intake = api.app.get(IntakeService, { strict: false });
  const result = await api.app.get(Database).withAgency<{ id: string } | Refused>(agency.id, async (transaction) => {
    const opened = await intake.importRegistration(transaction, agency.actors.specialist, {
      clientId,
      accountType: 'subscription',
      route: 'wechat_verification',
      proposedName: `光明${number}`,
      subject: {
        type: 'enterprise',
        name: `光明${number}`,
        code: aLicenceCode(number),
        countryCode: 'CN',
        licenceOf: 'client',
      },
      accountEmail: `import.${number}@sheet.test`,
      facts,
      evidence: { rank: 'typed', note: 'row of a sheet' },
      ...fields,
    });
    return opened instanceof Refused ? opened : { id: opened.id };
  });
  if (result instanceof Refused) throw new Error(JSON.stringify(result.findings));
  return result.id;
}
