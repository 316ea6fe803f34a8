/** Makes the demo's data anew at its first day. The session ends with it, so the page starts over at the sign-in. */
import { resetDemo } from '@daiban/contracts';
import { useMutation } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';

export function useResetDemo() {
  return useMutation({
    mutationFn: () => callApi(resetDemo, {}),
    onSuccess: () => location.assign('/sign-in'),
  });
}
