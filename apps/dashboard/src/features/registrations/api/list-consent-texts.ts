/** What an administrator of a case is asked to agree to, as the text reads now on their own page. */
import { listConsentTexts } from '@daiban/contracts';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';

export const consentTextsQuery = (registrationId: string) =>
  queryOptions({
    queryKey: [...queryKeys.registrations, registrationId, 'consent-texts'],
    queryFn: ({ signal }) => callApi(listConsentTexts, { params: { id: registrationId } }, { signal }),
  });
