import { ladderOf } from '#clinical';
import { Clock, type Transaction } from '#platform';
import { Timers } from '#timers';
import { Injectable } from '@nestjs/common';
import type { Handoff } from '../handoff/handoff.entity.js';
import { DirectoryRepository } from '../projection/directory.repository.js';

export const handoffTimers = {
  reminder: 'handoff.reminder',
  coordinator: 'handoff.coordinator',
  physician: 'handoff.physician',
} as const;

const keyOf = (handoffId: string, step: keyof typeof handoffTimers): string => `handoff:${handoffId}:${step}`;

type Held = Pick<Handoff, 'id' | 'planId' | 'patientId' | 'partnerId' | 'urgency' | 'dueAt'>;

/** A handoff that somebody holds is never forgotten: partner, coordinator and physician hear of its silence, one after the other. */
@Injectable()
export class HandoffClocks {
  constructor(
    private readonly directory: DirectoryRepository,
    private readonly timers: Timers,
    private readonly clock: Clock,
  ) {}

  /** Rungs that have passed already were climbed by the handoff that this one replaces. */
  async start(tx: Transaction, { id, planId, patientId, partnerId, urgency, dueAt }: Held): Promise<void> {
    const partner = partnerId === null ? null : await this.directory.partner(tx, partnerId);
    if (!partner) return;
    const now = this.clock.now();
    for (const { step, at } of ladderOf({ urgency, dueAt, calendar: partner.calendar })) {
      if (at <= now) continue;
      const kind = handoffTimers[step];
      await this.timers.set(tx, { key: keyOf(id, step), kind, subject: patientId, planId, dueAt: at, data: { id } });
    }
  }

  async stop(tx: Transaction, handoffId: string): Promise<void> {
    for (const step of ['reminder', 'coordinator', 'physician'] as const)
      await this.timers.cancel(tx, keyOf(handoffId, step));
  }
}
