/** What the registrations table keeps in the address: its view, filters, search words and order. A wrong value is dropped, never an error page. */
import { HOLDERS, STAGES, VERIFICATION_STATUSES } from '@daiban/domain/enumerations';
import { z } from 'zod';

export const registrationSearchSchema = z.object({
  holder: z.enum(HOLDERS).optional().catch(undefined),
  stage: z.enum(STAGES).optional().catch(undefined),
  verification: z.enum(VERIFICATION_STATUSES).optional().catch(undefined),
  clientId: z.uuid().optional().catch(undefined),
  q: z.string().max(200).optional().catch(undefined),
});
export type RegistrationSearch = z.infer<typeof registrationSearchSchema>;
