import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError, type Actor, type Patient, type RegisterPatient as Registration } from '#contracts';
import { Outbox } from '#messaging';
import { Clock, type Transaction } from '#platform';
import { TimelineRepository } from '../timeline/timeline.repository.js';
import { patientRegisteredEvent } from './patient.events.js';
import { PatientRepository } from './patient.repository.js';

/**
 * A coordinator or physician registers a patient; the clinic's record number is unique.
 * `patient.registered` follows.
 */
@Injectable()
export class RegisterPatient {
  constructor(
    private readonly patients: PatientRepository,
    private readonly outbox: Outbox,
    private readonly timeline: TimelineRepository,
    private readonly clock: Clock,
  ) {}

  async execute(tx: Transaction, command: Registration & { by: Actor }): Promise<Patient> {
    const now = this.clock.now();
    const patient = {
      id: randomUUID(),
      recordNumber: command.recordNumber ?? (await this.patients.drawRecordNumber(tx)),
      name: command.name,
      birthDate: command.birthDate,
      contactLanguage: command.contactLanguage,
      registeredAt: now.toISOString(),
    };
    if (patient.birthDate > patient.registeredAt.slice(0, 10)) {
      throw new DomainError('invalid-input', 'The birth date is in the future.', [
        { path: 'birthDate', message: 'must not be in the future' },
      ]);
    }
    if (!(await this.patients.add(tx, patient))) {
      throw new DomainError('already-exists', `Record number ${patient.recordNumber} belongs to another patient.`, [
        { path: 'recordNumber', message: 'is taken' },
      ]);
    }
    await this.outbox.append(tx, patientRegisteredEvent(patient, command.by, now));
    await this.timeline.record(tx, {
      patientId: patient.id,
      at: now,
      type: 'patient.registered',
      text: 'Registered at the pain clinic.',
      by: command.by.name,
    });
    return { ...patient, planId: null };
  }
}
