import { Injectable } from '@nestjs/common';
import type { Actor, HistoryPacket, HistoryPacketAnswer } from '#contracts';
import { Outbox } from '#messaging';
import { Clock, type Transaction } from '#platform';
import { TimelineRepository } from '../timeline/timeline.repository.js';
import { packetCompleteness } from './packet-completeness.js';
import { historyPacketRecordedEvent } from './patient.events.js';
import { PatientRepository } from './patient.repository.js';

/**
 * A coordinator or physician writes or completes the history packet for the first visit; the answer names what is missing.
 * `patient.history-packet-recorded` follows, without content.
 */
@Injectable()
export class RecordHistoryPacket {
  constructor(
    private readonly patients: PatientRepository,
    private readonly outbox: Outbox,
    private readonly timeline: TimelineRepository,
    private readonly clock: Clock,
  ) {}

  async execute(
    tx: Transaction,
    command: { patientId: string; packet: HistoryPacket; by: Actor },
  ): Promise<HistoryPacketAnswer> {
    const { patientId, packet, by } = command;
    await this.patients.lock(tx, patientId);
    const now = this.clock.now();
    const completeness = packetCompleteness(packet);
    const missing = completeness.missing.map(({ part }) => part);
    await this.patients.saveHistoryPacket(tx, { patientId, packet, missing, recordedAt: now });
    await this.outbox.append(tx, historyPacketRecordedEvent(patientId, missing, by, now));
    await this.timeline.record(tx, {
      patientId,
      at: now,
      type: 'patient.history-packet-recorded',
      text:
        missing.length === 0
          ? 'History packet recorded, complete.'
          : `History packet recorded; still missing: ${missing.join(', ')}.`,
      by: by.name,
    });
    return { patientId, packet, missing, completeness, recordedAt: now.toISOString() };
  }
}
