import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { Outbox } from '#messaging';
import { Clock, type Transaction } from '#platform';
import { Timers } from '#timers';
import { TherapyConfig } from '../therapy.config.js';
import { owedPaperwork } from './owed-paperwork.js';
import { settledEvent } from './paperwork.events.js';
import { type Known, type PaperworkRow, PaperworkRepository, type TreatedCourse } from './paperwork.repository.js';

export const paperworkTimer = 'therapy.paperwork';

const kinds = ['certification', 'recertification', 'progress-report', 'discharge-summary'] as const;
const keyOf = (episodeId: string, kind: PaperworkRow['kind']): string => `paperwork:${episodeId}:${kind}`;

/**
 * Keeps what a course owes, and its clocks. Counted anew from the record after each thing that happens, so that a visit recorded late, a
 * report or another clinic sets it right. What was overdue and has come is told as `therapy.paperwork-settled`.
 */
@Injectable()
export class Paperwork {
  constructor(
    private readonly rows: PaperworkRepository,
    private readonly timers: Timers,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly config: TherapyConfig,
  ) {}

  async settlePlan(tx: Transaction, planId: string): Promise<void> {
    for (const episodeId of await this.rows.episodesOf(tx, planId)) await this.settle(tx, episodeId);
  }

  async settle(tx: Transaction, episodeId: string): Promise<void> {
    const course = await this.rows.course(tx, episodeId);
    if (!course) return;
    const { partnerId } = course;
    const treated = partnerId === null ? null : { ...course, partnerId };
    const owed = treated ? await this.owed(tx, treated) : [];
    await this.tellSettled(tx, course, await this.rows.of(tx, episodeId), owed);
    await this.rows.keep(tx, course, owed);

    const timed = owed.flatMap(({ kind, dueOn }) => (dueOn === null ? [] : [{ kind, dueAt: this.dayAfter(dueOn) }]));
    const none = kinds.filter((kind) => !timed.some((one) => one.kind === kind));
    await this.timers.cancel(tx, ...none.map((kind) => keyOf(episodeId, kind)));
    const { patientId: subject, planId } = course;
    await this.timers.set(
      tx,
      ...timed.map(({ kind, dueAt }) => {
        const key = keyOf(episodeId, kind);
        return { key, kind: paperworkTimer, subject, planId, dueAt, data: { episodeId, kind } };
      }),
    );
  }

  private async owed(tx: Transaction, course: TreatedCourse): Promise<PaperworkRow[]> {
    const { planOfCare, clinicTimeZone: timeZone } = this.config;
    return owedPaperwork(course, await this.rows.dates(tx, course, timeZone), { planOfCare, timeZone });
  }

  /** The day itself still counts. */
  private dayAfter(day: string): Date {
    return DateTime.fromISO(day, { zone: this.config.clinicTimeZone }).plus({ days: 1 }).toJSDate();
  }

  private async tellSettled(
    tx: Transaction,
    course: Omit<TreatedCourse, 'partnerId'> & { partnerId: string | null },
    before: readonly Known[],
    owed: readonly PaperworkRow[],
  ): Promise<void> {
    const isStill = ({ partnerId, kind, dueOn }: Known): boolean =>
      partnerId === course.partnerId && owed.some((one) => one.kind === kind && one.dueOn === dueOn);
    for (const { partnerId, kind } of before.filter((known) => known.isTold && !isStill(known))) {
      await this.outbox.append(tx, settledEvent({ ...course, partnerId }, kind, this.clock.now()));
    }
  }
}
