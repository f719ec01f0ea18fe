import { Outbox } from '#messaging';
import type { Transaction } from '#platform';
import { Injectable } from '@nestjs/common';
import { reminded } from '../handoff/handoff.events.js';
import { type HandoffRow, HandoffRepository } from '../handoff/handoff.repository.js';

/** Why a partner is not reminded now; null when it may be. `skipped` is no fault: it just heard from us. */
export type NoReminder = { outcome: 'refused' | 'skipped'; reason: string } | null;

export const contactedToday = 'contacted today';

export function noReminder(handoff: HandoffRow, startOfDay: Date): NoReminder {
  const { status, contestedAt, undeliverableAt, remindedAt, issuedAt } = handoff;
  if (status !== 'open') return { outcome: 'refused', reason: `It is ${status}: nobody has to answer.` };
  if (contestedAt !== null) return { outcome: 'refused', reason: 'The partner waits for our answer.' };
  if (undeliverableAt !== null) return { outcome: 'refused', reason: 'It does not reach the partner: phone.' };
  const last = remindedAt !== null && remindedAt > issuedAt ? remindedAt : issuedAt;
  return last >= startOfDay ? { outcome: 'skipped', reason: contactedToday } : null;
}

/** A partner is reminded, by its clock or by a coordinator. Told as `handoff.reminded`; what left cannot be taken back. */
@Injectable()
export class RemindPartner {
  constructor(
    private readonly handoffs: HandoffRepository,
    private readonly outbox: Outbox,
  ) {}

  async execute(tx: Transaction, handoff: HandoffRow, { now, by }: { now: Date; by: string | null }): Promise<void> {
    await this.handoffs.change(tx, handoff.id, { remindedAt: now });
    const text = 'Reminder: please answer.';
    const line = { handoffId: handoff.id, at: now, kind: 'history', text, by, forPartner: true } as const;
    await this.handoffs.addEntries(tx, line);
    await this.outbox.append(tx, reminded(handoff, now));
  }
}
