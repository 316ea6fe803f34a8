/** Asks what would become of each row of a sheet; nothing is stored but the look itself. */
import { importSheet } from '@daiban/contracts';
import { useMutation } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { sheetCall, type SheetChoices } from '../sheet-choices.js';

export function usePreviewSheet() {
  return useMutation({
    mutationFn: (choices: SheetChoices) => callApi(importSheet, sheetCall(choices, true)),
  });
}
