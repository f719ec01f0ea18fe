import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { DomainError } from '#contracts';
import type { Transaction } from '#platform';
import { AppointmentRow } from './appointment.entity.js';
import { liveStates } from './appointment.states.js';

export type StoredAppointment = Readonly<AppointmentRow>;

/** What nobody has said anything about yet. */
export const unbooked = {
  hoursAfter: 0,
  settledByDesk: false,
  planStartsAt: null,
  minutes: 45,
  partnerId: null,
  role: null,
  resource: null,
  requestId: null,
  blockedCause: null,
  blockedReason: null,
  missed: 0,
  sequence: 0,
  reason: null,
  override: null,
  loading: false,
} as const satisfies Partial<StoredAppointment>;

const notFound = (): DomainError => new DomainError('not-found', 'There is no such appointment.');

@Injectable()
export class AppointmentRepository {
  /** Oldest first. */
  async ofPlan(tx: Transaction, planId: string): Promise<StoredAppointment[]> {
    return tx.find(AppointmentRow, {
      where: { planId },
      order: { createdAt: 'ASC', id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async lock(tx: Transaction, id: string): Promise<StoredAppointment> {
    const found = await tx.findOne(AppointmentRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!found) throw notFound();
    return found;
  }

  /** Before anything is locked: whose it is. */
  async find(tx: Transaction, id: string): Promise<StoredAppointment> {
    const found = await tx.findOneBy(AppointmentRow, { id });
    if (!found) throw notFound();
    return found;
  }

  /** What takes up time of this patient. */
  async liveOfPatient(tx: Transaction, patientId: string): Promise<StoredAppointment[]> {
    return tx.findBy(AppointmentRow, { patientId, state: In(liveStates) });
  }

  /** What takes up a room or a machine; locks it, so that two who book it at once come one after the other. */
  async liveOfResource(
    tx: Transaction,
    { partnerId, resource }: { partnerId: string | null; resource: string },
  ): Promise<StoredAppointment[]> {
    const name = `resource ${partnerId ?? ''} ${resource}`;
    await tx.query(`select pg_advisory_xact_lock(hashtextextended($1::text, 0))`, [name]);
    const rows = await tx.findBy(AppointmentRow, { resource, state: In(liveStates) });
    return rows.filter((row) => row.partnerId === partnerId);
  }

  /** The clinic's own at one moment: who has taken a slot. */
  async liveAtClinic(tx: Transaction, startsAt: Date): Promise<StoredAppointment[]> {
    const rows = await tx.findBy(AppointmentRow, { startsAt, state: In(liveStates) });
    return rows.filter(({ partnerId }) => partnerId === null);
  }

  async save(tx: Transaction, appointment: StoredAppointment): Promise<void> {
    await tx.upsert(AppointmentRow, appointment, ['id']);
  }
}
