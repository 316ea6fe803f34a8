/** What the address of a new case may bring: its client, or what the advisor answered. Written by the client's page and the advisor, read by the form. */
import { ACCOUNT_TYPES, LICENCE_OWNERS, ROUTES, SUBJECT_TYPES } from '@daiban/domain/enumerations';
import { z } from 'zod';

const given = <Value extends z.ZodType>(value: Value) => value.optional().catch(undefined);

export const newRegistrationSearchSchema = z.object({
  clientId: given(z.uuid()),
  adviceId: given(z.uuid()),
  accountType: given(z.enum(ACCOUNT_TYPES)),
  subjectType: given(z.enum(SUBJECT_TYPES)),
  countryCode: given(z.string().regex(/^[A-Z]{2}$/)),
  licenceOf: given(z.enum(LICENCE_OWNERS)),
  route: given(z.enum(ROUTES)),
});
