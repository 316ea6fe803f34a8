/** Everything the administrator does on their page; whatever became of it, the page is read again. */
import {
  askOtherTimesPortal,
  bookAppointmentPortal,
  cancelAppointmentPortal,
  giveConsentPortal,
  reportReadyPortal,
  tellWechatPortal,
  withdrawConsentPortal,
  type AppointmentWish,
} from '@daiban/contracts';
import type { ConsentPurpose } from '@daiban/domain/enumerations';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callPortal } from '../../../lib/call-portal.js';
import { ADMIN_PAGE_KEY } from './get-admin-page.js';

function useAct<Wish>(act: (wish: Wish) => Promise<unknown>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSettled: () => queries.invalidateQueries({ queryKey: ADMIN_PAGE_KEY }),
  });
}

/** What is ticked and, where one is chosen, the time: agreed to first, booked then. */
export interface AgreeAndBook {
  readonly consents: readonly { readonly purpose: ConsentPurpose; readonly textVersion: string }[];
  readonly appointmentId: string | null;
}

export const useAgreeAndBook = () =>
  useAct(async ({ consents, appointmentId }: AgreeAndBook) => {
    for (const body of consents) await callPortal(giveConsentPortal, { body });
    if (appointmentId !== null) await callPortal(bookAppointmentPortal, { params: { id: appointmentId } });
  });

export const useWithdrawConsent = () => useAct((id: string) => callPortal(withdrawConsentPortal, { params: { id } }));

export const useCancelAppointment = () =>
  useAct((id: string) => callPortal(cancelAppointmentPortal, { params: { id } }));

export const useAskOtherTimes = () =>
  useAct((wishes: AppointmentWish[]) => callPortal(askOtherTimesPortal, { body: { wishes } }));

export const useReportReady = () => useAct(() => callPortal(reportReadyPortal, {}));

export const useTellWechat = () =>
  useAct((body: { wechatHasPhone: boolean; wechatHasOwnCard: boolean }) => callPortal(tellWechatPortal, { body }));
