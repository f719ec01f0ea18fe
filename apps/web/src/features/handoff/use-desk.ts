import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { BulkAct, BulkResult, ClinicHandoff, Delivery } from '#contracts';
import { post } from '../../api/client.js';
import { keys } from '../../api/keys.js';

type WithoutIds<Act> = Act extends unknown ? Omit<Act, 'ids'> : never;

/** What the coordinator does with one handoff. Marks go the way of the board's bulk acts, so that they can be taken back. */
export type DeskAct =
  | { kind: 'mark'; act: WithoutIds<BulkAct> }
  | { kind: 'undo'; bulkId: string }
  | { kind: 'assign'; partnerId: string; name: string }
  | { kind: 'note'; text: string }
  | { kind: 'ask-for-missing' }
  | { kind: 'resend'; deliveryId: string };

export interface DeskDone {
  act: DeskAct;
  /** Of a mark: whether it was done, and how to take it back. */
  result: BulkResult | null;
}

async function doIt(id: string, act: DeskAct): Promise<DeskDone> {
  switch (act.kind) {
    case 'mark':
      return { act, result: await post<BulkResult>('/api/handoffs/bulk', { ids: [id], ...act.act }) };
    case 'undo':
      return { act, result: await post<BulkResult>(`/api/handoffs/bulk/${act.bulkId}/undo`) };
    case 'assign':
      await post<ClinicHandoff>(`/api/handoffs/${id}/assignment`, { partnerId: act.partnerId });
      return { act, result: null };
    case 'note':
      await post<ClinicHandoff>(`/api/handoffs/${id}/note`, { text: act.text });
      return { act, result: null };
    case 'ask-for-missing':
      await post<ClinicHandoff>(`/api/handoffs/${id}/ask-for-missing`);
      return { act, result: null };
    case 'resend':
      await post<Delivery>(`/api/deliveries/${act.deliveryId}/retry`);
      return { act, result: null };
  }
}

export function useDesk(handoffId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (act: DeskAct) => doIt(handoffId, act),
    onSettled: () => {
      for (const queryKey of [['handoff'], ['referral'], ['work-item'], keys.deliveries({ handoff: handoffId })])
        void queries.invalidateQueries({ queryKey });
    },
  });
}

export type Desk = ReturnType<typeof useDesk>;
