/** The times of a case's scan: reading them, offering some, saying what became of one, writing to the administrator; and who waits at this moment. */
import {
  closeAppointment,
  createAdminLink,
  inviteAdmin,
  listAppointments,
  listReadyAdmins,
  offerAppointments,
} from '@daiban/contracts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/call-api.js';
import { queryKeys } from '../../../lib/query-keys.js';
import { refresh } from '../../../lib/refresh.js';

/** How soon a specialist learns that somebody is ready, in milliseconds. */
const READY_EVERY = 10_000;

export const appointmentsQuery = (registrationId: string) =>
  queryOptions({
    queryKey: queryKeys.appointments(registrationId),
    queryFn: ({ signal }) => callApi(listAppointments, { params: { id: registrationId } }, { signal }),
  });

export const readyAdminsQuery = queryOptions({
  queryKey: queryKeys.readyAdmins,
  queryFn: ({ signal }) => callApi(listReadyAdmins, {}, { signal }),
  refetchInterval: READY_EVERY,
});

export function useOfferAppointments(registrationId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (startsAt: string[]) =>
      callApi(offerAppointments, { params: { id: registrationId }, body: { startsAt } }),
    onSuccess: () => refresh(queryClient, queryKeys.registration(registrationId)),
  });
}

export function useCloseAppointment(registrationId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: { id: string; outcome: 'missed' | 'cancelled'; expectedVersion: number }) =>
      callApi(closeAppointment, { params: { id }, body }),
    onSettled: () => refresh(queryClient, queryKeys.registration(registrationId), queryKeys.readyAdmins),
  });
}

export function useInviteAdmin(registrationId: string) {
  return useMutation({ mutationFn: () => callApi(inviteAdmin, { params: { id: registrationId } }) });
}

export function useCreateAdminLink(registrationId: string) {
  return useMutation({ mutationFn: () => callApi(createAdminLink, { params: { id: registrationId }, body: {} }) });
}
