/** An account's passport: read, downloaded, sent to the client. */
import { getCustodyPassport, getCustodyPassportPdf, sendCustodyPassport } from '@daiban/contracts';
import type { Locale } from '@daiban/domain/enumerations';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';
import { refresh } from '../../../lib/refresh.js';

export const passportQuery = (id: string) =>
  queryOptions({
    queryKey: queryKeys.passport(id),
    queryFn: ({ signal }) => callApi(getCustodyPassport, { params: { id } }, { signal }),
  });

/** Where the values are read from, by any program with the right to. */
export function passportJsonAddress(id: string): string {
  return getCustodyPassport.fullPath.replace('{id}', id);
}

/** Where the document is downloaded from. */
export function passportPdfAddress(id: string, locale: Locale): string {
  return `${getCustodyPassportPdf.fullPath.replace('{id}', id)}?locale=${locale}`;
}

export function useSendPassport(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => callApi(sendCustodyPassport, { params: { id }, body: {} }),
    onSuccess: () => refresh(queryClient, queryKeys.deliveries),
  });
}
