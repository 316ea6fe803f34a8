/** Starts the import of a sheet as it was previewed. */
import { importSheet } from '@daiban/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';
import { refresh } from '../../../lib/refresh.js';
import { sheetCall, type SheetChoices } from '../sheet-choices.js';

export function useImportSheet() {
  const queryClient = useQueryClient();
  return useMutation({
    /** @param call `attempt` stays the same for one preview, so that a lost answer never imports twice */
    mutationFn: ({ choices, attempt }: { choices: SheetChoices; attempt: string }) =>
      callApi(importSheet, sheetCall(choices, false), { idempotencyKey: attempt }),
    onSuccess: () => refresh(queryClient, queryKeys.imports),
  });
}
