import { Injectable } from '@nestjs/common';
import { DomainError } from '#contracts';
import type { Transaction } from '#platform';
import { AppointmentRow } from './appointment.entity.js';

export type StoredAppointment = Readonly<AppointmentRow>;

@Injectable()
export class AppointmentRepository {
  async ofPlan(tx: Transaction, planId: string): Promise<StoredAppointment[]> {
    return tx.find(AppointmentRow, { where: { planId }, lock: { mode: 'pessimistic_write' } });
  }

  async lock(tx: Transaction, id: string): Promise<StoredAppointment> {
    const found = await tx.findOne(AppointmentRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!found) throw new DomainError('not-found', 'There is no such appointment.');
    return found;
  }

  async save(tx: Transaction, appointment: StoredAppointment): Promise<void> {
    await tx.upsert(AppointmentRow, appointment, ['id']);
  }
}
