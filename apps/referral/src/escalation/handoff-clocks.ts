import { type EscalationStep, ladderOf } from '#clinical';
import type { Urgency } from '#contracts';
import { Clock, type Transaction } from '#platform';
import { Timers } from '#timers';
import { Injectable } from '@nestjs/common';
import { DirectoryRepository } from '../projection/directory.repository.js';

export const handoffTimers = {
  reminder: 'handoff.reminder',
  coordinator: 'handoff.coordinator',
  physician: 'handoff.physician',
} as const satisfies Record<EscalationStep, string>;

const steps = Object.keys(handoffTimers) as EscalationStep[];

export const vacancyTimer = 'handoff.vacancy';
const vacancyKey = ({ id }: Held): string => `vacancy:${id}`;

/**
 * One ladder per member, which holds at most one open handoff: a handoff that replaces another at the same due climbs on where that one
 * stood, because a timer that fired does not fire again for the same moment.
 */
const keyOf = (memberId: string, step: EscalationStep): string => `handoff:${memberId}:${step}`;

/** Of a handoff, what its clocks need; members are null while nobody holds it. */
interface Held {
  id: string;
  planId: string;
  patientId: string;
  memberId: string | null;
  partnerId: string | null;
  urgency: Urgency;
  dueAt: Date;
}

/**
 * A handoff is never forgotten. When somebody holds it, partner, coordinator and physician hear of its silence, one after the other; while
 * nobody does, it is the coordinator's own work from the start, and the physician hears when that takes too long.
 */
@Injectable()
export class HandoffClocks {
  constructor(
    private readonly directory: DirectoryRepository,
    private readonly timers: Timers,
    private readonly clock: Clock,
  ) {}

  /**
   * A desk's moment that has passed already (the news came late, or what replaces the handoff is more urgent) is now. A reminder that
   * would come before the handoff itself is none.
   */
  async start(tx: Transaction, held: Held): Promise<void> {
    if (held.memberId === null) return this.watchVacancy(tx, held);
    if (await this.waitsForUs(tx, held.memberId)) return this.stop(tx, held);
    await this.timers.cancel(tx, vacancyKey(held));
    const { id, memberId, partnerId, ...handoff } = held;
    const partner = partnerId === null ? null : await this.directory.partner(tx, partnerId);
    if (!partner) return;
    const { planId, patientId: subject } = handoff;
    const now = this.clock.now();
    const rungs = ladderOf({ ...handoff, calendar: partner.calendar }).filter(
      ({ step, at }) => step !== 'reminder' || at > now,
    );
    const timers = rungs.map(({ step, at: dueAt }) => {
      const kind = handoffTimers[step];
      return { key: keyOf(memberId, step), kind, subject, planId, dueAt, data: { id } };
    });
    await this.timers.set(tx, ...timers);
  }

  /** The partner asked us something: until it is answered, its own time does not run. */
  private async waitsForUs(tx: Transaction, memberId: string): Promise<boolean> {
    const rows = await tx.query<unknown[]>(`select 1 from referral where member_id = $1 and state = 'info-requested'`, [
      memberId,
    ]);
    return rows.length > 0;
  }

  async stop(tx: Transaction, held: Held): Promise<void> {
    const { memberId } = held;
    const rungs = memberId === null ? [] : steps.map((step) => keyOf(memberId, step));
    await this.timers.cancel(tx, vacancyKey(held), ...rungs);
  }

  private async watchVacancy(tx: Transaction, held: Held): Promise<void> {
    const { id, planId, patientId: subject, urgency, dueAt } = held;
    const calendar = await this.directory.clinicCalendar(tx);
    const last = ladderOf({ urgency, dueAt, calendar }).find(({ step }) => step === 'physician');
    if (!last) return;
    const timer = { key: vacancyKey(held), kind: vacancyTimer, subject, planId, dueAt: last.at, data: { id } };
    await this.timers.set(tx, timer);
  }
}
