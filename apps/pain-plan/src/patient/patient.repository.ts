import { Injectable } from '@nestjs/common';
import { DomainError, type Patient } from '#contracts';
import type { Transaction } from '#platform';
import { HistoryPacketRow } from './history-packet.entity.js';
import { PatientRow } from './patient.entity.js';

@Injectable()
export class PatientRepository {
  /** False when the record number is taken. */
  async add(tx: Transaction, patient: Omit<Patient, 'planId'>): Promise<boolean> {
    const inserted = await tx.query<{ id: string }[]>(
      `insert into patient (id, record_number, given_name, family_name, birth_date, contact_language, registered_at)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict (record_number) do nothing returning id`,
      [
        patient.id,
        patient.recordNumber,
        patient.name.given,
        patient.name.family,
        patient.birthDate,
        patient.contactLanguage,
        patient.registeredAt,
      ],
    );
    return inserted.length === 1;
  }

  /** The next number of the clinic's own series that nobody typed in by hand before. */
  async drawRecordNumber(tx: Transaction): Promise<string> {
    for (;;) {
      const [row] = await tx.query<{ number: string; taken: boolean }[]>(
        `select drawn.number, exists (select from patient where record_number = drawn.number) as taken
           from (select 'TL-' || nextval('record_number_seq') as number) drawn`,
      );
      if (row && !row.taken) return row.number;
    }
  }

  /** Locks the patient, so that what is decided from reading it still holds at commit. */
  async lock(tx: Transaction, patientId: string): Promise<void> {
    const patient = await tx.findOne(PatientRow, { where: { id: patientId }, lock: { mode: 'pessimistic_write' } });
    if (!patient) throw new DomainError('not-found', 'There is no such patient.');
  }

  async saveHistoryPacket(tx: Transaction, packet: HistoryPacketRow): Promise<void> {
    await tx.upsert(HistoryPacketRow, packet, ['patientId']);
  }
}
