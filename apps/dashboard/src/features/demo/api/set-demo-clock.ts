/** Moves the demo's business clock forward; everything on the screens may look different afterwards. */
import { setDemoClock } from '@daiban/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { refresh } from '../../../lib/refresh.js';

export function useSetDemoClock() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (now: string) => callApi(setDemoClock, { body: { now } }),
    onSuccess: () => refresh(queryClient, []),
  });
}
