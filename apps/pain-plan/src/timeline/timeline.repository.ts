import { Injectable } from '@nestjs/common';
import type { Transaction } from '#platform';
import { TimelineEntryRow } from './timeline-entry.entity.js';

/** What happened to one patient, in words for people inside the clinic. */
export interface Happening {
  patientId: string;
  at: Date;
  /** The event's name, for example `handoff.issued`. */
  type: string;
  text: string;
  by?: string | null;
  planVersion?: number | null;
  /** The handoff that it tells of, when it is about one. */
  handoffId?: string | null;
}

@Injectable()
export class TimelineRepository {
  /** Stands in the same transaction as the effect it tells of, so the timeline never tells of something that did not happen. */
  async record(tx: Transaction, ...happenings: Happening[]): Promise<void> {
    if (happenings.length === 0) return;
    await tx.insert(
      TimelineEntryRow,
      happenings.map(({ by = null, planVersion = null, handoffId = null, ...happening }) => ({
        ...happening,
        by,
        planVersion,
        handoffId,
      })),
    );
  }
}
