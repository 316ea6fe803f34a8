/** Ticks a field of the sheet as typed, or takes the tick away. The answer is the whole sheet. */
import { tickFillSheetField, untickFillSheetField, type FillSheet } from '@daiban/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';
import { refresh } from '../../../lib/refresh.js';

export interface TickCall {
  field: string;
  ticked: boolean;
}

export function useTickField(id: string) {
  const queryClient = useQueryClient();
  const queryKey = queryKeys.fillSheet(id);
  return useMutation({
    // One after the other: each answer is the whole sheet, and the last one asked for must be the last one shown.
    scope: { id: `fill-sheet-${id}` },
    mutationFn: ({ field, ticked }: TickCall) =>
      callApi(ticked ? tickFillSheetField : untickFillSheetField, { params: { id, field } }),
    onSuccess: async (sheet: FillSheet) => {
      await queryClient.cancelQueries({ queryKey });
      queryClient.setQueryData(queryKey, sheet);
    },
    onError: () => refresh(queryClient, queryKey),
  });
}
